/** Clauses and names joined to the wrong word: "the leaders, meeting in Lome", "and to call on them", "Italy, which froze". */

import type { Token } from '../../core/index.ts';
import { ADJECTIVES } from './adjectives.ts';
import { AMBIGUOUS, type Edit, third } from './rehang.ts';
import { SAYING } from './retag.ts';

/** Reads the tokens as they stand and reports each change to `edit`; a change never hangs a word below itself. */
export function rejoin(tokens: readonly Token[], edit: Edit): void {
  const words: Token[] = [...tokens];
  const put: Edit = (i, head, deprel, tag) => {
    if (head >= 0 && isBelow(words, head, i)) return;
    words[i] = { ...words[i]!, ...tag, head, deprel };
    edit(i, head, deprel, tag);
  };
  for (let i = 1; i < words.length; i++) {
    fellowName(words, i, put);
    gathering(words, i, put);
    chargedWith(words, i, put);
    secondHeadline(words, i, put);
    secondInfinitive(words, i, put);
    firstPast(words, i, put);
    likeGoverned(words, i, put);
    caused(words, i, put);
    namedDoer(words, i, put);
    floating(words, i, put);
    perfect(words, i, put);
    hiddenAct(words, i, put);
    beyondRelative(words, i, put);
    hoursAfter(words, i, put);
    mainPast(words, i, put);
    nearestNoun(words, i, put);
    afterWorth(words, i, put);
  }
}

const isNominal = (token: Token | undefined): boolean => token !== undefined && /^(NOUN|PROPN)$/.test(token.upos);

/** Whether a word is another or hangs below it. */
function isBelow(tokens: readonly Token[], word: number, top: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps < tokens.length; at = tokens[at]!.head, steps++)
    if (at === top) return true;
  return false;
}

const has = (tokens: readonly Token[], i: number, what: RegExp): boolean =>
  tokens.some((t) => t.head === i && what.test(t.deprel));

/** "Prime Minister Ana Bell and President Leo Kern": what "and" joins is no second half of a name. */
function fellowName(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (token.deprel !== 'flat' || token.head < 0 || token.head > i || token.upos !== 'PROPN') return;
  const joint = tokens.findIndex((t, k) => k > token.head && k < i && t.head === i && t.deprel === 'cc');
  if (joint < 0 || !/^(and|or)$/i.test(tokens[joint]!.form)) return;
  // "Trinidad and Tobago", "Johnson and Johnson": with nothing of its own before it, it may be a name.
  if (
    !tokens.some((t, k) => k > joint && k < i && t.head === i && /^(amod|compound|nmod|nmod:desc|det)$/.test(t.deprel))
  )
    return;
  edit(i, token.head, 'conj');
}

/** "The ministers, meeting in Lome, condemned": between commas, before a place or a person, it tells what they do. */
function gathering(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (token.form !== 'meeting' || token.upos === 'VERB' || tokens[i - 1]!.form !== ',') return;
  if (!/^(in|at|with|on|under|for|behind|near|outside)$/.test(tokens[i + 1]?.form ?? '')) return;
  if (
    !/^(acl|appos|nsubj|conj|dep|nmod|advcl|parataxis)/.test(token.deprel) ||
    has(tokens, i, /^(det|amod|nmod:poss|cc)/)
  )
    return;
  const noun = token.deprel === 'acl' ? token.head : nounBefore(tokens, i - 1);
  if (noun < 0 || !isNominal(tokens[noun])) return;
  edit(i, noun, 'acl', { upos: 'VERB', xpos: 'VBG', lemma: 'meet' });
  tokens.forEach((t, k) => {
    if (t.head === i && k > i && t.deprel === 'nmod') edit(k, i, 'obl');
  });
}

const CHARGING =
  /^(accuse|suspect|blame|criticise|criticize|condemn|thank|praise|convict|denounce|charge|fault|rebuke)$/;

/** "accused Sudan of arming rebels": the rebels are no armed ones that somebody is accused of. */
function chargedWith(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  const marker = tokens[i - 1]!;
  const noun = token.head;
  if (token.deprel !== 'amod' || token.xpos !== 'VBG' || noun < i || marker.head !== noun || marker.deprel !== 'case')
    return;
  if (!/^(of|for|with)$/.test(marker.form) || !isNominal(tokens[noun])) return;
  const up = tokens[noun]!.head;
  if (up < 0 || up > i || !CHARGING.test(tokens[up]!.lemma) || tokens[up]!.upos !== 'VERB') return;
  if (tokens.slice(i + 1, noun).some((t) => t.head !== noun)) return;
  edit(i, up, 'advcl', { upos: 'VERB', xpos: 'VBG' });
  edit(i - 1, i, 'mark');
  edit(noun, i, 'obj');
}

