/** Small repairs of trees where the parser takes a past tense for a participle: "Germany suspended aid" is no noun phrase. */

import type { Sentence, Token } from '../../core/index.ts';
import { isTree } from '../../language/tree.ts';
import { ADJECTIVES } from './adjectives.ts';
import { type Edit, rehang } from './rehang.ts';
import { rejoin } from './rejoin.ts';
import { retag } from './retag.ts';

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);
const LOOSE = /^(compound|nmod|nsubj|flat|amod|dep|appos|obl|vocative|dislocated)/;

/** The sentence, or a repaired copy when its tree holds one of the known mistakes. */
export function repair(sent: Sentence): Sentence {
  let hung: Token[] | null = null;
  const hang: Edit = (i, head, deprel, tag) => {
    hung ??= [...sent.tokens];
    hung[i] = { ...hung[i]!, ...tag, head, deprel };
  };
  rehang(sent.tokens, hang);
  retag(hung ?? sent.tokens, hang);
  rejoin(hung ?? sent.tokens, hang);
  const tokens: readonly Token[] = hung ?? sent.tokens;
  let changed: Token[] | null = hung;
  const edit = (i: number, head: number, deprel: string): void => {
    changed ??= [...tokens];
    changed[i] = { ...changed[i]!, head, deprel };
  };
  const now = (i: number): Token => (changed ?? tokens)[i]!;
  for (let v = 1; v < tokens.length; v++) {
    const verb = tokens[v]!;
    if (verb.upos !== 'VERB' || !/^VB[DNZP]$/.test(verb.xpos)) continue;
    // "India test-fires a missile": the name hangs on the first half of the verb.
    if (tokens[v - 1]?.form === '-' && v > 2 && verb.head < 0) {
      const half = v - 2;
      const name = tokens.findIndex((x, i) => i < half && x.head === half && NOMINAL.has(x.upos));
      if (name >= 0) edit(name, v, 'nsubj');
      edit(half, v, 'compound');
    }
    // "has lent equipment", "have armed thousands": the participle passes for an adjective of what "has" has.
    const have = tokens[v - 1]!;
    if (
      verb.deprel === 'amod' &&
      verb.xpos === 'VBN' &&
      have.lemma === 'have' &&
      verb.head > v &&
      tokens[verb.head]!.head === v - 1 &&
      tokens[verb.head]!.deprel === 'obj' &&
      !(
        ADJECTIVES.has(verb.form.toLowerCase()) &&
        tokens[v + 1]!.upos !== 'NUM' &&
        !/s$/.test(MANY.exec(tokens[v + 1]!.form)?.[0] ?? '')
      ) &&
      !POSSESSED.has(verb.form.toLowerCase())
    ) {
      const noun = verb.head;
      edit(v, have.head, have.deprel);
      tokens.forEach((t, i) => {
        if (t.head === v - 1 && i !== v) edit(i, v, i === noun ? 'obj' : t.deprel);
      });
      edit(v - 1, v, 'aux');
      continue;
    }
    const before = previousNominal(tokens, v);
    if (verb.deprel === 'amod' && verb.head > v && before >= 0) {
      const noun = verb.head;
      const top = topBefore(tokens, before, v);
      const phrase = tokens[noun]!;
      if (top < 0 || !isClauseHead(phrase) || hasOwnVerb(tokens, noun)) continue;
      // "Germany suspended aid": the noun becomes the object of the verb, the name before it the subject.
      edit(v, phrase.head, phrase.deprel);
      edit(noun, v, 'obj');
      edit(top, v, 'nsubj');
      for (let i = 0; i < tokens.length; i++) {
        const t = tokens[i]!;
        if (t.head !== noun || i === v || i === top) continue;
        if (i < v || t.deprel === 'punct' || /^(advcl|ccomp|parataxis|obl|nsubj|aux|mark|cc|conj)/.test(t.deprel))
          edit(i, v, i < v && t.deprel === 'nmod:poss' ? 'nsubj' : t.deprel);
      }
      continue;
    }
    // "condemned the raid and promised aid": the second verb passes for an adjective of its object.
    if (
      verb.deprel === 'amod' &&
      verb.head > v &&
      tokens[v - 1]?.upos === 'CCONJ' &&
      (!ADJECTIVES.has(verb.form.toLowerCase()) || (tokens[verb.head]!.upos === 'PROPN' && verb.head === v + 1))
    ) {
      const noun = verb.head;
      let main = tokens[noun]!.head;
      for (let steps = 0; main >= 0 && steps < 8 && !/^VB[DZP]$/.test(tokens[main]!.xpos); steps++)
        main = tokens[main]!.head;
      if (tokens[noun]!.deprel === 'conj' && main >= 0 && main < v && noun - v <= 4) {
        edit(v, main, 'conj');
        changed![v] = { ...changed![v]!, xpos: 'VBD' };
        edit(noun, v, 'obj');
        edit(v - 1, v, 'cc');
        continue;
      }
    }
    // "Oman rushed medicine": a compound that leaps over its verb is the subject.
    if (before >= 0) {
      const top = topBefore(tokens, before, v);
      if (top >= 0) {
        const t = now(top);
        const leaps = t.head > v && now(t.head).head === v && /^(compound|nmod|amod|flat)/.test(t.deprel);
        if (leaps && !tokens.some((x, i) => x.head === v && i < v && x.deprel.startsWith('nsubj')))
          edit(top, v, 'nsubj');
      }
    }
    // "Ethiopia blamed Eritrea": whatever the tree calls a bare name right before its verb, it is the subject.
    if (before >= 0 && !tokens.some((x, i) => x.head === v && x.deprel.startsWith('nsubj') && i < v)) {
      const top = topBefore(tokens, before, v, true);
      const t = top >= 0 ? now(top) : undefined;
      if (
        t &&
        t.head === v &&
        /^(advmod|obl|vocative|dislocated|discourse|nmod|dep|appos|compound|parataxis)/.test(t.deprel) &&
        !tokens.some((x) => x.head === top && x.deprel === 'case' && x.form.toLowerCase() !== "'s")
      )
        edit(top, v, 'nsubj');
    }
    // "China has given Laos three dredgers": a name between verb and number is the receiver.
    const next = tokens[v + 1];
    if (
      next?.upos === 'PROPN' &&
      next.deprel === 'compound' &&
      /^(NUM|DET)$/.test(tokens[v + 2]?.upos ?? '') &&
      tokens[next.head]?.head === v
    )
      edit(v + 1, v, 'iobj');
    if (verb.xpos === 'VBD' || /^(root|ccomp|parataxis|conj)$/.test(verb.deprel)) {
      const auxiliary = tokens.some((t) => t.head === v && (t.deprel === 'aux:pass' || t.deprel === 'aux'));
      const shared = verb.deprel === 'conj' && tokens[verb.head]?.xpos === 'VBN';
      if (!auxiliary && !shared)
        tokens.forEach((t, i) => {
          if (t.head !== v) return;
          // "Curfew lifted in port": in a headline a participle without an object is passive.
          const headline =
            verb.xpos === 'VBN' &&
            verb.head < 0 &&
            tokens.at(-1)?.form !== '.' &&
            !tokens.some((x) => x.head === v && x.deprel === 'obj');
          if (t.deprel === 'nsubj:pass' && i < v && !headline) {
            edit(i, v, 'nsubj');
            changed![v] = { ...changed![v]!, xpos: 'VBD' };
          }
          if (t.deprel === 'vocative' && i === v + 1) edit(i, v, 'obj');
        });
    }
  }
  tokens.forEach((t, i) => {
    // "is due to hold talks": the tree takes "due to" for a preposition of the verb.
    if (t.form.toLowerCase() !== 'due' || !/^(case|mark|advmod)$/.test(t.deprel)) return;
    if (tokens[i + 1]?.form.toLowerCase() === 'in' && tokens[i + 1]!.deprel === 'fixed' && t.head > i) {
      // "is due in Paris"
      const place = t.head;
      const { head, deprel } = now(place);
      edit(i, head, deprel);
      changed![i] = { ...changed![i]!, upos: 'ADJ' };
      tokens.forEach((c, k) => {
        if (c.head === place && k !== i && /^(nsubj|cop|obl|punct|parataxis|advmod)/.test(c.deprel))
          edit(k, i, c.deprel === 'nsubj:outer' ? 'nsubj' : c.deprel);
      });
      edit(place, i, 'obl');
      edit(i + 1, place, 'case');
      return;
    }
    const v = i + 2;
    if (tokens[i + 1]?.form.toLowerCase() !== 'to' || tokens[v]?.xpos !== 'VB') return;
    const verb = now(v);
    const copula = tokens[i - 1];
    if (copula && copula.lemma === 'be') edit(i - 1, i, 'cop');
    edit(i, verb.head, verb.deprel);
    changed![i] = { ...changed![i]!, upos: 'ADJ' };
    edit(v, i, 'xcomp');
    edit(i + 1, v, 'mark');
    tokens.forEach((c, k) => {
      if (c.head === v && k < i && k !== i) edit(k, i, c.deprel === 'nsubj:outer' ? 'nsubj' : c.deprel);
    });
  });
  // "are to meet": the tree takes the infinitive for a predicate.
  tokens.forEach((t, i) => {
    if (t.deprel !== 'nsubj:outer' || t.head < 0 || now(t.head).xpos !== 'VB' || now(i).deprel !== 'nsubj:outer')
      return;
    edit(i, t.head, 'nsubj');
  });
  // "kidnapped up to 16 advisers": the quantity passes for a preposition.
  tokens.forEach((t, i) => {
    if (t.deprel !== 'obl' || t.head < 0 || t.head > i || tokens[t.head]?.upos !== 'VERB') return;
    const to = tokens.findIndex(
      (c, k) => c.head === i && c.deprel === 'case' && c.form.toLowerCase() === 'to' && k < i,
    );
    if (to !== t.head + 2 || tokens[to - 1]?.form.toLowerCase() !== 'up' || tokens[to + 1]?.upos !== 'NUM') return;
    if (tokens.some((c) => c.head === t.head && c.deprel === 'obj')) return;
    edit(i, t.head, 'obj');
    edit(to, i, 'advmod');
    edit(to - 1, i, 'advmod');
  });
  // "appealed to donors", "protested to Lima": the noun passes for an infinitive.
  tokens.forEach((t, i) => {
    if (!/^(NNS|NNPS?)$/.test(t.xpos) || !/^(xcomp|advcl)$/.test(t.deprel) || t.head < 0 || t.head > i) return;
    const to = tokens.findIndex((c, k) => c.head === i && c.deprel === 'mark' && c.form === 'to' && k < i);
    if (to < 0 || tokens.slice(to + 1, i).some((c) => !/^(ADJ|DET|NOUN|NUM|PROPN)$/.test(c.upos))) return;
    edit(i, t.head, 'obl');
    edit(to, i, 'case');
    changed![to] = { ...changed![to]!, upos: 'ADP', xpos: 'IN' };
    tokens.forEach((c, k) => {
      if (c.head === i && k > i && /^(obl|advmod|punct)/.test(c.deprel)) edit(k, t.head, c.deprel);
    });
  });
  lostSubjects(changed ?? tokens, edit);
  // Two repairs of one odd tree may bite each other: what is no tree afterwards is left as it was.
  return changed === null || !isTree(changed) ? sent : { ...sent, tokens: changed };
}

