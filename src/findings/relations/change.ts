/** What happens to a level: whether it holds, was opened, raised or lowered, or is only wished for. */

import type { Relation, Sentence } from '../../core/index.ts';
import {
  child,
  children,
  formsOf,
  hasRelation,
  head,
  lemmaOf,
  prepositionOf,
  relation,
  verbGroup,
} from '../../language/tree.ts';
import { asIf, endedSince, noLonger, openedOn, sinceToday } from './ended.ts';
import type { Label } from './label.ts';
import type { Change, RelationTables } from './tables.ts';
import {
  definite,
  governs,
  isDisputed,
  isNth,
  isOnlyPossible,
  isOnlyThought,
  isOpen,
  isRefused,
  isTalk,
  saidPossible,
  WISH,
  wishedFor,
  wishful,
  yetTo,
} from './wish.ts';

export interface Step {
  readonly change: Relation['change'];
  /** The verb or noun that says so, -1 for none. */
  readonly word: number;
}

/** Null when the sentence denies the level or names it as the one left behind. */
export function changeOf(sent: Sentence, label: Label, tables: RelationTables): Step | null {
  const part = children(sent, label.head, 'amod').find(
    (kid) => kid === label.first - 1 && sent.tokens[kid]!.upos === 'VERB',
  );
  const done = part === undefined ? null : changeWord(sent, part, tables);
  // "severing ties" ends them; "a founding partner" founds nothing.
  const ends = done === 'downgraded' || (part !== undefined && sent.tokens[part]!.xpos === 'VBN');
  if (part !== undefined && done !== null && ends) return { change: done, word: part };
  // "ties, severed in 2017, …": the aside itself.
  if (label.first === label.last && sent.tokens[label.head]!.xpos === 'VBN' && label.after === label.head) {
    const ended = changeWord(sent, label.head, tables);
    if (ended !== null) return { change: ended, word: label.head };
  }
  if (asIf(sent, label)) return null;
  const opened = openedOn(sent, label);
  if (opened >= 0) return { change: 'established', word: opened };
  const told = grownToBe(sent, label) ?? rankOf(sent, label) ?? nthToHave(sent, label) ?? toldOf(sent, label, tables);
  if (told !== null) return told;
  let at = label.head;
  let into = /^(to|into)$/i.test(sent.tokens[leadOf(sent, label)]?.form ?? '');
  let from = false;
  let loose = false;
  const path = pathOf(sent, label);
  if (isRefused(sent, path) || isOnlyPossible(sent, path) || isDisputed(sent, path)) return null;
  if (isJubilee(sent, label, path)) return { change: 'holds', word: -1 };
  for (let steps = 0; steps < path.length && steps < 8; steps++) {
    const preposition = prepositionOf(sent, at);
    if (preposition !== null && /(?:^| )(?:to|into|as|towards?|onto)$/.test(preposition)) into = true;
    else if (preposition === 'from') from ||= !into;
    else if (
      preposition !== null &&
      preposition !== 'of' &&
      preposition !== 'on' &&
      preposition !== 'by' &&
      preposition !== 'off' &&
      preposition !== 'with'
    )
      loose = true;
    // "announced the elevation of their ties to a …": the noun that raises it, rather than the verb above.
    const raised = into && at === label.head ? raisedBefore(sent, label, tables) : null;
    if (raised !== null && sent.tokens[raised.word]?.upos === 'NOUN') return raised;
    const own =
      at === label.head || isPaper(sent, at)
        ? null
        : (changeWord(sent, at, tables) ?? madeInto(sent, label, at) ?? rankGiven(sent, path, steps));
    if (own !== null) return stepAt(sent, label, at, own, { into, from, loose }, path);
    const up = path[steps + 1];
    if (up === undefined) break;
    if (hasRelation(sent, at, 'ccomp', 'advcl', 'acl:relcl', 'parataxis') && at !== label.head) break;
    // "became a partner, and the two now want a …": another clause with a subject of its own.
    if (hasRelation(sent, at, 'conj') && at !== label.head && child(sent, at, 'nsubj', 'nsubj:pass') >= 0) break;
    at = up;
  }
  // "has not been one since 2022", "have had no relations since 2012": it ended then.
  if (denied(sent, path, label) && !/^(?:apart|aside|other|except|besides)$/i.test(sent.tokens[0]!.form))
    return noLonger(sent, label) || endedSince(sent, label) ? { change: 'downgraded', word: -1 } : null;
  if (yetTo(sent, label.first) || isOnlyThought(sent, label)) return null;
  if (noLonger(sent, label)) return { change: 'downgraded', word: -1 };
  if (sinceToday(sent, label)) return { change: 'established', word: -1 };
  const raised = raisedBefore(sent, label, tables);
  if (raised !== null) return raised;
  // "Kazakhstan and Vietnam now strategic partners": a headline without a verb.
  if (
    /^now$/i.test(sent.tokens[label.first - 1]?.form ?? '') &&
    !sent.tokens.some((token) => /^(VERB|AUX)$/.test(token.upos))
  )
    return { change: 'established', word: -1 };
  return { change: wishedFor(sent, label, path) ? 'sought' : 'holds', word: -1 };
}