/** "Denmark pledges aid to Kyiv, slams Budapest": the second verb of a headline passes for a plural. */
function secondHeadline(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (tokens.length > 22 || /^[.!?]$/.test(tokens.at(-1)!.form) || tokens[i - 1]!.form !== ',') return;
  if (token.xpos !== 'NNS' || token.form !== token.form.toLowerCase() || !third(token.form)) return;
  const root = tokens.findIndex((t) => t.head < 0);
  const next = tokens[i + 1];
  if (root < 0 || root > i || tokens[root]!.xpos !== 'VBZ' || next === undefined) return;
  if (!/^(PROPN|DET|ADJ|NUM)$/.test(next.upos) || tokens.some((t, k) => t.head === i && k < i && t.deprel !== 'punct'))
    return;
  const object = tokens.findIndex((t, k) => k > i && isNominal(t) && (t.head === i || k === i + 1));
  if (object < 0) return;
  edit(i, root, 'conj', { upos: 'VERB', xpos: 'VBZ', lemma: token.lemma });
  edit(object, i, 'obj');
  tokens.forEach((t, k) => {
    if (k > object && t.head === root && /^(obl|advcl|advmod)/.test(t.deprel)) edit(k, i, t.deprel);
  });
}

/** "prompted Manila to protest and to call on": an infinitive is joined to an infinitive. */
function secondInfinitive(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (token.xpos !== 'VB' || token.head < 0) return;
  const beside = token.deprel === 'advcl' && tokens[i - 2]?.head !== i;
  if (!beside && (token.deprel !== 'conj' || token.head > i)) return;
  const first = tokens[token.head]!;
  if (!beside && (first.xpos === 'VB' || !/^(VB|MD)/.test(first.xpos))) return;
  const to = tokens[i - 1]!;
  if (!/^to$/i.test(to.form) || to.head !== i || !/^(and|or)$/.test(tokens[i - 2]?.form ?? '')) return;
  for (let k = i - 3; k > (beside ? 0 : token.head); k--) {
    const other = tokens[k]!;
    if (/^[.;:]$/.test(other.form)) return;
    if (other.xpos !== 'VB' || !/^(xcomp|advcl|acl|ccomp)$/.test(other.deprel)) continue;
    if (!tokens.some((t, m) => t.head === k && t.form === 'to' && m < k)) continue;
    edit(i, k, 'conj');
    edit(i - 2, i, 'cc');
    return;
  }
}

/**
 * "rejected the charge that it had sheltered rebels, and recalled", "fired at teachers who were marching and detained": a
 * past tense behind a clause of another kind goes on from the main verb.
 */
function mainPast(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (token.deprel !== 'conj' || !/^VB[DN]$/.test(token.xpos) || token.head < 0 || token.head > i) return;
  if (has(tokens, i, /^(nsubj|csubj|aux|mark|expl)/)) return;
  const cc = tokens.findIndex((t, k) => t.head === i && t.deprel === 'cc' && k < i);
  if (cc < 0 || cc !== i - 1 || tokens[cc]!.form !== 'and') return;
  const inner = tokens[token.head]!;
  const afterComma = tokens[cc - 1]?.form === ',';
  const perfect = inner.form === 'had' || tokens.some((t) => t.head === token.head && /^had$/i.test(t.form));
  const running = inner.xpos === 'VBG' && inner.deprel === 'acl:relcl' && has(tokens, token.head, /^aux/);
  // "said rebels had shelled it, and killed nine": what is told may go on.
  const claimed =
    afterComma && perfect && /^(ccomp|acl)$/.test(inner.deprel) && !SAYING.has(tokens[inner.head]?.lemma ?? '');
  // "said it would recall its envoy and accused": no past tense stands behind "would".
  const other =
    token.xpos === 'VBD' &&
    token.form !== token.lemma &&
    inner.deprel === 'ccomp' &&
    (/^VB[PZ]$/.test(inner.xpos) || tokens.some((t) => t.head === token.head && t.xpos === 'MD'));
  if (!running && !claimed && !other) return;
  let up = inner.head;
  for (let steps = 0; up >= 0 && steps < 6 && !/^VB[DZP]$/.test(tokens[up]!.xpos); steps++) up = tokens[up]!.head;
  if (up < 0 || up >= token.head || tokens[up]!.xpos !== 'VBD') return;
  edit(i, up, 'conj', { upos: 'VERB', xpos: 'VBD' });
}

