/** Deeds that look like words: a vote, a raid, a march, entry denied. */

import type { Knowledge } from '../../knowledge/index.ts';
import { hasRelation } from '../../language/tree.ts';
import type { Content } from './content.ts';
import { isSacking } from './sacking.ts';
import { speakerKind } from './speaker.ts';
import type { Spotted } from './spot.ts';
import type { View } from './view.ts';

/** Whether cue and content tell what somebody did rather than said. */
export function isDeed(
  view: View,
  knowledge: Knowledge,
  { cue, head }: Spotted,
  source: number,
  content: Content,
): boolean {
  // "Lawmakers rejected the treaty by 71 votes": a vote, no word.
  if (
    (cue.act === 'REJECT' || cue.head === 'dismiss') &&
    content.how === 'thing' &&
    VOTERS.test(view.low[source] ?? '') &&
    !hasClaim(view, content.words)
  )
    return true;
  // "denied entry to four singers", "denied the crew access": withheld, not gainsaid.
  if (
    cue.head === 'deny' &&
    content.how === 'thing' &&
    [...content.words].some((word) => WITHHELD.test(view.low[word]!) && hasRelation(view.sent, word, 'obj', 'conj'))
  )
    return true;
  if (cue.head === 'dismiss' && isSacking(view, head)) return true;
  if (cue.head === 'attack' && content.how === 'thing' && !isVerbalAttack(view, content.words)) return true;
  // "The island has shown the way: …": people show by deeds, a paper or a poll by its words.
  if (cue.head === 'show' && /^(actor|role|pronoun)$/.test(speakerKind(view, knowledge, source))) return true;
  // "Students protested the visit": a march.
  if (cue.head === 'protest' && content.how === 'thing' && speakerKind(view, knowledge, source) !== 'actor')
    return true;
  return false;
}

const WITHHELD =
  /^(entry|access|visas?|bail|asylum|passage|permission|landing|overflight|permits?|admission|leave|parole|boarding|credit|funding|treatment|care)$/;

/** "attacked the bill" is said; "attacked a camp" is done. */
const isVerbalAttack = (view: View, words: ReadonlySet<number>): boolean =>
  [...words].some(
    (word) =>
      view.quoted[word] ||
      /^(plans?|bills?|polic(?:y|ies)|decisions?|proposals?|deals?|treat(?:y|ies)|records?|laws?|reforms?|ruling|verdict|budget|moves?|remarks|comments|speech|handling|stance|position|critics|media|press|strategy|agreement|accord|pact|sanctions|idea|choice|silence|failure|approach|lack|use|criticism|conduct|motives|credibility|character)$/.test(
        view.low[word]!,
      ),
  );

const VOTERS =
  /^(lawmakers?|legislators?|deputies|senators?|parliament|senate|assembly|congress|voters|electorate|mps|court|judges?|tribunal)$/;

const hasClaim = (view: View, words: ReadonlySet<number>): boolean =>
  [...words].some(
    (word) =>
      view.quoted[word] ||
      /^(claims?|allegations?|accusations?|charges?|reports?|suggestions?|calls?|appeals?|idea)$/.test(view.low[word]!),
  );
