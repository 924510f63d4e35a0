// The server under test: the one at THREADGRAPH_URL, or one started here and stopped at the end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const startTimeoutMs = 120_000;
let running;

/** The base address of a server that answers, such as http://127.0.0.1:5080. */
export async function start() {
  const given = process.env.THREADGRAPH_URL;
  return given ? given.replace(/\/$/, '') : spawnServer();
}

/** Ends the server that was started here, and nothing else. */
export async function stop() {
  if (running?.exitCode === null && running.signalCode === null) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
}

async function spawnServer() {
  const configuration = process.env.THREADGRAPH_CONFIGURATION ?? 'Debug';
  const args = ['run', '--no-build', '--no-launch-profile', '-c', configuration, '--project', 'src/ThreadGraph', '--'];
  running = spawn('dotnet', [...args, '--urls', 'http://127.0.0.1:0'], {
    cwd: root,
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let log = '';
  running.stdout.on('data', (text) => (log += text));
  running.stderr.on('data', (text) => (log += text));
  running.on('error', (error) => (log += error));

  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline && running.exitCode === null) {
    // The process may listen for the sandbox too; the address that answers GraphQL is the one.
    for (const [, url] of log.matchAll(/Now listening on: (http:\/\/127\.0\.0\.1:\d+)/g)) {
      if (await answersGraphQL(url)) {
        return url;
      }
    }

    await delay(100);
  }

  await stop();
  throw new Error(`The server did not start:\n${log}`);
}

async function answersGraphQL(url) {
  try {
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    return response.ok && (await response.json()).data?.__typename === 'Query';
  } catch {
    return false;
  }
}
