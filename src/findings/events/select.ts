/** One event per real event: themes are absorbed by what governs them, doublets by the surer reading. */

import type { Sentence } from '../../core/index.ts';
import {
  ancestors,
  children,
  clauseOf,
  coordination,
  firstConjunct,
  hasChild,
  hasRelation,
  isWithin,
  lemmaOf,
  markerOf,
  prepositionOf,
  relation,
} from '../../language/tree.ts';
import type { Candidate } from './candidate.ts';

export interface Verdict {
  readonly candidate: Candidate;
  /** Null when kept. */
  readonly refused: string | null;
}

const anchor = (c: Candidate): number => (c.match.verb >= 0 ? c.match.verb : c.match.noun);

/** Keeps, merges or refuses the candidates of one sentence; the order of the input is kept. */
export function select(sent: Sentence, candidates: readonly Candidate[]): readonly Verdict[] {
  const refused = new Map<Candidate, string>();
  for (const inner of candidates)
    for (const outer of candidates) {
      if (inner === outer || refused.has(outer)) continue;
      const why = absorbs(sent, outer, inner);
      if (why === null) continue;
      refused.set(inner, why);
    }
  const kept = candidates.filter((c) => !refused.has(c));
  for (let i = 0; i < kept.length; i++)
    for (let j = 0; j < kept.length; j++) {
      const [a, b] = [kept[i]!, kept[j]!];
      if (i === j || refused.has(a) || refused.has(b)) continue;
      const why = doubles(sent, a, b);
      if (why !== null) refused.set(b, why);
    }
  return candidates.map((candidate) => ({ candidate, refused: refused.get(candidate) ?? null }));
}

/** Why `inner` is only the theme of `outer`, or null. */
function absorbs(sent: Sentence, outer: Candidate, inner: Candidate): string | null {
  const [o, i] = [anchor(outer), anchor(inner)];
  const frame = outer.match.trigger.frame;
  if (o === i) return null;
  const governed = inner.reading.governors.some((g) => g === o || (outer.match.noun >= 0 && g === outer.match.noun));
  // "Clashes between A and B left dozens dead"
  if (inner.match.trigger.frame.id === 'assault/clash' && frame.id === 'assault/kill' && inner.actors.length > 1)
    return null;
  if (occasion(sent, inner, o)) return null;
  if (isTime(sent, inner, i, o)) return null;
  if (frame.absorbs && governed) return `theme of ${frame.id}`;
  if (!isWithin(sent, i, o)) {
    if (outer.match.noun >= 0 && isWithin(sent, i, outer.match.noun) && outer.match.noun !== i)
      return `inside ${frame.id}`;
    return null;
  }
  // "gave way after a call between the two ministers": a meeting told beside an act is no theme of it.
  if (
    inner.match.verb < 0 &&
    inner.typed.type === 'CONSULT' &&
    inner.actors.length > 1 &&
    /^(after|following|during|amid)$/.test(prepositionOf(sent, i) ?? '')
  )
    return null;
  const chain = ancestors(sent, i);
  const between = chain.slice(0, chain.indexOf(o));
  const path = [i, ...between];
  // "thanked her guest and said Thailand would lift the ban": a joined verb stands beside the first, not below it.
  const joined = path.at(-1)!;
  if (joined !== i && hasRelation(sent, joined, 'conj') && outer.match.verb === o && hasChild(sent, joined, 'cc'))
    return null;
  // "the president, who met his counterpart, praised the pipeline": told of the doer, not of what is praised.
  if (
    /^nsubj/.test(relation(sent, joined)) &&
    path.some((w) => hasRelation(sent, w, 'acl:relcl', 'acl')) &&
    inner.confidence >= 0.55
  )
    return null;
  // A clause of its own with its own finite verb told as fact may stand beside the outer event.
  const clause = path.find((w) => hasRelation(sent, w, 'ccomp', 'advcl', 'acl:relcl', 'parataxis', 'conj'));
  if (inner.match.verb < 0) {
    if (clause !== undefined && clause !== i && !frame.absorbs) return null;
    if (clause === undefined || frame.absorbs) return `theme of ${frame.id}`;
  }
  // "agreed to let the crew it detained see a lawyer": a relative clause with a doer of its own is told as fact.
  if (
    !/^(ACCUSE|REQUEST|REJECT|THREATEN)$/.test(outer.typed.type) &&
    hasRelation(sent, i, 'acl:relcl') &&
    ownDoer(sent, i) &&
    inner.reading.modality === 'occurred'
  )
    return null;
  if (frame.absorbs && path.some((w) => hasRelation(sent, w, 'acl:relcl', 'acl'))) return `theme of ${frame.id}`;
  if (path.some((w) => hasRelation(sent, w, 'acl') && !hasRelation(sent, w, 'acl:relcl')))
    return `described inside ${frame.id}`;
  // "flew to Lima, where he met the premier and agreed to reopen the port": the story goes on
  if (
    path.some((w) => goesOn(sent, w)) &&
    inner.actors[0]?.code != null &&
    inner.actors[0].code === outer.actors[0]?.code
  )
    return null;
  if (path.some((w) => hasRelation(sent, w, 'acl:relcl')) && (inner.recipients.length === 0 || inner.confidence < 0.6))
    return `described inside ${frame.id}`;
  if (frame.absorbs && path.some((w) => hasRelation(sent, w, 'ccomp', 'xcomp', 'csubj'))) return `theme of ${frame.id}`;
  // "accused X of violating, ignoring": what follows the preposition is the charge.
  if (
    frame.absorbs &&
    path.some(
      (w) =>
        hasRelation(sent, w, 'advcl') &&
        /^(of|for|from|about|over|against|by|as|to|that)$/.test(markerOf(sent, firstConjunct(sent, w)) ?? ''),
    )
  )
    return `theme of ${frame.id}`;
  return null;
}

