// What a process has used, as Linux counts it.
import { existsSync, readFileSync } from 'node:fs';

/** The kernel tells CPU time in hundredths of a second, whatever its own clock is (proc(5), USER_HZ). */
const tickMs = 10;

/** Whether this system tells at all. */
export const isKnown = existsSync('/proc/self/stat');

/** CPU time of all threads of a process, those that have ended too, in milliseconds. */
export function cpuMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field, the name in brackets, may have spaces; utime and stime are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** The most memory that a process ever had in use, in MiB. */
export function peakMemoryMiB(pid) {
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kib) / 1024;
}
