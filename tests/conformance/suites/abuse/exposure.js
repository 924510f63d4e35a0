// What a server in production must not tell of itself.
import { documentRow, get, json, rootValue, rootVariable, row, times } from './rows.js';

const validationFailed = 'GRAPHQL_VALIDATION_FAILED';
const badInput = 'BAD_USER_INPUT';

const typeRef = (depth) => (depth === 0 ? 'name' : `name ofType { ${typeRef(depth - 1)} }`);
const circular = (depth) => (depth === 0 ? 'name' : `fields { type { ${circular(depth - 1)} } }`);
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

export const exposure = [
  documentRow('introspection', '{ __schema { types { name } } }', validationFailed),
  documentRow('introspection of one type', '{ __type(name: "Query") { name } }', validationFailed),
  documentRow(
    'introspection as IDEs ask for it',
    `query IntrospectionQuery { __schema { queryType { name } types { kind name fields(includeDeprecated: true) {
      name args { name type { ${typeRef(7)} } } type { ${typeRef(7)} } } } directives { name } } }`,
    validationFailed,
  ),
  documentRow(
    'introspection behind a fragment',
    '{ ...A } fragment A on Query { __schema { types { name } } }', validationFailed,
  ),
  documentRow(
    'introspection beside a good field',
    '{ viewer { id } s: __schema { types { name } } }', validationFailed,
  ),
  documentRow('circular introspection', `{ __schema { types { ${circular(20)} } } }`, validationFailed),
  documentRow(
    'introspection flood',
    `{ ${times(100, (i) => `a${i}: __schema { types { ${circular(3)} } }`)} }`,
    validationFailed,
  ),
  row('the schema as SDL', () => get('/graphql?sdl'), badInput),

  documentRow('misspelt field', '{ viewe { id } }', validationFailed),
  documentRow('misspelt field of a type', '{ viewer { acountId } }', validationFailed),
  documentRow('misspelt argument', '{ node(idd: "a") { id } }', validationFailed),
  documentRow('misspelt type', '{ node(id: "a") { ... on Mesage { id } } }', validationFailed),
  documentRow('misspelt input type', 'query($a: ThreadRootInputt) { __typename }', validationFailed),
  documentRow('misspelt input field', '{ thread(root: { mesage: "a" }) { id } }', validationFailed),
  documentRow('misspelt enum value', `{ thread(root: { message: { conversationType: TAEM, senderId: "a",
    receiverId: "1", messageId: "1", clientMessageId: "a", createdAt: "2025-06-02T00:00:00Z" } }) { id } }`, validationFailed),
  documentRow('misspelt directive', '{ __typename @skpi(if: true) }', validationFailed),
  documentRow('misspelt input field in a variable', `query(${rootVariable}) { thread(root: $root) { id } }`, badInput, {
    variables: { root: { mesage: {} } },
  }),
  documentRow('misspelt enum value in a variable', `query(${rootVariable}) { thread(root: $root) { id } }`, badInput, {
    variables: { root: { message: { ...rootValue.root.message, conversationType: 'TAEM' } } },
  }),

  row('a browser opens the address', () => get('/graphql', { accept: browser }), badInput),
  row('only a page will do', () => get('/graphql', { accept: 'text/html' }), badInput, 406),
  row('the IDE\'s files', () => get('/graphql/index.html'), undefined, 404),
  row('GraphiQL at its usual address', () => get('/graphiql', { accept: browser }), undefined, 404),
  row('Playground at its usual address', () => get('/playground', { accept: browser }), undefined, 404),
  row('the sandbox\'s controls', () => get('/sandbox/calls'), undefined, 404),
  row('a path out of the folder', () => get('/graphql/../../../etc/passwd'), undefined, 404),
  row('tracing asked for with a wrong document', (n) => json(
    { query: `{ x${n} }`, extensions: { tracing: true } },
    { 'x-apollo-tracing': '1', 'graphql-tracing': '1', 'apollo-federation-include-trace': 'ftv1' },
  ), validationFailed),
];