/**
 * "Denmark accepted a plan, officials said": the tree gives "said" both subjects. "The rebels must reach …": the subject
 * hangs on a later verb. "Up to 40 men began": the phrase of quantity passes for a preposition.
 */
function lostSubjects(tokens: readonly Token[], edit: (i: number, head: number, deprel: string) => void): void {
  const subjects = new Map<number, number[]>();
  tokens.forEach((t, i) => {
    if (!t.deprel.startsWith('nsubj') || t.head < 0) return;
    const list = subjects.get(t.head) ?? [];
    list.push(i);
    subjects.set(t.head, list);
  });
  for (let v = 1; v < tokens.length; v++) {
    const verb = tokens[v]!;
    if (verb.upos !== 'VERB' || subjects.has(v)) continue;
    const auxiliary = tokens.findIndex((t, i) => t.head === v && t.deprel.startsWith('aux') && i < v);
    if (!/^VB[DZP]$/.test(verb.xpos) && auxiliary < 0) continue;
    if (/^(conj|acl)/.test(verb.deprel)) continue;
    const from = auxiliary >= 0 ? auxiliary : v;
    let moved = false;
    for (const [head, list] of subjects) {
      if (moved || head <= v) continue;
      const first = list[0]!;
      if (first >= from) continue;
      const double = list.length > 1 && verb.head === head && /^(ccomp|parataxis)/.test(verb.deprel);
      const leaps =
        list.length === 1 &&
        head > v &&
        /^(ccomp|root)/.test(verb.deprel) &&
        verb.head !== head &&
        from - first <= 8 &&
        !under(tokens, v, first);
      if (!double && !leaps) continue;
      edit(first, v, tokens.some((t) => t.head === v && t.deprel === 'aux:pass') ? 'nsubj:pass' : 'nsubj');
      list.shift();
      moved = true;
    }
    if (moved) continue;
    for (let i = 0; i < from; i++) {
      const t = tokens[i]!;
      if (t.head !== v || t.deprel !== 'obl') continue;
      const to = tokens.findIndex(
        (c, k) => c.head === i && c.deprel === 'case' && c.form.toLowerCase() === 'to' && k < i,
      );
      if (to > 0 && tokens[to - 1]!.form.toLowerCase() === 'up') {
        edit(i, v, 'nsubj');
        break;
      }
    }
  }
}

