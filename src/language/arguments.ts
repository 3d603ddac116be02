/** Who does what to whom: arguments of verbs and modifiers of nouns, across coordination, control, passive and relatives. */

import type { Sentence } from '../core/index.ts';
import {
  child,
  children,
  conjuncts,
  firstConjunct,
  governor,
  hasChild,
  hasRelation,
  head,
  lemmaOf,
  relation,
  subtree,
} from './tree.ts';

/** How an argument was found, surest first. Rules may trust later ones less. */
export type ArgumentVia = 'own' | 'relative' | 'shared' | 'control' | 'participle';

export interface Argument {
  readonly token: number;
  readonly via: ArgumentVia;
}

/** A prepositional phrase: "with China" is preposition "with", token China. */
export interface Oblique {
  /** Lower case, fixed phrases whole ("on behalf of"); null when there is none ("met Monday"). */
  readonly preposition: string | null;
  readonly token: number;
  /** obl, obl:agent, obl:unmarked, nmod, nmod:poss … */
  readonly rel: string;
}

const RELATIVE = new Set(['which', 'who', 'whom', 'that', 'whose']);
// With these the subject, not the object, does what follows: "X promised Y to come".
const SUBJECT_CONTROL = new Set(['promise', 'vow', 'pledge', 'threaten', 'swear', 'commit', 'guarantee']);

const OBJECT_CONTROL = new Set(
  (
    'allow permit enable urge ask tell order force compel oblige invite encourage persuade press pressure push require instruct advise warn remind forbid help authorise authorize ' +
    'request direct appoint assign lobby implore beg convince'
  ).split(' '),
);

const tagOf = (sent: Sentence, i: number): string => sent.tokens[i]?.xpos ?? '';

/** "was signed", "the deal signed in May": the subject or the modified noun undergoes the verb. */
export function isPassive(sent: Sentence, verb: number): boolean {
  if (hasChild(sent, verb, 'nsubj:pass', 'csubj:pass', 'aux:pass')) return true;
  if (tagOf(sent, verb) !== 'VBN' || hasChild(sent, verb, 'nsubj', 'csubj')) return false;
  if (hasChild(sent, verb, 'obl:agent')) return true;
  if (children(sent, verb, 'aux').some((a) => lemmaOf(sent, a) === 'have')) return false;
  const first = firstConjunct(sent, verb);
  if (first !== verb) {
    // "was drafted and signed" shares its auxiliary; "has met and signed" shares "have".
    return tagOf(sent, first) === 'VBN' && isPassive(sent, first);
  }
  return hasRelation(sent, verb, 'acl', 'advcl', 'amod') && !hasChild(sent, verb, 'obj');
}

/** The noun that a relative or participial clause is about ("the envoy who met Li": envoy), or -1. */
export function modifiedNoun(sent: Sentence, verb: number): number {
  const first = firstConjunct(sent, verb);
  return hasRelation(sent, first, 'acl') ? head(sent, first) : -1;
}

/** Verbs of the clauses that say more about a noun: "the envoy, who met Li". */
export const relativeClausesOf = (sent: Sentence, noun: number): readonly number[] =>
  children(sent, noun, 'acl:relcl').flatMap((v) => conjuncts(sent, v));

/** Participles and infinitives after a noun: "the deal signed in May", "officials attending", "a plan to visit". */
export const participialClausesOf = (sent: Sentence, noun: number): readonly number[] =>
  children(sent, noun, 'acl')
    .filter((v) => !hasRelation(sent, v, 'acl:relcl'))
    .flatMap((v) => conjuncts(sent, v));