/** "will close its embassy and cut aid", "vowing to share it and condemning": joined verbs have one form. */
function likeGoverned(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  const first = tokens[token.head];
  if (token.deprel !== 'conj' || first === undefined || token.head > i || first.xpos !== 'VB') return;
  if (has(tokens, i, /^(nsubj|csubj|aux|mark|expl)/)) return;
  if (/^VB[DN]$/.test(token.xpos) && SAME.test(token.form)) {
    edit(i, token.head, 'conj', { upos: 'VERB', xpos: 'VB', lemma: token.form });
    return;
  }
  if (token.xpos !== 'VBG' || !/^(xcomp|advcl|acl)$/.test(first.deprel)) return;
  let up = first.head;
  for (let steps = 0; up >= 0 && steps < 4 && tokens[up]!.xpos === 'VB'; steps++) up = tokens[up]!.head;
  if (up >= 0 && up < i && tokens[up]!.xpos === 'VBG' && tokens[up]!.upos === 'VERB') edit(i, up, 'conj');
}

const SAME = /^(cut|put|set|shut|hit|quit|let|split|shed|spread|cast|bid)$/;

const CAUSING = /^(prompt|force|lead|cause|push|drive|induce|oblige|compel)$/;

/** "prompting Oslo to expel": what somebody is brought to do is no purpose. */
function caused(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  const up = token.head;
  if (token.deprel !== 'advcl' || token.xpos !== 'VB' || up < 0 || up > i) return;
  if (!CAUSING.test(tokens[up]!.lemma) || tokens[up]!.upos !== 'VERB') return;
  if (!tokens.some((t, k) => t.head === up && t.deprel === 'obj' && k > up && k < i)) return;
  if (tokens.some((t, k) => t.head === i && t.deprel === 'mark' && t.form === 'to' && k < i)) edit(i, up, 'xcomp');
}

/** "expelled his brother, and Moscow, calling it theft, barred": a name behind ", and" with a verb to its right does that. */
function namedDoer(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (token.deprel !== 'conj' || !/^NNPS?$/.test(token.xpos) || token.head < 0 || token.head > i) return;
  const cc = tokens.findIndex((t, k) => t.head === i && t.deprel === 'cc' && k < i);
  if (cc < 1 || !/^(and|but|while)$/.test(tokens[cc]!.form) || tokens[cc - 1]!.form !== ',') return;
  if (tokens.slice(cc + 1, i).some((t) => t.head !== i)) return;
  let v = i + 1;
  if (tokens[v]?.form === ',' && tokens[v + 1]?.xpos === 'VBG') {
    v += 2;
    while (v < tokens.length && tokens[v]!.form !== ',' && v < i + 16) v++;
    v++;
  }
  if (tokens[v]?.upos === 'AUX' && /^(VB[DZP]|MD)$/.test(tokens[v]!.xpos)) v = tokens[v]!.head;
  const verb = tokens[v];
  if (verb === undefined || v <= i || verb.upos !== 'VERB' || !isFiniteVerb(tokens, v)) return;
  if (has(tokens, v, /^(nsubj|csubj|mark|expl)/) || verb.head >= i || verb.head < 0) return;
  edit(i, v, 'nsubj');
  edit(cc, v, 'cc');
  if (tokens[i + 1]?.form === ',' && tokens[i + 2]!.head < i) edit(i + 2, v, 'advcl');
  if (verb.deprel === 'conj') return;
  let up = verb.head;
  for (let steps = 0; up >= 0 && steps < 8 && !isFiniteVerb(tokens, up); steps++) up = tokens[up]!.head;
  if (up >= 0) edit(v, up, 'conj');
}

/** "Ministers met in Lome, pledged aid and urged": of past tenses in a row the first one has the subject. */
function firstPast(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  const last = token.head;
  if (token.deprel !== 'advcl' || token.xpos !== 'VBD' || last < i || tokens[last]!.xpos !== 'VBD') return;
  if (has(tokens, i, /^(nsubj|csubj|aux|mark|expl|cop|advmod)/) || tokens[last - 1]?.form !== ',') return;
  const subject = tokens.findIndex((t, k) => k < i && t.head === last && t.deprel === 'nsubj');
  if (subject < 0 || tokens.some((t, k) => k > i && k < last && t.head === last && /^nsubj/.test(t.deprel))) return;
  const { head, deprel } = tokens[last]!;
  edit(i, head, deprel);
  edit(last, i, 'conj');
  tokens.forEach((t, k) => {
    if (t.head === last && k < i) edit(k, i, t.deprel);
    else if (t.head === last && t.deprel === 'conj' && k > last) edit(k, i, 'conj');
  });
}