function under(tokens: readonly Token[], word: number, top: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps < tokens.length; at = tokens[at]!.head, steps++)
    if (at === top) return true;
  return false;
}

/** Words of time between subject and verb: "Denmark today accepted". */
const TIMES = new Set([
  'today',
  'yesterday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'tomorrow',
]);

/** The nominal right before a verb, adverbs skipped; -1 when something else stands there. */
function previousNominal(tokens: readonly Token[], v: number): number {
  let i = v - 1;
  // "test-fired", "co-chaired": the verb begins before its hyphen.
  if (tokens[i]?.form === '-' && i > 1) i -= 2;
  while (i >= 0 && (tokens[i]!.upos === 'ADV' || TIMES.has(tokens[i]!.form.toLowerCase()))) i--;
  const token = tokens[i];
  return token !== undefined && (NOMINAL.has(token.upos) || token.form.toLowerCase() === 'premier') ? i : -1;
}

/** The word of the run before `v` that hangs on something at or after `v`: the head of the subject phrase. */
function topBefore(tokens: readonly Token[], before: number, v: number, any = false): number {
  let at = before;
  for (let steps = 0; steps < 8; steps++) {
    const token = tokens[at]!;
    if (token.head < 0) return -1;
    if (token.head >= v) return any || LOOSE.test(token.deprel) ? at : -1;
    if (token.head > before) return -1;
    at = token.head;
  }
  return -1;
}

/** "has armed thousands of volunteers" */
const MANY = /^(thousands|hundreds|dozens|scores)$/i;

/** What one has: "has trained pilots", "have advanced weapons". */
const POSSESSED = new Set(
  'advanced trained skilled fixed frozen written broken hidden guaranteed reserved mined enriched acquired vested combined added acquired-in experienced dedicated specialised specialized educated qualified registered developed established known mixed uncovered'.split(
    ' ',
  ),
);

const isClauseHead = (token: Token): boolean =>
  token.head === -1 || /^(ccomp|advcl|parataxis|conj|acl:relcl)$/.test(token.deprel);

const hasOwnVerb = (tokens: readonly Token[], noun: number): boolean =>
  tokens.some((t) => t.head === noun && (t.deprel === 'cop' || t.deprel === 'aux'));
