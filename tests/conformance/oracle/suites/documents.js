// Generated documents, valid and broken: the same accept or refusal with the same locations; the valid ones executed.
import { Documents } from '../generate/documents.js';
import { breakDocument } from '../generate/breakers.js';
import { print } from '../generate/print.js';
import { Values } from '../generate/values.js';
import { compareExecution, locations } from '../compare.js';

export const name = 'documents';
export const cases = 6000;

/** Runs the suite. */
export async function run({ engine, references, random, count, report }) {
  const [{ graphql, schema }] = references;
  const documents = new Documents(graphql, schema, random);
  const values = new Values(graphql, random);
  for (let i = 0; i < count; i++) {
    const document = documents.next();
    const rules = random.chance(0.5) ? breakDocument({ document, random, graphql, schema, values }) : [];
    const source = print(document, random);
    const validated = await engine.answer({ op: 'validate', document: source });
    const expected = references.map((reference) => reference.validate(source));
    const tags = rules.length > 0 ? rules : ['valid'];
    expected.forEach((errors, r) =>
      report.compare(references[r], 'validate', { source, rules }, locations(errors), locations(validated.errors), tags,
        { expected: errors.map((e) => e.message), actual: validated.errors.map((e) => e.message) }));
    if (expected.every((errors) => errors.length === 0) && validated.errors.length === 0) {
      await execute(source, document, { engine, references, random, values, report });
    }
  }
}

async function execute(source, document, { engine, references, random, values, report }) {
  const operation = random.pick(document.operations.filter((o) => o.kind !== 'subscription'));
  const members = operation.variables
    .filter((v) => v.initial === null || random.chance(0.5))
    .map((v) => `${JSON.stringify(v.name)}:${values.json(v.type, 0.02)}`);
  const variablesJson = `{${members.join(',')}}`;
  const operationName = random.chance(0.03) ? random.pick([undefined, 'Missing', '']) : operation.name ?? undefined;
  const errorsNow = new Map();
  for (const resolve of ['now', 'later']) {
    const line = await engine.ask({ op: 'execute', resolve, document: source, operationName, variablesJson });
    for (const reference of references) {
      const result = await reference.execute({ document: source, resolve, operationName, variables: JSON.parse(variablesJson) });
      compareExecution({ reference, resolve, source, variablesJson, result, line, report, errorsNow });
    }
  }
}
