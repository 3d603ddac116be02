import { afterAll, expect, test } from 'vitest';
import { toPage } from '../../src/acquire/index.ts';
import { openPool } from '../../src/reading/pool.ts';

const pool = openPool({ jobs: 1, timeout: 1_200 });
afterAll(() => pool.close());

const sentence = (n: number): string =>
  `The minister of Laos met envoy number ${n} in Vientiane about the port and the grain. `;
const story = Array.from({ length: 40 }, (_, n) => `<p>${sentence(n)}</p>`).join('');

test('markup that takes too long is read as lines, with a flag; the pool goes on', async () => {
  // Within the caps, but more than half a second of tree work.
  const heavy = `<html><body>${'<div class="a"><p>x, y, z <a href="#">m</a></p></div>'.repeat(9_000)}${story}</body></html>`;
  const reading = await pool.read(toPage(Buffer.from(heavy), { type: 'text/html' })).catch((error: unknown) => error);
  // On a slow machine the lines may run out of time too: then it is a clear error.
  if (reading instanceof Error) expect(reading).toMatchObject({ code: 'timeout' });
  else expect((reading as { flags: { code: string }[] }).flags.map(({ code }) => code)).toContain('reader-stopped');
  const next = await pool.read(toPage(Buffer.from('Laos met Thailand in Vientiane.'), { asPlain: true }));
  expect(next.article.text).toBe('Laos met Thailand in Vientiane.');
}, 60_000);
