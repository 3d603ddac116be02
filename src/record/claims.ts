/** Claims: what one document asserts once, named by a hash of what is asserted and where it stands. */

import { createHash } from 'node:crypto';
import type { RecordedActor, RecordedReading, RecordedSpeaker } from './record.ts';

/** Ids of a reading's findings, in the order of the reading. */
export interface ClaimIds {
  readonly events: readonly string[];
  readonly statements: readonly string[];
  readonly figures: readonly string[];
  readonly relations: readonly string[];
}

/**
 * The claim ids of a reading.
 *
 * An id covers the document, the kind, the words it stands on and who is in it; not the rule, the confidence or the date, which
 * better readers may change without the claim becoming another one. The same reading always gives the same ids.
 */
export function claimIds(reading: RecordedReading): ClaimIds {
  const taken = new Map<string, number>();
  const idOf = (kind: string, content: readonly unknown[]): string => {
    const key = JSON.stringify([reading.id, kind, ...content]);
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    // 80 bits: among a billion claims the odds of two sharing an id are one in two million.
    return createHash('sha256')
      .update(nth === 0 ? key : `${key}#${nth}`)
      .digest('hex')
      .slice(0, 20);
  };
  return {
    events: reading.events.map((event) =>
      idOf('event', [event.type, event.trigger, event.evidence, spans(event.actors), spans(event.recipients)]),
    ),
    statements: reading.statements.map((said) =>
      idOf('statement', [said.act, said.evidence, said.cue, said.content, said.speaker?.span ?? null]),
    ),
    figures: reading.figures.map((figure) =>
      idOf('figure', [figure.value, figure.unit, figure.currency, figure.span, figure.evidence]),
    ),
    relations: reading.relations.map((relation) =>
      idOf('relation', [relation.parties, relation.level, relation.change, relation.evidence]),
    ),
  };
}

const spans = (actors: readonly RecordedActor[]): unknown => actors.map((actor) => actor.span);

/** PLOVER codes that name a kind of body, not one. */
const GENERIC = new Set(['IGO', 'NGO', 'ISM', 'IMG', 'MNC']);

/**
 * The key a party counts under in a pair: its country or body ("USA", "UNO"), a named organisation for those without a country
 * ("ASEAN"), else its entity. Null when the party is nobody we can name.
 */
export function partyKey(party: Pick<RecordedActor, 'code' | 'country' | 'org' | 'entity'>): string | null {
  const code = party.code ?? party.country;
  if (code !== null && !GENERIC.has(code)) return code;
  return party.org ?? party.entity ?? code;
}

/** All keys a party can be asked for by: codes, organisation, entity. Without duplicates, in a fixed order. */
export function partyKeys(party: Pick<RecordedActor, 'code' | 'country' | 'org' | 'entity'>): readonly string[] {
  const keys = [partyKey(party), party.code, party.country, party.org, party.entity].filter((key) => key !== null);
  // "state:USA" is the country itself, which its code names already.
  return [...new Set(keys.filter((key) => !key.startsWith('state:') || party.code === null))];
}

/** The one key a speaker is filed under: entity, else name. */
export function speakerKey(speaker: RecordedSpeaker): string | null {
  return speaker.entity ?? speaker.name ?? null;
}
