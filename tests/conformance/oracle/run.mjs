// Compares the engine with graphql-js: node run.mjs [--seed N] [--scale X] [--show N] [--brief] [suite…]
import { parseArgs } from 'node:util';
import { defaultSeed, openOracle, suites } from './oracle.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(defaultSeed) }, // names the run: the same seed makes the same cases
    scale: { type: 'string', default: '1' }, // how many cases, as a multiple of each suite's own number
    show: { type: 'string', default: '5' }, // how many disagreements to print per suite
    brief: { type: 'boolean', default: false }, // without the documents
  },
});

const oracle = await openOracle(Number(options.seed));
let [passed, failed] = [0, 0];
try {
  console.log(`seed ${options.seed}`);
  for (const suite of suites.filter((s) => positionals.length === 0 || positionals.includes(s.name))) {
    const started = performance.now();
    const report = await oracle.run(suite, Number(options.scale));
    print(suite, report, (performance.now() - started) / 1000);
    passed += report.agreements;
    failed += report.failures.length;
  }
} finally {
  oracle.close();
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function print(suite, report, seconds) {
  console.log(`${suite.name}: ${report.agreements} agreements of ${report.cases} cases (${seconds.toFixed(1)} s)`);
  if (report.tags.size > 0) {
    console.log(`  ${[...report.tags].sort().map(([tag, n]) => `${tag} ${n}`).join(', ')}`);
  }

  for (const [difference, n] of report.known) {
    console.log(`  intended, ${n} times: ${difference}`);
  }

  for (const failure of report.failures.slice(0, Number(options.show))) {
    console.log(describe(failure));
  }
}

/** A difference in full, or without the document. */
function describe({ about: { source, ...about }, ...difference }) {
  const text = JSON.stringify({ ...difference, about }, null, 1);
  return options.brief || !source ? text : `${source}\n${text}`;
}
