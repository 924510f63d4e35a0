// Client libraries warn on the console of answers that do not fit; in these suites nobody would see it.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock } from 'node:test';

/** Fails each test of the suite it is called in during which something was warned of on the console. */
export function noComplaints() {
  const methods = ['warn', 'error'];
  let consoles;

  beforeEach(() => (consoles = methods.map((method) => mock.method(console, method, () => {}))));
  afterEach(() => {
    const complaints = consoles.flatMap(({ mock: { calls } }) => calls.map((call) => call.arguments.join(' ')));
    consoles.forEach((console) => console.mock.restore());
    assert.deepEqual(complaints, []);
  });
}
