// What the server says of its schema, read by the reference implementation, against the SDL in the repository.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import {
  GraphQLSchema,
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  getIntrospectionQuery,
  isInputObjectType,
  isSpecifiedDirective,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from 'graphql';
import { request } from '../request.js';
import { root } from '../server.js';

export default function introspection(graphQL) {
  describe('introspection', () => {
    let served;
    let written;

    before(async () => {
      const query = getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      });
      const { data, errors } = await request(graphQL(), query);
      assert.deepEqual(errors, undefined);
      served = buildClientSchema(data);
      written = buildSchema(await readFile(join(root, 'schema/threadgraph.graphql'), 'utf8'));
    });

    it('describes a valid schema', () => assert.deepEqual(validateSchema(served), []));

    it('prints as the SDL in the repository, descriptions included', () =>
      assert.equal(printSchema(lexicographicSortSchema(served)), printSchema(lexicographicSortSchema(written))));

    // The reference implementation's printer leaves out @oneOf.
    it('has the same OneOf inputs', () => assert.deepEqual(oneOfInputs(served), oneOfInputs(written)));

    // The SDL leaves them out, and the reference implementation fills in its own, of a later draft.
    it('has the built-in directives of the September 2025 edition', () =>
      assert.deepEqual(
        Object.fromEntries(builtInDirectives(served).map(({ name, locations }) => [name, [...locations].sort()])),
        {
          skip: ['FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT'],
          include: ['FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT'],
          deprecated: ['ARGUMENT_DEFINITION', 'ENUM_VALUE', 'FIELD_DEFINITION', 'INPUT_FIELD_DEFINITION'],
          specifiedBy: ['SCALAR'],
          oneOf: ['INPUT_OBJECT'],
        },
      ));

    it('has no breaking or dangerous change in either direction', () => {
      const expected = new GraphQLSchema({
        ...written.toConfig(),
        directives: [
          ...written.getDirectives().filter((directive) => !isSpecifiedDirective(directive)),
          ...builtInDirectives(served),
        ],
      });
      for (const [from, to] of [[served, expected], [expected, served]]) {
        assert.deepEqual(findBreakingChanges(from, to), []);
        assert.deepEqual(findDangerousChanges(from, to), []);
      }
    });

    it('hands out the same schema as SDL', async () => {
      const response = await fetch(`${graphQL()}?sdl`);
      assert.equal(response.headers.get('content-type'), 'application/graphql; charset=utf-8');
      const sdl = buildSchema(await response.text());
      assert.equal(printSchema(lexicographicSortSchema(sdl)), printSchema(lexicographicSortSchema(written)));
    });
  });
}

function builtInDirectives(schema) {
  return schema.getDirectives().filter(isSpecifiedDirective);
}

function oneOfInputs(schema) {
  return Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type) && type.isOneOf)
    .map((type) => type.name)
    .sort();
}
