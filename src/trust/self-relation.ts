/** "China’s tense relationship with Beijing": a country set in relation to itself. */

import type { Flag, Mention, Span } from '../core/index.ts';
import { mentionsIn } from '../mentions/index.ts';
import { type Check, inconsistency, sentenceSpan } from './rule.ts';

const RELATION =
  /^(?:['’]s?)?\s+(?:\p{L}+\s+){0,3}?(?:relations?|relationships?|ties|partnership|alliance|dealings|tensions|rivalry|dispute|quarrel|conflict|war|border|treaty|feud|rift|standoff|friendship|cooperation|talks|trade)\s+(?:with|towards?|against|to)\s+(?:the\s+)?$/u;
/** The same name at both ends, known to the tables or not. */
const SAME_NAME =
  /(?<![\p{L}])(\p{Lu}\p{L}{2,})['’]s?\s+(?:\p{Ll}+\s+){0,3}?(?:relations?|relationships?|ties|partnership|alliance|dealings|tensions|rivalry|dispute|quarrel|conflict|war|border|treaty|feud|rift|standoff|friendship|cooperation|talks|trade)\s+(?:with|towards?|against)\s+\1(?![\p{L}'’-])/u;
const BETWEEN = /\bbetween\s+(?:the\s+)?$/u;
const AND = /^\s+and\s+(?:the\s+)?$/u;

/** Both ends name one state; between them stands a word for a relation and "with". */
export const selfRelation: Check = (doc) => {
  const { text } = doc.article;
  const flags: Flag[] = [];
  for (const sentence of doc.sentences) {
    const repeated = SAME_NAME.exec(text.slice(...sentence.span));
    if (repeated) {
      flags.push(flag(repeated[0], repeated[1] as string, sentence.span));
      continue;
    }
    const parties = mentionsIn(doc, sentence.index).filter(
      (mention) => partyOf(mention) !== null && mention.form !== 'pronoun',
    );
    for (let i = 0; i < parties.length; i++) {
      const left = parties[i] as Mention;
      for (const right of parties.slice(i + 1, i + 4)) {
        if (left.span[1] > right.span[0] || partyOf(left) !== partyOf(right)) continue;
        const between = text.slice(left.span[1], right.span[0]);
        const paired = AND.test(between) && BETWEEN.test(text.slice(Math.max(0, left.span[0] - 20), left.span[0]));
        if (!RELATION.test(between) && !paired) continue;
        const quote = text.slice(left.span[0], right.span[1]);
        const name = left.country === null ? left.name : (right.name ?? left.name);
        flags.push(flag(quote, name ?? 'a party', sentenceSpan(doc, sentence.index)));
        break;
      }
      if (flags.at(-1)?.spans[0] === sentence.span) break;
    }
  }
  return flags.length <= 1 ? flags : [merge(flags)];
};

const flag = (quote: string, name: string, span: Span): Flag =>
  inconsistency(
    'self-relation',
    'strong',
    `“${quote}” sets ${name} in relation to itself.`,
    [span],
    'consistency/self-relation',
  );

/** One flag for the text, all its sentences under it. */
function merge(flags: readonly Flag[]): Flag {
  const first = flags[0] as Flag;
  return {
    ...first,
    reason: `${first.reason} It does so ${flags.length} times.`,
    spans: flags.flatMap((flag) => flag.spans),
  };
}

/** A state by any of its names; people and places in it are not the state. */
function partyOf(mention: Mention): string | null {
  if (mention.kind === 'state') return mention.code ?? mention.name;
  return mention.kind === 'organization' && mention.form === 'name' ? mention.entity : null;
}