/** Replaces a relative pronoun by the noun it stands for. */
function resolve(sent: Sentence, verb: number, token: number): Argument {
  if (RELATIVE.has(lemmaOf(sent, token)) && /^(W|IN|DT)/.test(tagOf(sent, token))) {
    let clause = firstConjunct(sent, verb);
    // "which he said was signed": the clause that hangs on the noun lies further up.
    for (let steps = 0; steps < 4 && hasRelation(sent, clause, 'ccomp', 'xcomp'); steps++)
      clause = firstConjunct(sent, head(sent, clause));
    if (hasRelation(sent, clause, 'acl:relcl')) return { token: head(sent, clause), via: 'relative' };
  }
  return { token, via: 'own' };
}

const flatten = (sent: Sentence, list: readonly Argument[]): readonly Argument[] =>
  list.flatMap(({ token, via }) => conjuncts(sent, token).map((t) => ({ token: t, via })));

/**
 * Grammatical subjects, coordination flattened: of a passive they are the ones acted upon (see `agentsOf`).
 *
 * Looks at the verb's own subject, then the one shared by coordinated verbs ("met Li and signed"), the controller
 * of an infinitive ("asked Li to come": Li), the noun of a relative or participial clause, and the subject of the
 * main clause for a participle ("…, citing"). Empty when the text names none. Clauses (csubj) are not reported.
 */
export function subjectsOf(sent: Sentence, verb: number): readonly Argument[] {
  return flatten(sent, findSubjects(sent, verb, 0));
}

function findSubjects(sent: Sentence, verb: number, depth: number): readonly Argument[] {
  if (depth > 8 || verb < 0) return [];
  const own = children(sent, verb, 'nsubj').filter((s) => !hasRelation(sent, s, 'nsubj:outer'));
  if (own.length > 0) return own.map((s) => resolve(sent, verb, s));
  if (hasChild(sent, verb, 'csubj', 'expl')) return [];
  const as = (via: ArgumentVia, list: readonly Argument[]) =>
    list.map((a) => (a.via === 'own' || a.via === 'relative' ? { token: a.token, via } : a));
  const up = head(sent, verb);
  if (hasRelation(sent, verb, 'conj')) return as('shared', findSubjects(sent, up, depth + 1));
  if (hasRelation(sent, verb, 'xcomp')) {
    const objects = children(sent, up, 'obj', 'iobj');
    if (objects.length > 0 && !SUBJECT_CONTROL.has(lemmaOf(sent, up)) && !isPassive(sent, up)) {
      return objects.slice(0, 1).map((o) => ({ token: resolve(sent, up, o).token, via: 'control' as const }));
    }
    return as('control', findSubjects(sent, up, depth + 1));
  }
  if (hasRelation(sent, verb, 'acl')) {
    const tag = tagOf(sent, verb);
    if (hasRelation(sent, verb, 'acl:relcl')) return [];
    // "a plan to visit": a plan visits nobody. "officials attending", "the deal signed": they do, it is.
    if (tag === 'VBG' || tag === 'VBN') return [{ token: up, via: 'participle' }];
    if (isHeadlineActor(sent, up)) return [{ token: up, via: 'participle' }];
    // "allowed the envoy to leave", the infinitive hung on the noun by mistake.
    const controlled = hasRelation(sent, up, 'obj', 'iobj') && OBJECT_CONTROL.has(lemmaOf(sent, head(sent, up)));
    return controlled && hasChild(sent, verb, 'mark') ? [{ token: up, via: 'control' }] : [];
  }
  if (hasRelation(sent, verb, 'advcl')) {
    const tag = tagOf(sent, verb);
    const finite = /^(VBD|VBZ|VBP|MD)$/.test(tag) || hasChild(sent, verb, 'aux');
    if (finite) return [];
    const doer = participleDoer(sent, verb, up);
    return doer === null ? as('participle', findSubjects(sent, up, depth + 1)) : as('participle', doer);
  }
  return [];
}

