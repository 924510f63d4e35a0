// Cursors and IDs that were not given out, and threads of others. A name that leads nowhere is a failure of its field, not
// of the request, so these answer 200 with an error and no data (GraphQL over HTTP, "Status Codes").
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { direct, team, tree250 } from '../../demo.js';
import { exchange } from './exchange.js';
import { json, row } from './rows.js';
import { bobAndCarol, sevenLevels, signedBy } from './world.js';

const byRoot = 'query($root: ThreadRootInput!) { thread(root: $root) { id replyCount root { text } messages { nodes { text } } } }';
const byNode = 'query($id: ID!) { node(id: $id) { id ... on Message { text } ... on Thread { replyCount } } }';
const byCursor = `query($root: ThreadRootInput!, $cursor: String, $first: Int = 1) {
  thread(root: $root) { messages(first: $first, after: $cursor) { nodes { text } } } }`;

/** What the server gave to those who may have it. */
const given = {};

/** Fetches real cursors and IDs to forge others of; and sees that the threads of others are there for the others. */
export async function collect(url) {
  const ask = async (account, query, variables) => {
    const { text } = await exchange(url, { headers: signedBy(account), body: JSON.stringify({ query, variables }) });
    const { data, errors } = JSON.parse(text);
    assert.equal(errors, undefined, text);
    return data.thread;
  };
  const list = `query($root: ThreadRootInput!) { thread(root: $root) {
    id messages(first: 3) { edges { cursor node { id } } } replies(first: 1) { edges { cursor } } } }`;
  const own = await ask('alice', list, { root: sevenLevels });
  const other = await ask('alice', list, { root: tree250 });
  given.threadId = own.id;
  given.messageId = own.messages.edges[1].node.id;
  given.cursor = own.messages.edges[1].cursor;
  given.cursorOfReplies = own.replies.edges[0].cursor;
  given.cursorOfAnother = other.messages.edges[1].cursor;
  for (const root of Object.values(ofOthers)) {
    const thread = await ask('bob', byRoot, { root });
    assert.ok(thread.replyCount > 0 && thread.root.text);
  }
}

const inTeam = (receiverId, messageId) => ({ message: {
  conversationType: 'TEAM', senderId: 'bob', receiverId, messageId, clientMessageId: 'others-team', createdAt: '2025-07-13T00:00:01.554Z',
} });
const inChannel = (qchatServerId, channelId, messageId, createdAt) => ({
  channelMessage: { qchatServerId, channelId, messageId, createdAt },
});

/** Threads that bob may read and alice may not. */
const ofOthers = {
  'one-to-one': bobAndCarol,
  'a team': inTeam('4100200301', '158844553042000001'),
  'a QChat server': inChannel('1513536', '401', '158844553043000001', '2025-07-14T00:00:01.591Z'),
  'a closed channel': inChannel('1513535', '303', '158844553017000001', '2025-06-18T00:00:00.629Z'),
};

/** Nothing like these is there, and alice must not be able to tell. */
const ofNobody = {
  'one-to-one': direct('bob', 'erin', 'nothing', '158844553010000009', '2025-06-11T00:00:00.370Z'),
  'a team': inTeam('4100299999', '158844553042000009'),
  'a QChat server': inChannel('1599999', '401', '158844553043000009', '2025-07-14T00:00:01.591Z'),
  'a closed channel': inChannel('1513535', '303', '158844553017000009', '2025-06-18T00:00:00.629Z'),
};

const asking = (query, variables) => () => json({ query, variables: variables() });
const field = (name, query, code, variables) => row(name, asking(query, variables), code, 200);
const cursor = (name, code, value) => field(name, byCursor, code, () => ({ root: sevenLevels, cursor: value() }));
const id = (name, code, value) => field(name, byNode, code, () => ({ id: value() }));
const root = (name, code, changes) =>
  field(name, byRoot, code, () => ({ root: { message: { ...sevenLevels.message, ...changes } } }));
const teamRoot = (name, changes) =>
  field(name, byRoot, 'BAD_USER_INPUT', () => ({ root: { message: { ...team.message, ...changes } } }));

/** The same with one bit turned, the n-th from the end. */
const flipped = (text, n) => {
  const bytes = Buffer.from(text, 'base64url');
  bytes[bytes.length - 1 - (n >> 3)] ^= 1 << (n & 7);
  return bytes.toString('base64url');
};

const huge = () => 'A'.repeat(120 * 1024);

