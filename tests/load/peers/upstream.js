// The upstream calls of the peers: signed as the contract asks for (upstream.md 1.1), over kept connections.
import { createHash, hash, randomBytes, randomUUID } from 'node:crypto';
import { Pool } from 'undici';

const appKey = 'load';
const appSecret = 'load-secret';
const dayMs = 86_400_000;
const sha1 = hash ? (text) => hash('sha1', text) : (text) => createHash('sha1').update(text).digest('hex');

// Server IDs are numbers beyond 2^53, which JSON.parse would round: as strings they stay what they are.
const longIds = /"((?:message_server_id|\w*[mM]sgIdServer))":(\d+)/g;

const pool = new Pool(process.env.UPSTREAM, { connections: 512, pipelining: 1 });

/** A page of a thread of the IM API, its messages oldest first. */
export async function readMessagePage(root, limit, oldestFirst, token) {
  const created = Date.parse(root.createdAt);
  const query = new URLSearchParams({
    begin_time: created,
    end_time: Date.now() + dayMs,
    ...(token && { page_token: token }),
    limit,
    descending: oldestFirst,
    conversation_type: 1,
    sender_id: root.senderId,
    receiver_id: root.receiverId,
    message_server_id: root.messageId,
    message_client_id: root.clientMessageId,
    create_time: created,
  });
  const { data } = await call({
    path: `/im/v2.1/messages/actions/thread_messages?${query}`,
    method: 'GET',
    headers: signed('X-custom-traceid', 'application/json;charset=UTF-8'),
  });
  const messages = data.messages.map(fromMessage);
  return {
    root: fromMessage(data.thread_root),
    total: data.total,
    lastReplyAt: data.timestamp,
    messages: oldestFirst ? messages : messages.reverse(),
    hasMore: data.has_more,
    token: data.next_token,
  };
}

/** The first page of a thread of a QChat channel. */
export async function readChannelPage(root, limit) {
  const created = Date.parse(root.createdAt);
  const form = new URLSearchParams({
    serverId: root.qchatServerId,
    channelId: root.channelId,
    msgIdServer: root.messageId,
    msgTime: created,
    accid: 'alice',
    fromTime: created,
    toTime: Date.now() + dayMs,
    limit,
    reverse: true,
  });
  const answer = await call({
    path: '/nimserver/qchat/queryThreadTalkHistory.action',
    method: 'POST',
    headers: signed('RequestId', 'application/x-www-form-urlencoded;charset=utf-8'),
    body: form.toString(),
  });
  return {
    root: fromChannelMessage(answer.threadMsg),
    total: answer.total,
    lastReplyAt: answer.timestamp,
    messages: answer.msgs.map(fromChannelMessage),
    hasMore: answer.total > answer.msgs.length,
  };
}

async function call(request) {
  const { statusCode, body } = await pool.request(request);
  const text = await body.text();
  const answer = statusCode === 200 ? JSON.parse(text.replace(longIds, '"$1":"$2"')) : { code: statusCode };
  if (answer.code !== 200) {
    throw new Error(`The upstream answered with ${answer.code}.`);
  }

  return answer;
}

function signed(traceHeader, contentType) {
  const nonce = randomBytes(16).toString('hex');
  const time = Math.floor(Date.now() / 1000).toString();
  return {
    AppKey: appKey,
    Nonce: nonce,
    CurTime: time,
    CheckSum: sha1(appSecret + nonce + time),
    'Content-Type': contentType,
    [traceHeader]: randomUUID().replaceAll('-', ''),
  };
}

function fromMessage(m) {
  return {
    messageId: m.message_server_id,
    clientMessageId: m.message_client_id,
    accountId: m.sender_id,
    time: m.create_time,
    text: m.text,
    parentId: m.thread_config?.thread_reply.message_server_id,
  };
}

function fromChannelMessage(m) {
  return {
    messageId: m.msgIdServer,
    clientMessageId: m.msgIdClient,
    accountId: m.fromAccount,
    time: m.time,
    text: m.body,
    parentId: m.replyMsgIdServer,
  };
}