/** "Minister to visit Hanoi", "Maldovia to host summit": a headline whose noun is the one who will. */
function isHeadlineActor(sent: Sentence, noun: number): boolean {
  if (head(sent, noun) !== -1 || hasChild(sent, noun, 'det', 'nmod:poss', 'cop')) return false;
  return (
    sent.tokens[noun]?.upos === 'PROPN' ||
    /^(minister|president|premier|pm|envoy|leader|chief|secretary|delegation|diplomat|official|ambassador|king|queen)s?$/i.test(
      sent.tokens[noun]?.form ?? '',
    )
  );
}

/** Whom a participle without a subject is about when it is not the subject of the main verb; null when it is. */
function participleDoer(sent: Sentence, verb: number, up: number): readonly Argument[] | null {
  if (tagOf(sent, verb) !== 'VBG') return null;
  // "led to Sok cancelling his trip": the noun of a phrase that runs straight into the participle.
  const edge = Math.min(verb, ...children(sent, verb, 'advmod'));
  const before = children(sent, up, 'obl').find((o) => o === edge - 1 || subtree(sent, o).at(-1) === edge - 1);
  if (before !== undefined && prepositionOf(sent, before) === 'to') return [{ token: before, via: 'own' }];
  // "It is noticed," the official said, adding that …: the nearest clause of speech in front.
  const spoken = children(sent, up, 'parataxis')
    .filter((p) => p < verb && hasChild(sent, p, 'nsubj'))
    .at(-1);
  return spoken === undefined ? null : findSubjects(sent, spoken, 1);
}

/** Those who do it: subjects of an active verb, the "by" phrase of a passive. */
export function agentsOf(sent: Sentence, verb: number): readonly Argument[] {
  if (!isPassive(sent, verb)) return subjectsOf(sent, verb);
  const by = children(sent, verb, 'obl').filter(
    (o) => hasRelation(sent, o, 'obl:agent') || (relation(sent, o) === 'obl' && prepositionOf(sent, o) === 'by'),
  );
  return flatten(
    sent,
    by.slice(0, 1).map((token) => ({ token, via: 'own' as const })),
  );
}

/** Those it is done to: objects of an active verb, subjects of a passive. */
export const patientsOf = (sent: Sentence, verb: number): readonly Argument[] =>
  isPassive(sent, verb) ? subjectsOf(sent, verb) : objectsOf(sent, verb);

/**
 * Direct objects, coordination flattened, relative pronouns resolved, and shared ones found:
 * "drafted and signed the treaty" gives treaty for both verbs.
 */
export function objectsOf(sent: Sentence, verb: number): readonly Argument[] {
  const own = children(sent, verb, 'obj');
  if (own.length > 0)
    return flatten(
      sent,
      own.map((o) => resolve(sent, verb, o)),
    );
  if (isPassive(sent, verb) || hasChild(sent, verb, 'ccomp', 'xcomp')) return [];
  if (hasRelation(sent, verb, 'conj')) {
    const later = children(sent, head(sent, verb), 'obj').filter((o) => o > verb);
    if (later.length > 0)
      return flatten(
        sent,
        later.map((token) => ({ token, via: 'shared' as const })),
      );
  }
  for (const next of children(sent, verb, 'conj')) {
    // Nothing may stand between the two verbs but the coordinator.
    if (next - verb > 2 || hasChild(sent, next, 'nsubj')) continue;
    const shared = children(sent, next, 'obj').filter((o) => o > next);
    if (shared.length > 0)
      return flatten(
        sent,
        shared.map((token) => ({ token, via: 'shared' as const })),
      );
  }
  // "the deal they signed": a relative clause with its own subject and no object of its own.
  if (
    relation(sent, verb) === 'acl:relcl' &&
    hasChild(sent, verb, 'nsubj') &&
    !hasChild(sent, verb, 'obl', 'cop', 'advmod', 'aux:pass')
  ) {
    const subject = child(sent, verb, 'nsubj');
    if (!RELATIVE.has(lemmaOf(sent, subject))) return [{ token: head(sent, verb), via: 'relative' }];
  }
  return [];
}