/** "have each summoned", "had jointly withdrawn": the word between belongs to the verb, and "have" to its tense. */
function floating(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  const have = i - 2;
  if (token.xpos !== 'VBN' || have < 0 || !/^(have|had|has)$/.test(tokens[have]!.form)) return;
  if (!/^(each|both|all|already|since|now|also)$|ly$/.test(tokens[i - 1]!.form)) return;
  const below = token.head === have && token.deprel === 'xcomp';
  const beside =
    token.head === tokens[have]!.head && token.deprel === tokens[have]!.deprel && !has(tokens, i, /^(nsubj|aux|mark)/);
  if (!below && !beside) return;
  const { head, deprel } = tokens[have]!;
  edit(i, head, deprel, { upos: 'VERB', xpos: 'VBN' });
  edit(have, i, 'aux', { upos: 'AUX', xpos: tokens[have]!.xpos });
  tokens.forEach((t, k) => {
    if ((t.head === have || k === i - 1) && k !== i) edit(k, i, k === i - 1 ? 'advmod' : t.deprel);
  });
}

/** "had lifted rewards": no rewards that were lifted are had. */
function perfect(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  const have = i - 1;
  if (token.deprel !== 'amod' || token.xpos !== 'VBN' || token.head < i || !/^(had|has|have)$/.test(tokens[have]!.form))
    return;
  const noun = token.head;
  if (tokens[noun]!.deprel !== 'obj' || tokens[noun]!.head !== have || ADJECTIVES.has(token.form)) return;
  if (tokens[have]!.xpos === 'VB' || has(tokens, have, /^(aux|mark$)/) === (tokens[have]!.xpos === 'VBN')) return;
  const { head, deprel, xpos } = tokens[have]!;
  edit(i, head, deprel, { upos: 'VERB', xpos: 'VBN' });
  edit(have, i, 'aux', { upos: 'AUX', xpos });
  tokens.forEach((t, k) => {
    if (t.head === have && k !== i) edit(k, i, t.deprel);
  });
}

/** "demanded that Israel free 30 men": what has a subject and "that" of its own is a verb; behind "to", an infinitive. */
function hiddenAct(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  const noun = token.head;
  if (
    token.xpos === 'VBP' &&
    tokens[i - 1]!.form === 'to' &&
    tokens[i - 1]!.head === i &&
    tokens[i - 1]!.deprel === 'mark'
  ) {
    edit(i, noun, token.deprel, { upos: 'VERB', xpos: 'VB' });
    return;
  }
  if (!/^(amod|compound)$/.test(token.deprel) || noun < i || !AMBIGUOUS.has(token.form) || token.upos === 'VERB')
    return;
  const subject = tokens.findIndex((t, k) => k < i && t.head === i && t.deprel === 'nsubj');
  const mark = tokens.findIndex((t, k) => k < i && t.head === i && t.deprel === 'mark' && t.form === 'that');
  const up = tokens[noun]!.head;
  if (subject < 0 || mark < 0 || up < 0 || up > mark || tokens[noun]!.deprel !== 'obj') return;
  edit(i, up, 'ccomp', { upos: 'VERB', xpos: 'VB' });
  edit(noun, i, 'obj');
}

/** "asked India to hand over its premier, who fled, and has protested": behind its second comma the clause is at an end. */
function beyondRelative(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  const inner = tokens[token.head];
  if (token.deprel !== 'conj' || inner === undefined || token.head > i || inner.deprel !== 'acl:relcl') return;
  if (has(tokens, i, /^(nsubj|csubj|mark|expl)/)) return;
  const cc = tokens.findIndex((t, k) => t.head === i && t.deprel === 'cc' && k < i);
  if (cc < 2 || tokens[cc]!.form !== 'and' || tokens[cc - 1]!.form !== ',') return;
  if (tokens.slice(cc + 1, i).some((t) => !/^(AUX|ADV)$/.test(t.upos))) return;
  const opened = tokens.some(
    (t, k) =>
      k > 0 && k < token.head && k > inner.head && /^(who|which|whose)$/.test(t.form) && tokens[k - 1]!.form === ',',
  );
  const finite =
    token.xpos === 'VBD' || token.xpos === 'VBZ' || tokens.some((t) => t.head === i && /^aux/.test(t.deprel));
  if (!opened || !finite) return;
  let up = inner.head;
  for (let steps = 0; up >= 0 && steps < 8 && !isFiniteVerb(tokens, up); steps++) up = tokens[up]!.head;
  if (up >= 0 && up < inner.head) edit(i, up, 'conj');
}

