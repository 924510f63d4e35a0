// A ThreadGraph as in production, in front of an upstream that is a process of its own.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { direct } from '../../demo.js';
import { startProgram } from '../../server.js';
import { exchange } from './exchange.js';
import { audience, issuer, keySet, tokenFor } from './tokens.js';

const appKey = 'sandbox';
const appSecret = 'sandbox-secret';

/** A thread that alice and bob may read. */
export const sevenLevels = direct('alice', 'bob', 'seven-levels', '158844553001000001', '2025-06-02T00:00:00.037Z');

/** A thread that alice may not read. */
export const bobAndCarol = direct('bob', 'carol', 'bob-and-carol', '158844553010000001', '2025-06-11T00:00:00.370Z');

/** The headers of a request in an account's name. */
export const signedBy = (account) => ({
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
  authorization: `Bearer ${tokenFor(account)}`,
});

/** Starts the upstream and two servers; the second serves two requests of an account at once. */
export async function startWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'threadgraph-abuse-'));
  const keySetFile = join(folder, 'keys.json');
  await writeFile(keySetFile, keySet);

  const started = [];
  const stop = async () => {
    await Promise.all(started.map((program) => program.stop()));
    await rm(folder, { recursive: true });
  };
  const start = async (...args) => {
    const program = await startProgram(...args);
    started.push(program);
    return program;
  };

  try {
    const sandbox = await start('ThreadGraph.Sandbox', { ASPNETCORE_ENVIRONMENT: 'Production' }, answersControl);
    const settings = {
      ASPNETCORE_ENVIRONMENT: 'Production',
      Yunxin__AppKey: appKey,
      Yunxin__AppSecret: appSecret,
      Yunxin__MessageApi__0: sandbox.url,
      Yunxin__QChatApi__0: `${sandbox.url}/nimserver`,
      Access__KeySetFile: keySetFile,
      Authentication__Schemes__Bearer__ValidIssuer: issuer,
      Authentication__Schemes__Bearer__ValidAudience: audience,
    };
    const server = await start('ThreadGraph', settings, isReady);
    const narrow = await start('ThreadGraph', { ...settings, Access__MaxConcurrentRequests: '2' }, isReady);
    return { sandbox, server, narrow, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whether a server takes requests; GraphQL it answers to nobody who has not signed in. */
async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** What a well-behaved client asks, and that it gets its answer. */
export async function answersWell(url, account = 'alice') {
  const query = 'query($root: ThreadRootInput!) { viewer { accountId } thread(root: $root) { replyCount root { text } } }';
  const { status, text } = await exchange(url, {
    headers: signedBy(account),
    body: JSON.stringify({ query, variables: { root: sevenLevels } }),
  });
  assert.equal(status, 200, text);
  assert.deepEqual(JSON.parse(text), {
    data: { viewer: { accountId: account }, thread: { replyCount: 21, root: { text: 'How deep can we go?' } } },
  });
}

async function answersControl(url) {
  try {
    return (await fetch(`${url}/sandbox/calls`)).ok;
  } catch {
    return false;
  }
}
