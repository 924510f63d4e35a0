// Where the engine is meant to differ from a reference, each with its reason. Nothing else is let pass.
// Sections are those of the September 2025 edition.

const text = (value) => JSON.stringify(value);
const oneOfMember = /^Variable "\$(\w+)" is of type .* but must be non-nullable to be used for OneOf Input Object/;
const refusedId = /ID cannot represent (the number -?\d+ exactly|value: -?[\d.]+([eE][+-]?\d+)?$|value: -?\d+[eE.])/;
const subscription = /^(Anonymous )?[Ss]ubscription .*must/;

/**
 * name and reason, and either whether it explains a whole difference ({ version, step, about, expected, actual, messages }),
 * or which single validation errors only the reference (`missing`) or only the engine (`extra`) may report.
 */
export const differences = [
  {
    name: 'OneOf members as non-null positions',
    reason: 'Validation, "All Variable Usages Are Allowed", IsNonNullPosition: a member of a OneOf input object is a '
      + 'non-null place, so a nullable variable needs a default, and with one it is allowed. The references refuse it '
      + 'with a default too, and do not look at all where the object itself stands at a non-null place.',
    missing: (message, { about }) => new RegExp(`\\$${oneOfMember.exec(message)?.[1]}:[^$(){]*=`).test(about.source),
    extra: (message) => oneOfMember.test(message),
  },
  {
    name: 'Float literals beyond the range of a double',
    reason: 'Type System, "Float", Input Coercion: a value that no finite double represents must raise an error; the '
      + 'references read 1e400 as Infinity.',
    extra: (message) => {
      const number = /^Float cannot represent non numeric value: (-?[\d.]+[eE]?[+-]?\d*)$/.exec(message)?.[1];
      return Math.abs(Number(number)) === Infinity;
    },
  },
  {
    name: 'directives inside of type system definitions',
    reason: 'Validation, "Executable Definitions": a document with type system definitions is refused for having them; '
      + 'what stands inside of them is not looked at.',
    missing: (message, { messages }) => /^Directive ".*" may not be used on SCHEMA/.test(message)
      && messages.actual.some((other) => / definition is not executable/.test(other)),
  },
  {
    name: 'version 16: @skip and @include on root fields of subscriptions',
    reason: 'Validation, "Single Root Field": they are refused since September 2025; version 16 goes by October 2021.',
    version: 16,
    missing: (message) => subscription.test(message),
    extra: (message) => subscription.test(message),
  },
  {
    name: 'version 16: a OneOf member given twice',
    reason: 'Validation, "All OneOf Input Objects": exactly one entry. Version 16 counts names, the engine and 17 entries; '
      + 'all refuse the document.',
    version: 16,
    extra: (message) => /^OneOf Input Object ".*" must specify exactly one key/.test(message),
  },
  {
    name: 'version 16: values of an input field given twice',
    reason: 'Validation, "Input Object Field Uniqueness" refuses the document. Of the values of such a field version 16 '
      + 'checks all, the engine and 17 the last.',
    version: 16,
    missing: (message, { messages }) => /^Expected value of type/.test(message)
      && messages.actual.some((other) => /^There can be only one input field named/.test(other)),
  },
  {
    name: 'version 16: order of validation errors',
    reason: 'The specification gives errors no order. Version 17 changed it; the engine keeps to 17, in order.',
    explains: ({ version, step, expected, actual }) => version === 16 && step === 'validate' && Array.isArray(actual)
      && text([...expected].sort()) === text([...actual].sort()),
  },
  {
    name: 'version 16: validation throws',
    reason: 'A subscription whose @skip or @include lacks its argument makes version 16 throw instead of answering.',
    explains: ({ version, step, messages }) => version === 16 && step === 'validate' && /^threw: /.test(messages.expected[0]),
  },
  {
    name: 'version 16: location of errors inside of arguments',
    reason: 'Version 16 points to the whole argument, 17 and the engine to the part that does not fit.',
    explains: ({ version, step, expected, actual, messages }) => version === 16 && step === 'execute'
      && Array.isArray(expected) && Array.isArray(actual)
      && messages.expected.some((message) => /^Argument ".*" has invalid value/.test(message))
      && text(expected.map((e) => e.split(' @ ')[0])) === text(actual.map((e) => e.split(' @ ')[0])),
  },
  {
    name: 'version 16: default values after coercion',
    reason: 'Introspection, "__InputValue": the default as GraphQL text. Version 16 prints it with the defaults inside of it '
      + 'and without spaces, the engine and 17 as it is declared.',
    explains: ({ version, expected, actual }) => {
      const plain = (value) => text(value).replace(/\{ ?from: (\d)(, to: 100)? ?\}/g, '{from:$1}');
      return version === 16 && plain(expected) === plain(actual);
    },
  },
  {
    name: 'version 17: empty selection sets',
    reason: 'Language, "Selection Sets": "{ Selection+ }". Version 17 goes by a later draft there.',
    explains: ({ version, step, about, actual, messages }) => version === 17 && step === 'parse'
      && messages.actual[0] === 'Syntax Error: Expected Name, found "}".'
      && /\{[\s,\uFEFF]*(#[^\n\r]*[\s,\uFEFF]*)*$/.test(textBefore(JSON.parse(about.source), actual[0])),
  },
  {
    name: 'version 17: extensions of directives',
    reason: 'Type System has no directive extension ("TypeSystemExtension"); version 17 goes by a later draft there.',
    explains: ({ version, step, about, messages }) => version === 17 && step === 'parse'
      && messages.actual[0] === 'Syntax Error: Unexpected Name "directive".'
      && /extend\b[^]*directive/.test(JSON.parse(about.source)),
  },
  {
    name: 'ID from a JSON number beyond 2^53 or with a fraction',
    reason: 'Type System, "ID", Input Coercion: floats "such as 4.0" must raise an error; JavaScript cannot tell 4.0 from 4. '
      + 'And a product decision: IDs have 64 bits, so a number that a double rounds is refused, with the advice to quote it.',
    explains: ({ step, expected, messages }) => {
      const others = messages?.actual?.filter((message) => !refusedId.test(message)) ?? [];
      return step === 'execute' && messages?.actual?.length > others.length
        && (expected[0]?.startsWith(' @ ') ? messages.expected.length === others.length : others.length === 0);
    },
  },
  {
    name: 'ID from the JSON number -0',
    reason: 'A product decision: digits are copied, in JSON as the references do it in a literal.',
    explains: ({ step, about, expected, actual }) => step === 'execute' && /[:[,]-0[,}\]]/.test(about.variables)
      && text(expected) === text(actual).replace(/(?<=")-0(?=\\*")/g, '0'),
  },
  {
    name: '@deprecated on directive definitions',
    reason: 'Type System, "@deprecated": its locations have no DIRECTIVE_DEFINITION; the references go by a later draft.',
    explains: ({ step, expected, actual }) => /^breaking changes/.test(step) && expected.length === 0
      && actual.every((change) => /^DIRECTIVE_DEFINITION was removed from @?deprecated\.$/.test(change.description)),
  },
  {
    name: 'leading zeros in \\u{…}',
    reason: 'Language, "String Value": EscapedUnicode is "{ HexDigit+ }", of any length; the references stop at eight.',
    explains: ({ step, about, messages }) => step === 'parse' && /\\u\{0+[0-9a-f]*/i.test(JSON.parse(about.source))
      && /^Syntax Error: Invalid Unicode escape sequence: "\\u\{0/.test(messages.expected[0]),
  },
];

/** The text in front of a "line:column". */
function textBefore(source, place) {
  const [line, column] = place.split(':').map(Number);
  const lines = source.split(/\r\n|[\n\r]/);
  return [...lines.slice(0, line - 1), lines[line - 1].slice(0, column - 1)].join('\n');
}

/** The names of the differences that together explain a difference; none where something stays unexplained. */
export function explain(difference) {
  const whole = differences.find((d) => d.explains?.(difference));
  return whole ? [whole.name] : explainErrors(difference);
}

/** Takes away the errors that one side may have alone; what is left must agree, with version 17 in order. */
function explainErrors(difference) {
  const { version, step, expected, actual, messages } = difference;
  if (step !== 'validate' || !Array.isArray(actual)) {
    return [];
  }

  const left = expected.map((place, i) => ({ place, message: messages.expected[i] }));
  const right = actual.map((place, i) => ({ place, message: messages.actual[i] }));
  pair(left, right, (a, b) => a.place === b.place && a.message === b.message);
  pair(left, right, (a, b) => a.place === b.place);
  const names = new Set();
  for (const [errors, kind] of [[left, 'missing'], [right, 'extra']]) {
    for (const error of errors.filter((e) => !e.paired)) {
      names.add(differences.find((d) => (d.version ?? version) === version && d[kind]?.(error.message, difference))?.name);
    }
  }

  const places = (errors) => errors.filter((e) => e.paired).map((e) => e.place);
  const agree = version === 16 || text(places(left)) === text(places(right));
  return agree && !names.has(undefined) ? [...names] : [];
}

/** Pairs the errors of two sides that are not paired yet. */
function pair(left, right, same) {
  for (const error of left.filter((e) => !e.paired)) {
    const match = right.find((e) => !e.paired && same(error, e));
    if (match) {
      error.paired = match.paired = true;
    }
  }
}
