import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../src/reading/in-order.ts';

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield item;
}

const later = <T>(value: T, turns: number): Promise<T> =>
  turns <= 0 ? Promise.resolve(value) : new Promise((resolve) => setImmediate(() => resolve(later(value, turns - 1))));

test('any delays, any width: results come in the order of the stream and never more than the width run at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), async (delays, width) => {
      let running = 0;
      let most = 0;
      const seen: number[] = [];
      const work = async ([index, turns]: readonly [number, number]): Promise<number> => {
        most = Math.max(most, ++running);
        await later(null, turns);
        running--;
        return index;
      };
      for await (const index of inOrder(stream(delays.map((turns, i) => [i, turns] as const)), width, work))
        seen.push(index);
      expect(seen).toEqual(delays.map((_, i) => i));
      expect(most).toBeLessThanOrEqual(width);
    }),
  );
});

test('a result is handed on while the source is still waiting for its next item', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  async function* slow(): AsyncGenerator<number> {
    yield 1;
    await gate;
    yield 2;
  }
  const results = inOrder(slow(), 2, (n) => Promise.resolve(n * 10));
  expect((await results.next()).value).toBe(10);
  release();
  expect((await results.next()).value).toBe(20);
});

test('a failed item rejects at its own turn, after those before it', async () => {
  const results = inOrder(stream([1, 2]), 2, (n) => (n === 2 ? Promise.reject(new Error('second')) : later(n, 3)));
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow('second');
});
