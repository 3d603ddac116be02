/** Whose spokespeople are who tell the press in a capital, or right after their ministry acted: "spokesman John Roe told reporters in Beijing". */

import type { Knowledge } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { isSubject, lastWord } from '../references/history.ts';
import type { People } from './people.ts';
import { codeOf } from './scene.ts';
import type { ReadSentence } from './sentence.ts';
import { SPEECH } from './words.ts';

const MINISTRY = /^(?:ministry|government|department|cabinet|presidency)$/;

/** Lends spokespeople without a state that of the capital they speak in, else of the ministry that the sentence before is about. */
export function lendBriefing(read: readonly ReadSentence[], people: People, knowledge: Knowledge): void {
  const places = new Map(read.map((one, i) => [one.sentence, i]));
  for (const person of people.all) {
    if (person.country !== null || person.code !== null || person.org !== null) continue;
    if (!/^spokes/i.test(lastWord(person.role)) || (person.sector !== null && person.sector !== 'GOV')) continue;
    const first = person.drafts.reduce((a, b) => (b.span[0] < a.span[0] ? b : a));
    const at = places.get(first.sentence);
    if (at === undefined || speaksForOthers(read[at]!, person.entity)) continue;
    const country = capitalOfSpeech(read[at]!, knowledge) ?? (at > 0 ? ministryOf(read[at - 1]!) : null);
    if (country === null) continue;
    person.country = country;
    person.code = codeOf(knowledge, country);
    for (const { drafts } of read)
      for (const item of drafts)
        if (item.country === null && item.code === null && item.entity === person.entity)
          Object.assign(item, { country, code: person.code, confidence: Math.min(item.confidence, 0.55) });
  }
}

/** "a spokesman for the rebels, John Roe": whose words they are stands there. */
const speaksForOthers = ({ drafts, phrases, sentence }: ReadSentence, entity: string): boolean =>
  drafts.some((item) => {
    if (item.entity !== entity) return false;
    const phrase = phrases.get(item);
    const next = sentence.tokens.find((token) => token.start >= item.span[1]);
    return (
      /^(?:for|of)$/.test(next?.form ?? '') ||
      (phrase !== undefined &&
        (phrase.pronoun >= 0 ||
          phrase.owner !== null ||
          phrase.possessed ||
          phrase.after !== null ||
          phrase.roles.length > 0))
    );
  });

/** "… said in Beijing", "… told reporters in Beijing": the one capital behind the main verb of speech. */
function capitalOfSpeech({ sentence, drafts }: ReadSentence, knowledge: Knowledge): string | null {
  const { tokens } = sentence;
  const root = tokens.findIndex((token) => token.head === -1);
  const verbs = tokens.flatMap((token, i) =>
    SPEECH.has(token.lemma) && (i === root || /^(?:parataxis|conj)$/.test(token.deprel)) ? [i] : [],
  );
  for (const verb of verbs)
    for (const item of drafts) {
      const head = tokens[item.head]!;
      if (item.country === null || head.head !== verb || item.head < verb || !head.deprel.startsWith('obl')) continue;
      if (tokens[item.head - 1]?.form !== 'in' || item.kind !== 'place') continue;
      if (knowledge.capitalOf(item.country)?.name === item.name) return item.country;
    }
  return null;
}

/** The state of a ministry that is the subject of a sentence. */
function ministryOf({ drafts, sentence }: ReadSentence): string | null {
  const body = drafts.find(
    (item: Draft) =>
      item.kind === 'organization' &&
      item.sector === 'GOV' &&
      item.country !== null &&
      isSubject(item) &&
      MINISTRY.test(sentence.tokens[item.head]!.form.toLowerCase()),
  );
  return body?.country ?? null;
}
