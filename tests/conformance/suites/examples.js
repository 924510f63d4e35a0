// The operations that the repository shows run as they stand, against the demo data.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { request } from '../request.js';
import { root } from '../server.js';

const folder = join(root, 'schema/examples');

export default function examples(graphQL) {
  describe('examples', () => {
    const names = existsSync(folder)
      ? readdirSync(folder).filter((name) => name.endsWith('.graphql')).map((name) => name.slice(0, -'.graphql'.length))
      : [];

    it('are there', () => assert.notEqual(names.length, 0, `No *.graphql in ${folder}.`));

    for (const name of names) {
      it(`${name}.graphql answers without errors`, async () => {
        const document = await readFile(join(folder, `${name}.graphql`), 'utf8');
        const variables = JSON.parse(await readFile(join(folder, `${name}.variables.json`), 'utf8'));

        const { data, errors } = await request(graphQL(), document, variables);

        assert.deepEqual(errors, undefined);
        for (const [field, value] of Object.entries(data)) {
          assert.notEqual(value, null, `"${field}" is null.`);
        }
      });
    }
  });
}
