/** Roots of demo threads, for `thread(root:)`. */

/** 250 replies in a grown tree, up to 8 levels deep. */
export const tree250 = direct('bob', 'alice', 'tree-250', '158844553002000001', '2025-06-03T00:00:00.074Z');

/** 5,000 replies, up to 9 levels deep: more than one request reads. */
export const tree5000 = direct('alice', 'carol', 'tree-5000', '158844553003000001', '2025-06-04T00:00:00.111Z');

/** Parents that were recalled or deleted, and their orphans. */
export const gaps = direct('alice', 'dave', 'gaps', '158844553004000001', '2025-06-05T00:00:00.148Z');

/** 150 of 160 replies share one millisecond. */
export const sameMillisecond = direct(
  'carol', 'alice', 'same-millisecond', '158844553005000001', '2025-06-06T00:00:00.185Z');

/** Every kind of attachment. */
export const attachments = direct('bob', 'alice', 'attachments', '158844553006000001', '2025-06-07T00:00:00.222Z');

/** In an advanced team. */
export const team = {
  message: {
    conversationType: 'TEAM',
    senderId: 'alice',
    receiverId: '4100200300',
    messageId: '158844553011000001',
    clientMessageId: 'team',
    createdAt: '2025-06-12T00:00:00.407Z',
  },
};

/** 26 replies in a QChat channel, of many kinds. */
export const channelNested = channel('301', '8001', '2025-06-14T00:00:00.481Z');

/** 300 replies in a QChat channel. */
export const channel300 = channel('302', '158844553014000001', '2025-06-15T00:00:00.518Z');

/** 150 of 160 replies in a QChat channel share one millisecond. */
export const channelSameMillisecond = channel('302', '158844553015000001', '2025-06-16T00:00:00.555Z');

/** The root of a one-to-one thread. */
export function direct(senderId, receiverId, clientMessageId, messageId, createdAt) {
  return { message: { conversationType: 'P2P', senderId, receiverId, messageId, clientMessageId, createdAt } };
}

function channel(channelId, messageId, createdAt) {
  return { channelMessage: { qchatServerId: '1513535', channelId, messageId, createdAt } };
}
