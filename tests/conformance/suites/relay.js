// Relay, compiler and runtime, pages and refetches threads as its React hooks do, and what its store holds is right.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as demo from '../demo.js';
import { noComplaints } from '../complaints.js';
import { readTree } from '../tree.js';
import { counted } from '../upstream.js';
import { RelayClient } from './relay/client.js';
import { compile } from './relay/compile.js';

// The Relay name of each connection, from its @connection.
const messagesKey = 'thread_messages';
const repliesKey = 'thread_replies';
const messageRepliesKey = 'message_replies';

export default function relay(graphQL) {
  describe('Relay', () => {
    noComplaints();
    let artifact;
    before(async () => (artifact = await compile()));

    for (const [name, root, first, nested] of [
      ['tree250', demo.tree250, 20, 1],
      ['gaps', demo.gaps, 3, 1],
      ['sameMillisecond', demo.sameMillisecond, 7, 1],
      ['channel300', demo.channel300, 25, 1],
      ['channelSameMillisecond', demo.channelSameMillisecond, 10, 1],
    ]) {
      it(`pages two nested levels of ${name} to their ends`, async () => {
        const tree = await readTree(graphQL, root);
        const client = new RelayClient(graphQL);
        const { thread } = await client.load(artifact('threadTreeQuery'), { root, first, nested });

        await loadAll(client, 'forward', first, artifact('thread_replies'), thread);
        assert.deepEqual(client.storedIds(tree.threadId, repliesKey), tree.topIds);

        for (const ref of topReplies(client, thread)) {
          await loadAll(client, 'forward', nested, artifact('thread_messageReplies'), ref);
        }
        for (const id of tree.topIds) {
          assert.deepEqual(client.storedIds(id, messageRepliesKey), tree.childIdsOf(id));
        }
      });
    }

    // One request reads 2,000 of its 5,000 replies at most, so a page may end early, or be empty, and still go on.
    it('pages on where the bound on reading cut a page short', async () => {
      const tree = await readTree(graphQL, demo.tree5000);
      const client = new RelayClient(graphQL);
      const { thread } = await client.load(artifact('threadTreeQuery'), { root: demo.tree5000, first: 100, nested: 1 });

      await loadAll(client, 'forward', 100, artifact('thread_replies'), thread);
      assert.deepEqual(client.storedIds(tree.threadId, repliesKey), tree.topIds);

      for (const ref of topReplies(client, thread).slice(0, 5)) {
        await loadAll(client, 'forward', 1, artifact('thread_messageReplies'), ref);
      }
      for (const id of tree.topIds.slice(0, 5)) {
        assert.deepEqual(client.storedIds(id, messageRepliesKey), tree.childIdsOf(id));
      }
    });

    it('reads a thread of 250 replies once for two nested levels', async () => {
      const client = new RelayClient(graphQL);
      const variables = { root: demo.tree250, first: 20, nested: 5 };
      const { calls } = await counted(graphQL, () => client.load(artifact('threadTreeQuery'), variables));

      // Full pages of 100: only the thread's end shows that a reply has no more replies.
      assert.equal(calls, 3);
    });

    it('pages the replies to a message for no more upstream calls than the whole thread has pages', async () => {
      const client = new RelayClient(graphQL);
      const variables = { root: demo.tree250, first: 100, nested: 1 };
      const { thread } = await client.load(artifact('threadTreeQuery'), variables);

      const fragment = artifact('thread_messageReplies');
      const costs = [];
      for (const ref of topReplies(client, thread)) {
        costs.push(...(await loadAllCounted(graphQL, client, 'forward', 1, fragment, ref)));
      }

      assert.notEqual(costs.length, 0);
      assert.deepEqual(costs.filter((calls) => calls > 3), []);
    });

    for (const [name, root] of [
      ['tree250', demo.tree250],
      ['sameMillisecond', demo.sameMillisecond],
      ['channel300', demo.channel300],
      ['channelSameMillisecond', demo.channelSameMillisecond],
    ]) {
      for (const [direction, size] of [['forward', { first: 40 }], ['backward', { last: 40 }]]) {
        it(`pages the messages of ${name} ${direction}, one upstream call a page`, async () => {
          const tree = await readTree(graphQL, root);
          const client = new RelayClient(graphQL);

          const start = await counted(graphQL, () => client.load(artifact('threadMessagesQuery'), { root, ...size }));
          const { thread } = start.result;
          const costs = await loadAllCounted(graphQL, client, direction, 40, artifact('thread_messages'), thread);

          assert.deepEqual(client.storedIds(tree.threadId, messagesKey), tree.replyIds);
          const pages = Math.ceil(tree.replyIds.length / 40);
          assert.deepEqual([start.calls, ...costs], Array(pages).fill(1));
        });
      }
    }

    for (const [name, root] of [
      ['tree250', demo.tree250],
      ['sameMillisecond', demo.sameMillisecond],
      ['channel300', demo.channel300],
    ]) {
      it(`pages the messages of ${name} both ways from the middle`, async () => {
        const tree = await readTree(graphQL, root);
        const client = new RelayClient(graphQL);
        const query = artifact('threadMessagesQuery');
        const fragment = artifact('thread_messages');

        const { thread } = await client.load(query, { root, first: 61 });
        const after = client.read(fragment, thread).messages.edges.at(-1).cursor;
        const opened = new RelayClient(graphQL);
        const middle = (await opened.load(query, { root, first: 10, after })).thread;
        assert.deepEqual(opened.storedIds(tree.threadId, messagesKey), tree.replyIds.slice(61, 71));

        await loadAll(opened, 'backward', 30, fragment, middle);
        await loadAll(opened, 'forward', 30, fragment, middle);

        assert.deepEqual(opened.storedIds(tree.threadId, messagesKey), tree.replyIds);
      });
    }

    it('refetches one message by its ID for one upstream call', async () => {
      const { threadId, replyIds, topIds } = await readTree(graphQL, demo.tree250);
      const fragment = artifact('thread_message');

      for (const id of [topIds[0], replyIds.at(-1)]) {
        const client = new RelayClient(graphQL);
        const { node } = await client.load(artifact('threadMessageQuery'), { id });
        const before = client.read(fragment, node.message);
        assert.equal(before.id, id);
        assert.equal(before.thread.id, threadId);

        const { result, calls } = await counted(graphQL, () => client.refetch(fragment, node.message));
        assert.deepEqual(result, before);
        assert.equal(calls, 1);
      }
    });

    function topReplies(client, thread) {
      return client.read(artifact('thread_replies'), thread).replies.edges.map(({ node }) => node);
    }
  });
}

async function loadAll(client, direction, count, fragment, ref) {
  while (client.has(direction, fragment, ref)) {
    await client.loadMore(direction, count, fragment, ref);
  }
}

/** The upstream calls of each further page. */
async function loadAllCounted(graphQL, client, direction, count, fragment, ref) {
  const costs = [];
  while (client.has(direction, fragment, ref)) {
    costs.push((await counted(graphQL, () => client.loadMore(direction, count, fragment, ref))).calls);
  }

  return costs;
}
