/** Whether an amount was given, promised, planned or only told. */

import type { Figure, Sentence } from '../../core/index.ts';
import { ancestors, child, children, hasRelation, lemmaOf, prepositionOf, verbGroup } from '../../language/tree.ts';
import {
  cameAboard,
  hasArrived,
  isCalledPledge,
  isCheque,
  isContent,
  isForeseen,
  isRate,
  isSigned,
  isSumOf,
  wasBefore,
} from './beside.ts';
import {
  type Counted,
  hasTaker,
  isAid,
  isCommodity,
  isGift,
  isPaidOver,
  isReceived,
  isTrade,
  isVerbal,
  isWanted,
  isWithheld,
  sentToHelp,
  speaksOfAid,
} from './giving.ts';
import { grownTo, isMilitary, ownWord, promised } from './promise.ts';
import type { FigureTables, StatusClass } from './tables.ts';

const THANKS = /^(thank|thanks|gratitude|appreciation|grateful|thankful)$/;

/** Whether a phrase is what its verb hands over: object, passive subject, "presented them with …", what arrives. */
function handedOver(sent: Sentence, below: number, lemma: string, what: Counted): boolean {
  if (hasRelation(sent, below, 'obj', 'nsubj:pass', 'iobj', 'conj', 'dep', 'appos', 'list', 'xcomp', 'compound'))
    return true;
  if (hasRelation(sent, below, 'nsubj')) return ARRIVES.test(lemma);
  if (!hasRelation(sent, below, 'obl', 'nmod')) return true;
  const preposition = upTo(sent, below) ? null : prepositionOf(sent, below);
  // "shelter for 300 families": those who get it are not what is given.
  return (
    preposition === null || (what.person ? preposition === 'of' : /^(with|of|worth|by|in|for|as)$/.test(preposition))
  );
}

/** "pledged up to 60 million": a bound, no goal. */
const upTo = (sent: Sentence, word: number): boolean =>
  sent.tokens
    .slice(Math.max(0, word - 5), word)
    .some((token, at, list) => /^up$/i.test(token.form) && /^to$/i.test(list[at + 1]?.form ?? ''));

/** "doses donated by Japan", "the buses that Mexico has shipped", "5 million pledged in May": told behind the amount. */
function statusBehind(sent: Sentence, word: number, tables: FigureTables): Figure['status'] | null {
  for (const kid of children(sent, word, 'acl', 'acl:relcl')) {
    const status = tables.words.get(lemmaOf(sent, kid));
    if (status === undefined || status === 'move' || !isVerbal(sent, kid)) continue;
    // "2,000 tents on top of the 5,000 it had shipped": said of the nearer number.
    if (sent.tokens.slice(word + 1, kid).some((token) => token.xpos === 'CD')) continue;
    // "buses that carry aid": the amount must be what is handed over, no giver.
    const subject = children(sent, kid, 'nsubj')[0];
    const passive = sent.tokens[kid]!.xpos === 'VBN' && hasRelation(sent, kid, 'acl');
    if (!passive && (subject === undefined || /^(that|which|who)$/i.test(sent.tokens[subject]!.form))) continue;
    if (status === 'pledge') return 'pledged';
    if (status === 'plan') return 'planned';
    const group = verbGroup(sent, kid);
    return group.tense === 'future' || group.modal !== null || group.infinitive ? 'planned' : 'donated';
  }
  return null;
}

const CARRIERS =
  /^(aid|donation|gift|grant|assistance|relief|package|help|contribution|consignment|shipment|loan|support|convoy|fund|facility|line|batch|total|sum|amount|tranche|series|set|unit|team|contingent|force|credit|delivery|load|truckload|container|worth|investment|funding|financing|payment|supply|supplies|value|part|share|half|third|rest)$/;

/** Whether the noun below only carries the amount upwards: "a grant of", "a convoy with"; verbs always do. */
const carries = (sent: Sentence, word: number, index: number): boolean =>
  isVerbal(sent, word) || CARRIERS.test(lemmaOf(sent, word)) || index <= 1;