/** "agreed to celebrate the 50th anniversary of diplomatic relations": what has an anniversary holds. */
const isJubilee = (sent: Sentence, label: Label, path: readonly number[]): boolean =>
  path.slice(1, 4).some((up, index) => {
    const years = /^(year|decade)$/.test(lemmaOf(sent, up)) && index === 0 && prepositionOf(sent, label.head) === 'of';
    return sent.tokens[up]!.upos === 'NOUN' && (years || /^(anniversary|jubilee|birthday)$/.test(lemmaOf(sent, up)));
  });

/** Things of which a level is only another name: what happens to them happens to it. */
export const RUNG =
  /^(degree|standing|level|tier|rung|status|ranking|honou?r|title|stage|step|category|rank|designation|format|ladder|top|summit)$/;

/**
 * The label and the words above it, up to where it stops being what the sentence acts on: "Peru, a strategic partner,
 * was raised to …" raises Peru to something else, and "seeks to follow Peru, which is a strategic partner" seeks nothing of it.
 */
function pathOf(sent: Sentence, label: Label): number[] {
  const path = [label.head];
  for (let at = label.head; path.length < 40; ) {
    const up = head(sent, at);
    if (up < 0) break;
    // "declared their relationship a partnership"
    const named = /^(tie|relation|relationship|friendship)$/.test(lemmaOf(sent, up)) && label.first - up <= 2;
    if (hasRelation(sent, at, 'appos') && !RUNG.test(lemmaOf(sent, up)) && !named) break;
    if (at === label.head && hasRelation(sent, at, 'acl:relcl', 'parataxis') && child(sent, at, 'cop') >= 0) break;
    path.push(up);
    at = up;
  }
  return path;
}

/** "made Peru a strategic partner": made into what it was not; other uses of "make" say nothing. */
function madeInto(sent: Sentence, label: Label, at: number): Change | null {
  if (lemmaOf(sent, at) !== 'make' || head(sent, label.head) !== at) return null;
  if (!hasRelation(sent, label.head, 'xcomp', 'obj', 'ccomp')) return null;
  const passive = verbGroup(sent, at).voice === 'passive';
  // Two objects, or a name and the phrase behind one another: "made Qatar a partner".
  const named =
    sent.tokens.slice(at + 1, label.first).some((token) => token.upos === 'PROPN') ||
    /^(which|whom|that)$/i.test(sent.tokens[child(sent, at, 'obj')]?.form ?? '');
  if (hasRelation(sent, label.head, 'obj') && !passive && !named && child(sent, at, 'iobj') < 0) return null;
  return label.party ? 'established' : 'upgraded';
}

const COMPANY = /^(tier|rank|circle|club|group|list|league|ring|family|row|number|company|roster|cohort)$/;

