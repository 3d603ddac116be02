/** Words whose tag hides an act: infinitives that pass for nouns, listed verbs that pass for participles, places that pass for subjects. */

import type { Token } from '../../core/index.ts';
import { PAST } from '../../language/irregular.ts';
import { headlined } from './headline.ts';
import { AMBIGUOUS, type Edit } from './rehang.ts';

/** Verbs of speech that do something: told after a reported clause, they belong to who reports. */
const SPEECH_ACT = new Set(
  'summon expel recall accuse blame condemn denounce criticise criticize urge call demand vow pledge promise threaten warn thank praise reject offer ask appeal invite propose welcome'.split(
    ' ',
  ),
);

export const SAYING = new Set(
  'say add tell report announce declare note state claim insist argue maintain warn confirm admit stress recall explain complain'.split(
    ' ',
  ),
);

/** Reads the tokens as they stand and reports each change to `edit`. */
export function retag(tokens: readonly Token[], edit: Edit): void {
  infinitives(tokens, edit);
  listed(tokens, edit);
  spoken(tokens, edit);
  finite(tokens, edit);
  reduced(tokens, edit);
  outside(tokens, edit);
  gerunds(tokens, edit);
  pasts(tokens, edit);
  headlined(tokens, edit);
  hyphened(tokens, edit);
}

/** "plan to march on Lima", "called on the parties to free journalists": "to" and a noun in all but form. */
function infinitives(tokens: readonly Token[], edit: Edit): void {
  for (let i = 1; i + 1 < tokens.length; i++) {
    const to = tokens[i]!;
    const word = tokens[i + 1]!;
    const form = word.form.toLowerCase();
    if (to.form.toLowerCase() !== 'to' || word.upos === 'VERB' || !AMBIGUOUS.has(form) || word.form !== form) continue;
    if (to.head !== i + 1 && to.head !== word.head) continue;
    const verb = governing(tokens, i);
    if (verb < 0) continue;
    // "talks to end war", "plans to march": what follows must be able to follow a verb.
    const next = tokens[i + 2];
    if (next !== undefined && !/^(NOUN|PROPN|ADJ|NUM|DET|ADP|PRON|ADV|PUNCT)$/.test(next.upos)) continue;
    const phrase = word.deprel === 'amod' || word.deprel === 'compound' ? word.head : -1;
    edit(i + 1, verb, 'xcomp', { upos: 'VERB', xpos: 'VB' });
    edit(i, i + 1, 'mark', { upos: 'PART', xpos: 'TO' });
    if (phrase > i + 1) edit(phrase, i + 1, 'obj');
    for (let k = i + 2; k < tokens.length && tokens[k]!.deprel !== 'punct'; k++)
      if (tokens[k]!.head === verb && /^(obl|advmod)/.test(tokens[k]!.deprel) && k !== phrase)
        edit(k, i + 1, tokens[k]!.deprel);
  }
}

/** Verbs that take an infinitive. */
const TAKING = new Set(
  'plan vow threaten agree refuse promise offer want ask urge call appeal tell order decide pledge prepare seek intend decline fail try begin start continue help let move manage swear resolve force persuade invite warn press push expect propose volunteer'.split(
    ' ',
  ),
);

/** The verb before "to" that an infinitive can hang on, within one clause. */
function governing(tokens: readonly Token[], to: number): number {
  for (let i = to - 1; i >= Math.max(0, to - 8); i--) {
    const token = tokens[i]!;
    if (/^[,;:.]$/.test(token.form)) return -1;
    if (token.upos === 'VERB') return TAKING.has(token.lemma.toLowerCase()) ? i : -1;
  }
  return -1;
}

/** "seized power, dissolved parliament and jailed the president": the verb in the middle passes for an adjective. */
function listed(tokens: readonly Token[], edit: Edit): void {
  for (let v = 2; v + 1 < tokens.length; v++) {
    const verb = tokens[v]!;
    if (verb.deprel !== 'amod' || !/^VB[DN]$/.test(verb.xpos) || verb.head !== v + 1 || tokens[v - 1]!.form !== ',')
      continue;
    const noun = tokens[v + 1]!;
    if (!/^(conj|appos|obj|nmod|dep)$/.test(noun.deprel)) continue;
    const later = tokens.findIndex(
      (t, i) => i > v + 1 && i < v + 12 && t.deprel === 'conj' && t.xpos === 'VBD' && t.head < v,
    );
    if (later < 0 || tokens[later]!.head < 0) continue;
    const main = tokens[later]!.head;
    if (!/^VB[DN]$/.test(tokens[main]!.xpos)) continue;
    edit(v, main, 'conj', { upos: 'VERB', xpos: 'VBD' });
    edit(v + 1, v, 'obj');
  }
}