/** Indirect objects ("gave Laos vaccines": Laos). */
export const indirectObjectsOf = (sent: Sentence, verb: number): readonly Argument[] =>
  flatten(
    sent,
    children(sent, verb, 'iobj').map((o) => resolve(sent, verb, o)),
  );

/** The preposition in front of a noun, lower case, fixed phrases whole; null when it has none. */
export function prepositionOf(sent: Sentence, noun: number): string | null {
  const cases = children(sent, noun, 'case').filter((c) => c < noun);
  if (cases.length === 0) return null;
  const words = cases.flatMap((c) => [c, ...children(sent, c, 'fixed')]).sort((a, b) => a - b);
  return words.map((w) => (sent.tokens[w]?.form ?? '').toLowerCase()).join(' ');
}

function phrases(sent: Sentence, top: number, rel: string, prep: string | undefined): readonly Oblique[] {
  const out: Oblique[] = [];
  for (const c of children(sent, top, rel)) {
    let preposition = prepositionOf(sent, c);
    for (const token of conjuncts(sent, c)) {
      // "with Laos and Thailand" shares its preposition; "with Laos and to Thailand" does not.
      preposition = prepositionOf(sent, token) ?? preposition;
      if (prep === undefined || preposition === prep) out.push({ preposition, token, rel: relation(sent, c) });
    }
  }
  return out;
}

/** Prepositional and bare phrases of a verb, coordination flattened; those with `prep` alone when it is given. */
export const obliquesOf = (sent: Sentence, verb: number, prep?: string): readonly Oblique[] =>
  phrases(sent, verb, 'obl', prep);

/** Prepositional phrases of a noun ("talks with China on trade"), possessors left out. */
export const nominalModifiersOf = (sent: Sentence, noun: number, prep?: string): readonly Oblique[] =>
  phrases(sent, noun, 'nmod', prep).filter((o) => o.rel !== 'nmod:poss');

/** "Vietnam's", "their": whose it is, coordination flattened. */
export const possessorsOf = (sent: Sentence, noun: number): readonly number[] =>
  children(sent, noun, 'nmod:poss').flatMap((p) => conjuncts(sent, p));

/** "Wang Yi, the foreign minister": the other name of the same thing. */
export const appositionsOf = (sent: Sentence, noun: number): readonly number[] => children(sent, noun, 'appos');

/** Clauses a verb or noun takes ("said that …", "agreed to …"), coordinated ones included. */
export const complementsOf = (sent: Sentence, verb: number): readonly number[] =>
  children(sent, verb, 'ccomp', 'xcomp').flatMap((c) => conjuncts(sent, c));

/** Adverbial clauses with their marker: "if", "after", "while"; null for a bare participle. */
export const adverbialClausesOf = (
  sent: Sentence,
  verb: number,
): readonly { readonly marker: string | null; readonly token: number }[] =>
  children(sent, verb, 'advcl').map((token) => ({ marker: markerOf(sent, token), token }));

/** The word that opens a clause: "that", "if", "to", "after"; the first when several stand there; null for none. */
export function markerOf(sent: Sentence, verb: number): string | null {
  const mark = children(sent, verb, 'mark')[0];
  if (mark === undefined) return null;
  return [mark, ...children(sent, mark, 'fixed')].map((w) => (sent.tokens[w]?.form ?? '').toLowerCase()).join(' ');
}

/** The clause's verb above this word: climbs from a noun to the verb (or predicate) it is an argument of; -1 for none. */
export function clauseOf(sent: Sentence, i: number): number {
  let at = governor(sent, i).head;
  for (let steps = 0; at >= 0 && steps < sent.tokens.length; steps++) {
    if (/^(VERB|AUX)$/.test(sent.tokens[at]?.upos ?? '') || hasChild(sent, at, 'cop')) return at;
    at = head(sent, at);
  }
  return -1;
}
