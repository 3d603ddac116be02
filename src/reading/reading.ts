/** The Reading: a judged document as it is printed, stored and sent. Plain data, no class, no internal field. */

import type {
  Aside,
  Credit,
  Dateline,
  Event,
  Figure,
  Flag,
  Grade,
  Judged,
  MentionKind,
  PublishedBasis,
  Reference,
  Relation,
  Restoration,
  Sector,
  Span,
  Statement,
} from '../core/index.ts';

export interface ReadingArticle {
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly publishedBasis: PublishedBasis | null;
  readonly reference: Reference | null;
  readonly dateline: Dateline | null;
  readonly language: string | null;
  readonly text: string;
  readonly asides: readonly Aside[];
}

export interface ReadingMention {
  readonly span: Span;
  readonly kind: MentionKind;
  readonly value: string | number | null;
  readonly name: string | null;
  readonly entity: string | null;
  readonly country: string | null;
  readonly role: string | null;
  readonly sector: Sector | null;
}

export interface Reading {
  readonly format: 'chancery.reading/1';
  readonly id: string;
  readonly article: ReadingArticle;
  readonly sentences: readonly Span[];
  readonly mentions: readonly ReadingMention[];
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly relations: readonly Relation[];
  readonly credits: readonly Credit[];
  readonly flags: readonly Flag[];
  readonly restorations: readonly Restoration[];
  readonly grade: Grade;
}

/**
 * The printed form of a judged document.
 *
 * A lone surrogate in any text would make invalid UTF-8 and is replaced by U+FFFD; both are one UTF-16 unit, so spans stay exact.
 */
export function toReading(doc: Judged): Reading {
  const { article } = doc;
  return wellFormed({
    format: 'chancery.reading/1',
    id: article.id,
    article: {
      url: article.url,
      title: article.title,
      byline: article.byline,
      publisher: article.publisher,
      published: article.published,
      publishedBasis: article.publishedBasis,
      reference: doc.reference,
      dateline: article.dateline,
      language: article.language,
      text: article.text,
      asides: article.asides,
    },
    sentences: doc.sentences.map((sent) => sent.span),
    mentions: doc.mentions.map(({ span, kind, value, name, entity, country, role, sector }) => ({
      span,
      kind,
      value,
      name,
      entity,
      country,
      role,
      sector,
    })),
    events: doc.events,
    statements: doc.statements,
    figures: doc.figures,
    relations: doc.relations,
    credits: article.credits,
    flags: doc.allFlags,
    restorations: doc.restorations,
    grade: doc.grade,
  });
}

function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)])) as T;
  }
  return value;
}
