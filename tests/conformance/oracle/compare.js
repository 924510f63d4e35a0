// What it means that two answers agree.

function parse(line) {
  try {
    return JSON.parse(line);
  } catch (error) {
    return { crash: `${error.message}: ${line}` };
  }
}

/** Each error's locations, in the order reported: "line:column line:column". */
export function locations(errors) {
  return errors.map((error) => (error.locations ?? []).map(({ line, column }) => `${line}:${column}`).join(' '));
}

/**
 * `data` byte for byte; of the errors paths and locations, in any order, for the specification leaves their order open.
 *
 * Where resolvers wait, one more thing is open: a field that is null because something below it failed may carry one
 * error or several (Handling Execution Errors: siblings "may be cancelled to avoid unnecessary work"). There the nulled
 * positions must be the same and each must have an error on both sides.
 */
export function compareExecution({ reference, resolve, source, variablesJson, result, line, report }) {
  const actual = parse(line);
  const about = { source, variables: variablesJson, resolve };
  const tags = [`execute ${resolve}`];
  const messages = { expected: result.errors?.map((e) => e.message), actual: actual.errors?.map((e) => e.message) };
  if (actual.crash) {
    report.compare(reference, 'execute', about, JSON.stringify(result), actual.crash, tags);
    return;
  }

  const data = result.data === undefined ? '(no data)' : JSON.stringify(result.data);
  const ours = line.endsWith(`"data":${data}}`) ? data : 'data' in actual ? JSON.stringify(actual.data) === data ? line : JSON.stringify(actual.data) : '(no data)';
  if (ours !== data) {
    report.compare(reference, 'execute', about, data, ours, tags, messages);
    return;
  }

  const describe = result.data === undefined ? refused : resolve === 'now' ? exact : nulled;
  report.compare(reference, 'execute', about, describe(result), describe(actual), tags, messages);
}

const place = (error) => `${(error.path ?? []).join('.')} @ ${locations([error])[0]}`;

/** A request that was refused: where, each place once. How many errors one variable's value is worth is not specified. */
function refused({ errors = [] }) {
  return [...new Set(errors.map(place))].sort();
}

function exact({ errors = [] }) {
  return errors.map(place).sort();
}

/** Errors by the position that they nulled; those that nulled an ancestor are counted as one. */
function nulled({ data, errors = [] }) {
  return [...new Set(errors.map((error) => {
    const position = nullOf(data, error.path);
    return position.length === error.path.length ? place(error) : `${position.join('.')} (from below)`;
  }))].sort();
}

function nullOf(data, path) {
  let value = data;
  for (let depth = 0; depth < path.length; depth++) {
    if (value === null || value === undefined) {
      return path.slice(0, depth);
    }

    value = value[path[depth]];
  }

  return path;
}
