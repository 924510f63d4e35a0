// The servers that are compared, each a process of its own, and how each is started.
import { spawn, spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cpuMs, ended, freePort, until } from './processes.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const tokenKey = randomBytes(32);

// A GraphQL answer; or the upstream's, which the floor copies.
const good = /^\{"(data|code)"/;

/** Publishes ThreadGraph and the floor below a folder, as a release is; what is there already is taken as it is. */
export function publish(folder) {
  for (const project of ['src/ThreadGraph', 'tests/ThreadGraph.Floor']) {
    const output = join(folder, project);
    if (!existsSync(output)) {
      const { status } = spawnSync(
        'dotnet',
        ['publish', project, '-c', 'Release', '-o', output, '--nologo', '-v', 'quiet'],
        {
          cwd: repository,
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
      if (status !== 0) {
        throw new Error(`${project} could not be published.`);
      }
    }
  }
}

/** The servers by their names; see docs/speed.md for what each stands for. */
export function serversOver(binaries, upstream) {
  const floor = join(binaries, 'tests/ThreadGraph.Floor');
  const threadGraph = join(binaries, 'src/ThreadGraph');
  const hook = join(floor, 'ThreadGraph.Floor.dll');
  const settings = threadGraphSettings(upstream);
  return [
    { name: 'floor', title: 'floor', command: './ThreadGraph.Floor', cwd: floor, hook, env: { Upstream: upstream } },
    {
      name: 'threadgraph',
      title: 'ThreadGraph',
      command: './ThreadGraph',
      cwd: threadGraph,
      hook,
      env: { ...settings, ASPNETCORE_ENVIRONMENT: 'Development' },
    },
    {
      name: 'bearer',
      title: 'ThreadGraph, with tokens',
      command: './ThreadGraph',
      cwd: threadGraph,
      hook,
      env: { ...settings, ...tokenSettings() },
      headers: { Authorization: `Bearer ${token()}` },
    },
    {
      name: 'jit',
      title: 'graphql-jit',
      command: 'node',
      args: ['peers/jit.js'],
      cwd: here,
      env: { UPSTREAM: upstream },
    },
    {
      name: 'yoga',
      title: 'GraphQL Yoga',
      command: 'node',
      args: ['peers/yoga.js'],
      cwd: here,
      env: { UPSTREAM: upstream },
    },
  ];
}

// The peers know no quota, no bound on what is read and no check of who belongs where, so here there is none either.
function threadGraphSettings(upstream) {
  return {
    Yunxin__AppKey: 'load',
    Yunxin__AppSecret: 'load-secret',
    Yunxin__MessageApi__0: upstream,
    Yunxin__QChatApi__0: `${upstream}/nimserver`,
    Yunxin__CallsPerSecond: '50000',
    Yunxin__QuotaMargin: '0',
    Yunxin__MaxConcurrentCalls: '10000',
    Yunxin__MaxQueuedCalls: '100000',
    Yunxin__AttemptTimeout: '00:00:30',
    Yunxin__TotalTimeout: '00:01:00',
    Threads__MaxScan: '20000',
    Threads__Deadline: '00:01:00',
    Access__CheckMembership: 'false',
    Access__MaxConcurrentRequests: '100000',
    Ide__Enabled: 'false',
  };
}

function tokenSettings() {
  return {
    ASPNETCORE_ENVIRONMENT: 'Production',
    Authentication__Schemes__Bearer__ValidIssuer: 'load',
    Authentication__Schemes__Bearer__ValidAudience: 'load',
    Authentication__Schemes__Bearer__SigningKeys__0__Issuer: 'load',
    Authentication__Schemes__Bearer__SigningKeys__0__Value: tokenKey.toString('base64'),
  };
}

function token() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hour = 3600;
  const exp = Math.floor(Date.now() / 1000) + 12 * hour;
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'alice', iss: 'load', aud: 'load', exp })}`;
  return `${text}.${createHmac('sha256', tokenKey).update(text).digest('base64url')}`;
}

/**
 * Starts a server and waits for its first good answer to an operation. With `countsBytes` a .NET process also tells what
 * it allocates; that costs a moment at the start, and nothing later.
 */
export async function startServer(definition, operation, folder, { countsBytes }) {
  const port = await freePort();
  const own = mkdtempSync(join(folder, 'server-'));
  const allocated = join(own, 'allocated');
  const counting = countsBytes && definition.hook;
  const before = performance.now();
  const child = spawn(definition.command, definition.args ?? [], {
    cwd: definition.cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      ASPNETCORE_URLS: `http://127.0.0.1:${port}`,
      ...definition.env,
      ...(counting && { DOTNET_STARTUP_HOOKS: definition.hook, ALLOCATED_BYTES_FILE: allocated }),
    },
  });
  const server = {
    name: definition.name,
    title: definition.title,
    pid: child.pid,
    headers: definition.headers ?? {},
    url: ({ path }) => `http://127.0.0.1:${port}/${definition.name === 'floor' ? path : 'graphql'}`,
    ask: (body, asked = operation) => ask(server, asked, body),
    /** The bytes that the process has allocated so far; undefined where it cannot tell. */
    allocatedBytes: () => (counting ? readAllocated(child, allocated) : undefined),
    stop: async () => {
      await ended(child);
      rmSync(own, { recursive: true, force: true });
    },
  };
  try {
    await until(async () => good.test(await server.ask(operation.bodies[0])), child, definition.title, 2);
    server.startMs = performance.now() - before;
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function ask(server, operation, body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', ...server.headers };
  const response = await fetch(server.url(operation), { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${server.title} answered ${operation.name} with ${response.status}: ${text.slice(0, 300)}`);
  }

  return text;
}

async function readAllocated(child, file) {
  rmSync(file, { force: true });
  child.kill('SIGCONT');
  await until(() => existsSync(file), child, 'The count of allocated bytes', 2);
  return Number(readFileSync(file, 'utf8'));
}

/** Waits until a server has nothing left to do for those who have gone. */
export async function idle(server) {
  const quietMs = 60;
  for (let tries = 0; tries < 100; tries++) {
    const before = cpuMs(server.pid);
    await delay(quietMs);
    if (cpuMs(server.pid) === before) {
      return;
    }
  }
}