const isFiniteVerb = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.upos === 'VERB' &&
  (/^VB[DZP]$/.test(tokens[i]!.xpos) || tokens.some((t) => t.head === i && /^aux/.test(t.deprel)));

const SPANS = /^(minutes|hours?|days?|weeks?|months?|years?)$/;

/** "two days after negotiators met": "after" leads a clause, and the noun behind it is who acts. */
function hoursAfter(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (!/^(after|before)$/.test(token.form) || token.deprel !== 'case' || !SPANS.test(tokens[i - 1]!.form)) return;
  const noun = token.head;
  if (noun <= i || !isNominal(tokens[noun]) || !/^(obl|nmod)/.test(tokens[noun]!.deprel)) return;
  let v = noun + 1;
  while (v < tokens.length && !/^(VERB|AUX)$/.test(tokens[v]!.upos) && !/^[,;:.]$/.test(tokens[v]!.form)) v++;
  if (tokens[v]?.upos === 'AUX') v = tokens[v]!.head;
  const verb = tokens[v];
  if (verb === undefined || verb.upos !== 'VERB' || v <= noun || !isFiniteVerb(tokens, v) || verb.head < 0) return;
  if (!/^(conj|ccomp|parataxis|acl|advcl)$/.test(verb.deprel) || has(tokens, v, /^mark/)) return;
  const main = tokens.findIndex((t, k) => k < i && t.upos === 'VERB' && (verb.head === k || t.head < 0));
  if (main < 0) return;
  const others = tokens.flatMap((t, k) => (t.head === v && /^nsubj/.test(t.deprel) ? [k] : []));
  if (others.some((k) => k < noun || !tokens.some((t) => t.head === k && t.deprel === 'cc'))) return;
  edit(v, main, 'advcl');
  edit(noun, v, 'nsubj');
  edit(i, v, 'mark');
  edit(i - 1, v, 'obl:unmarked');
  for (const k of others) edit(k, noun, 'conj');
}

/** "joining Italy, which has frozen", "drawing fire from Spain, whose premier": the clause is about the noun at the comma. */
function nearestNoun(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (!/^(which|whose|who)$/.test(token.form) || tokens[i - 1]!.form !== ',') return;
  let clause = i;
  for (let steps = 0; clause >= 0 && steps < 4 && tokens[clause]!.deprel !== 'acl:relcl'; steps++)
    clause = tokens[clause]!.head;
  if (clause <= i || tokens[clause]?.deprel !== 'acl:relcl') return;
  const far = tokens[clause]!.head;
  if (far < 0 || far >= i - 2) return;
  const near = nounBefore(tokens, i - 1);
  // Below the noun it hangs on now, both may be meant: "an accord with Chad, which".
  if (near < 0 || near <= far || isBelow(tokens, near, far) || isBelow(tokens, near, clause)) return;
  if (token.form === 'who' && !/^(NNS|NNPS)$/.test(tokens[near]!.xpos) && tokens[near]!.upos !== 'PROPN') return;
  edit(clause, near, 'acl:relcl');
}

/** "a loan worth two billion, drawing criticism": a participle behind a comma is no part of the price. */
function afterWorth(tokens: readonly Token[], i: number, edit: Edit): void {
  const token = tokens[i]!;
  if (token.deprel !== 'advcl' || token.xpos !== 'VBG' || tokens[i - 1]!.form !== ',' || token.head < 0) return;
  const worth = tokens[token.head]!;
  if (worth.form !== 'worth' || worth.head < 0 || token.head > i) return;
  let up = worth.head;
  for (let steps = 0; up >= 0 && steps < 6 && !/^VB/.test(tokens[up]!.xpos); steps++) up = tokens[up]!.head;
  if (up >= 0) edit(i, up, 'advcl');
}

/** The head of the noun phrase whose last word stands right before a comma, the first of a list; -1 for none. */
function nounBefore(tokens: readonly Token[], comma: number): number {
  let at = comma - 1;
  if (!isNominal(tokens[at])) return -1;
  while (
    tokens[at]!.head >= 0 &&
    tokens[at]!.head < comma &&
    /^(flat|compound|conj|nmod:desc)/.test(tokens[at]!.deprel)
  )
    at = tokens[at]!.head;
  return isNominal(tokens[at]) ? at : -1;
}
