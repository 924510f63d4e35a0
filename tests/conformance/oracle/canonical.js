// Writes coerced input as tests/ThreadGraph.Conformance/Resolvers/Canonical.cs does: ASCII, doubles by their bits.

/** The text of some coerced values, each of the type of the argument beside it. */
export function canonical(graphql, values, types) {
  return `[${values.map((value, i) => write(graphql, value, types[i])).join(',')}]`;
}

function write(graphql, value, type) {
  if (graphql.isNonNullType(type)) {
    return write(graphql, value, type.ofType);
  }

  if (value === undefined || value === null) {
    return 'null';
  }

  if (graphql.isListType(type)) {
    return `[${value.map((item) => write(graphql, item, type.ofType)).join(',')}]`;
  }

  if (graphql.isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return `{${fields.map((field) => `${field.name}:${write(graphql, value[field.name], field.type)}`).join(',')}}`;
  }

  if (graphql.isEnumType(type)) {
    return `@${value}`;
  }

  switch (type.name) {
    case 'Float':
      return `f${bits(value)}`;
    case 'DateTime':
      return `t${value}`;
    case 'Int':
    case 'Boolean':
      return String(value);
    default:
      return text(value);
  }
}

function bits(number) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

function text(characters) {
  let result = '"';
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i];
    result += /[ -~]/.test(character) && character !== '"' && character !== '\\'
      ? character
      : `\\u${characters.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }

  return `${result}"`;
}
