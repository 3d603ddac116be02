/** Clauses hung in the wrong place or on the wrong word, mended where the words leave no doubt. */

import { below, children, edge, finite, groupStart, hasSubject } from './heads.ts';
import { opening } from './lost-openings.ts';
import type { Word } from './words.ts';

const COMMA = /^[,，]$/;
const OPENS = /^(?:[,，"”’'?!]|--|[–—])$/;
const PAST = /^(?:VBD|VBZ)\|/;
const NOMINAL = /\|(?:NOUN|PROPN|PRON)$/;
/** Verbs whose past looks like their present. */
const UNMARKED = /^(?:cut|put|set|hit|shut|beat|let|quit|cast|spread|burst|split|bid|shed|rid)$/;
const SAYING =
  /^(?:said|says|say|told|tells|added|adds|confirmed|confirms|hinted|hints|complained|complains|testified|recounted|recalled|recalls|reported|reports|announced|wrote|writes|informed|warned|warns|noted|notes|stated|states|claimed|claims|insisted|insists|explained|explains|joked|laughed|replied|conceded|admitted|argued|argues|maintained|declared|disclosed|revealed|remarked|conveyed|mentioned|predicted|suggested|acknowledged|estimated)$/i;
/** Verbs whose object hears a clause of its own: "told the paper that …". */
const TELLING =
  /^(?:told|tells?|telling|informed|informs?|informing|assured?|assures|assuring|reminded|reminds?|warned|warns?|warning|notified|notifies|convinced|persuaded|confirmed|reaffirmed|reiterated|promised|wrote)$/i;
/** These hear from somebody. */
const LEARNING = /^(?:learned|learnt|heard)$/i;
const CONJUNCTION = /^(?:after|before|since|until|till|while|because|although|though|when|once|if|unless|whereas)$/i;

/** A tree being mended. */
export interface Draft {
  readonly words: readonly Word[];
  readonly heads: Int32Array;
  readonly deprels: string[];
  readonly joint: string[];
}

/** Mends one tree; changes `heads`, `deprels` and `joint` in place. */
export function findLostClauses(words: readonly Word[], heads: Int32Array, deprels: string[], joint: string[]): void {
  const draft = { words, heads, deprels, joint };
  for (let i = 0; i < words.length; i++) {
    conjunction(draft, i);
    asked(draft, i);
    coordinated(draft, i);
    heard(draft, i);
    teller(draft, i);
    plainTeller(draft, i);
    told(draft, i);
    unmarkedPast(draft, i);
    opening(draft, i);
    invertedTeller(draft, i);
    active(draft, i);
    afterthought(draft, i);
  }
}

/** "summoned the envoy after a vessel fired": what joins a clause to another hangs on its verb, and the clause says when. */
function conjunction({ words, heads, deprels, joint }: Draft, i: number): void {
  const subject = heads[i]!;
  if (deprels[i] !== 'case' || subject < i || !CONJUNCTION.test(words[i]!.form)) return;
  const verb = heads[subject]!;
  if (verb < subject || !finite(heads, deprels, joint, verb)) return;
  if (deprels[subject] === 'obl') {
    // "after a cutter rammed a boat": right before a verb that has no subject stands the subject.
    if (!/\|(?:NOUN|PROPN)$/.test(joint[subject]!) || hasSubject(heads, deprels, verb)) return;
    if (edge(heads, subject, 1) !== groupStart(heads, deprels, verb) - 1) return;
    deprels[subject] = 'nsubj';
  } else if (!deprels[subject]!.startsWith('nsubj')) return;
  heads[i] = verb;
  deprels[i] = 'mark';
  joint[i] = 'IN|SCONJ';
  const outer = heads[verb]!;
  // The clause was hung on who tells it all, at the end.
  if (outer > verb && heads[outer]! >= 0 && heads[outer]! < i) heads[verb] = heads[outer]!;
  if (/^(?:ccomp|parataxis|acl|dep)/.test(deprels[verb]!)) deprels[verb] = 'advcl';
}

/** "urged President Bell to free them": nothing but "for" goes between a verb and the doer of its infinitive. */
function asked({ words, heads, deprels, joint }: Draft, i: number): void {
  const verb = heads[i]!;
  if (!/^(?:obj|iobj)$/.test(deprels[i]!) || verb <= i || !NOMINAL.test(joint[i]!) || /^W/.test(joint[i]!)) return;
  const to = children(heads, verb).find((c) => deprels[c] === 'mark' && /^to$/i.test(words[c]!.form));
  const main = heads[verb]!;
  if (to === undefined || to < i || main < 0 || main > i || !/\|VERB$/.test(joint[main]!)) return;
  if (children(heads, i).some((c) => deprels[c] === 'case') || hasObject(heads, deprels, main)) return;
  heads[i] = main;
  deprels[verb] = 'xcomp';
}

/** "urged Chad to show restraint and offered to mediate": a past tense is no second half of an infinitive. */
function coordinated({ words, heads, deprels, joint }: Draft, i: number): void {
  const first = heads[i]!;
  if (deprels[i] !== 'conj' || first < 0 || first > i || !/^VBD\|VERB$/.test(joint[i]!)) return;
  if (hasSubject(heads, deprels, i)) return;
  const marked = children(heads, first).find((c) => c < first && deprels[c] === 'mark' && /^to$/i.test(words[c]!.form));
  const gerund = /^VBG\|/.test(joint[first]!) && /^(?:advcl|acl|xcomp)$/.test(deprels[first]!);
  if (marked === undefined && !gerund) return;
  for (let at = heads[first]!, steps = 0; at >= 0 && steps < 8; at = heads[at]!, steps++) {
    if (at > first || !/\|VERB$/.test(joint[at]!)) continue;
    if (!finite(heads, deprels, joint, at)) continue;
    heads[i] = at;
    return;
  }
}

/** "told reporters that talks had failed": the clause is what they were told, no clause about the reporters. */
function heard({ words, heads, deprels, joint }: Draft, i: number): void {
  const hearer = heads[i]!;
  if (deprels[i] !== 'acl:relcl' || hearer < 0 || hearer > i || !NOMINAL.test(joint[hearer]!)) return;
  const parts = children(heads, i);
  const that = parts.find((c) => c < i && deprels[c] === 'mark' && /^that$/i.test(words[c]!.form));
  if (that === undefined || !hasSubject(heads, deprels, i)) return;
  const verb = heads[hearer]!;
  if (
    verb >= 0 &&
    verb < hearer &&
    /^(?:obj|iobj|obl)$/.test(deprels[hearer]!) &&
    (TELLING.test(words[verb]!.form) || (deprels[hearer] === 'obl' && LEARNING.test(words[verb]!.form))) &&
    edge(heads, hearer, -1) > verb
  ) {
    heads[i] = verb;
    deprels[i] = 'ccomp';
    if (deprels[hearer] === 'obj') deprels[hearer] = 'iobj';
  }
}

/**
 * "Talks failed, an aide in Quito, Ana Bell, said": who says it stands between the last comma and the verb, and what the verb
 * tells stands before. The noun phrase may hold an apposition between commas.
 */
function teller({ words, heads, deprels, joint }: Draft, verb: number): void {
  const says = SAYING.test(words[verb]!.form);
  const last = verb + 1 >= words.length || /^[.!?"”]$/.test(words[verb + 1]!.form);
  if (verb < 4 || !/\|VERB$/.test(joint[verb]!)) return;
  if (!PAST.test(joint[verb]!) && !(says && last && joint[verb]!.startsWith('VBN'))) return;
  if (hasSubject(heads, deprels, verb) || children(heads, verb).some((c) => /^(?:aux|cop|mark)/.test(deprels[c]!)))
    return;
  if (!/^(?:root|ccomp|parataxis|acl)$/.test(deprels[verb]!)) return;
  const [from, to] = phraseBefore(words, verb);
  if (from < 2 || from > to) return;
  const top = topOf(heads, from, to, verb);
  if (top < 0 || !NOMINAL.test(joint[top]!) || /^W/.test(joint[top]!)) return;
  if (children(heads, top).some((c) => deprels[c] === 'case' || deprels[c] === 'cc')) return;
  const outer = heads[top]!;
  if (deprels[verb] === 'acl' && heads[verb] !== top) return;
  // An apposition with a comma on either side, or the noun of the clause before: only what tells may take it.
  if (!says && !(deprels[top] === 'appos' && deprels[verb] !== 'acl')) return;
  if (outer === verb && deprels[top] !== 'obl') return;
  const clause = outer === verb ? -1 : clauseOf(heads, joint, outer, verb);
  if (outer !== verb && clause < 0) return;
  if (heads[verb] === top || heads[verb]! >= from) {
    heads[verb] = clause;
    deprels[verb] = 'parataxis';
  } else if (below(heads, verb, top)) return;
  heads[top] = verb;
  deprels[top] = 'nsubj';
  if (!PAST.test(joint[verb]!)) joint[verb] = 'VBD|VERB';
}

/** "… since May, the agency said": nothing joins the telling to what is told as a condition. */
function plainTeller({ words, heads, deprels, joint }: Draft, verb: number): void {
  const clause = heads[verb]!;
  if (deprels[verb] !== 'advcl' || clause > verb || !SAYING.test(words[verb]!.form) || !PAST.test(joint[verb]!)) return;
  const around = children(heads, verb);
  if (around.some((c) => /^(?:mark|advmod)$/.test(deprels[c]!) && c < verb)) return;
  const subject = around.find((c) => deprels[c] === 'nsubj' && edge(heads, c, 1) === verb - 1);
  if (subject === undefined) return;
  const from = edge(heads, subject, -1);
  if (!COMMA.test(words[from]!.form) && !COMMA.test(words[from - 1]?.form ?? '')) return;
  deprels[verb] = 'parataxis';
  for (const c of around) if (c < from && /^obl/.test(deprels[c]!)) heads[c] = clause;
}

/** "Columns rolled towards the border, residents said": what is told has a verb of its own behind its subject. */
function told({ words, heads, deprels, joint }: Draft, verb: number): void {
  if (!SAYING.test(words[verb]!.form) || !PAST.test(joint[verb]!)) return;
  const around = children(heads, verb);
  const subjects = around.filter((c) => c < verb && deprels[c]!.startsWith('nsubj'));
  const [doer, sayer] = subjects;
  if (subjects.length !== 2 || edge(heads, sayer!, 1) !== verb - 1) return;
  const from = edge(heads, sayer!, -1);
  if (!COMMA.test(words[from]!.form) && !COMMA.test(words[from - 1]?.form ?? '')) return;
  const parts = children(heads, doer!);
  const own = parts.find((c) => c < doer! && deprels[c]!.startsWith('nsubj'));
  // "Norway plans to open an embassy, …": the verb passes for a noun.
  if (own !== undefined && /s$/.test(words[doer!]!.form)) {
    joint[doer!] = 'VBZ|VERB';
    deprels[doer!] = 'ccomp';
    return;
  }
  const act = parts.find(
    (c) => c > doer! && deprels[c] === 'acl' && /^VB[DN]\|/.test(joint[c]!) && edge(heads, c, -1) === c,
  );
  if (act === undefined || children(heads, act).some((c) => /^(?:aux|mark|cop)/.test(deprels[c]!))) return;
  heads[act] = verb;
  deprels[act] = 'ccomp';
  joint[act] = 'VBD|VERB';
  heads[doer!] = act;
  for (const c of around) if (c < doer! && /^(?:obl|advmod|advcl|punct)/.test(deprels[c]!)) heads[c] = act;
}

/** "fired tear gas and beat two men", "Nauru cut ties": these verbs look the same in the past. */
function unmarkedPast({ words, heads, deprels, joint }: Draft, verb: number): void {
  if (!/^VBP?\|VERB$/.test(joint[verb]!) || !UNMARKED.test(words[verb]!.form)) return;
  const around = children(heads, verb);
  if (around.some((c) => /^(?:aux|mark|cop)/.test(deprels[c]!))) return;
  const first = heads[verb]!;
  const joined = deprels[verb] === 'conj' && first >= 0 && /^VBD\|/.test(joint[first]!);
  const subject = around.find((c) => deprels[c] === 'nsubj' && c < verb);
  if (joined || (subject !== undefined && /^(?:NN|NNP)\|/.test(joint[subject]!) && isOne(heads, deprels, subject)))
    joint[verb] = 'VBD|VERB';
}

/** "“Never,” recalled the mate.": behind a quotation, who speaks may follow the verb. */
function invertedTeller({ words, heads, deprels, joint }: Draft, verb: number): void {
  if (verb < 2 || !SAYING.test(words[verb]!.form) || !PAST.test(joint[verb]!) || hasSubject(heads, deprels, verb))
    return;
  if (!/^(?:["”’?!]|'')$/.test(words[verb - 1]!.form) || deprels[verb] === 'conj') return;
  const named = children(heads, verb).filter((c) => c > verb && deprels[c] === 'obj');
  if (named.length !== 1 || edge(heads, named[0]!, -1) !== verb + 1 || !NOMINAL.test(joint[named[0]!]!)) return;
  if (/^that$/i.test(words[verb + 1]!.form)) return;
  deprels[named[0]!] = 'nsubj';
}

/**
 * "Peru's foreign ministry called on all sides", "Protesters burned the flag.": a past tense taken for a participle. A verb at the
 * top without "was", or behind the noun at the top of a sentence without another verb, has a doer when an object follows it.
 */
function active({ words, heads, deprels, joint }: Draft, verb: number): void {
  if (!/^VB[DN]\|VERB$/.test(joint[verb]!)) return;
  const around = children(heads, verb);
  if (around.some((c) => /^(?:aux|cop|mark)/.test(deprels[c]!))) return;
  const called = /^called$/i.test(words[verb]!.form) && /^(?:on|upon|for)$/i.test(words[verb + 1]?.form ?? '');
  const noun = heads[verb]!;
  if (noun < 0) {
    if (!called) return;
    for (const c of around) if (deprels[c] === 'nsubj:pass') deprels[c] = 'nsubj';
  } else {
    if (deprels[verb] !== 'acl' || noun > verb || heads[noun]! >= 0 || !/\|(?:NOUN|PROPN)$/.test(joint[noun]!)) return;
    if (words.at(-1)!.form !== '.' || joint.some((tag) => /^(?:VBD|VBZ|VBP|MD)\|/.test(tag))) return;
    const object = around.find((c) => c > verb && deprels[c] === 'obj');
    if (!called && (object === undefined || edge(heads, object, -1) !== verb + 1)) return;
    for (const c of children(heads, noun))
      if (c > verb) {
        heads[c] = verb;
        if (deprels[c] === 'nmod') deprels[c] = 'obl';
      }
    heads[verb] = -1;
    deprels[verb] = 'root';
    heads[noun] = verb;
    deprels[noun] = 'nsubj';
  }
  joint[verb] = 'VBD|VERB';
}

/** "…, a step his government has ruled out": of two subjects in a row the first is what the second acts on. */
function afterthought({ words, heads, deprels, joint }: Draft, verb: number): void {
  if (!/^(?:ccomp|parataxis|conj|advcl)$/.test(deprels[verb]!) || !finite(heads, deprels, joint, verb)) return;
  const main = heads[verb]!;
  const subjects = children(heads, verb).filter((c) => c < verb && deprels[c]!.startsWith('nsubj'));
  const [thing, doer] = subjects;
  if (subjects.length !== 2 || main < 0 || main > thing! || hasObject(heads, deprels, verb)) return;
  const from = edge(heads, thing!, -1);
  const comma = COMMA.test(words[from]!.form) ? from : from - 1;
  if (comma < 1 || !COMMA.test(words[comma]!.form) || !/^(?:an?|the)$/i.test(words[comma + 1]!.form)) return;
  if (!/^NN\|/.test(joint[thing!]!) || edge(heads, doer!, -1) !== edge(heads, thing!, 1) + 1) return;
  heads[thing!] = main;
  deprels[thing!] = 'appos';
  heads[verb] = thing!;
  deprels[verb] = 'acl:relcl';
}

/** The stretch between the verb and the comma or closing quote before it, over one closed apposition. */
function phraseBefore(words: readonly Word[], verb: number): readonly [number, number] {
  let end = verb - 1;
  const closed = COMMA.test(words[end]!.form);
  let at = closed ? end - 1 : end;
  let commas = closed ? 1 : 0;
  while (at > 0) {
    if (/^[([)\]:;]$/.test(words[at]!.form)) return [0, 0];
    if (OPENS.test(words[at]!.form)) {
      if (commas === 0) break;
      commas--;
      if (!COMMA.test(words[at]!.form)) return [0, 0];
    }
    at--;
  }
  if (closed) end--;
  return [at + 1, end];
}

/** The one word of the stretch that all others hang below, or -1. */
function topOf(heads: Int32Array, from: number, to: number, verb: number): number {
  let top = -1;
  for (let i = from; i <= to; i++) {
    const head = heads[i]!;
    if (head >= from && head <= to) continue;
    // Commas may hang anywhere.
    if (head > verb && i !== to) return -1;
    if (top >= 0) return -1;
    top = i;
  }
  return top;
}

/** The verb or other top of the clause that a word left of the verb belongs to. */
function clauseOf(heads: Int32Array, joint: readonly string[], i: number, verb: number): number {
  let at = i;
  for (let steps = 0; at >= 0 && steps < 40; steps++) {
    if (at === verb) return heads[i] === verb ? i : -1;
    if (/\|VERB$/.test(joint[at]!) || heads[at]! < 0) return at;
    at = heads[at]!;
  }
  return -1;
}

const hasObject = (heads: Int32Array, deprels: readonly string[], verb: number): boolean =>
  children(heads, verb).some((c) => deprels[c] === 'obj' || deprels[c] === 'iobj');

const isOne = (heads: Int32Array, deprels: readonly string[], noun: number): boolean =>
  !children(heads, noun).some((c) => deprels[c] === 'conj');
