// Compares the engine with the reference implementation: node run.mjs [--seed N] [--scale X] [--show N] [suite…]
import { parseArgs } from 'node:util';
import { startEngine } from './engine.js';
import { Random } from './random.js';
import { references } from './reference.js';
import { Report } from './report.js';
import * as documents from './suites/documents.js';
import * as language from './suites/language.js';
import * as schema from './suites/schema.js';
import * as subscriptions from './suites/subscriptions.js';
import * as variables from './suites/variables.js';

const suites = [documents, language, variables, subscriptions, schema];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20250901' },
    scale: { type: 'string', default: '1' },
    show: { type: 'string', default: '5' },
    brief: { type: 'boolean', default: false },
  },
});

const engine = startEngine();
let [passed, failed] = [0, 0];
try {
  const { now, later } = await engine.answer({ op: 'sdl' });
  if (now !== later) {
    throw new Error('The schemas with resolvers that answer at once and after a wait differ.');
  }

  console.log(`seed ${options.seed}`);
  for (const suite of suites.filter((s) => positionals.length === 0 || positionals.includes(s.name))) {
    const report = new Report();
    const started = performance.now();
    await suite.run({
      engine,
      sdl: now,
      references: references(now),
      random: new Random(Number(options.seed)),
      count: Math.ceil(suite.cases * Number(options.scale)),
      report,
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${suite.name}: ${report.agreements} agreements of ${report.cases} cases (${seconds} s)`);
    console.log(`  ${[...report.tags].sort().map(([tag, n]) => `${tag} ${n}`).join(', ')}`);
    for (const [difference, n] of report.known) {
      console.log(`  intended, ${n} times: ${difference}`);
    }

    for (const failure of report.failures.slice(0, Number(options.show))) {
      console.log(describe(failure, options.brief));
    }

    passed += report.agreements;
    failed += report.failures.length;
  }
} finally {
  engine.stop();
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A difference in full, or without the document. */
function describe({ about: { source, ...about }, ...difference }, brief) {
  const text = JSON.stringify({ ...difference, about }, null, 1);
  return brief ? text : `${source}\n${text}`;
}
