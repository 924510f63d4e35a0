// Where the engine is meant to differ from a reference, each with its reason. Nothing else is let pass.
// Sections are those of the September 2025 edition.

const sorted = (value) => JSON.stringify([...value].sort());
const isList = (value) => Array.isArray(value);

/** The messages of one side that the other does not have. */
function without(messages, others) {
  const rest = [...others];
  return messages.filter((message) => {
    const index = rest.indexOf(message);
    if (index >= 0) {
      rest.splice(index, 1);
    }

    return index < 0;
  });
}

/** Whether all that one side says more than the other, by messages and by locations, is of one kind. */
const onlyExtra = (pattern, more, less, moreMessages, lessMessages) =>
  without(less, more).length === 0 && without(moreMessages, lessMessages).every((message) => pattern.test(message));

/** name, reason, and whether it explains a difference ({ version, step, about, expected, actual, messages }). */
export const differences = [
  {
    name: 'order of validation errors in version 16',
    reason: 'The specification gives errors no order. Version 17 changed it; the engine keeps to 17, in order.',
    explains: ({ version, step, expected, actual }) =>
      version === 16 && step === 'validate' && isList(actual) && sorted(expected) === sorted(actual),
  },
];