const ARRIVES = /^(cross|land|touch|arrive|come|go|reach|enter|be)$/;
/** Infinitives under these are no plans of the giver. */
const FORCED = /^(order|force|require|oblige|compel|fine|sentence|refuse|decline|reject|fail|forget|oppose)$/;

/** The status as the words above the amount say it. Nobody gives a share, and what is traded, lent or held back is only told. */
export function statusOf(sent: Sentence, word: number, what: Counted, tables: FigureTables): Figure['status'] {
  const path = [word, ...ancestors(sent, word)];
  if (isRate(sent, word)) return 'reported';
  // "offered its 2,100 miners a raise": to whom, not what.
  if (what.person && hasRelation(sent, word, 'iobj')) return 'reported';
  if (!what.share && isForeseen(sent, path)) return 'planned';
  if (!what.share && !what.person && isContent(sent, path)) return 'donated';
  // "the 2,000 promised laptops"
  if (
    !what.share &&
    children(sent, word, 'amod').some((kid) => /^(promise|pledge)$/.test(lemmaOf(sent, kid)) && kid > 0)
  )
    return 'pledged';
  const sum = what.share || what.person ? null : isSumOf(sent, path);
  if (sum !== null && !isTrade(sent, path)) return sum;
  if (what.money && isCheque(sent, path)) return 'donated';
  if (isWanted(sent, word) || /^(vote|abstention|seat|ballot)$/.test(what.unit ?? '')) return 'reported';
  // "a loan for 42 clinics": what the money is for.
  if (!what.person && !what.money && prepositionOf(sent, word) === 'for' && isTrade(sent, path)) return 'reported';
  // "housing for 3,500 refugees", "the fate of 34 soldiers": people that something is done for or about.
  const preposition = what.person ? prepositionOf(sent, word) : null;
  if (
    what.person &&
    !sentToHelp(sent, what.unit) &&
    hasRelation(sent, word, 'obj') &&
    KEEPS.test(lemmaOf(sent, path[1] ?? -1))
  )
    return 'reported';
  if (preposition !== null && !(preposition === 'of' && CARRIERS.test(lemmaOf(sent, path[1] ?? -1)))) return 'reported';
  const status = statusAbove(sent, word, path, what, tables);
  // "to 4 billion from 2 billion": where it comes from is there already.
  if (status === 'planned' && (/\bfrom$/.test(prepositionOf(sent, word) ?? '') || wasBefore(sent, word)))
    return 'reported';
  if (status === 'planned' && isCalledPledge(sent, word)) return 'pledged';
  // Troops that one's own army will send are no promise to anybody.
  if (status === 'pledged' && what.person && isMilitary(what.unit) && !promised(sent, path, tables)) return 'planned';
  if (status === 'reported' && !what.share && !what.person && hasArrived(sent, path)) return 'donated';
  if (status === 'reported' && !what.share && !what.person && cameAboard(sent, path) && isGift(sent, word, what))
    if (speaksOfAid(sent) || what.near) return 'donated';
  if (status === 'donated' && isSigned(sent, path)) return 'planned';
  if (status !== 'donated') return status;
  if (what.share || isTrade(sent, path) || isCommodity(sent, what.item)) return 'reported';
  return what.person && !sentToHelp(sent, what.unit) ? 'reported' : 'donated';
}

/** What is done with people who are there already. */
const KEEPS =
  /^(keep|employ|retain|have|hold|free|release|dismiss|lay|sack|fire|cut|jail|arrest|detain|return|repatriate|compensate|reimburse)$/;

