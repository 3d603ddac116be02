/** Made-up documents with readings, for tests of what keeps and finds them. The places and people do not exist. */

import { toPage } from '../../src/acquire/index.ts';
import type { Page } from '../../src/core/index.ts';
import type { RecordedActor, RecordedEvent, RecordedReading, RecordedSpeaker } from '../../src/record/index.ts';
import type { Entry } from '../../src/store/record-api.ts';

export interface Story {
  readonly id?: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly url?: string | null;
  readonly grade?: RecordedReading['grade'];
  /** "USA meets VNM on 2021-08-06": one event each, in the words of the text. */
  readonly events?: readonly string[];
  readonly text?: string;
}

/** A document as `add` takes it. The text is the events' sentences, or `text`. */
export function entry(story: Story = {}): Entry {
  const text = story.text ?? `${(story.events ?? ['USA meets VNM on 2021-08-06']).join('. ')}.`;
  const bytes = Buffer.from(text, 'utf8');
  const page = toPage(bytes, {
    id: story.id,
    asPlain: true,
    url: story.url ?? null,
    published: story.published ?? null,
    publisher: story.publisher ?? null,
    title: story.title ?? null,
  });
  return { page, bytes, reading: readingOf(page, story.grade), acquired: '2024-01-02T03:04:05.000Z' };
}

function speakerOf({ text, span, name, entity, country, sector }: RecordedActor): RecordedSpeaker {
  return { text, span, name, entity, country, sector, anonymous: false };
}

/** The "reader" of these tests: a pure function of the page, as the real one is. */
export function readingOf(page: Page, grade: RecordedReading['grade'] = 'usable'): RecordedReading {
  const text = page.content;
  const events: RecordedEvent[] = [];
  for (const match of text.matchAll(
    /([A-Z]\w+(?: [A-Z]\w+)?) (meets|calls|sanctions) ([A-Z]\w+)(?: on (\S+?))?(?=\.(?:\s|$))/g,
  )) {
    const [sentence, first, verb, second, date] = match as unknown as [
      string,
      string,
      string,
      string,
      string | undefined,
    ];
    const at = match.index;
    const one = actor(first, at);
    const other = actor(second, at + sentence.indexOf(second, first.length));
    events.push({
      type: verb === 'sanctions' ? 'SANCTION' : 'CONSULT',
      mode: verb === 'calls' ? 'phone' : 'meet',
      contexts: ['diplomatic'],
      alt: [],
      actors: verb === 'sanctions' ? [one] : [one, other],
      recipients: verb === 'sanctions' ? [other] : [],
      date: date === undefined ? null : { value: date, precision: 'day', basis: 'stated', span: null },
      place: null,
      channel: verb === 'calls' ? 'phone' : 'in-person',
      modality: 'occurred',
      trigger: [at + sentence.indexOf(verb), at + sentence.indexOf(verb) + verb.length],
      evidence: [at, at + sentence.length],
      attributedTo: null,
      rule: 'test/verb',
      confidence: 0.9,
    });
  }
  const parties = events.flatMap((event) => [...event.actors, ...event.recipients]);
  const reading = {
    format: 'chancery.reading/1',
    id: page.id,
    article: {
      url: page.url,
      title: page.given.title,
      byline: [],
      publisher: page.given.publisher,
      published: page.given.published,
      publishedBasis: page.given.published === null ? null : 'given',
      reference: null,
      dateline: null,
      language: 'en',
      text,
      asides: [],
    },
    sentences: events.map((event) => event.evidence),
    mentions: parties.map(({ span, name, entity, country }) => ({
      span,
      kind: entity?.startsWith('person:') ? 'person' : 'state',
      value: null,
      name,
      entity,
      country,
      role: null,
      sector: null,
    })),
    events,
    statements: events.slice(0, 1).map((event) => ({
      speaker: speakerOf(event.actors[0]!),
      addressee: null,
      act: 'SAY',
      cue: null,
      content: [event.evidence],
      quotation: 'indirect',
      verbatim: false,
      via: [],
      venue: null,
      evidence: event.evidence,
      rule: 'test/said',
      confidence: 0.8,
    })),
    figures: [],
    relations: [],
    credits: [],
    flags: [],
    restorations: [],
    grade,
  };
  return reading as RecordedReading;
}

/** Three capitals are a state, ASEAN an organisation, two words a person of Examplia. */
function actor(name: string, at: number): RecordedActor {
  const span = [at, at + name.length] as const;
  const base = { text: name, span, sector: 'GOV' as const, role: null };
  if (name === 'ASEAN') return { ...base, name, country: null, code: 'IGO', org: 'ASEAN', entity: 'org:asean' };
  if (/^[A-Z]{3}$/.test(name)) return { ...base, name, country: name, code: name, org: null, entity: `state:${name}` };
  const entity = `person:${name.toLowerCase().replace(' ', '-')}`;
  return { ...base, name, country: 'EXA', code: 'EXA', org: null, entity };
}
