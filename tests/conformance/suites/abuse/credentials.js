// Requests of nobody, or of somebody whose token is not good: turned away before the document is read.
import { get, json, rootValue, rootVariable, row } from './rows.js';
import { badTokens, tokenFor } from './tokens.js';

const unauthenticated = 'UNAUTHENTICATED';
const viewer = { query: '{ viewer { accountId } }' };

const asking = (name, authorization, body = viewer) =>
  row(name, () => json(body, { authorization: authorization ?? [] }), unauthenticated, 401);

export const credentials = [
  asking('no token', undefined),
  asking('no token, for a thread', undefined, {
    query: `query(${rootVariable}) { thread(root: $root) { replyCount } }`, variables: rootValue,
  }),
  asking('an empty token', 'Bearer '),
  asking('another scheme', `Basic ${Buffer.from('alice:alice').toString('base64')}`),
  asking('a good token and another one', `Bearer ${tokenFor('alice')}, Bearer ${tokenFor('bob')}`),
  row('a good token in the address', () => ({
    ...get(`/graphql?query=%7Bviewer%7BaccountId%7D%7D&access_token=${tokenFor('alice')}`, { authorization: [] }),
  }), unauthenticated, 401),
  ...Object.entries(badTokens).map(([name, token]) => asking(`token: ${name}`, `Bearer ${token}`)),
  row('token: 40 KiB', () => json(viewer, { authorization: `Bearer ${'a'.repeat(40 * 1024)}` }), undefined, 431),
];
