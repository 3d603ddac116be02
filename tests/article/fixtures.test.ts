/** Every hand-written page gives what its expectation says. */

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readPage } from '../../src/article/index.ts';
import { differences, loadFixtures } from '../../src/eval/article-fixtures.ts';

const fixtures = loadFixtures(fileURLToPath(new URL('../fixtures/pages', import.meta.url)));

for (const { name, page, expect: expected } of fixtures) {
  test(name, () => expect(differences(readPage(page), expected)).toEqual([]));
}
