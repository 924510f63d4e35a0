// Generated variables: the same coerced values, echoed by a resolver, or the same refusal.
import { Values } from '../generate/values.js';
import { compareExecution, locations } from '../compare.js';

export const name = 'variables';
export const cases = 3000;

/** Runs the suite. */
export async function run({ engine, references, random, count, report }) {
  const [{ graphql, schema }] = references;
  const values = new Values(graphql, random, { strangeIds: true });
  const query = schema.getQueryType().getFields();
  for (let i = 0; i < count; i++) {
    const field = random.chance(0.3) ? query[random.pick(['echoHard', 'sameFloat', 'sameText', 'sameId'])] : query.echo;
    const { source, variablesJson } = request(field, { graphql, random, values });
    const validated = await engine.answer({ op: 'validate', document: source });
    const expected = references.map((reference) => reference.validate(source));
    expected.forEach((errors, r) =>
      report.compare(references[r], 'validate', { source }, locations(errors), locations(validated.errors), ['validate'],
        { expected: errors.map((e) => e.message), actual: validated.errors.map((e) => e.message) }));
    if (validated.errors.length > 0 || expected.some((errors) => errors.length > 0)) {
      continue;
    }

    const line = await engine.ask({ op: 'execute', resolve: 'now', document: source, variablesJson });
    for (const reference of references) {
      const result = await reference.execute({ document: source, resolve: 'now', variables: JSON.parse(variablesJson) });
      compareExecution({ reference, resolve: 'now', source, variablesJson, result, line, report });
    }
  }
}

/** A document of one field whose every argument is a variable, alone or inside of a value, and JSON for them. */
function request(field, { graphql, random, values }) {
  const definitions = [];
  const members = [];
  const declare = (type, hasDefault = false) => {
    const name = `v${definitions.length}`;
    const nullable = graphql.isNonNullType(type) && (hasDefault || random.chance(0.3)) ? type.ofType : type;
    const initial = nullable !== type && !hasDefault ? values.literal(type) : random.chance(0.15) ? values.literal(nullable) : null;
    const declared = nullable === type && !graphql.isNonNullType(type) && random.chance(0.2) ? new graphql.GraphQLNonNull(type) : nullable;
    definitions.push(`$${name}: ${declared}${initial === null || (declared !== nullable && initial === 'null') ? '' : ` = ${initial}`}`);
    if (random.chance(0.9)) {
      members.push(`"${name}":${values.json(declared, random.chance(0.5) ? 0.06 : 0)}`);
    }

    return name;
  };
  const args = field.args
    .filter((a) => graphql.isRequiredArgument(a) || random.chance(field.args.length > 6 ? 0.15 : 0.5))
    .map((a) => {
      const hasDefault = (a.defaultValue ?? a.default) !== undefined;
      const value = random.chance(0.7)
        ? `$${declare(a.type, hasDefault && random.chance(0.5))}`
        : values.literal(a.type, (type, d) => (random.chance(0.5) ? declare(type, d) : null), 0, hasDefault);
      return `${a.name}: ${value}`;
    });
  if (random.chance(0.05)) {
    members.push('"unused":[1]');
  }

  const variables = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
  return { source: `query ${variables} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} }`, variablesJson: `{${members.join(',')}}` };
}