/** "gave their ties the rank of a …": given a rung; "joined the ranks of its …": come to stand on it. */
function rankGiven(sent: Sentence, path: readonly number[], steps: number): Change | null {
  const [below, at] = [path[steps - 1], path[steps]];
  if (below === undefined || at === undefined) return null;
  // "all joined Hanoi's partners within a year", but not "joined its partners in calling for …"
  const next = sent.tokens[path[0]! + 1];
  const ends = next === undefined || /^[.,;]$/.test(next.form) || /^(within|last|this)$/i.test(next.form);
  if (lemmaOf(sent, at) === 'join' && below === path[0] && hasRelation(sent, below, 'obj') && ends)
    return 'established';
  if (/^(join|enter|hitch)$/.test(lemmaOf(sent, at)) && COMPANY.test(lemmaOf(sent, below))) return 'established';
  if (lemmaOf(sent, at) !== 'give') return null;
  return /^(rank|status|level|rung|standing)$/.test(lemmaOf(sent, below)) ? 'established' : null;
}

/** "has grown to be a companion", "goal to turn out to be companions": a machine's word for becoming. */
function grownToBe(sent: Sentence, label: Label): Step | null {
  const lead = leadOf(sent, label);
  if (formsOf(sent, lead - 1, lead + 1) !== 'to be') return null;
  const verb = [lead - 2, lead - 3].find((at) => /^(grow|turn)$/.test(lemmaOf(sent, at)));
  if (verb === undefined || (verb === lead - 3 && !/^out$/i.test(sent.tokens[lead - 2]!.form))) return null;
  if (isOpen(sent, verb) || verbGroup(sent, verb).negated) return null;
  return { change: wishful(sent, verb) ? 'sought' : 'established', word: verb };
}

/** "has given A, B and C the rank of partner", by word order where the parse tears the list apart. */
function rankOf(sent: Sentence, label: Label): Step | null {
  const lead = leadOf(sent, label);
  if (!label.party || formsOf(sent, lead, lead + 1) !== 'of' || !RUNG.test(lemmaOf(sent, lead - 1))) return null;
  for (let at = lead - 2; at > 0 && lead - at < 16; at--) {
    const token = sent.tokens[at]!;
    if (!/^(VERB|AUX)$/.test(token.upos)) continue;
    if (!/^(give|grant|award|accord)$/.test(lemmaOf(sent, at)) || verbGroup(sent, at).negated || isOpen(sent, at))
      return null;
    return { change: wishful(sent, at) ? 'sought' : 'established', word: at };
  }
  return null;
}

/** "became the ninth nation to have a partnership with it" */
function nthToHave(sent: Sentence, label: Label): Step | null {
  const verb = head(sent, label.head);
  if (verb < 0 || !hasRelation(sent, label.head, 'obj') || !/^(have|hold|enjoy|secure)$/.test(lemmaOf(sent, verb)))
    return null;
  const noun = head(sent, verb);
  const above = noun < 0 ? -1 : head(sent, noun);
  const becomes = [noun, above].find((one) => one >= 0 && /^(become|turn)$/.test(lemmaOf(sent, one)));
  if (!isNth(sent, verb) || becomes === undefined || isOpen(sent, becomes)) return null;
  return { change: wishful(sent, becomes) ? 'sought' : 'established', word: becomes };
}

/** "the partnership signed in 2014", "that the two sealed in May": told of it as background, so that it holds. */
function toldOf(sent: Sentence, label: Label, tables: RelationTables): Step | null {
  // "the partnership of coordination that the two …" may hang on the last noun of the name.
  const tail = children(sent, label.head, 'nmod').filter((kid) => kid <= label.last + 2 && kid > label.head);
  const clauses = [label.head, ...tail].flatMap((word) => children(sent, word, 'acl', 'acl:relcl'));
  for (const clause of clauses) {
    if (clause < label.last || !definite(sent, label)) continue;
    const change = changeWord(sent, clause, tables);
    if (change === null || change === 'downgraded' || child(sent, clause, 'cop') >= 0) continue;
    const group = verbGroup(sent, clause);
    if (group.negated || group.modal !== null || group.infinitive || group.tense === 'future') continue;
    const object = child(sent, clause, 'obj');
    if (object >= 0 && !/^(that|which)$/i.test(sent.tokens[object]!.form)) continue;
    if (object < 0 && !/^(VBN|VBD)$/.test(sent.tokens[clause]!.xpos)) continue;
    return { change: 'holds', word: clause };
  }
  return null;
}

