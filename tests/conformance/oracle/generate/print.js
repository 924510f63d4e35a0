// Prints a generated document in a random layout, so that lines and columns mean something.

/** The document's text. */
export function print(document, random) {
  const layout = new Layout(random);
  const definitions = [
    ...document.operations.map((operation) => printOperation(operation, layout)),
    ...document.fragments.map((fragment) =>
      `fragment ${fragment.name} on ${fragment.on}${directives(fragment)} ${selectionSet(fragment.selections, layout)}`),
    ...document.extra,
  ];
  return (random.chance(0.2) ? random.shuffle(definitions) : definitions).join(layout.between());
}

function printOperation(operation, layout) {
  const anonymous = !operation.name && operation.kind === 'query' && operation.variables.length === 0 && operation.directives.length === 0;
  if (anonymous && layout.random.chance(0.7)) {
    return selectionSet(operation.selections, layout);
  }

  const variables = operation.variables.map(
    (v) => `$${v.name}: ${v.type}${v.initial === null ? '' : ` = ${v.initial}`}${directives(v)}`);
  return `${operation.kind}${operation.name ? ` ${operation.name}` : ''}` +
    `${variables.length > 0 ? `(${variables.join(layout.comma())})` : ''}${directives(operation)} ${selectionSet(operation.selections, layout)}`;
}

function selectionSet(selections, layout) {
  layout.depth++;
  const inside = selections.map((selection) => layout.line() + printSelection(selection, layout)).join('');
  layout.depth--;
  return `{${inside}${layout.line()}}`;
}

function printSelection(selection, layout) {
  switch (selection.kind) {
    case 'raw':
      return selection.text;
    case 'spread':
      return `...${layout.random.chance(0.1) ? ' ' : ''}${selection.name}${directives(selection)}`;
    case 'inline':
      return `...${selection.on ? ` on ${selection.on}` : ''}${directives(selection)} ${selectionSet(selection.selections, layout)}`;
    default: {
      const args = selection.args.map(([name, value]) => `${name}:${layout.space()}${value}`).join(layout.comma());
      return `${selection.alias ? `${selection.alias}:${layout.space()}` : ''}${selection.name}${args ? `(${args})` : ''}` +
        `${directives(selection)}${selection.selections ? ` ${selectionSet(selection.selections, layout)}` : ''}`;
    }
  }
}

const directives = (node) => node.directives.map((d) => ` ${d}`).join('');

class Layout {
  depth = 0;

  constructor(random) {
    this.random = random;
    this.style = random.pick(['lines', 'lines', 'one line', 'mixed']);
    this.newline = random.pick(['\n', '\n', '\n', '\r\n', '\r']);
  }

  line() {
    const wrap = this.style === 'lines' || (this.style === 'mixed' && this.random.chance(0.5));
    const comment = wrap && this.random.chance(0.03) ? ` # ${this.random.pick(['note', 'é 😀', '"not a string', '{'])}` : '';
    return wrap ? `${comment}${this.newline}${'  '.repeat(this.depth)}` : this.random.chance(0.05) ? ' , ' : ' ';
  }

  space() {
    return this.random.chance(0.1) ? '' : ' ';
  }

  comma() {
    return this.random.pick([', ', ', ', ' ', ',', `,${this.newline}  `]);
  }

  between() {
    return this.random.pick([this.newline, ' ', `${this.newline}${this.newline}`]);
  }
}
