// What a row of the suite consists of: a request to be sent, and the refusal that it must meet.
import { sevenLevels, signedBy } from './world.js';

const alice = signedBy('alice');

/** Roots are many characters, so documents take them from this variable. */
export const rootVariable = '$root: ThreadRootInput!';
export const rootValue = { root: sevenLevels };

/**
 * A row.
 * @param {string} name What a hostile client does.
 * @param {(n: number) => object} message The n-th such request, for `exchange`.
 * @param {string} [code] The code of the first error; none where the answer is not GraphQL's.
 * @param {number} status The HTTP status.
 */
export const row = (name, message, code, status = 400) => ({ name, message, code, status });

/** A row that sends a document, in alice's name. */
export const documentRow = (name, query, code, { variables, status = 400, ...more } = {}) =>
  row(name, document(query, variables, more), code, status);

/** The message of a document; each has a comment of its own, so that no cache of the server's spares any work. */
export const document = (query, variables, more = {}) => (n) => json({ query: `${query}\n#${n}`, variables, ...more });

/** A message with a body of JSON, in alice's name. */
export const json = (body, headers = {}) => ({ headers: { ...alice, ...headers }, body: JSON.stringify(body) });

/** A message with any body, in alice's name; a header that is undefined is left out. */
export const raw = (body, headers = {}) => {
  const all = Object.entries({ ...alice, ...headers }).filter(([, value]) => value !== undefined);
  return { headers: Object.fromEntries(all), body };
};

/** A GET, in alice's name. */
export const get = (path, headers = {}) => ({
  method: 'GET',
  path,
  headers: { accept: alice.accept, authorization: alice.authorization, ...headers },
});

/** Text made of a piece for each number from 0 on. */
export const times = (count, piece) => Array.from({ length: count }, (_, i) => piece(i)).join(' ');
