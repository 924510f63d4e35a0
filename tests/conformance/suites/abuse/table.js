// The closing table: what was sent, how it was refused, and what that cost.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../server.js';

const columns = [
  ['abuse', 68], ['status', 6], ['code', 25], ['sent', 9], ['answer', 8], ['CPU ms', 7],
];

/** Prints the lines, and what else there is to say, and keeps them in `artifacts/abuse.txt`. */
export function publish(lines, remarks) {
  const rows = lines.map(({ name, status, code, sentBytes, answerBytes, cpuMs }) =>
    [name, status, code ?? '', sentBytes, answerBytes, cpuMs.toFixed(1)]);
  const text = [columns.map(([title]) => title), ...rows].map(format).concat(remarks).join('\n');
  mkdirSync(join(root, 'artifacts'), { recursive: true });
  writeFileSync(join(root, 'artifacts/abuse.txt'), `${text}\n`);
  console.log(`\n${text}\n`);
}

function format(cells) {
  return cells
    .map((cell, i) => (i === 0 || i === 2 ? `${cell}`.padEnd(columns[i][1]) : `${cell}`.padStart(columns[i][1])))
    .join('  ');
}
