// What a hostile client sends to a server in production: each is refused, with a code, at little cost, and the next
// good request is answered. The rows are what graphql-cop and the OWASP GraphQL cheat sheet list, and more of their kinds.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { bodies } from './abuse/bodies.js';
import { browsers } from './abuse/browsers.js';
import { openSlowly, third, whileTwoWait } from './abuse/connections.js';
import { credentials } from './abuse/credentials.js';
import { documents } from './abuse/documents.js';
import { closeConnections, exchange } from './abuse/exchange.js';
import { exposure } from './abuse/exposure.js';
import { collect, names } from './abuse/names.js';
import { publish } from './abuse/table.js';
import { cpuMs, isKnown, peakMemoryMiB } from './abuse/usage.js';
import { answersWell, startWorld } from './abuse/world.js';

const mostCpuMs = 50;
const mostMemoryMiB = 400;
const mostAnswerBytes = 64 * 1024;

/** A tick of the kernel's clock is 10 ms, so one request is too few to be measured; the first ones are not steady yet. */
const warmUps = 3;
const measured = 20;

/** What the server translates and improves of its own code while it is young is not what a request costs. */
const roundsOfAll = 5;
const calmMs = 500;

const kinds = { documents, exposure, bodies, browsers, credentials, names };
const slowOfEachKind = 25;
/** Kestrel's time for the headers is 30 seconds. */
const mostSlowMs = 35_000;

/** Words that only the inside of the server, or its schema's other names, would bring into an answer. */
const details = /stack ?trace|\.cs\b|\bat ThreadGraph\.|\bSystem\.|Microsoft\.|Exception|Did you mean|sandbox-secret|"exception"/i;

export default function abuse() {
  // CI runs on Linux; other systems do not tell CPU time this way.
  describe('abuse', { skip: !isKnown && 'CPU time is read from /proc', timeout: 300_000 }, () => {
    const lines = [];
    let world;
    let slow;
    let slowCpuMs;

    before(async () => {
      world = await startWorld();
      await answersWell(world.server.url);
      await answersWell(world.narrow.url);
      await collect(world.server.url);
      await Promise.all([settle(world.server), settle(world.narrow)]);

      // They hang while the rows run.
      slowCpuMs = cpuMs(world.narrow.pid);
      slow = openSlowly(world.narrow.url, slowOfEachKind);
    });

    after(async () => {
      publish(lines, [
        `${lines.length} kinds of abuse; memory at most ${[world.server, world.narrow]
          .map(({ pid }) => peakMemoryMiB(pid).toFixed(0)).join(' and ')} MiB in the two servers`,
      ]);
      closeConnections();
      await world.stop();
    });

    it('serves others while slow clients hang', async () => {
      for (const account of ['alice', 'bob', 'alice']) {
        await answersWell(world.narrow.url, account);
      }
    });

    for (const [kind, rows] of Object.entries(kinds)) {
      describe(kind, () => {
        for (const row of rows) {
          it(`refuses ${row.name}`, () => refuses(world.server, row));
        }
      });
    }

    describe('connections', () => {
      it(`refuses ${third.name}`, async () => {
        await whileTwoWait(world, async () => {
          const answer = await refuses(world.narrow, third);
          assert.equal(answer.headers['retry-after'], '1');
        });
        await answersWell(world.narrow.url, 'bob');
      });

      for (const [part, code] of [['bodies', 'BAD_USER_INPUT'], ['headers', undefined]]) {
        it(`hangs up on slow ${part}`, async () => {
          const ends = await Promise.all(slow[part]);
          for (const { said, heldMs } of ends) {
            assert.match(said, /^HTTP\/1\.1 408 /);
            assert.equal(/"code":"(\w+)"/.exec(said)?.[1], code);
            assert.ok(heldMs < mostSlowMs, `${heldMs} ms.`);
          }

          // All that the server has done since they came.
          const cost = (cpuMs(world.narrow.pid) - slowCpuMs) / (2 * slowOfEachKind);
          lines.push({
            name: `slow ${part}, a byte a second, ${slowOfEachKind} at once`,
            status: 408, code, sentBytes: '', answerBytes: ends[0].said.length, cpuMs: cost,
          });
          assert.ok(cost <= mostCpuMs, `${cost} ms of CPU each.`);
          await answersWell(world.narrow.url);
        });
      }
    });

    it('keeps its memory bounded', () => {
      for (const { pid } of [world.server, world.narrow]) {
        const peak = peakMemoryMiB(pid);
        assert.ok(peak <= mostMemoryMiB, `${peak} MiB.`);
      }
    });

    it('logs no fault of its own', () => {
      for (const server of [world.server, world.narrow]) {
        assert.ok(server.isRunning());
        assert.doesNotMatch(server.log(), /^(fail|crit):/m);
      }
    });

    /** Sends a row often enough to be measured, and sees that a good request is answered afterwards. */
    async function refuses({ url, pid }, row) {
      let count = 0;
      const send = () => exchange(url, row.message(count++));
      for (let i = 0; i < warmUps; i++) {
        await send();
      }

      let answer;
      const measure = async () => {
        const start = cpuMs(pid);
        for (let i = 0; i < measured; i++) {
          answer = await send();
        }

        return (cpuMs(pid) - start) / measured;
      };

      // What the runtime compiles beside it counts, too, but only once: a row that is dear is dear again.
      let cost = await measure();
      for (let again = 0; again < 2 && cost > mostCpuMs; again++) {
        cost = await measure();
      }

      const { status, text, sentBytes } = answer;
      const { data, errors } = /^application\/(graphql-response\+)?json/.test(answer.headers['content-type'])
        ? JSON.parse(text)
        : {};
      const code = errors?.[0].extensions?.code;
      lines.push({ name: row.name, status, code, sentBytes, answerBytes: Buffer.byteLength(text), cpuMs: cost });

      await answersWell(url);
      assert.equal(status, row.status, text);
      assert.ok([row.code].flat().includes(code), `${code}: ${text}`);
      assert.ok(errors?.every(({ extensions }) => extensions.code) ?? true, text);
      assert.ok(isEmpty(data), text);
      assert.doesNotMatch(text, details);
      assert.ok(text.length <= mostAnswerBytes, `${text.length} bytes.`);
      assert.ok(cost <= mostCpuMs, `${cost} ms of CPU.`);
      if (row.twin) {
        assert.equal((await exchange(url, row.twin())).text, text);
      }

      return answer;
    }
  });
}

/** Sends every row some times and waits until the server has come to rest. */
async function settle({ url, pid }) {
  let count = 0;
  for (let round = 0; round < roundsOfAll; round++) {
    for (const row of Object.values(kinds).flat()) {
      await exchange(url, row.message(count++));
    }
  }

  let before;
  do {
    before = cpuMs(pid);
    await delay(calmMs);
  } while (cpuMs(pid) - before > calmMs / 20);
}

/** Whether data holds nothing that was read. */
function isEmpty(data) {
  return data === null || data === undefined || (typeof data === 'object' && Object.values(data).every(isEmpty));
}