/** Nearest word first. */
function statusAbove(
  sent: Sentence,
  word: number,
  path: readonly number[],
  what: Counted,
  tables: FigureTables,
): Figure['status'] {
  const { person, share } = what;
  const told = statusBehind(sent, word, tables);
  if (told !== null) return told;
  // "thanked Finland for 25 snowploughs"
  if (
    !person &&
    !share &&
    prepositionOf(sent, word) === 'for' &&
    path.slice(1, 3).some((up) => THANKS.test(lemmaOf(sent, up)))
  )
    return 'donated';
  const grown = grownTo(sent, word, tables);
  if (grown !== null) return grown;
  let given = false;
  let top = path.length;
  let aid = children(sent, word, 'nmod', 'compound').some((kid) => isAid(sent, kid));
  for (let index = 0; index < path.length && index < 12; index++) {
    const at = path[index]!;
    const lemma = lemmaOf(sent, at);
    if (
      isAid(sent, at) ||
      children(sent, at, 'appos').some((kid) => isAid(sent, kid)) ||
      (index > 0 && children(sent, at, 'compound').some((kid) => isAid(sent, kid)))
    )
      aid = true;
    // What carries aid is not given with it: "two aircraft with medicine landed".
    if (index === 1 && what.unit !== null && VESSELS.test(what.unit) && carriesCargo(sent, word)) break;
    // A subject does what its verb says; only what arrives or is handed over was given.
    const below = path[index - 1];
    if (
      below !== undefined &&
      hasRelation(sent, below, 'nsubj') &&
      !hasRelation(sent, below, 'nsubj:pass') &&
      !ARRIVES.test(lemma)
    )
      break;
    // "attention to a region of 600 million people": other nouns in between lead away from what is given.
    if (
      index > 1 &&
      below !== undefined &&
      hasRelation(sent, below, 'nmod', 'obl', 'acl', 'acl:relcl') &&
      !carries(sent, below, index)
    )
      break;
    const subject = below !== undefined && hasRelation(sent, below, 'nsubj');
    const status = classOf(
      sent,
      at,
      lemma,
      what,
      tables,
      index === 0,
      subject,
      below !== undefined && isVerbal(sent, below),
    );
    const verb = isVerbal(sent, at);
    if (status === undefined) {
      if (verb && given) {
        const group = verbGroup(sent, at);
        if (group.tense === 'future' || group.modal !== null) return 'planned';
      }
      if (index > 0 && hasRelation(sent, at, 'ccomp', 'parataxis')) {
        // What is said is told as it stands; a promise above it still promises.
        const above = path
          .slice(index + 1)
          .find((up) => tables.words.get(lemmaOf(sent, up)) === 'pledge' && isVerbal(sent, up));
        if (above !== undefined) return 'pledged';
        break;
      }
      // "the fund, to which Norway has paid 80 million, will close": the clause around it tells of something else.
      if (verb && hasTense(sent, at) && hasRelation(sent, at, 'acl:relcl', 'advcl', 'conj')) {
        top = index + 1;
        break;
      }
      continue;
    }
    // "offered it for 20 million": the price.
    if (what.money && status !== 'plan' && index === 1 && prepositionOf(sent, word) === 'for') break;
    // "gave 5 million, enough to rebuild 18 schools": what the money does is not what was given.
    if (status === 'give' && path.slice(1, index).some((up) => isVerbal(sent, up))) break;
    // "delivered a speech to 300 students": only what a verb hands over is given.
    if (verb && below !== undefined && !isVerbal(sent, below) && !handedOver(sent, below, lemma, what)) break;
    // "promised ten but delivered three": a second verb is not governed by the first.
    const alone = verb && hasRelation(sent, at, 'conj') && hasTense(sent, at);
    const decided = decide(
      sent,
      at,
      verb,
      status,
      alone ? [] : path.slice(index + 1),
      tables,
      !share &&
        !person &&
        (aid || speaksOfAid(sent)) &&
        !isTrade(sent, path) &&
        !path.slice(1, index).some((up) => isVerbal(sent, up)),
    );
    if (decided === 'given') given = true;
    else if (decided !== null) return decided;
    if (given) return 'donated';
  }
  if (given) return 'donated';
  return fallback(sent, path.slice(0, top), what, aid);
}

