// The naive tree of a thread: every reply read flat, then put below its parent.
import assert from 'node:assert/strict';
import { request } from './request.js';

const query = `
  query Flat($root: ThreadRootInput!, $after: String) {
    thread(root: $root) {
      id
      root { id }
      messages(first: 100, after: $after) {
        nodes { id parentId }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/** Reads a thread whole, page by page, and builds its tree. */
export async function readTree(graphQL, root) {
  const replies = [];
  let thread;
  let after = null;
  do {
    const { data, errors } = await request(graphQL(), query, { root, after });
    assert.deepEqual(errors, undefined);
    thread = data.thread;
    replies.push(...thread.messages.nodes);
    after = thread.messages.pageInfo.endCursor;
  } while (thread.messages.pageInfo.hasNextPage);

  // A reply whose parent is gone stands below the root.
  const childIds = new Map([thread.root.id, ...replies.map(({ id }) => id)].map((id) => [id, []]));
  for (const { id, parentId } of replies) {
    (childIds.get(parentId) ?? childIds.get(thread.root.id)).push(id);
  }

  return {
    threadId: thread.id,
    replyIds: replies.map(({ id }) => id),
    /** The IDs of the direct replies to the root, oldest first. */
    topIds: childIds.get(thread.root.id),
    /** The IDs of the direct replies to a reply, oldest first. */
    childIdsOf: (id) => childIds.get(id),
  };
}
