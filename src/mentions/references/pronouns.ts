/** Pronouns: "he", "she", "it", "they" and whom they mean. Open rather than wrong. */

import type { Sentence } from '../../core/index.ts';
import type { ArticlePerson } from '../actors/people.ts';
import { SPEECH } from '../actors/words.ts';
import { type Draft, draft } from '../draft.ts';
import { whoAnswers } from './answers.ts';
import {
  isAbove,
  isBeside,
  isExpletive,
  isInSubject,
  isOpening,
  isSpeaker,
  isThingsBetween,
  ownsSubject,
  sharesVerb,
} from './clauses.ts';
import {
  copyActor,
  firstOf,
  type History,
  isOfMain,
  isSource,
  isSubject,
  lastWord,
  type ReferenceContext,
} from './history.ts';
import type { Pairs } from './pairs.ts';
import type { Speakers } from './speakers.ts';

/** How many sentences back a pronoun may reach. */
const PRONOUN_REACH = 2;

/** Single nouns for many people: no "he" or "she" is one of them. */
const COLLECTIVE = new Set(
  'people public family media press police population electorate staff crew crowd youth clergy military army navy opposition side camp team delegation party force union group company bank'.split(
    ' ',
  ),
);

/** Bodies that "they" may mean. */
const PEOPLED = new Set(
  'police army military navy militia government parliament opposition cabinet junta delegation team staff crew'.split(
    ' ',
  ),
);

export interface Antecedent {
  readonly mention: Draft;
  readonly person: ArticlePerson | null;
}

interface Ranked extends Antecedent {
  readonly score: number;
  /** The subject of the sentence before. */
  readonly leads: boolean;
}

export class Pronouns {
  readonly #context: ReferenceContext;
  readonly #history: History;

  readonly #pairs: Pairs;
  readonly #speakers: Speakers;

  constructor(context: ReferenceContext, history: History, pairs: Pairs, speakers: Speakers) {
    this.#speakers = speakers;
    this.#context = context;
    this.#history = history;
    this.#pairs = pairs;
  }

  /** The mention a pronoun makes; null for one that is no mention. */
  read(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    const form = token.form.toLowerCase();
    if (/^(?:he|she|him|her)$/.test(form) && token.xpos !== 'PRP$') return this.#heOrShe(sentence, i);
    if (form === 'it' && token.xpos === 'PRP' && !token.deprel.startsWith('expl')) return this.#it(sentence, i);
    if (/^(?:we|us)$/.test(form) && token.xpos === 'PRP') return this.#we(sentence, i);
    if ((form === 'they' || form === 'them') && token.xpos === 'PRP') return this.#they(sentence, i);
    return null;
  }