/** "Dili said the jets had left and accused Jakarta": the second verb is the speaker's. */
function spoken(tokens: readonly Token[], edit: Edit): void {
  tokens.forEach((token, v) => {
    // "Oslo says a tanker spilled oil and wants Moscow to pay": the tense is the speaker's.
    const present = token.deprel === 'conj' && token.xpos === 'VBZ' && tokens[token.head]?.xpos === 'VBD';
    if (present) asOf(tokens, v, edit);
    if (token.deprel !== 'conj' || !/^VB[DN]$/.test(token.xpos) || !SPEECH_ACT.has(token.lemma.toLowerCase())) return;
    const first = token.head;
    const inner = tokens[first];
    if (inner?.deprel !== 'ccomp' || inner.head < 0) return;
    const said = tokens[inner.head]!;
    if (said.xpos !== 'VBD' || !SAYING.has(said.lemma.toLowerCase()) || inner.head > first) return;
    if (tokens.some((t) => t.head === v && /^(nsubj|aux|mark)/.test(t.deprel))) return;
    edit(v, inner.head, 'conj', { upos: 'VERB', xpos: 'VBD' });
  });
}

/** Hangs a present tense on the speech in the present that governs the past beside it. */
function asOf(tokens: readonly Token[], v: number, edit: Edit): void {
  const inner = tokens[tokens[v]!.head]!;
  const said = tokens[inner.head];
  if (inner.deprel !== 'ccomp' || said?.xpos !== 'VBZ' || !SAYING.has(said.lemma.toLowerCase())) return;
  if (tokens.some((t) => t.head === v && /^(nsubj|aux|mark)/.test(t.deprel))) return;
  edit(v, inner.head, 'conj');
}

/** "agreed to deploy it and urged the Union": a past tense joined to an infinitive stands beside what governs it. */
function finite(tokens: readonly Token[], edit: Edit): void {
  tokens.forEach((token, v) => {
    besideNoun(tokens, v, edit);
    if (token.deprel !== 'conj' || !/^VB[DNZ]$/.test(token.xpos) || token.form === token.lemma) return;
    const first = tokens[token.head];
    if (!first || !/^VB[G]?$/.test(first.xpos) || !/^(xcomp|advcl|ccomp|acl)$/.test(first.deprel)) return;
    const tense = token.xpos === 'VBZ' ? 'VBZ' : 'VBD';
    if (tokens.some((t) => t.head === v && /^(nsubj|aux|mark)/.test(t.deprel))) return;
    // "thanked it for donating doses and proposed flights": a gerund behind a preposition.
    const marker = first.xpos === 'VB' ? /^to$/i : /^(for|of|by|from|about)$/i;
    const to = tokens.some((t) => t.head === token.head && t.deprel === 'mark' && marker.test(t.form));
    if (!to || tokens.some((t) => t.head === token.head && /^aux/.test(t.deprel))) return;
    let up = first.head;
    for (let steps = 0; up >= 0 && steps < 6 && !/^VB[DZP]$/.test(tokens[up]!.xpos); steps++) up = tokens[up]!.head;
    if (up >= 0 && up < v && tokens[up]!.xpos === tense) edit(v, up, 'conj', { upos: 'VERB', xpos: tense });
  });
}

/** "is alarmed by the fighting in Kayes and calls for a truce": a verb of its own tense joined to a noun stands beside the verb above it. */
function besideNoun(tokens: readonly Token[], v: number, edit: Edit): void {
  const token = tokens[v]!;
  if (token.deprel !== 'conj' || token.upos !== 'VERB' || !/^VB[DZ]$/.test(token.xpos)) return;
  const first = tokens[token.head];
  if (!first || !/^(NOUN|PROPN)$/.test(first.upos) || token.head > v) return;
  if (tokens[v - 1]?.upos !== 'CCONJ' || tokens.some((t) => t.head === v && /^(nsubj|aux|mark)/.test(t.deprel))) return;
  let up = first.head;
  for (let steps = 0; up >= 0 && steps < 6; steps++, up = tokens[up]!.head) {
    const tense = tokens.find((t) => t.head === up && /^(aux|cop)/.test(t.deprel))?.xpos ?? tokens[up]!.xpos;
    if (up < v && tense === token.xpos && !/^(acl|acl:relcl)$/.test(tokens[up]!.deprel)) {
      edit(v, up, 'conj');
      return;
    }
  }
}

/** "opened to Africans ordered out of Nigeria": a past tense without subject, object or link right behind a noun describes it. */
function reduced(tokens: readonly Token[], edit: Edit): void {
  tokens.forEach((token, v) => {
    if (token.deprel !== 'advcl' || token.xpos !== 'VBD' || v === 0 || token.head > v) return;
    const noun = tokens[v - 1]!;
    if (!/^(NOUN|PROPN)$/.test(noun.upos) || tokens[v + 1]?.upos !== 'ADP') return;
    if (tokens.some((t) => t.head === v && /^(nsubj|aux|mark|obj|ccomp|xcomp|advmod)/.test(t.deprel))) return;
    edit(v, v - 1, 'acl', { upos: 'VERB', xpos: 'VBN' });
    // What is joined to it belongs to the clause above.
    tokens.forEach((t, i) => {
      if (t.head === v && t.deprel === 'conj' && i > v) edit(i, token.head, 'conj');
    });
  });
}

