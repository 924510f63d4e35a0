// Clients that hold what others need: connections that never get to their end, and more requests than one may have.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { tree250 } from '../../demo.js';
import { exchange } from './exchange.js';
import { json, row } from './rows.js';
import { tokenFor } from './tokens.js';
import { bobAndCarol, signedBy } from './world.js';

const dripMs = 1_000;
const replyCount = 'query($root: ThreadRootInput!) { thread(root: $root) { replyCount } }';

const endlessHeader = () => 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Endless: ';
const endlessBody = (n) =>
  'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n' +
  `Authorization: Bearer ${tokenFor(`slow.${n}`)}\r\n\r\n{"query":"`;

/** Opens connections that send a byte a second; each ends with what the server said before it hung up, and when. */
export function openSlowly(url, count) {
  const { hostname, port } = new URL(url);
  return {
    headers: Array.from({ length: count }, () => drip(hostname, port, endlessHeader())),
    bodies: Array.from({ length: count }, (_, n) => drip(hostname, port, endlessBody(n))),
  };
}

async function drip(hostname, port, beginning) {
  const start = performance.now();
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.on('data', (data) => (said += data));
  socket.on('error', () => {});
  socket.write(beginning);
  const timer = setInterval(() => socket.write('a'), dripMs);
  await once(socket, 'close');
  clearInterval(timer);
  return { said, heldMs: performance.now() - start };
}

/** The row of an account that asks for a third answer while it waits for two. */
export const third = row('a third request while two are under way', () => ({
  ...json({ query: '{ viewer { accountId } }' }), headers: signedBy('bob'),
}), 'REQUEST_LIMIT', 429);

/** Does something while two requests of bob's are under way; they get their answers afterwards. */
export async function whileTwoWait({ sandbox, narrow }, action) {
  const control = (method, path, body) => exchange(sandbox.url, {
    method, path: `/sandbox/${path}`, headers: { 'content-type': 'application/json' }, body,
  });
  await control('DELETE', 'calls');
  const roots = [tree250, bobAndCarol];
  for (const { message } of roots) {
    await control('POST', 'faults', JSON.stringify({ fault: 'Hang', root: message.messageId, count: 1 }));
  }

  const waiting = roots.map((root) => exchange(narrow.url, {
    headers: signedBy('bob'), body: JSON.stringify({ query: replyCount, variables: { root } }),
  }));
  while (JSON.parse((await control('GET', 'calls')).text).byApi.thread_messages !== 2) {
    await delay(20);
  }

  try {
    await action();
  } finally {
    await control('DELETE', 'faults');
  }

  const answers = await Promise.all(waiting);
  assert.deepEqual(
    answers.map(({ text }) => JSON.parse(text).data),
    [{ thread: { replyCount: 250 } }, { thread: { replyCount: 6 } }],
  );
}