/** Without a word that decides: planned when the clause looks ahead, given when it speaks of aid that is not held back. */
function fallback(sent: Sentence, path: readonly number[], what: Counted, aid: boolean): Figure['status'] {
  const { person, share } = what;
  const top = path.find((at) => isVerbal(sent, at));
  const group = top === undefined ? null : verbGroup(sent, top);
  const ahead =
    group !== null &&
    !SERVES.test(lemmaOf(sent, top ?? -1)) &&
    (group.tense === 'future' || group.modal === 'would' || (aid && (group.modal !== null || group.infinitive)));
  // "in talks on 12 jets": neither promised nor there.
  const about = path[1];
  if (!person && !share && about !== undefined && /^(talk|talks|negotiation)$/.test(lemmaOf(sent, about)))
    if (/^(on|over|about|for)$/.test(prepositionOf(sent, path[0]!) ?? '')) return 'planned';
  // "will meet the 10 foreign ministers": who comes or is met is no amount that anybody plans to give.
  if (person && !aid && !actedUpon(sent, path)) return 'reported';
  if (what.unit !== null && GATHERED.test(what.unit)) return 'reported';
  if (ahead && !share)
    return top !== undefined && (ownWord(sent, top) || isOnesWord(sent, top)) ? 'pledged' : 'planned';
  if (isWithheld(sent, path)) return 'reported';
  // "a gift meant for three provinces": where it goes is not what is given.
  const preposition = prepositionOf(sent, path[0]!);
  if (!what.money && preposition !== null && /^(for|in|across|from|among|at|between|against|on)$/.test(preposition))
    return 'reported';
  return aid && !person ? 'donated' : 'reported';
}

/** "promised that the first 5,000 homes would be ready" */
const isOnesWord = (sent: Sentence, verb: number): boolean =>
  hasRelation(sent, verb, 'ccomp') &&
  /^(promise|pledge|vow|undertake|guarantee)$/.test(lemmaOf(sent, sent.tokens[verb]!.head));

/** "to help 8 million people": those who are helped are not what is planned. */
const SERVES = /^(help|feed|assist|reach|protect|serve|benefit|cover|affect|represent|include)$/;

/** The table's word for what happens to the amount, where it says so here. */
function classOf(
  sent: Sentence,
  at: number,
  lemma: string,
  what: Counted,
  tables: FigureTables,
  bottom: boolean,
  subject: boolean,
  inner: boolean,
): Exclude<StatusClass, 'move'> | undefined {
  const next = sent.tokens[at + 1]?.form.toLowerCase() ?? '';
  const listed = tables.words.get(`${lemma} ${next}`) ?? tables.words.get(lemma);
  // "four agreements were signed": counted themselves, they say nothing of what is given.
  if (bottom && !what.money && (listed === 'plan' || listed === 'pledge')) return undefined;
  // "a fund of 30 million": as a noun it gives nothing.
  if (
    sent.tokens[at]!.upos === 'NOUN' &&
    /^(fund|ship|hand|present|finance|transfer|land|cross|drop|release|award|supply)$/.test(lemma)
  )
    return undefined;
  if (what.person && /^(release|free|drop|carry|bring|present|hand|deliver)$/.test(lemma)) return undefined;
  if (listed === 'move')
    return (speaksOfAid(sent) || (what.near && !what.money)) && (!ENTERS.test(lemma) || subject) ? 'give' : undefined;
  // "hope to reach 10 billion", but not "want 40 jets".
  if (/^(pay|transfer)$/.test(lemma) && isVerbal(sent, at)) return isPaidOver(sent, at) ? 'give' : undefined;
  if (HOPES.test(lemma) && isVerbal(sent, at)) return inner ? 'plan' : undefined;
  if (listed === 'take' && !isReceived(sent, at, what)) return undefined;
  if (listed === 'give' && isVerbal(sent, at) && !hasTaker(sent, at, lemma)) return undefined;
  return listed;
}

const HOPES = /^(hope|want|wish|goal|aspire)$/;

/** "40 lorries reached the town": only as what arrives. */
const ENTERS = /^(reach|enter|go)$/;

const hasTense = (sent: Sentence, verb: number): boolean =>
  /^(VBD|VBZ|VBP)$/.test(sent.tokens[verb]!.xpos) || child(sent, verb, 'aux') >= 0;

