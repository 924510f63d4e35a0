// Bodies that are too large, not what they say, or not JSON.
import { gzipSync } from 'node:zlib';
import { documentRow, get, json, raw, rootVariable, row, times } from './rows.js';

const badInput = 'BAD_USER_INPUT';
const documentLimit = 'DOCUMENT_LIMIT';
const good = '{"query":"{ __typename }"}';
const variables = (value) => ({ variables: value });
const deep = (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const mebibyte = Buffer.alloc(1024 * 1024, ' ');

/** Apollo's hash of a document, alone or with it. */
const hashed = (sha256Hash, query) => () => json({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });

export const bodies = [
  row('8 MiB, announced', () => raw(Buffer.alloc(8 * 1024 * 1024, ' ')), documentLimit, 413),
  row('8 MiB, in chunks', () => raw(Array(8).fill(mebibyte)), documentLimit, 413),
  row('2 MiB, byte by byte in chunks', () => raw([mebibyte, ...Array(500).fill(' '), mebibyte]), documentLimit, 413),
  row('no body', () => raw(''), badInput),
  row('a batch', () => raw(`[${good},${good}]`), badInput),
  row('a batch of 10,000', () => raw(`[${Array(10_000).fill(good).join(',')}]`), badInput),
  row('not JSON', () => raw('{ __typename }'), badInput),
  row('JSON that breaks off', () => raw('{"query":"{ __typename }"'), badInput),
  row('JSON with something behind it', () => raw(`${good}${good}`), badInput),
  row('a string', () => raw('"{ __typename }"'), badInput),
  row('null', () => raw('null'), badInput),
  row('one key twice', () => raw('{"query":"{ __typename }","query":"{ viewer { id } }"}'), badInput),
  row('one key twice, escaped', () => raw('{"query":"{ __typename }","\\u0071uery":"{ viewer { id } }"}'), badInput),
  row('one key 50,000 times', () => raw(`{${times(50_000, () => '"a":1,')}"query":"{ __typename }"}`), badInput),
  row('70,000 keys', () => raw(`{${times(70_000, (i) => `"a${i}":1,`)}"variables":{}}`), badInput),
  row('500,000 brackets', () => raw(deep(500_000)), documentLimit),
  row('variables 65 levels deep', () => raw(`{"query":"{ __typename }","variables":{"a":${deep(64)}}}`), documentLimit),
  row(
    'invalid UTF-8',
    () => raw(Buffer.from([...Buffer.from('{"query":"{ __typename } #'), 0xff, 0xc0, 0x22, 0x7d])), badInput,
  ),
  row(
    'overlong UTF-8',
    () => raw(Buffer.from([...Buffer.from('{"query":"{ __typename } #'), 0xc0, 0xaf, 0x22, 0x7d])), badInput,
  ),
  row('UTF-16', () => raw(Buffer.from(good, 'utf16le')), badInput),
  row(
    'UTF-16, and says so',
    () => raw(Buffer.from(good, 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }), badInput, 415,
  ),
  row('half a surrogate pair', () => raw('{"query":"{ __typename } #\\ud800"}'), badInput),
  row('a bomb in gzip', () => raw(bomb, { 'content-encoding': 'gzip' }), badInput, 415),
  row('a number for the document', () => raw('{"query":1}'), badInput),
  row('a list for the document', () => raw('{"query":["{ __typename }"]}'), badInput),
  row('a list for the variables', () => raw('{"query":"{ __typename }","variables":[]}'), badInput),
  row('a string for the variables', () => raw('{"query":"{ __typename }","variables":"{}"}'), badInput),
  row('a number for the operation\'s name', () => raw('{"query":"{ __typename }","operationName":1}'), badInput),
  row('a string for the extensions', () => raw('{"query":"{ __typename }","extensions":"a"}'), badInput),
  row('no document', () => raw('{"variables":{}}'), badInput),
  row('a document and an ID of one', () => raw('{"query":"{ __typename }","documentId":"a"}'), badInput),

  // Variables.
  documentRow('900 KiB of variables', '{ __typename }', documentLimit, variables({ a: 'a'.repeat(900 * 1024) })),
  documentRow('a variable\'s list of 101 items', 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', documentLimit, variables({
    ids: Array(101).fill('a'),
  })),
  documentRow('a variable\'s list of 60,000 items', 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', documentLimit, variables({
    ids: Array(60_000).fill(1),
  })),
  documentRow('a variable with 10,000 unknown fields', `query(${rootVariable}) { thread(root: $root) { id } }`, badInput, variables({
    root: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`a${i}`, 1])),
  })),
  documentRow(
    'a variable of a wrong type',
    `query(${rootVariable}) { thread(root: $root) { id } }`, badInput, variables({ root: 1 }),
  ),
  documentRow(
    'a variable that is missing',
    `query(${rootVariable}) { thread(root: $root) { id } }`, badInput, variables({}),
  ),
  documentRow(
    'an operator for a value',
    'query($id: ID!) { node(id: $id) { id } }', badInput, variables({ id: { $ne: null } }),
  ),
  documentRow('a number beyond all', 'query($a: Int) { node(id: "a") { ... on Message { replies(first: $a) { nodes { id } } } } }', badInput, variables({
    a: 1e300,
  })),

  // Documents by their hashes and IDs.
  row('a hash that nobody knows', hashed('a'.repeat(64)), 'PERSISTED_QUERY_NOT_FOUND'),
  row('a hash of another document', hashed('a'.repeat(64), '{ __typename }'), badInput),
  row('a hash of 500 KiB', hashed('a'.repeat(500 * 1024)), 'PERSISTED_QUERY_NOT_FOUND'),
  row('an ID that nobody knows', () => json({ documentId: '../../../etc/passwd' }), 'PERSISTED_QUERY_NOT_FOUND'),
  row(
    'an ID that nobody knows, by GET',
    () => get('/graphql?documentId=..%2F..%2Fetc%2Fpasswd'), 'PERSISTED_QUERY_NOT_FOUND',
  ),
];
