// Processes that the load run starts, ends and looks at. Linux only: the figures come from /proc.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const startTimeoutMs = 15_000;
const endTimeoutMs = 10_000;
const ticksPerSecond = 100; // USER_HZ, the same on every Linux.

/** A port that nobody listens at. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until something is true; until then it may also fail. */
export async function until(isTrue, child, name, stepMs = 5) {
  const deadline = Date.now() + startTimeoutMs;
  for (let last = ''; ;) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      throw new Error(`${name} did not start. ${last}`);
    }

    try {
      if (await isTrue()) {
        return;
      }
    } catch (error) {
      // It does not listen yet, or is not yet able to answer.
      last = error.message;
    }

    await delay(stepMs);
  }
}

/** Ends a process that was started here, gently at first. */
export async function ended(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }

  const exit = once(child, 'exit');
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), endTimeoutMs);
  await exit;
  clearTimeout(force);
}

/** User and system time of a process so far, in milliseconds. */
export function cpuMs(pid) {
  // The name, which may hold blanks, ends with the last bracket; user and system time are fields 14 and 15.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/** The most memory that a process has held so far, in MiB. */
export function peakMiB(pid) {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}
