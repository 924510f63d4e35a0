// The load run: ThreadGraph beside a bare endpoint and two GraphQL servers of Node, over the same upstream stand-in.
//
//   node run.js [--seconds 4] [--rounds 3] [--warm-up 2] [--only flat,tree]
//               [--servers floor,threadgraph,bearer,jit,yoga] [--binaries FOLDER] [--no-keep]
//
// The results go to standard output and, unless --no-keep is given, to docs/speed.md. With --binaries what is published
// is kept there and taken the next time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './compare.js';
import { writeData } from './data.js';
import { measure, measureConnections, measurePaced, measureReplies } from './measure.js';
import { startNginx } from './nginx.js';
import { operationsOver } from './operations.js';
import { publish, serversOver, startServer } from './servers.js';
import { keep, toMarkdown } from './table.js';
import { checkTools, describeMachine } from './tools.js';
import { writeBodies } from './wrk.js';

const startsMeasured = 3;
const arrivals = ['evenly', 'at random'];

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    'warm-up': { type: 'string', default: '2' },
    only: { type: 'string' },
    servers: { type: 'string' },
    binaries: { type: 'string' },
    'no-keep': { type: 'boolean', default: false },
  },
});
const load = { seconds: Number(options.seconds), rounds: Number(options.rounds), warmUp: Number(options['warm-up']) };

const folder = mkdtempSync(join(tmpdir(), 'threadgraph-load-'));
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await stopAll();
    process.exit(1);
  });
}

try {
  checkTools();
  const markdown = await run();
  console.log(markdown);
  if (!options['no-keep']) {
    keep(markdown);
  }
} finally {
  await stopAll();
}

async function run() {
  const binaries = options.binaries ?? join(folder, 'binaries');
  say('publishing');
  publish(binaries);
  say('writing the threads');
  const operations = chosen(options.only, operationsOver(writeData(join(folder, 'data'))));
  const nginx = await startNginx(folder);
  running.add(nginx);
  const definitions = chosen(options.servers, serversOver(binaries, nginx.address));

  const results = { operations: [], connections: [], paced: new Map(arrivals.map((way) => [way, []])) };
  for (const operation of operations) {
    writeBodies(folder, operation);
    await measureOperation(operation, definitions, nginx, results);
  }

  const trees = operations.filter(({ replies }) => replies);
  if (trees.length > 1) {
    results.replies = await measureTrees(trees, definitions, nginx);
  }

  results.starts = await measureStarts(definitions, operations.find(({ name }) => name === 'flat') ?? operations[0]);
  results.machine = describeMachine();
  results.settings =
    `${load.rounds} rounds of ${load.seconds} s for each server and operation, ` +
    `after warm-ups of ${load.warmUp} s until the CPU time of a request settled; medians`;
  return toMarkdown(results);
}

async function measureOperation(operation, definitions, nginx, results) {
  await withServers(definitions, operation, { countsBytes: true }, async (servers) => {
    say(`${operation.name}: comparing answers`);
    const soloCalls = await compare(servers, operation, nginx);
    say(`${operation.name}: measuring`);
    const rows = await measure(servers, operation, nginx, load);
    for (const row of rows) {
      row.soloCalls = soloCalls.get(row.server);
      warnIfFewer(operation, row);
    }

    results.operations.push({ operation, rows });
    if (operation.name === 'flat') {
      say(`${operation.name}: few and many connections`);
      results.connections = await measureConnections(servers, operation, load);
    }

    if (operation.paced) {
      for (const [way, paced] of results.paced) {
        say(`${operation.name}: half of the maximum, ${way}`);
        paced.push(...(await measurePaced(servers, operation, rows, { ...load, arrivals: way })));
      }
    }
  });
}

function measureTrees(trees, definitions, nginx) {
  return withServers(definitions, trees[0], { countsBytes: false }, (servers) => {
    say('trees in turn');
    return measureReplies(servers, trees, nginx, load);
  });
}

// New processes for whatever is measured, so that peak memory is that operation's own.
async function withServers(definitions, operation, how, action) {
  const servers = [];
  try {
    for (const definition of definitions) {
      servers.push(await start(definition, operation, how));
    }

    return await action(servers);
  } finally {
    await Promise.all(servers.map(stop));
  }
}

async function measureStarts(definitions, operation) {
  const starts = [];
  for (const definition of definitions) {
    const times = [];
    for (let i = 0; i < startsMeasured; i++) {
      const server = await start(definition, operation, { countsBytes: false });
      times.push(server.startMs);
      await stop(server);
    }

    starts.push({ title: definition.title, ms: times.toSorted((a, b) => a - b)[Math.floor(startsMeasured / 2)] });
  }

  return starts;
}

async function start(definition, operation, how) {
  const server = await startServer(definition, operation, folder, how);
  running.add(server);
  return server;
}

async function stop(server) {
  running.delete(server);
  await server.stop();
}

async function stopAll() {
  await Promise.all([...running].map(stop));
  rmSync(folder, { recursive: true, force: true });
}

// Fewer calls than alone would mean that requests under way share them, or fail.
function warnIfFewer(operation, row) {
  if (row.callsPerQuery < operation.calls * 0.98) {
    say(`${operation.name}: ${row.title} made only ${row.callsPerQuery.toFixed(2)} upstream calls a query under load`);
  }
}

function chosen(names, all) {
  const wanted = names?.split(',') ?? all.map(({ name }) => name);
  for (const name of wanted) {
    if (!all.some((one) => one.name === name)) {
      throw new Error(`There is no "${name}"; there are: ${all.map((one) => one.name).join(', ')}.`);
    }
  }

  return all.filter(({ name }) => wanted.includes(name));
}

function say(text) {
  console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
}
