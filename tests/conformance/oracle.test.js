// The engine against the reference implementation, each suite of oracle/ as one test; `npm run oracle` says more.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOracle, suites } from './oracle/oracle.js';

let oracle;

before(async () => (oracle = await openOracle()));
after(() => oracle?.close());

for (const suite of suites) {
  test(`agrees with graphql-js: ${suite.name}`, async (t) => {
    const report = await oracle.run(suite);
    t.diagnostic(`${report.agreements} agreements of ${report.cases} cases, seed ${oracle.seed}`);
    assert.ok(report.cases > 0);
    assert.deepEqual(report.failures.slice(0, 3), []);
  });
}
