// What the upstream holds: deterministic threads, written as the JSON pages that nginx gives out as they are.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pageSize = 100;
const beginning = 1753951800123;

// A size, and how many different threads of it: more than there are connections, so that no two requests under way ask
// for the same thread and could share a call.
export const families = {
  short: { replies: 40, count: 1600 },
  hundred: { replies: 100, count: 256 },
  thousand: { replies: 1000, count: 24 },
  tenThousand: { replies: 10000, count: 8 },
  channel: { replies: 40, count: 256 },
};

const words = (
  'the release notes say that we should look at this again after lunch because "it depends" on who is asking and 线程 ' +
  'of replies grows faster than anybody reads it so please answer below – thanks 👍 and do not forget the slides'
).split(' ');

/** Writes all pages below a folder; returns the roots of each family as the variables of operations name them. */
export function writeData(folder) {
  const roots = {};
  let number = 0;
  for (const [name, { replies, count }] of Object.entries(families)) {
    roots[name] = Array.from({ length: count }, () => writeThread(folder, name === 'channel', ++number, replies));
  }

  return roots;
}

function writeThread(folder, isChannel, number, replies) {
  const root = {
    id: idOf(number, 0),
    client: `c-${number}-0`,
    time: beginning + number * 97_001,
    sender: 'alice',
    text: textOf(number, 0),
  };
  const messages = messagesOf(number, root, replies);
  const home = join(folder, isChannel ? 'qchat' : 'im', root.id);
  mkdirSync(home, { recursive: true });
  if (isChannel) {
    writeFileSync(join(home, 'true-20.json'), channelPage(root, messages, messages.slice(0, 20)));
    return {
      channelMessage: { qchatServerId: '7001', channelId: '8001', messageId: root.id, createdAt: iso(root.time) },
    };
  }

  writeMessagePages(home, root, messages);
  return {
    message: {
      conversationType: 'P2P',
      senderId: 'alice',
      receiverId: 'bob',
      messageId: root.id,
      clientMessageId: root.client,
      createdAt: iso(root.time),
    },
  };
}

// Only what the operations ask for: pages of 20 and the newest three of short threads, all full pages of the others.
function writeMessagePages(home, root, messages) {
  if (messages.length < pageSize) {
    writeFileSync(join(home, 'true-20-.json'), messagePage(root, messages, messages.slice(0, 20), 'older-20'));
    writeFileSync(join(home, 'false-3-.json'), messagePage(root, messages, messages.slice(-3).reverse(), 'newer-3'));
    return;
  }

  for (let start = 0; start < messages.length; start += pageSize) {
    const next = start + pageSize < messages.length ? `page-${start + pageSize}` : null;
    const page = messagePage(root, messages, messages.slice(start, start + pageSize), next);
    writeFileSync(join(home, `true-100-${start === 0 ? '' : `page-${start}`}.json`), page);
  }
}

// A third of the replies answer the root, the others one of the twelve before them.
function messagesOf(number, root, replies) {
  const messages = [];
  for (let index = 1; index <= replies; index++) {
    const draw = mix(number, index);
    const back = 1 + (Math.floor(draw / 3) % 12);
    const sender = draw % 2 === 0 ? 'alice' : 'bob';
    messages.push({
      id: idOf(number, index),
      client: `${draw.toString(16).padStart(8, '0')}-${number}-${index}`,
      time: root.time + index * 7_013,
      sender,
      receiver: sender === 'alice' ? 'bob' : 'alice',
      text: textOf(number, index),
      parent: draw % 3 === 0 || index <= back ? root : messages[index - 1 - back],
    });
  }

  return messages;
}

function messagePage(root, all, page, next) {
  return (
    `{"code":200,"msg":"success","data":{"has_more":${next !== null},` +
    (next === null ? '' : `"next_token":"${next}",`) +
    `"thread_root":{"message_server_id":${root.id},"message_client_id":"${root.client}","sender_id":"alice",` +
    `"receiver_id":"bob","conversation_type":1,"message_type":0,"text":${JSON.stringify(root.text)},` +
    `"create_time":${root.time},"sender_client_type":32},"total":${all.length},"timestamp":${all.at(-1).time},` +
    `"messages":[${page.map((m) => messageJson(root, m)).join(',')}]}}`
  );
}

function messageJson(root, m) {
  const reference = (to) =>
    `{"sender_id":"${to.sender}","receiver_id":"${to.sender === 'alice' ? 'bob' : 'alice'}","create_time":${to.time},` +
    `"message_server_id":${to.id},"message_client_id":"${to.client}"}`;
  return (
    `{"message_server_id":${m.id},"message_client_id":"${m.client}","sender_id":"${m.sender}",` +
    `"receiver_id":"${m.receiver}","conversation_type":1,"message_type":0,"text":${JSON.stringify(m.text)},` +
    `"create_time":${m.time},"sender_client_type":${m.sender === 'alice' ? 16 : 1},` +
    `"thread_config":{"thread_root":${reference(root)},"thread_reply":${reference(m.parent)}}}`
  );
}

function channelPage(root, all, page) {
  const message = (m) =>
    `"fromAccount":"${m.sender}","fromNick":"${m.sender}","fromClientType":"IOS","time":${m.time},` +
    `"updateTime":${m.time},"status":0,"body":${JSON.stringify(m.text)},"attach":"","ext":"","type":0,` +
    `"msgIdServer":${m.id},"msgIdClient":"${m.client}"`;
  const reply = (m) =>
    `{${message(m)},"replyMsgIdServer":${m.parent.id},"replyMsgIdClient":"${m.parent.client}",` +
    `"replyMsgTime":${m.parent.time},"replyMsgFromAccount":"${m.parent.sender}","threadMsgIdServer":${root.id},` +
    `"threadMsgIdClient":"${root.client}","threadMsgTime":${root.time},"threadMsgFromAccount":"${root.sender}"}`;
  return (
    `{"code":200,"threadMsg":{${message(root)}},"total":${all.length},"timestamp":${all.at(-1).time},` +
    `"msgs":[${page.map(reply).join(',')}]}`
  );
}

// Beyond 2^53, as the upstream's are.
function idOf(number, index) {
  return `158${String(number).padStart(6, '0')}${String(index).padStart(9, '0')}`;
}

function textOf(number, index) {
  const draw = mix(index, number);
  return Array.from({ length: 30 + (draw % 70) }, (_, i) => words[(draw + i * 7) % words.length]).join(
    separatorOf(draw),
  );
}

// Now and then a text of several lines, which JSON has to escape.
function separatorOf(draw) {
  return draw % 9 === 0 ? '\n' : ' ';
}

function mix(a, b) {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function iso(time) {
  return new Date(time).toISOString();
}
