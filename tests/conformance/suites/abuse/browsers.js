// What another site's page can make a browser send, and requests that abuse HTTP itself.
import { get, raw, row } from './rows.js';

const badInput = 'BAD_USER_INPUT';
const query = encodeURIComponent('{ viewer { accountId } }');
const form = `query=${query}`;
const boundary = 'threadgraph';
const multipart = [
  `--${boundary}`, 'Content-Disposition: form-data; name="operations"', '', '{"query":"{ __typename }"}',
  `--${boundary}`, 'Content-Disposition: form-data; name="map"', '', '{}', `--${boundary}--`, '',
].join('\r\n');
const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

const posted = (type, body = '{"query":"{ __typename }"}') => () => raw(body, { 'content-type': type, ...evil });
const manyHeaders = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`x-${i}`, 'a']));

export const browsers = [
  // Forms, which need no leave of the server's to be sent across sites.
  row('a form', posted('application/x-www-form-urlencoded', form), badInput, 415),
  row('a form with a file', posted(`multipart/form-data; boundary=${boundary}`, multipart), badInput, 415),
  row('a form of plain text', posted('text/plain'), badInput, 415),
  row('plain text that mentions JSON', posted('text/plain; application/json'), badInput, 415),
  row('no type at all', posted(undefined), badInput, 415),
  row('a document as it is', posted('application/graphql', '{ __typename }'), badInput, 415),
  row('a form with the query in the address', () => ({
    ...raw('', { 'content-type': 'application/x-www-form-urlencoded', ...evil }), path: `/graphql?${form}`,
  }), badInput, 415),

  // Embedding.
  row('a query as an image', () => get(`/graphql?${form}`, {
    ...evil, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image',
  }), badInput),
  row('a query as a script', () => get(`/graphql?${form}`, {
    ...evil, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script',
  }), badInput),
  row('a query as a frame', () => get(`/graphql?${form}`, {
    ...evil, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe',
  }), badInput),

  // GET.
  row('a mutation by GET', () => get('/graphql?query=mutation%7Ba%7D'), 'GRAPHQL_VALIDATION_FAILED'),
  row('a subscription by GET', () => get('/graphql?query=subscription%7Ba%7D'), 'GRAPHQL_VALIDATION_FAILED'),
  row('two documents by GET', () => get(`/graphql?${form}&${form}`), badInput),
  row('broken variables by GET', () => get(`/graphql?${form}&variables=%7B`), badInput),
  row('a line of 9,000 characters', () => get(`/graphql?query=${'a'.repeat(9_000)}`), undefined, 414),

  // Methods and headers.
  ...['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'].map((method) => row(`${method}`, () => ({
    ...get('/graphql'), method,
  }), badInput, 405)),
  row('a type that nobody has', () => raw('{"query":"{ __typename }"}', { accept: 'image/png' }), badInput, 406),
  row('33 KiB of headers', () => get('/graphql', { 'x-a': 'a'.repeat(33 * 1024) }), undefined, 431),
  row('200 headers', () => get('/graphql', manyHeaders), undefined, 431),
];
