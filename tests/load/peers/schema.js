// The schema of ThreadGraph with resolvers for what the load run's operations select, as one would write it for Node.
import { readFileSync } from 'node:fs';
import DataLoader from 'dataloader';
import { buildSchema } from 'graphql';
import { readChannelPage, readMessagePage } from './upstream.js';

const fullPage = 100;
const sdl = readFileSync(new URL('../../../schema/threadgraph.graphql', import.meta.url), 'utf8');

/** What one request shares: the loader that sees all that a wave of resolvers asks of a thread. */
export function createContext() {
  return { pages: new DataLoader(readPages, { cache: false }) };
}

export const schema = buildSchema(sdl, { assumeValid: true });
resolve('Query', {
  thread: (_, { root }) => openThread(root),
  threads: (_, { roots }) => roots.map(openThread),
});
resolve('Thread', {
  id: (thread) => opaque('Thread', thread.key),
  replyCount: async (thread, _, { pages }) => (await pages.load({ thread, limit: 1 })).total,
  lastReplyAt: async (thread, _, { pages }) => iso((await pages.load({ thread, limit: 1 })).lastReplyAt),
  root: async (thread, _, { pages }) => (await pages.load({ thread, limit: 1 })).root,
  messages: async (thread, { first, last }, { pages }) => {
    const page = await pages.load({ thread, limit: first ?? last, fromEnd: last !== undefined });
    return connection(page.messages, !last && page.hasMore);
  },
  replies: async (thread, { first }, { pages }) => {
    const page = await pages.load({ thread, whole: true });
    return firstOf(page.root.replies, first);
  },
});
resolve('Message', {
  id: (message) => opaque('Message', `${message.thread.key}:${message.messageId}:${message.time}`),
  createdAt: (message) => iso(message.time),
  sender: (message) => message,
  replies: (message, { first }) => firstOf(message.replies, first),
});
resolve('MessageConnection', {
  edges: ({ nodes }) => nodes.map((node) => ({ node })),
  pageInfo: (connection) => connection,
});
resolve('MessageEdge', { cursor: ({ node }) => cursorOf(node) });
resolve('PageInfo', {
  hasPreviousPage: () => false,
  endCursor: ({ nodes }) => (nodes.length > 0 ? cursorOf(nodes.at(-1)) : null),
});

function resolve(type, resolvers) {
  const fields = schema.getType(type).getFields();
  for (const [name, resolver] of Object.entries(resolvers)) {
    fields[name].resolve = resolver;
  }
}

function openThread({ message, channelMessage }) {
  return { message, channelMessage, key: Object.values(message ?? channelMessage).join(':') };
}

// One read for each thread, as large as the largest of what is asked of it.
async function readPages(demands) {
  const reads = new Map();
  for (const { thread, limit, fromEnd, whole } of demands) {
    const read = reads.get(thread) ?? { limit: 1 };
    read.limit = Math.max(read.limit, limit ?? fullPage);
    read.fromEnd ||= fromEnd;
    read.whole ||= whole;
    reads.set(thread, read);
  }

  const pages = new Map();
  await Promise.all(
    [...reads].map(async ([thread, { limit, fromEnd, whole }]) => {
      pages.set(thread, own(thread, await (whole ? readTree(thread) : readPage(thread, limit, !fromEnd))));
    }),
  );
  return demands.map(({ thread }) => pages.get(thread));
}

function readPage(thread, limit, oldestFirst, token) {
  return thread.message
    ? readMessagePage(thread.message, limit, oldestFirst, token)
    : readChannelPage(thread.channelMessage, limit);
}

function own(thread, page) {
  page.root.thread = thread;
  for (const message of page.messages) {
    message.thread = thread;
  }

  return page;
}

/** Reads all pages and gives each message its replies; who answers nobody that is there answers the root. */
async function readTree(thread) {
  const page = await readPage(thread, fullPage, true);
  for (let next = page; next.hasMore;) {
    next = await readPage(thread, fullPage, true, next.token);
    page.messages.push(...next.messages);
  }

  page.root.replies = [];
  const byId = new Map([[page.root.messageId, page.root]]);
  for (const message of page.messages) {
    message.replies = [];
    byId.set(message.messageId, message);
  }

  for (const message of page.messages) {
    (byId.get(message.parentId) ?? page.root).replies.push(message);
  }

  return page;
}

function firstOf(messages, first) {
  return connection(messages.slice(0, first), messages.length > first);
}

function connection(nodes, hasNextPage) {
  return { nodes, hasNextPage };
}

function cursorOf(message) {
  return Buffer.from(`${message.time}:${message.messageId}`).toString('base64url');
}

function opaque(type, key) {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

function iso(time) {
  return new Date(time).toISOString();
}