/** "sent two planes with 40 tonnes", "two planes landed": the means, not the gift. */
const carriesCargo = (sent: Sentence, word: number): boolean =>
  hasRelation(sent, word, 'nsubj') || children(sent, word, 'nmod').some((kid) => prepositionOf(sent, kid) === 'with');

const VESSELS = /^(aircraft|plane|ship|vessel|boat|flight|helicopter|freighter|ferry)$/;

/** Those who come together rather than being handed over. */
const GATHERED =
  /^(delegation|delegate|guest|visitor|leader|minister|country|state|nation|company|firm|participant|observer|member|city|town|team|party|group|union|organi[sz]ation)$/;

/** What is done with people that somebody plans to do for others. */
const FOR_PEOPLE =
  /^(train|send|deploy|dispatch|second|recruit|hire|employ|admit|accept|take|teach|educate|treat|resettle|sponsor|fund|equip|vaccinate|host)$/;

/** "would train 80 nurses": people as the object of a deed, rather than those who come, are met or go free. */
function actedUpon(sent: Sentence, path: readonly number[]): boolean {
  const [word, up] = path;
  return (
    word !== undefined &&
    up !== undefined &&
    isVerbal(sent, up) &&
    hasRelation(sent, word, 'obj', 'nsubj:pass', 'conj') &&
    FOR_PEOPLE.test(lemmaOf(sent, up))
  );
}

function decide(
  sent: Sentence,
  at: number,
  verb: boolean,
  status: Exclude<StatusClass, 'move'>,
  above: readonly number[],
  tables: FigureTables,
  gift: boolean,
): Figure['status'] | 'given' | null {
  if (status === 'pledge') return 'pledged';
  // "announced 20 million in aid": who announces a gift of his own promises it.
  if (status === 'plan' && verb && gift && lemmaOf(sent, at) === 'announce') return 'pledged';
  if (status === 'plan') return verb || /^(plan|proposal|target|goal|aim)$/.test(lemmaOf(sent, at)) ? 'planned' : null;
  if (!verb) return unreal(sent, above, tables);
  const group = verbGroup(sent, at);
  if (group.negated) return 'reported';
  const open = group.tense === 'future' || group.modal !== null || group.infinitive || group.condition !== null;
  // "Kuwait, which gave 20 million, offered more": the verb around the relative clause is another deed.
  if (!open && hasRelation(sent, at, 'acl:relcl', 'advcl')) return 'given';
  if (!open) return unreal(sent, above, tables, hasRelation(sent, at, 'ccomp'));
  if (above.length > 0 && FORCED.test(lemmaOf(sent, above[0]!))) return 'reported';
  for (const up of above.slice(0, 3)) {
    const word = tables.words.get(lemmaOf(sent, up));
    if (word === 'pledge') return 'pledged';
    if (hasRelation(sent, up, 'ccomp')) break;
  }
  // "is ready to give 36 howitzers": an offer.
  const offers = above.slice(0, 1).some((up) => /^(ready|willing|prepared)$/.test(lemmaOf(sent, up)));
  return offers || ownWord(sent, at) ? 'pledged' : 'planned';
}

/** "given" unless a promise or plan stands right above it. */
function unreal(
  sent: Sentence,
  above: readonly number[],
  tables: FigureTables,
  done = false,
): Figure['status'] | 'given' {
  for (const up of above.slice(0, 3)) {
    const word = tables.words.get(lemmaOf(sent, up));
    if (word === 'pledge') return 'pledged';
    if (word === 'plan' && isVerbal(sent, up) && !hasRelation(sent, up, 'parataxis'))
      // "announced it had sent 500": announced, but done.
      return lemmaOf(sent, up) === 'announce' && done ? 'given' : 'planned';
    if (isVerbal(sent, up)) {
      const group = verbGroup(sent, up);
      return group.tense === 'future' || group.modal !== null || group.infinitive ? 'planned' : 'given';
    }
  }
  return 'given';
}
