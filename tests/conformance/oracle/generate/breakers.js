// One way or more to break each validation rule. A breaker changes the document's tree and answers whether it could.
import { declareVariables } from './documents.js';

/** Breakers by rule: ({ document, random, graphql, schema, values }) => boolean. */
export const breakers = {
  ExecutableDefinitions: (c) => c.document.extra.push(c.random.pick([
    'type Extra { a: Int }', 'schema { query: Query }', 'extend type Person { extra: Int }', 'directive @extra on FIELD',
    '"""about""" scalar Extra', 'extend schema @skip(if: true)', 'enum Extra { A }', 'union Extra = Person', 'input Extra { a: Int }'])) > 0,

  UniqueOperationNames: (c) => {
    const [first] = c.document.operations;
    first.name ??= 'Op';
    c.document.operations.push({ ...first, kind: c.random.chance(0.5) ? first.kind : 'query', selections: [typeName()] , variables: [] });
    return true;
  },

  LoneAnonymousOperation: (c) => {
    c.document.operations[0].name = null;
    c.document.operations.push({ kind: 'query', name: c.random.chance(0.5) ? 'Other' : null, directives: [], variables: [], selections: [typeName()] });
    return true;
  },

  SingleFieldSubscriptions: (c) => {
    const ticks = leaf('ticks');
    const joined = { ...leaf('joined'), selections: [leaf('key')] };
    const name = `Sub${c.random.below(100)}`;
    c.document.fragments.push({ name: `${name}F`, on: 'Subscription', directives: [], selections: c.random.pick([[ticks, joined], [joined], [typeName()]]) });
    const spread = { kind: 'spread', name: `${name}F`, directives: [] };
    c.document.operations.push({
      kind: 'subscription',
      name,
      directives: [],
      variables: [],
      selections: c.random.pick([
        [spread, ticks], [ticks, joined, spread], [spread, typeName()], [spread], [spread, { ...ticks, alias: 'other' }, { ...ticks }],
        [{ ...ticks, directives: ['@skip(if: true)'] }, spread], [{ kind: 'inline', on: null, directives: ['@include(if: true)'], selections: [ticks] }, spread],
        [{ ...spread, directives: ['@skip(if: false)'] }], [{ ...typeName(), alias: 'x' }, spread],
      ]),
    });
    c.document.operations[0].name ??= 'Op';
    return true;
  },

  KnownTypeNames: (c) => c.random.pick([
    () => onSelection(c, 'inline', (s) => (s.on = c.random.pick(['Persn', 'Unknown', 'string', 'Querry']))),
    () => onFragment(c, (f) => (f.on = 'Unknwon')),
    () => addVariable(c, { type: c.random.pick(['Unknown', '[Unknown!]!', 'Filtre', 'int']) }),
  ])(),

  FragmentsOnCompositeTypes: (c) => c.random.pick([
    () => onSelection(c, 'inline', (s) => (s.on = c.random.pick(['Int', 'Kind', 'Filter', 'Shade']))),
    () => onFragment(c, (f) => (f.on = c.random.pick(['String', 'Choice', 'DateTime']))),
  ])(),

  VariablesAreInputTypes: (c) => addVariable(c, { type: c.random.pick(['Person', '[Entity!]', 'Thing!', '[[Actor]]', '__Type']) }),

  ScalarLeafs: (c) => onSelection(c, 'field', (s) => {
    if (s.name === '__typename') {
      s.selections = [typeName()];
    } else {
      s.selections = s.selections ? null : [c.random.chance(0.5) ? leaf('x') : typeName()];
    }
  }),

  FieldsOnCorrectType: (c) => c.random.pick([
    () => onSelection(c, 'field', (s) => (s.name = c.random.chance(0.5) ? `${s.name}x` : c.random.pick(['key', 'friend', 'unknown', 'height', '__type', 'laebl']))),
    () => inSelections(c, (all) => all.push(leaf(c.random.pick(['friend', 'model', 'key', 'rank', 'boom', 'area', 'toString', '__schema'])))),
  ])(),

  UniqueFragmentNames: (c) => onFragment(c, (f) =>
    c.document.fragments.push({ ...f, on: c.random.chance(0.5) ? f.on : 'Query', selections: [typeName()] })),

  KnownFragmentNames: (c) => c.random.pick([
    () => onSelection(c, 'spread', (s) => (s.name = 'Missing')),
    () => inSelections(c, (all) => all.push({ kind: 'spread', name: 'Missing', directives: [] })),
  ])(),

  NoUnusedFragments: (c) => c.document.fragments.push(
    { name: `Unused${c.random.below(9)}`, on: c.random.pick(['Query', 'Person', 'Thing']), directives: [], selections: [typeName()] }) > 0,

  PossibleFragmentSpreads: (c) => c.random.pick([
    () => onSelection(c, 'inline', (s) => (s.on = c.random.pick(['Counter', 'Query', 'Place', 'Mutation', 'Living']))),
    () => onFragment(c, (f) => (f.on = c.random.pick(['Counter', 'Query', 'Place', 'Robot']))),
  ])(),

  NoFragmentCycles: (c) => onFragment(c, (f) => {
    const other = c.random.pick(c.document.fragments);
    const spread = { kind: 'spread', name: f.name, directives: [] };
    other.selections.push(spread);
    if (c.random.chance(0.5)) {
      f.selections.unshift({ kind: 'inline', on: null, directives: [], selections: [{ ...spread, name: other.name }] });
    }
  }),

  UniqueVariableNames: (c) => onOperation(c, (o) => {
    if (o.variables.length === 0) {
      return false;
    }

    const copy = c.random.pick(o.variables);
    o.variables.push(c.random.chance(0.5) ? { ...copy } : { ...copy, type: 'Int', initial: null });
    return true;
  }),

  NoUndefinedVariables: (c) => c.random.pick([
    () => onOperation(c, (o) => o.variables.length > 0 && o.variables.splice(c.random.below(o.variables.length), 1).length > 0),
    () => onArgument(c, (a) => (a[1] = '$undefined')),
    () => inSelections(c, (all) => all.push({ ...typeName(), alias: 'when', directives: ['@include(if: $undefined)'] })),
  ])(),

  NoUnusedVariables: (c) => addVariable(c, { type: c.random.pick(['Int', '[Filter!]', 'Choice', 'String!']) }),

  KnownDirectives: (c) => c.random.pick([
    () => onSelection(c, null, (s) => (s.directives = [...s.directives, c.random.pick(['@unknown', '@deprecated', '@oneOf', '@specifiedBy(url: "x")', '@Skip(if: true)'])])),
    () => onOperation(c, (o) => (o.directives = [...o.directives, c.random.pick(['@skip(if: true)', '@unknown(a: 1)', '@include(if: false)'])])),
    () => onFragment(c, (f) => (f.directives = ['@skip(if: true)'])),
    () => onOperation(c, (o) => o.variables.length > 0 && (c.random.pick(o.variables).directives = [c.random.pick(['@skip(if: true)', '@unknown'])])),
  ])(),

  UniqueDirectivesPerLocation: (c) => onSelection(c, null, (s) => {
    const name = c.random.pick(['skip', 'include']);
    s.directives = [...s.directives, `@${name}(if: true)`, `@${name}(if: ${c.random.chance(0.5)})`];
  }),

  KnownArgumentNames: (c) => c.random.pick([
    () => onSelection(c, 'field', (s) => s.args.push([c.random.pick(['unknown', 'frist', 'numbr', 'uper', 'if']), '1'])),
    () => onSelection(c, null, (s) => (s.directives = [...s.directives, '@skip(iff: true, if: false)'])),
  ])(),

  UniqueArgumentNames: (c) => c.random.pick([
    () => onArgument(c, (a, s) => s.args.push([a[0], c.random.chance(0.5) ? a[1] : '1'])),
    () => onSelection(c, null, (s) => (s.directives = ['@include(if: true, if: false)'])),
  ])(),

  ValuesOfCorrectType: (c) => c.random.pick([
    () => onArgument(c, (a) => (a[1] = c.values.wrongLiteral())),
    () => onOperation(c, (o) => o.variables.length > 0 && (c.random.pick(o.variables).initial = c.values.wrongLiteral())),
    () => inSelections(c, (all) => all.push({ ...typeName(), directives: [`@skip(if: ${c.values.wrongLiteral()})`] })),
    () => rootField(c, `echo(${c.random.pick(['filter', 'demand', 'choice', 'ranges', 'matrix', 'kinds', 'when', 'shade', 'id', 'float'])}: ${c.values.wrongLiteral()})`),
  ])(),

  ProvidedRequiredArguments: (c) => c.random.pick([
    () => onArgument(c, (a, s) => s.args.splice(s.args.indexOf(a), 1)),
    () => onSelection(c, null, (s) => (s.directives = [c.random.pick(['@skip', '@include'])])),
    () => rootField(c, c.random.pick(['personHard { key }', 'echoHard', 'find { key }', 'actor { key }'])),
  ])(),

  VariablesInAllowedPosition: (c) => c.random.pick([
    () => onOperation(c, (o) => {
      const variable = o.variables.length > 0 && c.random.pick(o.variables);
      if (variable) {
        variable.type = c.random.pick(['String', 'Int', '[Int]', 'Boolean', 'Filter', 'Choice', '[[Int!]]', `[${variable.type}]`, String(variable.type).replaceAll('!', ''), 'ID!']);
        variable.initial = c.random.chance(0.7) ? null : c.random.pick(['null', variable.initial]);
      }

      return Boolean(variable);
    }),
    () => {
      const [type, use] = c.random.pick([
        ['Int', 'number: $p'], ['Int = 1', 'number: $p'], ['Int = null', 'number: $p'], ['String!', 'number: $p'], ['[Int!]!', 'number: $p'],
      ]);
      return rootField(c, `p: personHard(${use}) { key }`, `$p: ${type}`);
    },
    () => {
      const [type, use] = c.random.pick([
        ['Int', 'list: [1, $p]'], ['Int', 'filter: { limit: $p }'], ['Int', 'demand: { text: "a", range: { from: $p }, kinds: [] }'],
        ['ID', 'choice: { byId: $p }'], ['ID = "a"', 'choice: { byId: $p }'], ['ID!', 'choice: { byId: $p }'], ['[Int]', 'choice: { byNumbers: $p }'], ['Int', 'choice: { byNumbers: [1, $p] }'],
        ['[Range]', 'ranges: [$p]'], ['[Kind]', 'kinds: $p'], ['Kind', 'kinds: $p'], ['Kind!', 'kinds: [$p, WARM]'], ['Range', 'filter: { range: $p, ranges: [[$p]] }'],
        ['Int!', 'matrix: [[$p], $p]'], ['Choice', 'choice: { either: $p }'], ['Boolean', 'filter: { strict: $p, nested: { strict: $p, weight: $p } }'],
      ]);
      return rootField(c, `echo(${use})`, `$p: ${type}`);
    },
  ])(),

  OverlappingFieldsCanBeMerged: (c) => c.random.pick([
    () => inSelections(c, (all) => all.push({ ...typeName(), alias: 'clash' }, { ...leaf(c.random.pick(['key', 'label', 'version', 'rank'])), alias: 'clash' })),
    () => onSelection(c, 'field', (s) => (s.alias = c.random.pick(['clash', 'key', 'label', 'friend', '__typename']))),
    () => inSelections(c, (all) => {
      const field = c.random.pick(all.filter((s) => s.kind === 'field'));
      if (!field) {
        return false;
      }

      const copy = { ...field, args: c.random.chance(0.5) ? [] : [['first', '1'], ['number', '2']], alias: field.alias ?? field.name };
      all.push(c.random.chance(0.5) ? copy : { kind: 'inline', on: null, directives: [], selections: [copy] });
      return true;
    }),
    () => rootField(c, c.random.pick([
      'a: person { b: key } a: person { b: label }',
      'm: actor(number: 1) { ... on Person { n: boom } ... on Robot { n: boom } }',
      'm: actor(number: 1) { ... on Person { n: gap } ... on Robot { n: gapHard } }',
      'm: actor(number: 1) { ... on Person { n: friend { x: key } } ... on Robot { n: maker { x: label } } }',
      'm: actor(number: 1) { ... on Person { n: friend { x: key } } ... on Robot { n: maker { x: key } } }',
      'm: things { ... on Person { n: tags } ... on Robot { n: model } ... on Place { n: open } }',
      'm: things { ... on Person { n: grid } ... on Robot { n: parts { key } } }',
      'a: person { friend { b: key friend { c: key d: rank } } } a: person { friend { b: label friend { c: rank d: rank } } }',
      'a: person(number: 1) { key } a: person(number: 2) { key } a: entity { key }',
      'f: echo(filter: { text: "a", limit: 1 }) f: echo(filter: { limit: 1, text: "a" })',
      'f: echo(filter: { limit: 1 }) f: echo(filter: { limit: 2 }) ... { f: echo(list: [1]) }',
    ])),
    () => {
      const name = `Clash${c.random.below(1000)}`;
      c.document.fragments.push(
        { name: `${name}A`, on: 'Person', directives: [], selections: [{ ...leaf('key'), alias: 'z' }, { kind: 'spread', name: `${name}B`, directives: [] }] },
        { name: `${name}B`, on: 'Person', directives: [], selections: [{ ...leaf('rank'), alias: 'z' }, { ...leaf('friend'), selections: [{ ...leaf('gap'), alias: 'z' }, { ...leaf('boom'), alias: 'z' }] }] });
      return rootField(c, `c: person { ...${name}A friend { ...${name}B } }`);
    },
  ])(),

  UniqueInputFieldNames: (c) => c.random.pick([
    () => rootField(c, 'echo(filter: { text: "a", limit: 2, text: "b" })'),
    () => rootField(c, 'echo(ranges: [[{ from: 1, to: 2, from: 1 }], [{ from: 1, from: 2, from: 3 }]])'),
    () => onArgument(c, (a) => a[1].startsWith('{') && (a[1] = a[1].replace(/\{\s*(\w+): /, '{ $1: null, $1: '))),
  ])(),

  MaxIntrospectionDepth: (c) => rootField(c, c.random.pick([
    '__schema { types { fields { type { fields { type { fields { name } } } } } } }',
    '__type(name: "Person") { fields { type { fields { type { fields { name } } } } } }',
    '__schema { types { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } }',
    '__type(name: "Filter") { inputFields { type { inputFields { type { inputFields { type { name } } } } } } }',
    '__type(name: "Filter") { inputFields { type { inputFields { type { name } } } } }',
  ])),
};

const leaf = (name) => ({ kind: 'field', name, alias: null, args: [], directives: [], selections: null });
const typeName = () => leaf('__typename');

function* selectionsOf(document) {
  const pending = [...document.operations, ...document.fragments];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node.selections) {
      yield node.selections;
      pending.push(...node.selections);
    }
  }
}

