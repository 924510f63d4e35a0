// The schema as clients see it: by introspection and by SDL, no difference to what the reference makes of it.

import { builtIns } from '../builtins.js';

export const name = 'schema';
export const cases = 1;

const options = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  experimentalDirectiveDeprecation: false,
  oneOf: true,
};

/** Runs the suite. */
export async function run({ engine, references, sdl, report }) {
  for (const reference of references) {
    const { graphql } = reference;
    const query = graphql.getIntrospectionQuery(options);
    const answer = await engine.answer({ op: 'execute', resolve: 'now', document: query });
    report.compare(reference, 'introspection has no errors', {}, [], answer.errors ?? []);
    const ours = graphql.buildClientSchema(answer.data);
    const theirs = graphql.buildSchema(sdl);
    for (const [step, left, right] of [['theirs to ours', theirs, ours], ['ours to theirs', ours, theirs]]) {
      report.compare(reference, `breaking changes, ${step}`, {}, [], graphql.findBreakingChanges(left, right));
      report.compare(reference, `dangerous changes, ${step}`, {}, [], graphql.findDangerousChanges(left, right));
    }

    const byName = (schema) => graphql.printSchema(graphql.lexicographicSortSchema(schema));
    report.compare(reference, 'printed schema', {}, byName(theirs).split('\n'), byName(ours).split('\n'));
    report.compare(reference, 'order of members', {}, inOrder(theirs), inOrder(ours));
    const expected = await reference.execute({ document: query, resolve: 'now', variables: {} });
    for (const [place, left, right] of pairs(expected.data, answer.data)) {
      report.compare(reference, 'introspection result', { place }, left, right);
    }

    compareBuiltIns(reference, ours, report);
  }
}

/** What every server has, against the specification's own text, for the references are ahead of it or behind. */
function compareBuiltIns(reference, ours, report) {
  const { graphql } = reference;
  const specified = graphql.buildASTSchema(graphql.parse(builtIns), { assumeValidSDL: true });
  const text = (type) => graphql.printType(type).replaceAll(/\s*"""[^]*?"""/g, '').trim().split('\n');
  for (const { name } of graphql.parse(builtIns).definitions.filter((d) => d.kind.endsWith('TypeDefinition')).map((d) => ({ name: d.name.value }))) {
    report.compare(reference, 'introspection type', { name }, text(specified.getType(name)), text(ours.getType(name)));
  }

  const directives = (schema) => schema.getDirectives().map((d) =>
    [d.name, d.isRepeatable, [...d.locations].sort(), d.args.map((a) => [a.name, String(a.type)])]).sort();
  report.compare(reference, 'directives', {}, directives(specified), directives(ours));
}

/** Each type's members as the schema lists them: fields with arguments, values, interfaces. */
function inOrder(schema) {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  return types.sort((a, b) => (a.name < b.name ? -1 : 1)).map((type) => [
    type.name,
    Object.values(type.getFields?.() ?? {}).map((field) => [field.name, (field.args ?? []).map((a) => a.name)]),
    (type.getValues?.() ?? []).map((value) => value.name),
    (type.getInterfaces?.() ?? []).map((face) => face.name),
    type.getTypes?.().map((member) => member.name) ?? [],
  ]);
}

/** The two results type by type, for their order is free. */
function* pairs(expected, actual) {
  const own = (type) => !type.name.startsWith('__') && !['Int', 'Float', 'String', 'Boolean', 'ID'].includes(type.name);
  for (const type of expected.__schema.types) {
    const found = actual.__schema.types.find((t) => t.name === type.name);
    if (own(type)) {
      yield [type.name, sort(type), found && sort(found)];
    }
  }

  const names = (schema) => [schema.description ?? null, schema.queryType.name, schema.mutationType?.name, schema.subscriptionType?.name];
  yield ['schema', names(expected.__schema), names(actual.__schema)];
  const undefinedTypes = actual.__schema.types.map((t) => t.name).filter((n) => !expected.__schema.types.some((t) => t.name === n));
  yield ['types that only the engine has', [], undefinedTypes];
}

/** Possible types come in any order. */
function sort(type) {
  return { ...type, possibleTypes: type.possibleTypes && [...type.possibleTypes].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
