// Subscriptions: each event's response, and what is refused before the stream opens.
import { Documents } from '../generate/documents.js';
import { print } from '../generate/print.js';
import { Values } from '../generate/values.js';
import { compareExecution } from '../compare.js';

export const name = 'subscriptions';
export const cases = 300;

/** Runs the suite. */
export async function run({ engine, references, random, count, report }) {
  const [{ graphql, schema }] = references;
  const documents = new Documents(graphql, schema, random);
  const values = new Values(graphql, random);
  for (let i = 0; i < count; i++) {
    const document = documents.next('subscription');
    const source = print(document, random);
    const validated = await engine.answer({ op: 'validate', document: source });
    if (validated.errors.length > 0 || references.some((reference) => reference.validate(source).length > 0)) {
      continue;
    }

    const members = document.operations[0].variables.map((v) => `"${v.name}":${values.json(v.type, 0.1)}`);
    const variablesJson = `{${members.join(',')}}`;
    for (const resolve of ['now', 'later']) {
      const { responses } = await engine.answer({ op: 'subscribe', resolve, document: source, variablesJson });
      for (const reference of references) {
        const expected = await reference.subscribe({ document: source, resolve, variables: JSON.parse(variablesJson) });
        const about = { source, variables: variablesJson, resolve };
        report.compare(reference, 'number of responses', about, expected.length, responses.length, [],
          { expected: expected[0]?.errors?.map((e) => e.message), actual: responses.slice(0, 1) });
        for (const [e, result] of expected.entries()) {
          compareExecution({ reference, resolve, source, variablesJson, result, line: responses[e] ?? '{}', report });
        }
      }
    }
  }
}
