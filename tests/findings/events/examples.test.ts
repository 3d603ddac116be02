import { expect, test } from 'vitest';
import { eventsOf, tables } from './support.ts';

const { examples, frames } = tables.events.lexicon;

test('the lexicon is broad', () => {
  expect(examples.length).toBeGreaterThan(900);
  expect(new Set(frames.map((frame) => frame.type)).size).toBe(16);
});

test('no frame has one id twice', () => {
  expect(new Set(frames.map((frame) => frame.id)).size).toBe(frames.length);
});

for (const frame of frames)
  test(`${frame.id}: every example is read as ${frame.type}`, () => {
    const wrong = examples
      .filter((example) => example.frame.id === frame.id)
      .filter(({ sentence }) => !eventsOf(sentence).some((e) => e.type === frame.type || frame.alt.includes(e.type)))
      .map(({ key, sentence }) => `${key}: ${sentence}`);
    expect(wrong).toEqual([]);
  });
