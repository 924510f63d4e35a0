// Apollo Client merges pages with relayStylePagination, and what its cache holds is right.
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'node:test';
import * as demo from '../demo.js';
import { noComplaints } from '../complaints.js';
import { readTree } from '../tree.js';
import { counted } from '../upstream.js';
import { Client, possibleTypes } from './apollo/client.js';
import * as documents from './apollo/documents.js';

export default function apollo(graphQL) {
  describe('Apollo Client', () => {
    noComplaints();
    let types;
    let client;
    before(async () => (types = await possibleTypes(graphQL)));
    afterEach(() => client?.stop());
    const newClient = () => (client = new Client(graphQL, types));

    for (const [name, root, first, nested] of [
      ['tree250', demo.tree250, 20, 1],
      ['gaps', demo.gaps, 3, 1],
      ['sameMillisecond', demo.sameMillisecond, 7, 1],
      ['channel300', demo.channel300, 25, 1],
      ['channelSameMillisecond', demo.channelSameMillisecond, 10, 1],
    ]) {
      it(`merges the pages of two nested levels of ${name}`, async () => {
        const tree = await readTree(graphQL, root);
        const watched = await newClient().watch(documents.tree, { root, first, nested });

        await watched.loadAll(({ thread }) => thread.replies, forward);
        assert.deepEqual(ids(watched.data().thread.replies), tree.topIds);

        for (const id of tree.topIds) {
          const select = ({ thread }) => thread.replies.edges.find(({ node }) => node.id === id).node.replies;
          await watched.loadAll(select, nextRepliesTo(id, nested));
        }

        for (const { node } of watched.data().thread.replies.edges) {
          assert.deepEqual(ids(node.replies), tree.childIdsOf(node.id));
        }
      });
    }

    // One request reads 2,000 of its 5,000 replies at most, so a page may end early, or be empty, and still go on.
    it('merges pages that the bound on reading cut short', async () => {
      const tree = await readTree(graphQL, demo.tree5000);
      const watched = await newClient().watch(documents.tree, { root: demo.tree5000, first: 5, nested: 1 });

      for (const id of tree.topIds.slice(0, 5)) {
        const select = ({ thread }) => thread.replies.edges.find(({ node }) => node.id === id).node.replies;
        await watched.loadAll(select, nextRepliesTo(id, 1));
      }

      for (const { node } of watched.data().thread.replies.edges) {
        assert.deepEqual(ids(node.replies), tree.childIdsOf(node.id));
      }
    });

    for (const [direction, size, more] of [
      ['forward', { first: 40 }, forward],
      ['backward', { last: 40 }, backward],
    ]) {
      it(`merges the messages of tree250 ${direction}, one upstream call a page`, async () => {
        const { replyIds } = await readTree(graphQL, demo.tree250);
        const variables = { root: demo.tree250, ...size };
        const { result: watched, calls } = await counted(graphQL, async () => {
          const query = await newClient().watch(documents.messages, variables);
          await query.loadAll(({ thread }) => thread.messages, more);
          return query;
        });

        const { messages } = watched.data().thread;
        assert.deepEqual(ids(messages), replyIds);
        assert.deepEqual([messages.pageInfo.hasPreviousPage, messages.pageInfo.hasNextPage], [false, false]);
        assert.equal(calls, 7);
      });
    }

    it('merges the messages of channel300 both ways from the middle', async () => {
      const { replyIds } = await readTree(graphQL, demo.channel300);
      const front = await newClient().query(documents.messages, { root: demo.channel300, first: 61 });
      const after = front.thread.messages.pageInfo.endCursor;
      client.stop();

      const variables = { root: demo.channel300, first: 10, after };
      const watched = await newClient().watch(documents.messages, variables);
      assert.deepEqual(ids(watched.data().thread.messages), replyIds.slice(61, 71));

      await watched.loadAll(({ thread }) => thread.messages, backward);
      await watched.loadAll(({ thread }) => thread.messages, forward);

      assert.deepEqual(ids(watched.data().thread.messages), replyIds);
    });

    it('knows the types of each interface by introspection', () =>
      assert.deepEqual(types, {
        Node: ['Account', 'Message', 'Thread'],
        Attachment: ['LocationAttachment', 'MediaAttachment', 'OtherAttachment'],
        Conversation: ['ChannelConversation', 'DirectConversation', 'TeamConversation'],
      }));

    for (const [name, root] of [
      ['attachments', demo.attachments],
      ['team', demo.team],
      ['channelNested', demo.channelNested],
    ]) {
      it(`reads fragments on interfaces of ${name} from the cache as the server answered them`, async () => {
        const { replyIds } = await readTree(graphQL, root);
        const variables = { root, id: replyIds[0] };
        await newClient().query(documents.interfaces, variables);

        const cached = client.cached(documents.interfaces, variables);

        assert.deepEqual(cached.thread.conversation, client.lastData.thread.conversation);
        assert.deepEqual(
          cached.thread.messages.edges.map(({ node }) => node),
          client.lastData.thread.messages.edges.map(({ node }) => node),
        );
        assert.deepEqual(cached.node, client.lastData.node);
      });
    }
  });
}

function ids(connection) {
  return connection.edges.map(({ node }) => node.id);
}

/** The options of fetchMore for the page behind the last one; false at the end. */
function forward({ hasNextPage, endCursor }) {
  return hasNextPage && { variables: { after: endCursor } };
}

/** The options of fetchMore for the page in front of the first one; false at the start. */
function backward({ hasPreviousPage, startCursor }) {
  return hasPreviousPage && { variables: { first: null, after: null, last: 40, before: startCursor } };
}

function nextRepliesTo(id, first) {
  return ({ hasNextPage, endCursor }) =>
    hasNextPage && { query: documents.repliesTo, variables: { id, first, after: endCursor } };
}
