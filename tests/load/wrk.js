// Drives a server with wrk.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('rotate.lua', import.meta.url));
const run = promisify(execFile);

/** Writes an operation's bodies where the script finds them. */
export function writeBodies(folder, operation) {
  operation.file = join(folder, `${operation.name}.bodies`);
  writeFileSync(operation.file, operation.bodies.map((body) => `${body}\n`).join(''));
}

/**
 * Asks a server for some seconds, as fast as it answers or at a rate, evenly or at random; says how many answers came a
 * second, and after how many milliseconds.
 */
export async function drive(server, operation, { seconds, connections = operation.connections, rate, arrivals }) {
  const headers = Object.entries(server.headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const pace = rate ? [String(rate), String(connections), arrivals] : [];
  const { stdout } = await run('wrk', [
    ...['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', ...headers, '-s', script],
    ...[server.url(operation), '--', operation.file, ...pace],
  ]);
  const result = JSON.parse(stdout.trim().split('\n').at(-1));
  if (result.failed > 0) {
    throw new Error(`${result.failed} of ${result.requests} requests of ${operation.name} failed at ${server.name}.`);
  }

  return {
    requests: result.requests,
    bytes: result.bytes,
    perSecond: (result.requests * 1e6) / result.microseconds,
    p50: result.p50 / 1000,
    p99: result.p99 / 1000,
  };
}
