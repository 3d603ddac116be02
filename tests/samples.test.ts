/** The shipped stories, read and held against samples/expected: article, events, relation steps, grade. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toPage } from '../src/acquire/index.ts';
import { readPage } from '../src/article/index.ts';
import { loadKit } from '../src/kit.ts';
import { readArticle } from '../src/pipeline.ts';
import { partyKey } from '../src/record/index.ts';

interface Expected {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly first: string;
  readonly last: string;
  readonly paragraphs: number | null;
  readonly grade: string;
  readonly events: readonly {
    readonly type: string;
    readonly parties: readonly string[];
    readonly date: string | null;
    readonly modality: string;
  }[];
  readonly relations: readonly {
    readonly parties: readonly string[];
    readonly level: string;
    readonly change: string;
    readonly since?: string;
  }[];
  readonly credits: readonly { readonly relation: string; readonly name: string }[];
}

const SAMPLES = new URL('../samples/', import.meta.url);
const kit = loadKit();

describe.each(readdirSync(new URL('stories', SAMPLES)))('%s', (name) => {
  const expected = JSON.parse(
    readFileSync(new URL(`expected/${name.replace(/\.\w+$/, '.json')}`, SAMPLES), 'utf8'),
  ) as Expected;
  const article = readPage(toPage(readFileSync(new URL(`stories/${name}`, SAMPLES)), { type: extname(name) }));
  const doc = readArticle(article, kit);

  test('article', () => {
    const paragraphs = article.text.split('\n').filter((line) => line.trim() !== '');
    expect({
      title: article.title,
      publisher: article.publisher,
      published: article.published,
      first: paragraphs[0],
      last: paragraphs.at(-1),
    }).toEqual({
      title: expected.title,
      publisher: expected.publisher,
      published: expected.published,
      first: expected.first,
      last: expected.last,
    });
    if (expected.paragraphs !== null) expect(paragraphs.length).toBe(expected.paragraphs);
    for (const credit of expected.credits) expect(article.credits).toContainEqual(expect.objectContaining(credit));
  });

  test('findings and grade', () => {
    const events = doc.events.map((event) => ({
      type: event.type,
      parties: [...new Set([...event.actors, ...event.recipients].map(partyKey))].sort(),
      date: event.date?.value ?? null,
      modality: event.modality,
    }));
    for (const event of expected.events) {
      expect(events).toContainEqual({
        ...event,
        date: event.date,
        parties: expect.arrayContaining([...event.parties]),
      });
    }
    for (const { parties, level, change, since } of expected.relations) {
      const found = doc.relations.filter(
        (relation) => [...relation.parties].sort().join() === [...parties].sort().join() && relation.level === level,
      );
      expect(found).toContainEqual(expect.objectContaining({ change, ...(since === undefined ? {} : { since }) }));
    }
    expect(doc.grade).toBe(expected.grade);
  });
});