  #make(sentence: Sentence, i: number, kind: Draft['kind'], rule: string): Draft {
    const token = sentence.tokens[i]!;
    return Object.assign(draft(sentence, [token.start, token.end], i, kind, rule), { form: 'pronoun' as const });
  }

  #heOrShe(sentence: Sentence, i: number): Draft {
    const item = this.#make(sentence, i, 'person', 'reference/pronoun');
    item.gender = genderOfPronoun(sentence.tokens[i]!.form);
    const antecedent = this.antecedentOf(sentence, i, item.gender);
    if (antecedent === null) return Object.assign(item, { confidence: 0.3, rule: 'reference/open' });
    item.antecedent = antecedent.mention;
    copyActor(item, antecedent.mention);
    if (antecedent.person !== null) {
      this.#context.people.mean(item, antecedent.person);
      antecedent.person.gender ??= item.gender;
    }
    item.confidence = 0.75;
    return item;
  }

  /** "We will send doctors," said by a minister: his state. */
  #we(sentence: Sentence, i: number): Draft | null {
    const own = this.#speakers.own(sentence, i) ?? this.ownOfPronoun(sentence, i);
    if (own === null) return null;
    const item = this.#make(sentence, i, 'state', 'reference/we');
    return Object.assign(item, own, { entity: `state:${own.country}`, plural: true, confidence: 0.6 });
  }

  /** "We will pay," he said: the state of whom "he" means. */
  ownOfPronoun(sentence: Sentence, i: number): { country: string; code: string } | null {
    const at = this.#speakers.pronounBehind(sentence, i);
    if (at < 0) return null;
    const meant = this.antecedentOf(sentence, at, genderOfPronoun(sentence.tokens[at]!.form));
    const country = meant?.person?.country ?? meant?.mention.country ?? null;
    const sector = meant?.person?.sector ?? meant?.mention.sector ?? null;
    if (country === null || (sector !== 'GOV' && sector !== 'MIL')) return null;
    return { country, code: this.#context.knowledge.countries.get(country)?.code ?? country };
  }

  /** The one person that stands out before a pronoun: by nearness and by being a subject; null when two are alike. */
  antecedentOf(sentence: Sentence, i: number, gender: 'f' | 'm' | null): Antecedent | null {
    const token = sentence.tokens[i]!;
    const asked = whoAnswers(this.#history, sentence, i);
    if (asked?.kind === 'person') {
      const { people } = this.#context;
      const person = people.of(asked) ?? (asked.inner === null ? null : people.of(asked.inner));
      const known = person?.gender ?? asked.gender;
      if (gender === null || known === null || known === gender) return { mention: asked, person };
    }
    const owned = token.xpos === 'PRP$';
    const object = token.xpos === 'PRP' && !token.deprel.startsWith('nsubj');
    const others = new Set<string | Draft>();
    const scores = new Map<string | Draft, Ranked>();
    for (const earlier of this.#history.before(sentence, token.start, PRONOUN_REACH)) {
      if (
        earlier.kind !== 'person' ||
        earlier.plural ||
        earlier.members.length > 0 ||
        COLLECTIVE.has(lastWord(earlier.role))
      )
        continue;
      const { people } = this.#context;
      const person =
        people.of(earlier) ?? (earlier.inner === null ? null : people.of(earlier.inner)) ?? people.of(firstOf(earlier));
      const known = person?.gender ?? earlier.gender;
      if (gender !== null && known !== null && known !== gender) continue;
      const distance = sentence.index - earlier.sentence.index;
      const subject = isSubject(earlier) || isSource(earlier);
      // Subject and object of one verb are two people
      const id = person?.entity ?? firstOf(earlier);
      if (
        distance === 0 &&
        earlier.head !== i &&
        (isBeside(sentence, earlier, i) || (object && sharesVerb(sentence, earlier, i)))
      ) {
        others.add(id);
        continue;
      }
      if (others.has(id)) continue;
      const score =
        3 -
        distance +
        (subject ? 2 : ownsSubject(earlier) ? 1 : 0) +
        (known !== null && known === gender ? 0.5 : 0) +
        (earlier.form === 'pronoun' ? 0.5 : 0) +
        (subject && isOfMain(earlier) ? 1 : 0) +
        (owned && distance === 0 && isAbove(sentence, earlier, i) ? 1 : 0);
      const before = scores.get(id);
      if (before === undefined || score > before.score)
        scores.set(id, { score, mention: before?.mention ?? earlier, person, leads: before?.leads ?? false });
      if (subject && isOfMain(earlier) && distance === 1) Object.assign(scores.get(id)!, { leads: true });
    }
    // An apposition comes before the subject it stands for.
    for (const id of others) scores.delete(id);
    const ranked = [...scores.values()].sort((a, b) => b.score - a.score);
    const [best, second] = ranked;
    if (best === undefined) {
      const mention = this.#speakers.behind(sentence, i, gender);
      if (mention === null) return null;
      const { people } = this.#context;
      return { mention, person: people.of(mention) ?? (mention.inner === null ? null : people.of(mention.inner)) };
    }
    // The subject of the sentence before, who is alone in it, against somebody from further back
    const isNear = ({ mention }: { mention: Draft }): boolean => sentence.index - mention.sentence.index <= 1;
    const leading = ranked.filter(isNear);
    const [lead] = leading;
    if (lead?.leads === true && leading.length === 1 && best.score - lead.score <= 0.5) return lead;
    const leader = leading.find((one) => one.leads);
    const rivals = leading.some((one) => one !== leader && isSubject(one.mention));
    const opening = token.deprel.startsWith('nsubj') && isOpening(sentence, i);
    if (opening && leader !== undefined && !rivals && best.score - leader.score <= 0.5) return leader;
    const near = isSubject(best.mention) && sentence.index - best.mention.sentence.index === 1;
    const alone = near && (second === undefined || !isNear(second));
    if (second !== undefined && best.score - second.score < (alone ? 0.5 : 1)) return null;
    return best;
  }

  /** "Kenya said it will host": the state or body that is the subject of the clause above, or of the sentence before. */
  #it(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    if (!token.deprel.startsWith('nsubj') || isExpletive(sentence, i)) return null;
    const asked = whoAnswers(this.#history, sentence, i);
    const here = asked !== null && asked.kind !== 'person' ? asked : this.#subjectAbove(sentence, i);
    const opens = isOpening(sentence, i) || isSpeaker(sentence, i);
    const spoke = here === null && isSpeaker(sentence, i) ? this.#speakerBefore(sentence) : null;
    const answers = opens ? this.#history.answering(sentence, i) : null;
    const antecedent = here ?? answers ?? spoke ?? (opens ? this.#subjectBefore(sentence) : null);
    if (antecedent === null) return null;
    const item = this.#make(sentence, i, antecedent.kind, 'reference/it');
    item.antecedent = antecedent;
    copyActor(item, antecedent);
    item.confidence = here === null ? 0.6 : 0.75;
    return item;
  }

  /** Whose "its" is: the state or body that is subject of the clause, or of the sentence before. */
  bodyBefore(sentence: Sentence, i: number): Draft | null {
    for (const earlier of this.#history.before(sentence, sentence.tokens[i]!.start, 0)) {
      if (earlier.kind !== 'state' && earlier.kind !== 'organization') continue;
      if (isSubject(earlier)) return earlier;
    }
    return isOpening(sentence, i) || isInSubject(sentence, i) ? this.#subjectBefore(sentence) : null;
  }

  #subjectAbove(sentence: Sentence, i: number): Draft | null {
    const { tokens } = sentence;
    const above = new Set<number>();
    let up = tokens[tokens[i]!.head]?.head ?? -1;
    for (let steps = 0; up >= 0 && steps < 8; steps++) {
      above.add(up);
      up = tokens[up]!.head;
    }
    for (const earlier of this.#history.before(sentence, tokens[i]!.start, 0)) {
      if (earlier.kind !== 'state' && earlier.kind !== 'organization') continue;
      if (isSubject(earlier) && above.has(tokens[earlier.head]!.head)) return this.#asker(sentence, i) ?? earlier;
    }
    return null;
  }

  /** "did not send Freedonia the tents it had asked for": who asks is who was to get. */
  #asker(sentence: Sentence, i: number): Draft | null {
    const { tokens } = sentence;
    const verb = tokens[tokens[i]!.head]!;
    if (!verb.deprel.startsWith('acl') || !/^(?:ask|request|order|seek|want|need|require)$/.test(verb.lemma))
      return null;
    const given = tokens[tokens[verb.head]?.head ?? -1];
    if (given === undefined) return null;
    for (const earlier of this.#history.before(sentence, tokens[i]!.start, 0)) {
      const word = tokens[earlier.head]!;
      if (earlier.kind === 'state' && word.deprel === 'iobj' && tokens[word.head] === given) return earlier;
    }
    return null;
  }

  /** The body that spoke in the sentence before: "… , the agency said. … , it added". */
  #speakerBefore(sentence: Sentence): Draft | null {
    for (const earlier of this.#history.before(sentence, sentence.span[0], 1)) {
      const { tokens } = earlier.sentence;
      if ((earlier.kind !== 'state' && earlier.kind !== 'organization') || !isSubject(earlier)) continue;
      if (SPEECH.has(tokens[tokens[earlier.head]!.head]?.lemma.toLowerCase() ?? '')) return earlier;
    }
    return null;
  }

  #subjectBefore(sentence: Sentence): Draft | null {
    for (const earlier of this.#history.before(sentence, sentence.span[0], 1)) {
      if ((earlier.kind !== 'state' && earlier.kind !== 'organization') || !isSubject(earlier)) continue;
      const up = earlier.sentence.tokens[earlier.head]!.head;
      if (up < 0 || earlier.sentence.tokens[up]!.head === -1) return earlier;
    }
    return null;
  }

  /** Whom "their" means: as "they" at the same place. */
  manyAt(sentence: Sentence, i: number): Draft | null {
    return this.#they(sentence, i, true);
  }

  #they(sentence: Sentence, i: number, subject = sentence.tokens[i]!.deprel.startsWith('nsubj')): Draft | null {
    const token = sentence.tokens[i]!;
    if (!subject) return this.#them(sentence, i);
    const acted = token.deprel.endsWith(':pass') ? this.#onlyMany(sentence, i) : null;
    if (acted !== null && isOpening(sentence, i)) return acted;
    let antecedent: Draft | null = null;
    for (const earlier of this.#history.before(sentence, token.start, subject ? 1 : 0)) {
      const many = earlier.plural || earlier.members.length > 1;
      const joined = earlier.sentence.tokens[earlier.head]!.deprel === 'conj';
      // "Jordanian police … They said": the only subject is one body of many people
      const body = earlier.kind === 'organization' && earlier.form === 'nominal' && earlier.sentence !== sentence;
      if (body && isSubject(earlier) && isOfMain(earlier) && PEOPLED.has(lastWord(earlier.role))) {
        antecedent = earlier;
        break;
      }
      if (many && isSubject(earlier) && !joined) {
        // "The drivers say Kenyan officers charge them. Their union …": the drivers'
        const aside = earlier.sentence !== sentence && !isOfMain(earlier) && isOpening(sentence, i);
        antecedent ??= earlier;
        if (!aside) {
          antecedent = earlier;
          break;
        }
        continue;
      }
      const together = this.#coordinated(earlier);
      if (together.length > 1 && isSubject(together[0]!)) {
        const item = this.#make(sentence, i, together[0]!.kind, 'reference/they');
        return Object.assign(item, { plural: true, members: together, confidence: 0.7 });
      }
    }
    if (antecedent === null) {
      // "X met Y. They agreed": those who met
      const pair = subject && isOpening(sentence, i) ? this.#pairs.justBefore(sentence) : null;
      if (pair === null) return this.#onlyMany(sentence, i);
      const both = this.#make(sentence, i, pair[0]!.kind, 'reference/they');
      return Object.assign(both, { plural: true, members: pair, confidence: 0.55 });
    }
    const item = this.#make(sentence, i, antecedent.kind, 'reference/they');
    item.antecedent = antecedent;
    copyActor(item, antecedent);
    return Object.assign(item, { plural: true, members: [...antecedent.members], confidence: 0.65 });
  }

  /** "Doe urged the guerrillas to stop. They refused": the only people told of as many in the sentence before. */
  #onlyMany(sentence: Sentence, i: number): Draft | null {
    const many = this.#history
      .inSentence(sentence.index - 1)
      .filter((item) => item.kind === 'person' && item.plural && item.members.length === 0)
      .filter((item) => !sentence.tokens[i]!.deprel.endsWith(':pass') || !isSubject(item));
    const [only] = many;
    const here = this.#history.inSentence(sentence.index).some((item) => item.plural || item.members.length > 1);
    if (
      here ||
      only === undefined ||
      many.length > 1 ||
      !/^(?:obj|iobj|obl)/.test(only.sentence.tokens[only.head]!.deprel)
    )
      return null;
    const item = this.#make(sentence, i, only.kind, 'reference/they');
    copyActor(item, only);
    return Object.assign(item, { antecedent: only, plural: true, confidence: 0.5 });
  }

  /** "froze the assets of four judges and barred them": the people named last who do not do it themselves. */
  #them(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    const found = [...this.#history.before(sentence, token.start, 1)].filter((earlier) => {
      if (!(earlier.plural || earlier.members.length > 1) || earlier.kind === 'place') return false;
      const here = earlier.sentence === sentence;
      return !here || !(isBeside(sentence, earlier, i) || sharesVerb(sentence, earlier, i));
    });
    const here = found.find((earlier) => earlier.sentence === sentence);
    // "Miners demanded that the bosses resign. Police dispersed them": those whom the sentence before is about
    const led = found.find((earlier) => isSubject(earlier) && isOfMain(earlier));
    const earlier = here ?? led ?? found[0];
    if (earlier === undefined) return null;
    if (isThingsBetween(sentence, here !== undefined ? earlier.span[1] : sentence.span[0], i)) return null;
    const item = this.#make(sentence, i, earlier.kind, 'reference/they');
    item.antecedent = earlier;
    copyActor(item, earlier);
    return Object.assign(item, { plural: true, members: [...earlier.members], confidence: 0.6 });
  }

  /** "Police arrested strikers. Seven were jailed": so many of the people told of just before. */
  number(sentence: Sentence, i: number): Draft | null {
    const { tokens } = sentence;
    const token = tokens[i]!;
    if (!/^(?:nsubj|obj)/.test(token.deprel) || !/^(?:\d{1,3}|\p{L}+(?:-\p{L}+)?)$/u.test(token.form)) return null;
    if (/^(?:one|hundreds?|thousands?|millions?|billions?|trillions?|dozens?)$/i.test(token.form)) return null;
    const next = tokens[i + 1]?.form ?? '';
    if (/^(?:%|percent|per|of|-|to)$/.test(next) || tokens[i + 1]?.upos === 'NOUN') return null;
    const many = [...this.#history.before(sentence, token.start, 1)].filter(
      (item) => item.kind === 'person' && item.plural && item.members.length === 0 && item.form !== 'adjective',
    );
    const here = many.find((item) => item.sentence === sentence);
    const earlier = here ?? many.find((item) => item.form !== 'pronoun') ?? many[0];
    if (earlier === undefined || (here !== undefined && isBeside(sentence, earlier, i))) return null;
    const item = this.#make(sentence, i, 'person', 'reference/number');
    copyActor(item, earlier);
    return Object.assign(item, { antecedent: earlier, plural: true, confidence: 0.5 });
  }

  /** The members of the coordination a mention belongs to, in text order. */
  #coordinated(item: Draft): Draft[] {
    const { sentence } = item;
    const first = (one: Draft): number => {
      let at = one.head;
      for (let steps = 0; sentence.tokens[at]?.deprel === 'conj' && steps < 8; steps++) at = sentence.tokens[at]!.head;
      return at;
    };
    const root = first(item);
    return this.#history
      .inSentence(sentence.index)
      .filter(
        (other) =>
          other.sentence === sentence && other.kind !== 'place' && other.form !== 'pronoun' && first(other) === root,
      );
  }
}

export const genderOfPronoun = (form: string): 'f' | 'm' | null =>
  /^(?:he|him|his)$/i.test(form) ? 'm' : /^(?:she|her)$/i.test(form) ? 'f' : null;
