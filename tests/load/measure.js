// Rounds of load, and what a server spends in them.
import { cpuMs, peakMiB } from './processes.js';
import { idle } from './servers.js';
import { drive } from './wrk.js';

const manyConnections = 256;
const fewConnections = 32;
const treeConnections = 8;
const fewestWarmUps = 7;
const mostWarmUps = 30;
const fewestRequests = 600;
const settled = 0.08;

/** Measures all servers at one operation, turn by turn, so that what disturbs the machine disturbs them alike. */
export async function measure(servers, operation, nginx, { seconds, rounds, warmUp }) {
  for (const server of servers) {
    await warm(server, operation, nginx, { seconds: warmUp });
  }

  const measured = new Map(servers.map((server) => [server, []]));
  for (let round = 0; round < rounds; round++) {
    for (const server of servers) {
      measured.get(server).push(await once(server, operation, nginx, { seconds }));
    }
  }

  return servers.map((server) => ({
    server: server.name,
    title: server.title,
    ...medians(measured.get(server)),
    peakMiB: peakMiB(server.pid),
  }));
}

/** Requests a second with few and with many connections. */
export async function measureConnections(servers, operation, { seconds, rounds }) {
  const rows = servers.map((server) => ({ server, few: [], many: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const { server, few, many } of rows) {
      few.push((await drive(server, operation, { seconds, connections: fewConnections })).perSecond);
      await idle(server);
      many.push((await drive(server, operation, { seconds, connections: manyConnections })).perSecond);
      await idle(server);
    }
  }

  return rows.map(({ server, few, many }) => ({ title: server.title, few: median(few), many: median(many) }));
}

/**
 * CPU time for each reply of threads of several lengths: of one process, asked by the same number of connections and in turn,
 * for both the number and the state of the machine move it more than the length does.
 */
export async function measureReplies(servers, operations, nginx, { seconds, rounds, warmUp }) {
  const trees = operations.map((operation) => ({ ...operation, connections: treeConnections }));
  const rows = servers.map((server) => ({ server, spent: trees.map(() => []) }));
  for (const { server } of rows) {
    for (const tree of trees) {
      await warm(server, tree, nginx, { seconds: warmUp });
    }
  }

  for (let round = 0; round < rounds; round++) {
    for (const { server, spent } of rows) {
      for (const [i, tree] of trees.entries()) {
        spent[i].push((await once(server, tree, nginx, { seconds })).cpu / tree.replies);
      }
    }
  }

  return {
    connections: treeConnections,
    lengths: trees.map(({ replies }) => replies),
    rows: rows.map(({ server, spent }) => ({ title: server.title, ms: spent.map(median) })),
  };
}

/** How long answers take at half of the rate that a server can keep. */
export async function measurePaced(servers, operation, results, { seconds, rounds, arrivals }) {
  const paced = servers.map((server) => ({
    server,
    rate: results.find((result) => result.server === server.name).perSecond / 2,
    driven: [],
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { server, rate, driven } of paced) {
      driven.push(await drive(server, operation, { seconds, rate, arrivals }));
      await idle(server);
    }
  }

  return paced.map(({ server, driven }) => ({ operation, title: server.title, ...medians(driven) }));
}

// Both runtimes compile what is hot as they go, and how long that takes depends on the machine. It comes in bursts, and .NET
// counts for some seconds, and some hundred requests, what it is about to compile, in which a request takes some times as long
// as before or after: enough is when that should be over, and two turns in a row took the same.
async function warm(server, operation, nginx, { seconds }) {
  let [last, requests] = [Infinity, 0];
  for (let i = 0; i < mostWarmUps; i++) {
    const { cpu, served } = await once(server, operation, nginx, { seconds });
    requests += served;
    if (i >= fewestWarmUps && requests >= fewestRequests && Math.abs(cpu / last - 1) < settled) {
      return;
    }

    last = cpu;
  }
}

async function once(server, operation, nginx, { seconds }) {
  const before = await snapshot(server, nginx);
  const driven = await drive(server, operation, { seconds });
  await idle(server);
  const after = await snapshot(server, nginx);
  const calls = (after.calls - before.calls) / operation.requestsPerCall;

  // wrk hangs up at its end, and what it hung up on is work done, too: upstream calls count such requests by parts.
  const served = operation.calls > 0 ? calls / operation.calls : driven.requests;
  return {
    ...driven,
    served,
    cpu: (after.cpu - before.cpu) / served,
    callsPerQuery: calls / driven.requests,
    allocated: before.allocated === undefined ? undefined : (after.allocated - before.allocated) / served,
  };
}

async function snapshot(server, nginx) {
  const allocated = await server.allocatedBytes();
  return { allocated, cpu: cpuMs(server.pid), calls: await nginx.requests() };
}

function medians(rounds) {
  return Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]));
}

function median(values) {
  if (values[0] === undefined) {
    return undefined;
  }

  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