export const names = [
  cursor('cursor: one bit turned', 'CURSOR_INVALID', () => flipped(given.cursor, 0)),
  cursor('cursor: one bit of its place turned', 'CURSOR_INVALID', () => flipped(given.cursor, 100)),
  cursor('cursor: cut off', 'CURSOR_INVALID', () => given.cursor.slice(0, -4)),
  cursor('cursor: random', 'CURSOR_INVALID', () => randomBytes(48).toString('base64url')),
  cursor('cursor: empty', 'CURSOR_INVALID', () => ''),
  cursor('cursor: 120 KiB', 'CURSOR_INVALID', huge),
  cursor('cursor: not base64', 'CURSOR_INVALID', () => '\' OR 1=1 --'),
  cursor('cursor: an ID', 'CURSOR_INVALID', () => given.messageId),
  cursor('cursor: of another thread', 'CURSOR_MISMATCH', () => given.cursorOfAnother),
  cursor('cursor: of another field', 'CURSOR_MISMATCH', () => given.cursorOfReplies),
  field('cursor: of a thread of others', byCursor, 'FORBIDDEN', () => ({
    root: ofOthers['one-to-one'], cursor: given.cursor,
  })),
  field('page of 101', byCursor, 'PAGE_SIZE_LIMIT', () => ({ root: sevenLevels, first: 101 })),
  field('page of 2^31 - 1', byCursor, 'PAGE_SIZE_LIMIT', () => ({ root: sevenLevels, first: 2_147_483_647 })),
  field('page of -1', byCursor, 'BAD_USER_INPUT', () => ({ root: sevenLevels, first: -1 })),

  id('ID: random', 'ID_INVALID', () => randomBytes(48).toString('base64url')),
  id('ID: empty', 'ID_INVALID', () => ''),
  id('ID: 120 KiB', 'ID_INVALID', huge),
  id('ID: not base64', 'ID_INVALID', () => '1; DROP TABLE messages'),
  id('ID: a number', 'ID_INVALID', () => 1),
  id('ID: of a type that is none', 'ID_INVALID', () => Buffer.from('User:1').toString('base64url')),
  id('ID: of a type, and nothing else', 'ID_INVALID', () => Buffer.from('Message:').toString('base64url')),
  id('ID: a cursor', 'ID_INVALID', () => given.cursor),
  id(
    'ID: one bit of its type turned',
    'ID_INVALID', () => flipped(given.messageId, Buffer.from(given.messageId, 'base64url').length * 8 - 1),
  ),
  id('ID: one bit of its time turned', ['ID_INVALID', 'THREAD_NOT_FOUND'], () => flipped(given.threadId, 8)),
  field(
    'root: an account\'s ID',
    byRoot, 'ID_INVALID', () => ({ root: { id: Buffer.from('Account:alice').toString('base64url') } }),
  ),
  field('51 roots', 'query($roots: [ThreadRootInput!]!) { threads(roots: $roots) { replyCount } }', 'BAD_USER_INPUT', () => ({
    roots: Array(51).fill(sevenLevels),
  })),
  field(
    '51 IDs',
    'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', 'BAD_USER_INPUT', () => ({ ids: Array(51).fill('a') }),
  ),

  root('root: a message that is not there', 'THREAD_NOT_FOUND', { messageId: '158844553001999999' }),
  root('root: a sender that was not', 'THREAD_NOT_FOUND', { senderId: 'bob', receiverId: 'alice' }),
  root('root: a path for an account', 'FORBIDDEN', { senderId: '../../admin', receiverId: 'bob' }),
  root('root: a line\'s end in an account', 'FORBIDDEN', { senderId: 'carol\r\nX-A: a', receiverId: 'bob' }),
  root('root: an account of 100 KiB', 'BAD_USER_INPUT', { senderId: 'a'.repeat(100 * 1024) }),
  root('root: a message\'s number that is none', 'BAD_USER_INPUT', { messageId: '1 OR 1=1' }),
  teamRoot('root: a path for a team', { receiverId: '4100200300/../4100200301' }),
  teamRoot('root: a team with more behind it', { receiverId: '4100200300|4100200301' }),

  ...Object.keys(ofOthers).map((kind) => ({
    ...field(`thread of others: ${kind}`, byRoot, 'FORBIDDEN', () => ({ root: ofOthers[kind] })),
    twin: asking(byRoot, () => ({ root: ofNobody[kind] })),
  })),
];
