/** Who speaks in a sentence: whose "we", "our" and "I" are, and whom a pronoun in words told before their speaker means. */

import type { Sentence } from '../../core/index.ts';
import type { Draft } from '../draft.ts';
import { isOfMain, isSubject, type ReferenceContext } from './history.ts';

/** Verbs that report words. */
const SAYS =
  /^(?:say|tell|announce|warn|add|note|stress|declare|insist|argue|explain|write|claim|admit|acknowledge|confirm|vow|pledge|promise|reply|recall|joke|quip|assure|reiterate|affirm|state|remark|comment|caution|complain|ask|urge|demand)$/;

export class Speakers {
  readonly #context: ReferenceContext;
  #drafts: readonly Draft[] = [];

  constructor(context: ReferenceContext) {
    this.#context = context;
  }

  /** Takes all that the coming sentence names. */
  open(drafts: readonly Draft[]): void {
    this.#drafts = drafts;
  }

  /** The one whose words the sentence reports: subject of its main verb, which is one of speech. */
  speaker(): Draft | null {
    for (const item of this.#drafts) {
      if (item.kind === 'place' || !isSubject(item) || !isOfMain(item)) continue;
      const { tokens } = item.sentence;
      const verb = tokens[tokens[item.head]!.head];
      if (verb !== undefined && SAYS.test(verb.lemma.toLowerCase())) return item;
    }
    return null;
  }

  /** The person named behind a pronoun as the speaker of the words it stands in: "He was glad, Doe said". */
  behind(sentence: Sentence, i: number, gender: 'f' | 'm' | null): Draft | null {
    const at = sentence.tokens[i]!.start;
    const item = this.speaker();
    if (item === null || item.kind !== 'person' || item.plural || item.span[0] < at) return null;
    return item.gender === null || gender === null || item.gender === gender ? item : null;
  }

  /** The "he" or "she" who says the quoted words that a pronoun stands in; -1 without one. */
  pronounBehind(sentence: Sentence, i: number): number {
    if (!isQuoted(sentence, i) || this.speaker() !== null) return -1;
    const { tokens } = sentence;
    return tokens.findIndex(
      (token, at) =>
        /^(?:he|she)$/i.test(token.form) &&
        token.deprel.startsWith('nsubj') &&
        SAYS.test(tokens[token.head]?.lemma.toLowerCase() ?? '') &&
        !isQuoted(sentence, at),
    );
  }

  /** The state of "we" and "our": of a ministry's own text, else of whoever is quoted outside the quotation marks. */
  own(sentence: Sentence, i: number): { country: string; code: string } | null {
    const { home, knowledge } = this.#context;
    const item = isQuoted(sentence, i) ? this.speaker() : null;
    const country = item?.country ?? (item === null && home !== null ? home : null);
    if (country === null) return null;
    return { country, code: item?.code ?? knowledge.countries.get(country)?.code ?? country };
  }
}

/** Within quotation marks that open in this sentence. */
function isQuoted(sentence: Sentence, i: number): boolean {
  let open = false;
  for (const [at, { form }] of sentence.tokens.entries()) {
    if (at === i) return open;
    if (/^[“«]$/.test(form)) open = true;
    else if (/^[”»]$/.test(form)) open = false;
    else if (form === '"') open = !open;
  }
  return false;
}
