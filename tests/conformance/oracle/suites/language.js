// Texts for lexer and parser: the same accept or refusal at the same place; what is accepted prints the same.
import { Documents } from '../generate/documents.js';
import { print } from '../generate/print.js';
import { mutate, nested, seeds } from '../generate/texts.js';
import { locations } from '../compare.js';

export const name = 'language';
export const cases = 4000;

/** Runs the suite. */
export async function run({ engine, references, random, count, report }) {
  const texts = [...seeds.map((text) => text.toWellFormed()), ...nested(100)];
  const [{ graphql, schema }] = references;
  const documents = new Documents(graphql, schema, random);
  while (texts.length < count) {
    texts.push(random.chance(0.15) ? print(documents.next(), random) : mutate(random));
  }

  for (const source of texts) {
    const actual = await engine.answer({ op: 'parse', base64: Buffer.from(source, 'utf8').toString('base64') });
    for (const reference of references) {
      const { document, errors } = reference.parse(source);
      const expected = errors ? locations(errors) : { printed: reference.graphql.print(document) };
      report.compare(
        reference, 'parse', { source: JSON.stringify(source) }, expected,
        actual.errors ? locations(actual.errors) : { printed: layout(reference, actual.printed) },
        [errors ? 'refused' : 'accepted'],
        { expected: (errors ?? []).map((e) => e.message), actual: (actual.errors ?? []).map((e) => e.message) });
    }
  }
}

/** The engine prints as version 17 does; version 16 lays some values out otherwise, so its own layout is compared. */
function layout({ version, graphql }, printed) {
  return version === 16 ? graphql.print(graphql.parse(printed)) : printed;
}
