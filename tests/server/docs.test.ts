/** Every route has its line in docs/server.md. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROUTES } from '../../src/server/routes.ts';

const page = readFileSync(new URL('../../docs/server.md', import.meta.url), 'utf8');

test.each(ROUTES.map(({ path }) => path))('%s is described', (path) => {
  expect(page).toContain(`${path.replaceAll('{id}', 'ID').replace('{a}', 'A').replace('{b}', 'B')}`);
});
