import { afterAll, expect, test } from 'vitest';
import { toPage } from '../../src/acquire/index.ts';
import { openPool, type ReadingPool } from '../../src/reading/pool.ts';

const pools: ReadingPool[] = [];
function open(timeout: number): ReadingPool {
  const pool = openPool({ jobs: 1, timeout });
  pools.push(pool);
  return pool;
}
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

const sentence = (n: number): string =>
  `The minister of Laos met envoy number ${n} in Vientiane about the port and the grain. `;
const story = Array.from({ length: 40 }, (_, n) => `<p>${sentence(n)}</p>`).join('');
/** Within the caps, but much tree work; as lines it is read in a small part of that time. */
const heavy = `<html><body>${story}${'<div class="a"><p>x, y, z <a href="#">m</a></p></div>'.repeat(9_000)}</body></html>`;
const plain = toPage(Buffer.from('Laos met Thailand in Vientiane.'), { asPlain: true });

test('markup that takes too long is read as lines, with a flag; the pool goes on', async () => {
  const page = toPage(Buffer.from(heavy), { type: 'text/html' });
  const unhurried = open(60_000);
  await unhurried.read(plain);
  const start = performance.now();
  expect((await unhurried.read(page)).flags.map(({ code }) => code)).not.toContain('reader-stopped');
  // Markup has half of the limit: here a quarter of what it took on this machine.
  const pool = open((performance.now() - start) / 2);
  const reading = await pool.read(page);
  expect(reading.flags.map(({ code }) => code)).toContain('reader-stopped');
  expect((await pool.read(plain)).article.text).toBe('Laos met Thailand in Vientiane.');
}, 60_000);

test('what takes too long as lines too is an error', async () => {
  const pool = open(40);
  await expect(pool.read(toPage(Buffer.from(heavy), { type: 'text/html' }))).rejects.toMatchObject({ code: 'timeout' });
}, 60_000);