/** The word in front of the level's phrase. */
function leadOf(sent: Sentence, label: Label): number {
  let at = label.first - 1;
  while (at > 0 && /^(a|an|the|new|full|called|so-called|["“‘])$/i.test(sent.tokens[at]!.form)) at -= 1;
  return at;
}

/** "elevated ties to a …" by word order, where the tree lost the verb; null when nothing of the kind stands there. */
function raisedBefore(sent: Sentence, label: Label, tables: RelationTables): Step | null {
  const low = (at: number): string => sent.tokens[at]?.form.toLowerCase() ?? '';
  const to = leadOf(sent, label);
  if (!/^(to|into)$/.test(low(to))) return null;
  for (let at = to - 1; at >= 0 && to - at < 18; at--) {
    // "to raise their partnership, which dates from 2015, to a …"
    const aside = low(at) === ',' ? asideStart(sent, at) : -1;
    if (aside >= 0) {
      at = aside;
      continue;
    }
    if (/^[,;:()]$/.test(low(at)) || /^(VBD|VBZ|VBP|MD)$/.test(sent.tokens[at]!.xpos) || at === to - 1) {
      if (changeWord(sent, at, tables) !== 'upgraded') {
        if (at === to - 1 && !/^[,;:()]$/.test(low(at))) continue;
        return null;
      }
    }
    if (!/^(VB|NN$)/.test(sent.tokens[at]!.xpos) || changeWord(sent, at, tables) !== 'upgraded') continue;
    const lead = [1, 2, 3, 4, 5, 6].map((back) => at - back).filter((word) => word >= 0);
    if (lead.slice(0, 3).some((word) => /^(not|never|n['’]t)$/.test(low(word)))) return null;
    const wished =
      sent.tokens[at]!.xpos === 'VB' ||
      lead.slice(0, 3).some((word) => sent.tokens[word]!.xpos === 'MD' || WISH.test(lemmaOf(sent, word)));
    const noun = sent.tokens[at]!.upos === 'NOUN' && (governs(sent, at, head(sent, at)) || saidPossible(sent, at));
    return { change: wished || noun ? 'sought' : 'upgraded', word: at };
  }
  return null;
}

/** The comma that opens an aside of "which", a participle or "in place since" ended by the comma at `end`; -1 for none. */
function asideStart(sent: Sentence, end: number): number {
  for (let at = end - 1; at > 0 && end - at < 10; at--) {
    if (sent.tokens[at]!.form !== ',') continue;
    const next = sent.tokens[at + 1]!;
    return /^(which|that|in|a|an|now)$/i.test(next.form) || next.xpos === 'VBN' ? at : -1;
  }
  return -1;
}

export function changeWord(sent: Sentence, at: number, tables: RelationTables): Change | null {
  const lemma = lemmaOf(sent, at);
  const particle = children(sent, at, 'compound:prt').map((kid) => sent.tokens[kid]!.form.toLowerCase())[0];
  const next = sent.tokens[at + 1]?.form.toLowerCase();
  const form = sent.tokens[at]!.form.toLowerCase();
  // One letter of grace for the lemma: "upgrad" is "upgrade".
  for (const key of [particle && `${lemma} ${particle}`, next && `${lemma} ${next}`, lemma, form, `${lemma}e`]) {
    const change = key ? tables.changes.get(key) : undefined;
    if (change !== undefined) return change;
  }
  return null;
}

function stepAt(
  sent: Sentence,
  label: Label,
  word: number,
  change: Change,
  road: { readonly into: boolean; readonly from: boolean; readonly loose: boolean },
  path: readonly number[],
): Step | null {
  const group = verbGroup(sent, word);
  if (group.negated || isOpen(sent, word)) return null;
  const under = path.slice(path.indexOf(word));
  const talked = under0(path, word).some(
    (up, index, list) => index > 0 && isTalk(sent, up) && governs(sent, list[index - 1]!, up),
  );
  if (talked && change !== 'downgraded') return { change: 'sought', word };
  const wished = wishful(sent, word) || under.slice(1).some((up, index) => governs(sent, under[index]!, up));
  if (saidPossible(sent, word)) return road.from ? { change: 'holds', word: -1 } : { change: 'sought', word };
  // "turned it into a strategic one"
  if (
    road.into &&
    !label.party &&
    change === 'established' &&
    /^(turn|transform|convert|make|develop)$/.test(lemmaOf(sent, word))
  )
    return { change: wished ? 'sought' : 'upgraded', word };
  // "took Switzerland in as a partner"
  const taken =
    label.party && /^(take|bring|bump)$/.test(lemmaOf(sent, word)) && prepositionOf(sent, label.head) === 'as';
  if (taken) return { change: wished ? 'sought' : 'established', word };
  if (change === 'upgraded') {
    // "to raise them from a strategic to a …": as long as it is only wished, the lower one holds.
    if (road.from) return wished ? { change: 'holds', word: -1 } : null;
    // "raised their diplomatic relations to ambassadorial level"
    const embassy =
      label.level === 'diplomatic relations' &&
      sent.tokens.slice(label.last + 1, label.last + 9).some((token) => /^ambassador/i.test(token.form));
    // "upgraded their strategic partnership to a comprehensive one": done, the lower one is left behind.
    if (!road.into && !wished && raisedFrom(sent, label, word)) return null;
    if (!road.into && !embassy) return { change: wished && !definite(sent, label) ? 'sought' : 'holds', word: -1 };
    return { change: wished ? 'sought' : 'upgraded', word };
  }
  // "From strategic partners, the two became …": left behind.
  if (road.from && change === 'established') return null;
  const direct = isArgument(sent, label, word, path);
  // "since the establishment of their partnership in 2009": told as background, it holds.
  if (
    sent.tokens[word]!.upos === 'NOUN' &&
    /^(since|after|following|of|on)$/.test(prepositionOf(sent, word) ?? '') &&
    !wished
  ) {
    // "signed a declaration on the establishment of a …"
    const signing = change === 'established' ? signedAbove(sent, under) : -1;
    if (signing < 0) return { change: 'holds', word };
    return { change: wishful(sent, signing) ? 'sought' : change, word: signing };
  }
  if (change === 'established') {
    if (
      !(direct || inDeed(sent, word, path)) ||
      road.loose ||
      (definite(sent, label) &&
        !/^(launch|normali[sz]e|restore|resume|establish|sever|announce|unveil)$/.test(lemmaOf(sent, word)) &&
        !(
          label.party &&
          /^(become|name|designate|make|declare|admit|grant|join|enter|turn|give|receive|award|accord|obtain|gain|get|win|confer|earn)$/.test(
            lemmaOf(sent, word),
          )
        ) &&
        !hasRelation(sent, label.head, 'nsubj:pass'))
    )
      return { change: wished && !definite(sent, label) ? 'sought' : 'holds', word: -1 };
    return { change: wished ? 'sought' : 'established', word };
  }
  if (!direct && !road.into) return { change: 'holds', word: -1 };
  // "would strip it of its status": until then it holds.
  if (wished) return label.party || definite(sent, label) ? { change: 'holds', word: -1 } : null;
  return { change: 'downgraded', word };
}

/** Whether the verb that has the level as its object or subject goes on "to a …" or "into a …" level. */
const raisedFrom = (sent: Sentence, label: Label, word: number): boolean =>
  !label.party &&
  hasRelation(sent, label.head, 'obj', 'nsubj', 'nsubj:pass') &&
  head(sent, label.head) === word &&
  /\b(?:to|into) (?:an? |the )?(?:\p{Ll}+[ -])*(?:partnership|one|level|relationship)\b/u.test(
    formsOf(sent, Math.max(label.last, word) + 1, label.last + 24).toLowerCase(),
  );

/** The words from the label up to the verb, the verb itself left out. */
const under0 = (path: readonly number[], word: number): readonly number[] => path.slice(0, path.indexOf(word));

/** "signed a declaration on a …": the declaration declares nothing by itself. */
const isPaper = (sent: Sentence, word: number): boolean =>
  sent.tokens[word]!.upos === 'NOUN' &&
  PAPER.test(lemmaOf(sent, word)) &&
  hasRelation(sent, word, 'obj', 'nsubj:pass') &&
  SIGNS.test(lemmaOf(sent, head(sent, word)));

/** The verb among the words above that signs a paper, or -1: the paper may hang below it or beside the level. */
const signedAbove = (sent: Sentence, under: readonly number[]): number =>
  under.find((up, index) => {
    if (index === 0 || sent.tokens[up]!.upos === 'NOUN' || !SIGNS.test(lemmaOf(sent, up))) return false;
    const paper = child(sent, up, 'obj', 'nsubj:pass');
    return paper >= 0 && PAPER.test(lemmaOf(sent, paper)) && !verbGroup(sent, up).negated;
  }) ?? -1;

const SIGNS = /^(sign|adopt|issue|ink|initial|seal|exchange|conclude)$/;
const PAPER = /^(declaration|agreement|treaty|pact|statement|accord|document|memorandum|communiqu[eé]|protocol)$/;

/** "signed a declaration on a …": the paper that brings it about. */
function inDeed(sent: Sentence, word: number, path: readonly number[]): boolean {
  const below = path[path.indexOf(word) - 1];
  // "on a …" may hang on the paper or on the verb.
  const onVerb =
    below !== undefined && hasRelation(sent, below, 'obl') && /^(on|for)$/.test(prepositionOf(sent, below) ?? '');
  const paper = onVerb ? child(sent, word, 'obj', 'nsubj:pass') : below;
  return (
    paper !== undefined &&
    paper >= 0 &&
    SIGNS.test(lemmaOf(sent, word)) &&
    hasRelation(sent, paper, 'obj', 'nsubj:pass') &&
    PAPER.test(lemmaOf(sent, paper))
  );
}

/** Object, passive subject or predicate of the verb, or hung below one by "of", "as", "into". */
function isArgument(sent: Sentence, label: Label, word: number, path: readonly number[]): boolean {
  const below = path[path.indexOf(word) - 1] ?? label.head;
  if (hasRelation(sent, below, 'obj', 'nsubj:pass', 'xcomp', 'ccomp', 'compound', 'appos', 'dep')) return true;
  if (relation(sent, below) === 'nsubj' && verbGroup(sent, word).voice === 'passive') return true;
  const preposition = prepositionOf(sent, below);
  if (preposition === null && hasRelation(sent, below, 'obl')) return true;
  return (
    preposition !== null &&
    /^(of|into|as|to|in|on|by|off)$/.test(preposition) &&
    preposition !== 'in' &&
    preposition !== 'on' &&
    preposition !== 'by'
  );
}

function denied(sent: Sentence, path: readonly number[], label: Label): boolean {
  // "The special relationship between the two needs no treaty": it is there, whatever it lacks.
  const up = path[1];
  if (
    up !== undefined &&
    !label.party &&
    definite(sent, label) &&
    hasRelation(sent, label.head, 'nsubj') &&
    sent.tokens[up]!.upos === 'VERB' &&
    !/^(exist|be|materiali[sz]e|happen|come|hold|survive|last|live|continue|remain)$/.test(lemmaOf(sent, up))
  )
    return false;
  const verb = path.find((word) => /^(VERB|AUX)$/.test(sent.tokens[word]!.upos) || child(sent, word, 'cop') >= 0);
  return (
    (verb !== undefined && verbGroup(sent, verb).negated) ||
    path
      .slice(0, 2)
      .some((word) => children(sent, word, 'det').some((det) => /^(no|any)$/i.test(sent.tokens[det]!.form)))
  );
}