function inSelections({ document, random }, change) {
  const all = [...selectionsOf(document)];
  return all.length > 0 && change(random.pick(all)) !== false;
}

function onSelection({ document, random }, kind, change) {
  const all = [...selectionsOf(document)].flat().filter((s) => s.kind !== 'raw' && (!kind || s.kind === kind));
  return all.length > 0 && change(random.pick(all)) !== false;
}

function onArgument({ document, random }, change) {
  const all = [...selectionsOf(document)].flat().filter((s) => s.args?.length > 0);
  if (all.length === 0) {
    return false;
  }

  const selection = random.pick(all);
  return change(random.pick(selection.args), selection) !== false;
}

function onFragment({ document, random }, change) {
  return document.fragments.length > 0 && change(random.pick(document.fragments)) !== false;
}

function onOperation({ document, random }, change) {
  return change(random.pick(document.operations)) !== false;
}

function addVariable({ document, random }, variable) {
  random.pick(document.operations).variables.push({ name: `w${random.below(100)}`, initial: null, directives: [], ...variable });
  return true;
}

/** Adds text among the fields of a query. */
function rootField({ document, random }, text, variable) {
  const query = document.operations.find((o) => o.kind === 'query');
  if (!query) {
    return false;
  }

  query.selections.splice(random.below(query.selections.length + 1), 0, { kind: 'raw', text });
  if (variable) {
    const [, name, type, initial = null] = /^\$(\w+): ([^=]+?)(?: = (.*))?$/.exec(variable);
    query.variables.push({ name, type, initial, directives: [] });
  }

  return true;
}

/** Breaks a document by one rule or a few; answers the rules. */
export function breakDocument(context) {
  const { random } = context;
  const rules = [];
  const count = random.chance(0.7) ? 1 : 2 + random.below(3);
  for (let attempt = 0; rules.length < count && attempt < 20; attempt++) {
    const rule = random.pick(Object.keys(breakers));
    if (breakers[rule](context)) {
      rules.push(rule);
    }
  }

  if (random.chance(0.1)) {
    declareVariables(context.document);
  }

  return rules;
}