/** "In a call with the emir, the president expressed his condolences": the meeting at which something was said, told with both its sides. */
const occasion = (sent: Sentence, inner: Candidate, verb: number): boolean =>
  inner.match.verb < 0 &&
  inner.typed.type === 'CONSULT' &&
  new Set(inner.actors.map((a) => a.code ?? a.text)).size > 1 &&
  sent.tokens[inner.match.noun]?.head === verb &&
  hasRelation(sent, inner.match.noun, 'obl') &&
  /^(in|at|during)$/.test(prepositionOf(sent, inner.match.noun) ?? '');

/** "agreed to run its embassy after Chad expelled the envoys": what went before is told as fact, whatever it follows. */
const isTime = (sent: Sentence, inner: Candidate, verb: number, outer: number): boolean =>
  inner.match.verb === verb &&
  inner.actors.length > 0 &&
  inner.recipients.length > 0 &&
  /^(occurred|historical)$/.test(inner.reading.modality ?? '') &&
  sent.tokens[verb]?.xpos === 'VBD' &&
  hasRelation(sent, verb, 'advcl') &&
  /^(after|when|since|while)$/.test(markerOf(sent, verb) ?? '') &&
  children(sent, verb, 'nsubj').length > 0 &&
  isWithin(sent, verb, outer);

/** "where he …": a clause that tells what the one who travelled did there. */
const goesOn = (sent: Sentence, verb: number): boolean =>
  hasRelation(sent, verb, 'acl:relcl') &&
  children(sent, verb, 'advmod').some((c) => lemmaOf(sent, c) === 'where') &&
  children(sent, verb, 'nsubj').some((c) => /^(he|she|they|it)$/i.test(sent.tokens[c]?.form ?? ''));

/** The clause has a subject that is no relative pronoun. */
const ownDoer = (sent: Sentence, verb: number): boolean =>
  children(sent, verb, 'nsubj').some((s) => !/^(who|which|that)$/i.test(sent.tokens[s]?.form ?? ''));

/** Joined verbs of these types with different modes are two acts: "staged a coup and detained leaders". */
const TWO_ACTS = new Set([
  'ASSAULT',
  'COERCE',
  'RETREAT',
  'SANCTION',
  'PROTEST',
  'REQUEST',
  'ACCUSE',
  'SUPPORT',
  'AID',
]);

/** Why `b` repeats `a`, or null. `a` is kept. */
function doubles(sent: Sentence, a: Candidate, b: Candidate): string | null {
  const [x, y] = [anchor(a), anchor(b)];
  const better = a.confidence > b.confidence || (a.confidence === b.confidence && x <= y);
  const shared = a.match.words.some((w) => b.match.words.includes(w));
  // "the shooting has stopped" tells more than "shooting".
  const [long, short] = [a.match.words.length, b.match.words.length];
  const wider = (tellsMore(a, b) && long > short) || civilMore(a, b);
  const narrower = (tellsMore(b, a) && short > long) || civilMore(b, a);
  if (shared && (wider || narrower)) return wider ? `same words as ${a.match.trigger.frame.id}` : null;
  if (shared) return better ? `same words as ${a.match.trigger.frame.id}` : null;
  const sameType = a.typed.type === b.typed.type;
  const sameClause =
    firstConjunct(sent, x) === firstConjunct(sent, y) || clauseOf(sent, y) === x || isWithin(sent, y, x);
  if (
    sameType &&
    sameClause &&
    (a.typed.type === 'ASSAULT' ? moreTold(sent, a, b, better) : better) &&
    sameCast(a, b) &&
    !visitAndMeeting(a, b) &&
    !(
      coordination(sent, x).includes(y) &&
      ((TWO_ACTS.has(a.typed.type) && (a.typed.mode !== b.typed.mode || twoObjects(sent, x, y))) ||
        a.typed.modality !== b.typed.modality ||
        // "invited the premier and pledged money"
        (a.typed.type === 'AGREE' && (lemmaOf(sent, x) === 'invite') !== (lemmaOf(sent, y) === 'invite')) ||
        // "flew to London and met his colleague": the visit and the meeting.
        (a.typed.type === 'CONSULT' && a.typed.mode !== b.typed.mode && [a, b].some((c) => c.typed.mode === 'visit')))
    )
  ) {
    // "met and held talks" is one act; "condemned the raid and recalled its envoy" are of two types.
    return `same act as ${a.match.trigger.frame.id}`;
  }
  const apart =
    coordination(sent, x).includes(y) &&
    a.typed.mode !== null &&
    b.typed.mode !== null &&
    a.typed.mode !== b.typed.mode;
  if (
    a.typed.type === 'ASSAULT' &&
    b.typed.type === 'ASSAULT' &&
    moreTold(sent, a, b, better) &&
    !apart &&
    !otherDoer(a, b)
  )
    return `same violence as ${a.match.trigger.frame.id}`;
  if (
    a.typed.type === 'ASSAULT' &&
    b.typed.type === 'MOBILIZE' &&
    !/^(after|since|before|when|while)/.test(markerOf(sent, x) ?? '')
  )
    return 'forces raised in an assault';
  if (a.typed.mode === 'convict' && b.typed.type === 'ACCUSE') return 'charge beside a conviction';
  if (
    a.typed.type === 'PROTEST' &&
    (b.typed.type === 'REQUEST' || b.typed.type === 'ACCUSE') &&
    isWithin(sent, y, x) &&
    !coordination(sent, x).includes(y)
  )
    return 'subject of a protest';
  if (isWithin(sent, y, x) && b.reading.background && b.match.verb < 0 && !occasion(sent, b, x))
    return `beside ${a.match.trigger.frame.id}`;
  return null;
}

