// Documents that are larger, deeper or dearer than anybody needs.
import { documentRow, json, rootValue, rootVariable, row, times } from './rows.js';

const documentLimit = 'DOCUMENT_LIMIT';
const costLimit = 'COST_LIMIT';
const parseFailed = 'GRAPHQL_PARSE_FAILED';
const validationFailed = 'GRAPHQL_VALIDATION_FAILED';

const nested = (depth, open, inner, close) => `${open.repeat(depth)}${inner}${close.repeat(depth)}`;
const name = (kib) => 'a'.repeat(kib * 1024);
const withRoot = (selection) => `query(${rootVariable}) { thread(root: $root) { ${selection} } }`;
const scalars = `id messageId clientMessageId senderName senderClient senderClientCode createdAt modifiedAt status statusCode
  type typeCode subTypeCode text extension isAvailable parentId depth sender { id accountId }
  modifiedBy { id accountId } parent { messageId clientMessageId createdAt state sender { id } } thread { id }`;
const onThread = { variables: rootValue };

/** A message, and what it leads to, so many levels deep; each of ten places a level spreads the fragment anew. */
const everywhere = (depth) => (depth === 0 ? 'id' : `...A parent { message { ...A } } ancestors { ...A }
  replies { nodes { ...A } edges { node { ...A } } }
  thread { messages { nodes { ...A } edges { node { ...A } } } outline { edges { node { ...A } } } root { ${everywhere(depth - 1)} } }`);

/** `...F1 ...F2`: spreads of all fragments from a number on. */
const spreadsFrom = (first, count) => times(count - first, (i) => `...F${first + i}`);

