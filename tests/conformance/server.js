// The server under test: the one at THREADGRAPH_URL, or one started here and stopped at the end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const startTimeoutMs = 120_000;
let running;

/** The base address of a server that answers, such as http://127.0.0.1:5080. */
export async function start() {
  const given = process.env.THREADGRAPH_URL;
  if (given) {
    return given.replace(/\/$/, '');
  }

  running = await startProgram('ThreadGraph', { ASPNETCORE_ENVIRONMENT: 'Development' }, answersGraphQL);
  return running.url;
}

/** Ends the server that was started here, and nothing else. */
export async function stop() {
  await running?.stop();
}

/**
 * Starts a program of the solution as it was built, on a port of its own.
 * @param {string} project The folder below src, which the program is named after.
 * @param {Record<string, string>} settings Environment variables beside those of this process.
 * @param {(url: string) => Promise<boolean>} answers Whether the program serves at an address.
 */
export async function startProgram(project, settings, answers) {
  const configuration = process.env.THREADGRAPH_CONFIGURATION ?? 'Debug';
  const folder = join(root, 'src', project);
  const program = join(folder, 'bin', configuration, 'net10.0', `${project}.dll`);

  // Not by "dotnet run", whose process would be the parent of the one that serves.
  const child = spawn('dotnet', [program, '--urls', 'http://127.0.0.1:0'], {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let log = '';
  child.stdout.on('data', (text) => (log += text));
  child.stderr.on('data', (text) => (log += text));
  child.on('error', (error) => (log += error));

  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (isRunning()) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  };

  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline && isRunning()) {
    // The process may listen for the sandbox too; the address that answers is the one.
    for (const [, url] of log.matchAll(/Now listening on: (http:\/\/127\.0\.0\.1:\d+)/g)) {
      if (await answers(url)) {
        return { url, pid: child.pid, isRunning, log: () => log, stop };
      }
    }

    await delay(100);
  }

  await stop();
  throw new Error(`${project} did not start:\n${log}`);
}

/** Whether GraphQL is served at a base address. */
async function answersGraphQL(url) {
  try {
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    return response.ok && (await response.json()).data?.__typename === 'Query';
  } catch {
    return false;
  }
}
