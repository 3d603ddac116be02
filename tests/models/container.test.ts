/** The weights format: what is packed comes back; what is damaged is refused by name. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openContainer, packContainer, readShared, type Section } from '../../src/models/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-models-'));
afterAll(() => rmSync(folder, { recursive: true }));

const packed = packContainer(
  'test/1',
  { answer: 42 },
  new Map<string, Section>([
    ['small', Int8Array.of(-128, 0, 127)],
    ['scale', Float32Array.of(0.5, -1.25)],
    ['keys', Uint32Array.of(0, 0xffffffff)],
  ]),
);
const shared = (bytes: Uint8Array): SharedArrayBuffer => {
  const out = new SharedArrayBuffer(bytes.length);
  new Uint8Array(out).set(bytes);
  return out;
};
const changed = (at: number, value: number): SharedArrayBuffer => {
  const copy = packed.slice();
  copy[at] = value;
  return shared(copy);
};
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

describe('a model file', () => {
  test('comes back as it was packed', () => {
    const path = join(folder, 'test.bin');
    writeFileSync(path, packed);
    const model = openContainer<{ answer: number }>(readShared(path));
    expect([model.id, model.meta.answer]).toEqual(['test/1', 42]);
    expect([...model.section('small', 'i8')]).toEqual([-128, 0, 127]);
    expect([...model.section('scale', 'f32')]).toEqual([0.5, -1.25]);
    expect([...model.section('keys', 'u32')]).toEqual([0, 0xffffffff]);
    expect(model.hash).toMatch(/^[0-9a-f]{64}$/);
  });
  test('has aligned sections', () => {
    const model = openContainer(shared(packed));
    for (const [name, type] of [
      ['small', 'i8'],
      ['scale', 'f32'],
      ['keys', 'u32'],
    ] as const) {
      expect(model.section(name, type).byteOffset % 16).toBe(0);
    }
  });
  test('that is not there is model-missing', () =>
    expect(codeOf(() => readShared(join(folder, 'no.bin')))).toBe('model-missing'));
  test('with a flipped bit is bad-data', () =>
    expect(codeOf(() => openContainer(changed(packed.length - 1, 9)))).toBe('bad-data'));
  test('of another kind or version is bad-data', () => {
    expect(codeOf(() => openContainer(changed(0, 0)))).toBe('bad-data');
    expect(codeOf(() => openContainer(changed(4, 9)))).toBe('bad-data');
  });
  test('cut off anywhere is bad-data', () => {
    for (const length of [0, 10, 47, 60, packed.length - 4]) {
      expect(codeOf(() => openContainer(shared(packed.slice(0, length))))).toBe('bad-data');
    }
  });
  test('without the section asked for is bad-data', () => {
    const model = openContainer(shared(packed));
    expect(codeOf(() => model.section('none', 'i8'))).toBe('bad-data');
    expect(codeOf(() => model.section('small', 'f32'))).toBe('bad-data');
  });
});