/** "Outside parliament 60 students protested": the place passes for a subject. */
function outside(tokens: readonly Token[], edit: Edit): void {
  const first = tokens[0];
  if (
    !first ||
    !/^(outside|inside|near|across|around|opposite|along|behind)$/i.test(first.form) ||
    first.deprel === 'case'
  )
    return;
  const noun = first.head;
  const place = tokens[noun];
  if (!place || !/^nsubj/.test(place.deprel) || place.head < 0) return;
  if (!tokens.some((t, i) => i > noun && t.head === place.head && /^nsubj/.test(t.deprel))) return;
  edit(0, noun, 'case', { upos: 'ADP', xpos: 'IN' });
  edit(noun, place.head, 'obl');
}

/** "Fighting resumed between": what stands before a finite verb of beginning and going on is its subject. */
function gerunds(tokens: readonly Token[], edit: Edit): void {
  for (let v = 1; v < Math.min(tokens.length, 4); v++) {
    const verb = tokens[v]!;
    const noun = tokens[v - 1]!;
    if (!/^VB[DN]$/.test(verb.xpos) || verb.head !== v - 1 || noun.xpos !== 'VBG' || noun.head >= 0) continue;
    if (!/^(xcomp|ccomp|acl|advcl|dep)$/.test(verb.deprel) || !BEGINS.has(verb.lemma.toLowerCase())) continue;
    edit(v, -1, 'root', { upos: 'VERB', xpos: 'VBD' });
    edit(v - 1, v, 'nsubj', { upos: 'NOUN', xpos: 'NN' });
    tokens.forEach((t, i) => {
      if (t.head === v - 1 && i !== v && i > v) edit(i, v, t.deprel);
    });
  }
}

const BEGINS = new Set(
  'resume erupt break begin start continue rage flare intensify subside ease stop spread escalate end go'.split(' '),
);

/** Past tenses that are no nouns. */
const PLAIN_PAST =
  /^(tore|struck|broke|flew|threw|blew|drew|swept|shook|drove|sank|took|gave|slew|withdrew|began|rose|fell)$/;

/** "An explosion tore through a market": the verb passes for a noun, and its subject for a part of its name. */
function pasts(tokens: readonly Token[], edit: Edit): void {
  for (let v = 1; v < tokens.length; v++) {
    const verb = tokens[v]!;
    const noun = tokens[v - 1]!;
    if (!/^(NOUN|PROPN|ADJ)$/.test(verb.upos) || !PLAIN_PAST.test(verb.form) || !/^(NOUN|PROPN)$/.test(noun.upos))
      continue;
    if (noun.head !== v || !/^(compound|nmod|amod|flat)/.test(noun.deprel)) continue;
    const next = tokens[v + 1];
    if (next === undefined || !/^(ADP|DET|ADV|NUM|ADJ|PROPN|PRON)$/.test(next.upos)) continue;
    edit(v, verb.head, verb.deprel, { upos: 'VERB', xpos: 'VBD', lemma: PAST.get(verb.form) ?? verb.lemma });
    tokens.forEach((t, i) => {
      if (t.head !== v) return;
      if (i === v - 1) edit(i, v, 'nsubj');
      else if (i < v && /^(det|amod|compound|nummod|nmod:poss)$/.test(t.deprel)) edit(i, v - 1, t.deprel);
      else if (i > v && t.deprel === 'nmod') edit(i, v, 'obl');
      else if (i > v && t.deprel === 'acl') edit(i, v, 'advcl');
    });
  }
}

/** "The pull-out of troops": the tree takes "out of" for a preposition, and the troops for the verb's. */
function hyphened(tokens: readonly Token[], edit: Edit): void {
  for (let i = 1; i + 3 < tokens.length; i++) {
    if (tokens[i]!.form !== '-' || !/^(out|back|down)$/i.test(tokens[i + 1]!.form)) continue;
    const of = tokens[i + 2]!;
    if (of.form !== 'of' || of.deprel !== 'case' || of.head < i) continue;
    const noun = i - 1;
    const whole = of.head;
    const { head, deprel } = tokens[whole]!;
    if (tokens[noun]!.head === whole && tokens[noun]!.deprel === 'compound') {
      edit(noun, head, deprel === 'obl' ? 'nsubj' : deprel);
      edit(whole, noun, 'nmod');
    } else if (deprel === 'obl' && tokens[i + 1]!.head === head) edit(whole, i + 1, 'nmod');
  }
}
