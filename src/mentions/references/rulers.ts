/** Those who rule a state by force: "the junta", "the generals", "the military government" are those of the state whose coup or army the text tells of. */

import type { Sentence } from '../../core/index.ts';
import type { Phrase } from '../actors/phrases.ts';
import type { ReadSentence } from '../actors/sentence.ts';
import type { Draft } from '../draft.ts';
import { lastWord, type ReferenceContext } from './history.ts';

/** Words for power taken by force. */
const SEIZED = /^(?:coups?|putsch|juntas?)$/i;

const ARMED = /\b(?:junta|regime|generals?|military (?:government|rulers?|regime|authorities|council|leadership))\b/i;

export class Rulers {
  readonly #context: ReferenceContext;
  /** The state whose rulers these are; null when the text tells of none or of several alike. */
  readonly #state: string | null;

  constructor(context: ReferenceContext, read: readonly ReadSentence[]) {
    this.#context = context;
    this.#state = ruledByForce(read);
  }

  /** Gives the phrase its state; false when it means no such rulers or the text does not tell whose. */
  resolve(item: Draft, phrase: Phrase, sentence: Sentence): boolean {
    if (this.#state === null || item.country !== null || item.code !== null || item.name !== null) return false;
    if (phrase.geos.length > 0 || phrase.bodies.length > 0 || phrase.pronoun >= 0 || phrase.owner !== null)
      return false;
    const { tokens } = sentence;
    const words = tokens.filter((token) => token.start >= item.span[0] && token.end <= item.span[1]);
    if (!ARMED.test(words.map((token) => token.form).join(' '))) return false;
    if (/^generals?$/.test(lastWord(item.role)) && !(item.plural && item.definite)) return false;
    const code = this.#context.knowledge.countries.get(this.#state)?.code ?? this.#state;
    Object.assign(item, { country: this.#state, code, rule: 'reference/rulers', confidence: 0.6 });
    return true;
  }
}

/** "the coup in Guinea", "Guinea's coup", "the Guinean putsch". */
function isSeized(sentence: Sentence, item: Draft): boolean {
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => token.start >= item.span[0]);
  const next = tokens.findIndex((token) => token.start >= item.span[1]);
  if (first < 0) return false;
  const before = tokens[first - 1]?.form === 'in' && SEIZED.test(tokens[first - 2]?.form ?? '');
  const after = next > 0 && SEIZED.test(tokens[/^['’]s$/.test(tokens[next]!.form) ? next + 1 : next]?.form ?? '');
  return before || after;
}

/** The state told of with a coup, a junta or rulers in uniform more often than any other. */
function ruledByForce(read: readonly ReadSentence[]): string | null {
  const told = new Map<string, number>();
  /** Those told of with rulers or a coup, not with soldiers alone. */
  const strong = new Set<string>();
  let seized = false;
  for (const { sentence, drafts } of read) {
    const coup = sentence.tokens.some((token) => SEIZED.test(token.form));
    seized ||= coup;
    for (const item of drafts) {
      if (
        item.country === null ||
        item.sector === 'JRN' ||
        (item.name !== null && item.kind === 'person') ||
        item.rule.startsWith('reference/')
      )
        continue;
      const text = sentence.tokens
        .filter((token) => token.start >= item.span[0] && token.end <= item.span[1])
        .map((token) => token.form)
        .join(' ');
      const ruler = ARMED.test(text);
      seized ||= ruler && item.kind !== 'place';
      const weight = ruler || isSeized(sentence, item) ? 4 : item.sector === 'MIL' ? 2 : coup ? 1 : 0;
      if (ruler || coup) strong.add(item.country);
      if (weight > 0) told.set(item.country, (told.get(item.country) ?? 0) + weight);
    }
  }
  const [first, second] = [...told].sort((a, b) => b[1] - a[1]);
  return seized && first !== undefined && strong.has(first[0]) && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
