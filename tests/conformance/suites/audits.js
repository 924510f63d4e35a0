// The audit suite of graphql-http: every MUST, SHOULD and MAY of the GraphQL-over-HTTP draft that it knows.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serverAudits } from 'graphql-http';

/** Audits that are not passed, by ID, each with its reason. A MUST never stands here. */
const exceptions = {};

export default function audits(graphQL) {
  describe('GraphQL over HTTP', () => {
    for (const audit of serverAudits({ url: graphQL })) {
      it(`${audit.id} ${audit.name}`, async () => {
        const result = await audit.fn();
        if (audit.id in exceptions) {
          assert.notEqual(result.status, 'ok', `${audit.id} passes now: it is no exception any more.`);
          assert.notEqual(result.status, 'error', `${audit.id} is a MUST.`);
        } else {
          assert.equal(result.status, 'ok', result.reason);
        }
      });
    }
  });
}