const tellsMore = (a: Candidate, b: Candidate): boolean =>
  a.match.trigger.kind === 'pair' && b.match.trigger.kind === 'noun';

/** What only civilians do, told in more words than what anybody does: "torched cars" and "torched". */
const civilMore = (a: Candidate, b: Candidate): boolean =>
  a.match.trigger.frame.civil && !b.match.trigger.frame.civil && wordsOf(a) > wordsOf(b);

const wordsOf = ({ match: { trigger } }: Candidate): number => trigger.words.length + (trigger.noun === null ? 0 : 1);

/** "paid a visit to Dili, meeting its president", "will fly on and meet the premier": the move and the meeting are two acts. */
function visitAndMeeting(a: Candidate, b: Candidate): boolean {
  const visits = [a, b].filter(
    ({ match }) => match.verb >= 0 && /^consult\/(visit|travel)$/.test(match.trigger.frame.id),
  );
  const meets = [a, b].filter(
    ({ match, actors }) =>
      match.verb >= 0 && actors.length > 1 && /^consult\/(meet|talks|receive)$/.test(match.trigger.frame.id),
  );
  return visits.length === 1 && meets.length === 1;
}

/** "set fire to the office and threw stones": each verb has an object of its own. */
const twoObjects = (sent: Sentence, a: number, b: number): boolean =>
  lemmaOf(sent, a) !== lemmaOf(sent, b) &&
  // "called in the envoy and handed him a note" is one.
  !children(sent, Math.max(a, b), 'iobj', 'obj').some((c) => sent.tokens[c]?.upos === 'PRON') &&
  hasChild(sent, a, 'obj', 'obl') &&
  hasChild(sent, b, 'obj', 'obl');

/** "Clashes between A and B left dozens dead", "struck a boat, killing three": the blow with its doers, not only its dead. */
function moreTold(sent: Sentence, a: Candidate, b: Candidate, better: boolean): boolean {
  const dead = (c: Candidate): boolean => c.match.trigger.frame.id === 'assault/kill' && c.match.verb >= 0;
  if (dead(b) && !dead(a) && a.actors.length > 1 && b.actors.length === 0) return true;
  if (dead(a) && !dead(b) && b.actors.length > 1 && a.actors.length === 0) return false;
  const follows = (x: Candidate, y: Candidate): boolean =>
    dead(x) &&
    !dead(y) &&
    y.match.verb >= 0 &&
    sent.tokens[x.match.verb]?.head === y.match.verb &&
    sent.tokens[x.match.verb]?.xpos === 'VBG' &&
    y.recipients.some((r) => r.code !== null);
  if (follows(b, a)) return true;
  return better && !follows(a, b);
}

/** "A expelled a consul and B recalled its envoy": each acts for itself. */
const otherDoer = (a: Candidate, b: Candidate): boolean => {
  const doers = (c: Candidate): readonly string[] => c.actors.flatMap((x) => x.code ?? []);
  const [left, right] = [doers(a), doers(b)];
  return (
    a.match.verb >= 0 &&
    b.match.verb >= 0 &&
    a.match.verb !== b.match.verb &&
    left.length > 0 &&
    right.length > 0 &&
    !left.some((code) => right.includes(code)) &&
    // "called the charge baseless" goes on with the first.
    (a.typed.type !== 'ACCUSE' || (a.recipients.length > 0 && b.recipients.length > 0))
  );
};

function sameCast(a: Candidate, b: Candidate): boolean {
  if (otherDoer(a, b)) return false;
  const codes = (c: Candidate): string =>
    [...c.actors, ...c.recipients]
      .map((x) => x.code ?? x.text)
      .sort()
      .join(' ');
  const [left, right] = [codes(a), codes(b)];
  return left === right || left.includes(right) || right.includes(left);
}
