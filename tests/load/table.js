// The results as Markdown, and where they are kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../docs/speed.md', import.meta.url));
const begin = '<!-- results: written by tests/load/run.js -->';
const end = '<!-- end of results -->';

/** Everything that was measured. */
export function toMarkdown({ machine, settings, operations, starts, replies, connections, paced }) {
  const parts = [`${machine.map((line) => `- ${line}`).join('\n')}\n- ${settings}`];
  for (const { operation, rows } of operations) {
    parts.push(`### ${operation.title}\n\n${operation.connections} connections.\n\n${operationTable(operation, rows)}`);
  }

  parts.push(`### Start to the first good answer\n\n${startTable(starts)}`);
  if (replies) {
    parts.push(`### CPU per reply, µs\n\n${replies.connections} connections.\n\n${replyTable(replies)}`);
  }

  if (connections.length > 0) {
    parts.push(`### \`flat\` with 32 and with 256 connections\n\n${connectionTable(connections)}`);
  }

  for (const [way, rows] of paced) {
    if (rows.length > 0) {
      parts.push(`### At half of the maximum throughput, requests coming ${way}\n\n${pacedTable(rows)}`);
    }
  }

  return `${parts.join('\n\n')}\n`;
}

/** Puts the results into docs/speed.md and leaves the rest of the page as it is. */
export function keep(markdown) {
  const page = readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) {
    throw new Error(`docs/speed.md has no place for results between "${begin}" and "${end}".`);
  }

  writeFileSync(file, `${page.slice(0, from + begin.length)}\n\n${markdown}\n${page.slice(to)}`);
}

function operationTable(operation, rows) {
  const floor = rows.find((row) => row.server === 'floor');
  return table(
    ['server', 'CPU, ms', '× floor', 'requests/s', 'p50, ms', 'p99, ms', 'peak, MiB', 'calls/query', 'allocated, kB'],
    rows.map((row) => [
      row.title,
      figure(row.cpu),
      floor ? (row.cpu / floor.cpu).toFixed(1) : '',
      figure(row.perSecond),
      figure(row.p50),
      figure(row.p99),
      row.peakMiB.toFixed(0),
      row.soloCalls,
      row.allocated === undefined ? '' : figure(row.allocated / 1000),
    ]),
  );
}

function startTable(starts) {
  return table(
    ['server', 'ms'],
    starts.map(({ title, ms }) => [title, ms.toFixed(0)]),
  );
}

function replyTable({ lengths, rows }) {
  return table(
    ['server', ...lengths.map((length) => `${length.toLocaleString('en')} replies`), 'most / least'],
    rows.map(({ title, ms }) => [
      title,
      ...ms.map((each) => (1000 * each).toFixed(2)),
      (Math.max(...ms) / Math.min(...ms)).toFixed(2),
    ]),
  );
}

function connectionTable(rows) {
  return table(
    ['server', '32: requests/s', '256: requests/s', 'ratio'],
    rows.map(({ title, few, many }) => [title, figure(few), figure(many), (many / few).toFixed(2)]),
  );
}

function pacedTable(rows) {
  return table(
    ['operation', 'server', 'requests/s', 'p50, ms', 'p99, ms', 'p99/p50'],
    rows.map(({ operation, title, perSecond, p50, p99 }) => [
      operation.title,
      title,
      figure(perSecond),
      figure(p50),
      figure(p99),
      (p99 / p50).toFixed(1),
    ]),
  );
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

// Three digits that count, and never more than three behind the point.
function figure(value) {
  const digits = Math.min(3, Math.max(0, 2 - Math.floor(Math.log10(Math.max(value, 1e-9)))));
  return value.toFixed(digits);
}
