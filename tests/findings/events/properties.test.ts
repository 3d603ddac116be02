import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains } from '../../../src/core/index.ts';
import { allowsMode } from '../../../src/findings/events/ontology.ts';
import { explainSentence, findFindings, type Trace } from '../../../src/findings/index.ts';
import { eventsOf, knowledge, mentionedOf, tables } from './support.ts';

const words = fc.constantFrom(
  ...'Kenya Peru Norway the president minister police troops visited attacked urged will not has been to of with in and by on Monday said sanctions aid talks , . " held imposed threatened agreed refused soldiers rebels 40 it they may if'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.array(words, { maxLength: 40 }).map((w) => w.join(' ')),
  fc.string({ maxLength: 120 }),
);

describe('for any text', () => {
  test('nothing throws, every span is a quote of its own sentence, and reading twice agrees', () => {
    fc.assert(
      fc.property(text, (input) => {
        const events = eventsOf(input);
        for (const event of events) {
          expect(contains(event.evidence, event.trigger)).toBe(true);
          for (const actor of [...event.actors, ...event.recipients])
            expect(input.slice(actor.span[0], actor.span[1])).toBe(actor.text);
          expect(allowsMode(tables.events.ontology, event.type, event.mode)).toBe(true);
          expect(event.contexts.every((c) => tables.events.ontology.contexts.has(c))).toBe(true);
          expect(event.confidence).toBeGreaterThan(0);
          expect(event.confidence).toBeLessThanOrEqual(1);
        }
        expect(eventsOf(input)).toEqual(events);
      }),
      { numRuns: 120 },
    );
  });
  test('events come by confidence', () => {
    fc.assert(
      fc.property(text, (input) => {
        const confidences = eventsOf(input).map((e) => e.confidence);
        expect([...confidences].sort((a, b) => b - a)).toEqual(confidences);
      }),
      { numRuns: 60 },
    );
  });
});

test('a long sentence is read in little time', () => {
  const long = `${'Kenya visited Peru and '.repeat(400)}Norway urged Sudan.`;
  const start = performance.now();
  eventsOf(long);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('an event in a statement points to it', () => {
  const doc = mentionedOf('Kenya expelled two Ugandan diplomats, a Norwegian official said.');
  const found = findFindings(doc, tables, knowledge);
  const event = found.events.find((e) => e.type === 'SANCTION');
  expect(event).toBeDefined();
  expect(event?.attributedTo).toBe(found.statements.length > 0 ? 0 : null);
});

describe('explaining', () => {
  test('tells why there is no event', () => {
    const explanation = explainSentence(mentionedOf('Peru hopes to visit Chile.'), 0, tables, knowledge);
    expect(explanation?.events).toEqual([]);
    expect(explanation?.silence).toContain('consult/visit');
    expect(explanation?.steps.every((step) => step.outcome === 'refused' && step.reason !== '')).toBe(true);
  });
  test('tells which rule fired', () => {
    const trace: Trace = { steps: [] };
    eventsOf('Peru’s president visited Chile.', null, trace);
    expect(trace.steps.filter((step) => step.outcome === 'fired').map((step) => step.rule)).toEqual(['consult/visit']);
  });
  test('says when no trigger stands in the sentence', () => {
    expect(explainSentence(mentionedOf('The river is long.'), 0, tables, knowledge)?.silence).toMatch(/No trigger/);
  });
  test('has nothing beyond the last sentence', () => {
    expect(explainSentence(mentionedOf('The river is long.'), 7, tables, knowledge)).toBeNull();
  });
});
