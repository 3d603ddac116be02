/** Envoys and their embassies: "the ambassador" of "the Chilean embassy", "the embassy" of "the Chilean ambassador", whom a state summons. */

import type { Sentence } from '../../core/index.ts';
import type { Draft } from '../draft.ts';
import { type History, isSubject, lastWord, NOMINAL_REACH } from './history.ts';

/** Whose own state's body is elsewhere. */
export const SENT_ABROAD = /^(?:ambassador|envoy|consul|attaché|diplomat|emissary|chargé|d['’]affaires)$/;

export class Envoys {
  readonly #history: History;

  constructor(history: History) {
    this.#history = history;
  }

  /** "the ambassador" after "the Chilean embassy". */
  fromEmbassy(item: Draft, sentence: Sentence): void {
    if (!/^(?:ambassador|consul|attaché|envoy)$/.test(lastWord(item.role))) return;
    for (const earlier of this.#history.before(sentence, item.span[0], 1)) {
      const post = lastWord(earlier.role) === 'embassy' || /high commission|embassy/i.test(earlier.name ?? '');
      if (!post || earlier.country === null) continue;
      Object.assign(item, { country: earlier.country, code: earlier.code, rule: 'reference/embassy', confidence: 0.6 });
      return;
    }
  }

  /** "the embassy" after "the Chilean ambassador": of the envoy told of last. */
  ofEnvoy(item: Draft, sentence: Sentence): boolean {
    if (!/^(?:embassy|consulate)$/.test(lastWord(item.role))) return false;
    for (const earlier of this.#history.before(sentence, item.span[0], NOMINAL_REACH)) {
      if (earlier.kind !== 'person' || earlier.country === null || !SENT_ABROAD.test(lastWord(earlier.role))) continue;
      const { country, code } = earlier;
      Object.assign(item, { country, code, rule: 'reference/embassy', confidence: 0.5 });
      return true;
    }
    return false;
  }

  /** "Freedonia summoned the chargé d'affaires": of the one other state that the sentences before tell of. */
  summoned(item: Draft, sentence: Sentence): boolean {
    if (item.country !== null || item.code !== null || item.plural || item.kind !== 'person') return false;
    const { tokens } = sentence;
    const word = tokens[item.head]!;
    if (!SENT_ABROAD.test(lastWord(item.role))) return false;
    const at = tokens.findIndex((token) => token.start >= item.span[0]);
    const right = tokens[at - (tokens[at - 1]?.upos === 'DET' ? 2 : 1)];
    const verb = word.deprel === 'obj' ? tokens[word.head] : right;
    if (!/^(?:summon|expel|call|convoke|declare)$/.test(verb?.lemma.toLowerCase() ?? '')) return false;
    let own: string | null = null;
    const others = new Map<string, Draft>();
    for (const earlier of this.#history.before(sentence, item.span[0], 3)) {
      if (earlier.sentence === sentence && isSubject(earlier)) own ??= earlier.country;
      if (earlier.kind !== 'place' && earlier.country !== null && earlier.code !== null)
        others.set(earlier.country, earlier);
    }
    if (own === null || !others.delete(own)) return false;
    const [other] = others.values();
    if (other === undefined || others.size !== 1) return false;
    const { country, code } = other;
    Object.assign(item, { country, code, rule: 'reference/summoned', confidence: 0.5 });
    return true;
  }
}
