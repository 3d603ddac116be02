/** What refers back: "the minister", "his Chinese counterpart", "he", "it", "the bloc", "the two sides". Open rather than wrong. */

import type { ReadSentence } from '../actors/sentence.ts';
import type { Draft } from '../draft.ts';
import { Groups } from './groups.ts';
import { History, outermost, type ReferenceContext } from './history.ts';
import { Internationals } from './internationals.ts';
import { Nominals } from './nominals.ts';
import { Others } from './others.ts';
import { Pairs } from './pairs.ts';
import { Pronouns } from './pronouns.ts';
import { Rulers } from './rulers.ts';
import { Speakers } from './speakers.ts';
import { Story } from './story.ts';

export type { ReferenceContext } from './history.ts';

/** Resolves what refers back, sentence by sentence; gives the further mentions that it finds (pronouns, "the two sides"). */
export function resolveReferences(read: readonly ReadSentence[], given: ReferenceContext): Draft[] {
  // The topic changes where a paragraph names its own
  const context = { ...given };
  const resolver = new Resolver(context, read);
  for (const one of read) {
    context.topic = given.labels.get(one.sentence) ?? given.topic;
    resolver.take(one);
  }
  return resolver.found;
}

/** "the Fund", "the Agency": written as a name. */
const isBodyNoun = (tokens: ReadSentence['sentence']['tokens'], i: number): boolean =>
  tokens[i]!.upos === 'PROPN' &&
  /^(?:Fund|Bank|Agency|Mission|Tribunal|Court|Office|Organi[sz]ation|Body|Alliance|Bloc|Commission|Council|Union|Community|Forum|League)$/.test(
    tokens[i]!.form,
  ) &&
  /^the$/i.test(tokens[i - 1]?.form ?? '') &&
  !/^\p{Lu}/u.test(tokens[i + 1]?.form ?? '');

class Resolver {
  readonly found: Draft[] = [];
  readonly #history: History;
  readonly #pronouns: Pronouns;
  readonly #groups: Groups;
  readonly #nominals: Nominals;
  readonly #others: Others;
  readonly #speakers: Speakers;
  readonly #story: Story;

  constructor(context: ReferenceContext, read: readonly ReadSentence[]) {
    this.#history = new History(context.titled);
    this.#story = new Story(context, this.#history, read);
    const pairs = new Pairs(this.#history);
    this.#speakers = new Speakers(context);
    this.#pronouns = new Pronouns(context, this.#history, pairs, this.#speakers);
    this.#groups = new Groups(context, this.#history, this.#pronouns, pairs);
    this.#others = new Others(context, this.#history, this.#pronouns);
    this.#nominals = new Nominals(
      context,
      this.#history,
      this.#pronouns,
      this.#groups,
      this.#speakers,
      this.#story,
      new Rulers(context, read),
      new Internationals(context, this.#history, read),
    );
  }

  take(read: ReadSentence): void {
    const { sentence } = read;
    const outer = outermost(read.drafts).sort((a, b) => a.span[0] - b.span[0]);
    const actors = outer.filter(
      (item) =>
        item.kind === 'person' ||
        item.kind === 'state' ||
        item.kind === 'organization' ||
        (item.kind === 'place' && item.country !== null),
    );
    this.#groups.open(outer);
    this.#others.open(outer);
    this.#speakers.open(outer);
    this.#story.open(outer);
    this.#history.nameStates(read.drafts);
    let next = 0;
    let reached = 0;
    let within = 0;
    const waiting: number[] = [];
    sentence.tokens.forEach((token, i) => {
      while (next < actors.length && actors[next]!.span[0] <= token.start) {
        const item = actors[next]!;
        const phrase = read.phrases.get(item);
        if (phrase !== undefined) this.#nominals.resolve(item, phrase, sentence, read);
        else if (item.kind === 'organization') this.#nominals.resolveBody(item, sentence);
        else if (item.kind === 'state' && item.form === 'adjective') this.#nominals.resolveNational(item, sentence);
        this.#history.push(item);
        next += 1;
      }
      while (within < outer.length && outer[within]!.span[0] <= token.start) {
        reached = Math.max(reached, outer[within]!.span[1]);
        within += 1;
      }
      if (token.end <= reached) return;
      const made =
        token.upos === 'PRON' && !/^both$/i.test(token.form)
          ? this.#pronouns.read(sentence, i)
          : token.upos === 'NOUN' || isBodyNoun(sentence.tokens, i)
            ? (this.#groups.read(sentence, i) ?? this.#others.read(sentence, i))
            : /^(?:both|two)$/i.test(token.form)
              ? (this.#groups.both(sentence, i) ?? this.#pronouns.number(sentence, i))
              : token.upos === 'NUM'
                ? this.#pronouns.number(sentence, i)
                : null;
      if (made === null && /^(?:we|us)$/i.test(token.form)) waiting.push(i);
      if (made === null) return;
      this.found.push(made);
      if (made.entity !== null || made.members.length > 0 || made.antecedent !== null) this.#history.push(made);
    });
    // "We will pay," the minister said: whose he is was read behind the words
    for (const i of waiting) {
      const made = this.#pronouns.read(sentence, i);
      if (made !== null) this.found.push(made);
    }
  }
}