export const documents = [
  // Many of one thing.
  documentRow('101 aliases', `{ ${times(101, (i) => `a${i}: __typename`)} }`, documentLimit),
  documentRow('1,500 aliases', `{ ${times(1_500, (i) => `a${i}: viewer { id }`)} }`, documentLimit),
  documentRow(
    '100 aliases, each a page of 100 whole messages',
    `${withRoot(times(100, (i) => `a${i}: messages(first: 100) { nodes { ...A } }`))}
      fragment A on Message { ${scalars} }`,
    costLimit,
    onThread,
  ),
  documentRow('one field 101 times', `{ ${times(101, () => 'viewer { id }')} }`, documentLimit),
  documentRow('one field 7,000 times', `{ ${times(7_000, () => '__typename')} }`, documentLimit),
  documentRow(
    'one name for 1,000 different fields',
    `{ ${times(1_000, (i) => `viewer { x${i} }`)} }`, validationFailed,
  ),
  documentRow('2,000 unknown fields', `{ ${times(2_000, (i) => `x${i}`)} }`, validationFailed),
  documentRow('5 directives in one place', `{ __typename ${times(5, () => '@skip(if: false)')} }`, documentLimit),
  documentRow('1,000 directives in one place', `{ __typename ${times(1_000, () => '@aa')} }`, documentLimit),
  documentRow(
    '4 unknown directives in each of 1,000 places',
    `{ ${times(1_000, () => '__typename @a @b @c @d')} }`,
    validationFailed,
  ),
  documentRow('51 variables', `query(${times(51, (i) => `$v${i}: Int`)}) { __typename }`, documentLimit),
  documentRow(
    '50 variables that nobody uses',
    `query(${times(50, (i) => `$v${i}: Int`)}) { __typename }`, validationFailed,
  ),
  documentRow('1,000 operations without a name', times(1_000, () => '{ __typename }'), validationFailed),
  documentRow('2,000 operations of one name', times(2_000, () => 'query A { __typename }'), validationFailed),
  documentRow(
    '2,000 operations, none of them chosen',
    times(2_000, (i) => `query A${i} { __typename }`), 'BAD_USER_INPUT',
  ),
  documentRow('3,000 operations', times(3_000, (i) => `query A${i} { __typename }`), documentLimit),
  documentRow(
    '201 fragments',
    `{ __typename } ${times(201, (i) => `fragment F${i} on Query { __typename }`)}`, documentLimit,
  ),
  documentRow(
    '200 fragments that nobody uses',
    `{ __typename } ${times(200, (i) => `fragment F${i} on Query { a }`)}`, validationFailed,
  ),
  documentRow('3,000 unknown arguments', `{ viewer(${times(3_000, (i) => `a${i}: 1`)}) { id } }`, validationFailed),
  documentRow('a list of 101 items', `{ nodes(ids: [${times(101, () => '"a"')}]) { id } }`, documentLimit),
  documentRow('15,001 tokens', `{ viewer(a: [${times(15_001, () => '1')}]) { id } }`, documentLimit),
  documentRow(
    '3,700 braces in one object',
    `{ viewer(a: {${times(3_700, (i) => `b${i}: {}`)}}) { id } }`, validationFailed,
  ),

  // Much of one thing.
  documentRow('129 KiB of commas', `{ __typename ${','.repeat(129 * 1024)} }`, documentLimit),
  documentRow('a comment of 900 KiB', `{ __typename }#${'a'.repeat(900 * 1024)}`, documentLimit),
  documentRow('a field of 100 KiB', `{ ${name(100)} }`, documentLimit),
  documentRow(
    'an alias of 100 KiB, in each of 100 messages',
    withRoot(`messages(first: 100) { nodes { ${name(100)}: id } }`), documentLimit, onThread,
  ),
  documentRow(
    'an alias of 100 KiB, in each of 50 errors',
    `{ ${name(100)}: nodes(ids: [${times(50, () => '"a"')}]) { id } }`, documentLimit,
  ),
  documentRow(
    'an operation of 100 KiB, in each of 50 errors',
    `query ${name(100)}(${times(50, (i) => `$v${i}: Int`)}) { __typename }`, documentLimit,
  ),
  documentRow(
    '100 mistakes at the end of one line of 120 KiB',
    `{ ${' '.repeat(120 * 1024)} ${times(100, (i) => `x${i}`)} }`, validationFailed,
  ),
  documentRow(
    'an integer of 50,000 digits',
    withRoot(`messages(first: ${'9'.repeat(50_000)}) { nodes { id } }`), validationFailed, onThread,
  ),
  documentRow(
    'a number with an endless exponent',
    withRoot('messages(first: 1e999999999) { nodes { id } }'), validationFailed, onThread,
  ),
  documentRow(
    'a block string of 50,000 lines',
    `{ node(id: """${'\n '.repeat(50_000)}""" first: 1) { id } }`, validationFailed,
  ),
  documentRow('a string of 20,000 escapes', `{ viewer(a: "${'\\u0041'.repeat(20_000)}") { id } }`, validationFailed),

  // Deep.
  documentRow('40,000 braces deep', nested(40_000, '{a', '', '}'), documentLimit),
  documentRow(
    '60,000 brackets deep, as a value',
    `{ viewer(a: ${nested(60_000, '[', '', ']')}) { id } }`, documentLimit,
  ),
  documentRow(
    '20,000 objects deep, as a value',
    `{ viewer(a: ${nested(20_000, '{a:', '1', '}')}) { id } }`, documentLimit,
  ),
  documentRow(
    '60,000 brackets deep, as a type',
    `query($a: ${nested(60_000, '[', 'Int', ']')}) { __typename }`, documentLimit,
  ),
  documentRow('200 inline fragments deep', nested(200, '{ ... on Query ', '{ __typename }', '}'), documentLimit),
  documentRow('190 fields deep', withRoot(nested(95, 'root { thread { ', 'id', '} }')), documentLimit, onThread),
  documentRow(
    '17 levels of replies',
    withRoot(nested(17, 'replies(first: 1) { nodes { ', 'id', '} }')), 'REPLY_DEPTH_LIMIT', onThread,
  ),

  // Fragments.
  documentRow('a fragment within itself', '{ ...A } fragment A on Query { ...A }', validationFailed),
  documentRow(
    'a ring of 99 fragments',
    `{ ...F0 } ${times(99, (i) => `fragment F${i} on Query { ...F${(i + 1) % 99} }`)}`,
    validationFailed,
  ),
  documentRow(
    '13 fragments, each within all the others and itself',
    `{ ...F0 } ${times(13, (i) => `fragment F${i} on Query { ${spreadsFrom(0, 13)} }`)}`,
    validationFailed,
  ),
  documentRow(
    'fragments that double 25 times',
    `${withRoot('root { ...F0 }')} ${times(25, (i) => `fragment F${i} on Message {
      a: thread { root { ...F${i + 1} } } b: thread { root { ...F${i + 1} } } }`)} fragment F25 on Message { id }`,
    documentLimit,
    onThread,
  ),
  documentRow(
    'fragments that double 25 times, in vain for a wrong field',
    `${withRoot('root { ...F0 }')} ${times(25, (i) => `fragment F${i} on Message {
      a: thread { root { ...F${i + 1} } } b: thread { root { ...F${i + 1} } } }`)} fragment F25 on Message { x }`,
    validationFailed,
    onThread,
  ),
  documentRow(
    '18 fragments, each within all before it, with a conflict at the end',
    `${withRoot('root { ...F0 a: id }')} ${times(18, (i) =>
      `fragment F${i} on Message { ${spreadsFrom(i + 1, 19)} }`)} fragment F18 on Message { a: text }`,
    validationFailed,
    onThread,
  ),
  documentRow(
    '100 levels of one name, twice each, with a conflict at the end',
    withRoot(`${nested(45, 'root { thread { ', 'a: id', '} }')} ${nested(45, 'root { thread { ', 'a: replyCount', '} }')}`),
    validationFailed,
    onThread,
  ),
  documentRow(
    '1,000 pairs of fields that may conflict',
    withRoot(times(90, (i) => `root { ${times(20, (j) => `f${j}: ${(i + j) % 2 ? 'id' : 'text'}`)} }`)),
    documentLimit,
    onThread,
  ),

  // Short, and dear.
  documentRow(
    'six levels of 100 messages in 100 messages',
    withRoot(nested(6, 'messages(first: 100) { nodes { thread { ', 'id', '} } }')),
    costLimit,
    onThread,
  ),
  row('the same, its cost asked for only', (n) => json(
    { query: `${withRoot(nested(6, 'messages(first: 100) { nodes { thread { ', 'id', '} } }'))}\n#${n}`, variables: rootValue },
    { 'graphql-cost': 'validate' },
  ), costLimit),
  documentRow(
    'a fragment of 120 fields, spread in 80 places',
    `${withRoot(`root { ${everywhere(8)} }`)} fragment A on Message { ${scalars} ${times(90, (i) => `a${i}: id`)} }`,
    costLimit,
    onThread,
  ),
  documentRow(
    '50 threads, each with 20 whole trees',
    `query($roots: [ThreadRootInput!]!) { threads(roots: $roots) { ${times(20, (i) => `
      a${i}: replies(first: 100) { nodes { id text replies(first: 100) { nodes { id text } } } }`)} } }`,
    costLimit,
    { variables: { roots: Array.from({ length: 50 }, (_, i) => ({
      channelMessage: { qchatServerId: '1', channelId: '1', messageId: `${i + 1}`, createdAt: '2025-06-02T00:00:00Z' },
    })) } },
  ),

  // Not GraphQL, or not this schema's.
  documentRow('not GraphQL', 'qwerty cop { abc }', parseFailed),
  documentRow('an open brace', '{ __typename', parseFailed),
  documentRow('a letter that looks like another', '{ v\u0456ewer { id } }', parseFailed),
  documentRow('a null character', '{ __typename \u0000 }', parseFailed),
  documentRow('a text that turns its direction', '{ __typename \u202e }', parseFailed),
  documentRow('a string with half a surrogate pair', '{ node(id: "\\uD800") { id } }', parseFailed),
  documentRow('only a comment', '#', parseFailed),
  documentRow('a mutation', 'mutation { deleteThread }', validationFailed),
  documentRow('a subscription', 'subscription { messages }', validationFailed),
  documentRow('@defer', '{ ... @defer { viewer { id } } }', validationFailed),
  documentRow('@stream', '{ nodes(ids: []) @stream(initialCount: 0) { id } }', validationFailed),
  documentRow('a schema of its own', 'type Query { a: Int } { a }', validationFailed),
  documentRow('an operation that is not there', 'query A { __typename }', 'BAD_USER_INPUT', { operationName: 'B' }),
];
