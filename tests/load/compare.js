// Whether all servers give the same answers, so that they are measured at the same work.
import { isDeepStrictEqual } from 'node:util';

const opaque = new Set(['id', 'cursor', 'startCursor', 'endCursor']);
const samples = 3;

/**
 * Asks every server for some of an operation's bodies; throws where answers differ. Says how many upstream calls one
 * query made, by server.
 */
export async function compare(servers, operation, nginx) {
  const calls = new Map();
  for (const body of sampleOf(operation.bodies)) {
    let expected;
    for (const server of [...servers].sort((a, b) => (a.name === 'floor') - (b.name === 'floor'))) {
      const before = await nginx.requests();
      const text = await server.ask(body);
      calls.set(server.name, ((await nginx.requests()) - before) / operation.requestsPerCall);
      if (server.name === 'floor') {
        checkFloor(text, expected, operation);
        continue;
      }

      const answer = JSON.parse(text, (key, value) =>
        opaque.has(key) && typeof value === 'string' ? '(opaque)' : value,
      );
      if (answer.errors || !answer.data) {
        throw new Error(`${server.title} answered ${operation.name} with ${text.slice(0, 500)}`);
      }

      expected ??= answer.data;
      if (!isDeepStrictEqual(answer.data, expected)) {
        throw new Error(
          `The answers to ${operation.name} differ. One server's:\n${JSON.stringify(expected).slice(0, 2000)}\n` +
            `${server.title}\n${JSON.stringify(answer.data).slice(0, 2000)}`,
        );
      }
    }
  }

  return calls;
}

// The floor gives the upstream's own bytes: every message of the answer has to be in them.
function checkFloor(text, expected, operation) {
  for (const [, id] of JSON.stringify(expected ?? null).matchAll(/"messageId":"(\d+)"/g)) {
    if (!text.includes(id)) {
      throw new Error(`The floor's answer to ${operation.name} lacks the message ${id}.`);
    }
  }
}

function sampleOf(bodies) {
  return [...new Set(Array.from({ length: samples }, (_, i) => bodies[Math.floor((i * bodies.length) / samples)]))];
}
