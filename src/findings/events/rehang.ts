/** Trees without a verb at the top: "Rebels free journalist", "Dock workers in Durban downed tools". The verb is put there. */

import type { Token } from '../../core/index.ts';

export type Edit = (
  i: number,
  head: number,
  deprel: string,
  tag?: { readonly upos: string; readonly xpos: string; readonly lemma?: string },
) => void;

/** Words that name an act as nouns or adjectives too, and are the verbs of headlines. */
export const AMBIGUOUS = new Set(
  'upgrade begin start raise boost deepen restore normalise discuss reach hail urge condemn free rally strike protest march riot visit tour host meet raid attack bomb shell storm sack fire jail fine ban bar block veto back support aid help fund arm train release return transfer swap trade exchange share ship supply patrol drill test launch order deploy halt stop cut freeze end close lift ease drop scrap cancel delay postpone sign seal ink vote pledge promise vow offer plan reject refuse threaten warn blame slam blast rap rebuke hail praise mourn urge ask demand call press probe question charge sue seize hack target claim hit quit resign retreat fight clash stage hold reopen resume open restore boycott picket walk shut shoot kill wound pound welcome thank honour honor invite mediate broker summon expel deport recall suspend withdraw pull send give donate double boost mass scramble station parade unveil fast gift lend'.split(
    ' ',
  ),
);

const LONGEST = 18;
const FINITE = /^(VBD|VBZ|VBP|MD)$/;
const NOMINAL = /^(NOUN|PROPN|PRON)$/;

/** Puts the verb of a verbless tree at its top. Reads the tokens as they stand and reports each change to `edit`. */
export function rehang(tokens: readonly Token[], edit: Edit): void {
  const root = tokens.findIndex((t) => t.head < 0);
  const top = tokens[root];
  if (!top || /^(VERB|AUX)$/.test(top.upos)) return;
  if (tokens.some((t) => t.head === root && (t.deprel === 'cop' || t.deprel.startsWith('aux')))) return;
  // "Thai premier, Lao president hold talks": two names of a headline share the verb of the second.
  const late = tokens.findIndex(
    (t, i) => i > root && t.head === root && t.deprel === 'parataxis' && /^VB[PD]$/.test(t.xpos),
  );
  const second = tokens.findIndex((t, i) => i > root && i < late && t.head === late && t.deprel === 'nsubj');
  if (
    late > 0 &&
    second > 0 &&
    root < 5 &&
    NOMINAL.test(top.upos) &&
    tokens.at(-1)?.form !== '.' &&
    tokens.slice(root, second).some((t) => t.form === ',')
  ) {
    edit(late, -1, 'root');
    edit(root, late, 'nsubj');
    edit(second, root, 'conj');
    return;
  }
  const v = hiddenVerb(tokens, root);
  if (v < 0) return;
  const left = tops(tokens, 0, v);
  const subject = left.find((i) => NOMINAL.test(tokens[i]!.upos) && !hasCase(tokens, i, 0, v)) ?? -1;
  if (subject < 0) return;
  const form = tokens[v]!.form.toLowerCase();
  edit(v, -1, 'root', {
    upos: 'VERB',
    xpos: FINITE.test(tokens[v]!.xpos)
      ? tokens[v]!.xpos
      : tokens[v]!.xpos === 'VBN'
        ? 'VBD'
        : /s$/.test(form)
          ? 'VBZ'
          : 'VBP',
  });
  edit(subject, v, 'nsubj');
  for (const i of left)
    if (i !== subject)
      edit(i, i > subject && hasCase(tokens, i, 0, v) ? subject : v, i > subject ? 'nmod' : loose(tokens, i));
  let object = false;
  for (let i = v + 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.head > v) continue;
    const nominal = NOMINAL.test(token.upos);
    if (token.head === v && !nominal) {
      // "Ghana plans to open": what hung on the noun is what the verb takes.
      if (token.deprel === 'acl') edit(i, v, 'xcomp');
      continue;
    }
    if (nominal && hasCase(tokens, i, v + 1, tokens.length)) edit(i, v, 'obl');
    else if (nominal && !object && !/^(obl|advmod|conj|parataxis)/.test(token.head === v ? token.deprel : '')) {
      edit(i, v, 'obj');
      object = true;
    } else edit(i, v, loose(tokens, i));
  }
}

const loose = (tokens: readonly Token[], i: number): string =>
  /^(punct|advmod|obl|advcl|parataxis|cc|mark)/.test(tokens[i]!.deprel) ? tokens[i]!.deprel : 'dep';

/** A finite verb that the tree hid in a noun phrase, else the verb of a headline that passes for a noun. */
function hiddenVerb(tokens: readonly Token[], root: number): number {
  const finite = tokens.flatMap((t, i) => (FINITE.test(t.xpos) && !hasCase(tokens, i, 0, tokens.length) ? [i] : []));
  const hidden = finite.filter(
    (i) =>
      /^(VBD|VBZ|VBP)$/.test(tokens[i]!.xpos) &&
      (/^(amod|compound|nmod|flat|obl|dep|appos)$/.test(tokens[i]!.deprel) ||
        (tokens[i]!.deprel === 'acl' && tokens[i]!.xpos === 'VBD' && tokens[i]!.head === root)) &&
      !tokens.some((t) => t.head === i && /^(nsubj|mark)/.test(t.deprel)),
  );
  // "Soldiers in Guinea seized power and jailed the president": the first verb passes for an adjective, the second hangs on it.
  const leading = finite
    .map((i) => tokens[i]!)
    .find(
      (x) =>
        x.deprel === 'conj' &&
        x.xpos === 'VBD' &&
        x.head >= 0 &&
        x.head < tokens.indexOf(x) &&
        tokens[x.head]!.xpos === 'VBN' &&
        tokens[x.head]!.deprel === 'amod',
    );
  if (leading && finite.every((i) => tokens[i]!.head === leading.head) && follows(tokens, leading.head))
    return leading.head;
  if (finite.length === 1 && hidden.length === 1 && hidden[0]! > 0 && follows(tokens, hidden[0]!)) return hidden[0]!;
  if (finite.some((i) => !hidden.includes(i)) || tokens.length > LONGEST) return -1;
  for (let i = 1; i < tokens.length; i++) {
    const form = tokens[i]!.form.toLowerCase();
    if (tokens[i]!.form !== form) continue;
    // "India test-fires missile": the verb begins before its hyphen.
    const before = tokens[i - 1]!.form === '-' && i > 2 ? tokens[i - 3]! : tokens[i - 1]!;
    const plural =
      /^(NNS|NNPS)$/.test(before.xpos) ||
      /^(police|people)$/i.test(before.form) ||
      (before.upos === 'PROPN' && /s$/.test(before.form) && i > 1) ||
      // "Vietnam, Chile upgrade ties"
      (before.upos === 'PROPN' && tokens[i - 2]?.form === ',' && i < 6);
    const verb = AMBIGUOUS.has(form)
      ? plural
      : third(form) && before.upos !== 'ADP' && NOMINAL.test(before.upos) && !plural;
    if (verb && (i === root || before.head >= i || before.head < 0 || i > 1) && follows(tokens, i)) return i;
  }
  return -1;
}

/** "fires", "launches", "quits". */
export const third = (form: string): boolean =>
  form.endsWith('s') &&
  (AMBIGUOUS.has(form.slice(0, -1)) ||
    (form.endsWith('es') && AMBIGUOUS.has(form.slice(0, -2))) ||
    (form.endsWith('ies') && AMBIGUOUS.has(`${form.slice(0, -3)}y`)));

/** What may stand after a verb: the end, an object, an adverbial. */
const follows = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1] === undefined ||
  /^(VB|TO)$/.test(tokens[i + 1]!.xpos) ||
  /^(NOUN|PROPN|ADJ|NUM|DET|ADP|PRON|ADV|SYM|PUNCT)$/.test(tokens[i + 1]!.upos);

/** Words of [from, to) whose head stands outside. */
function tops(tokens: readonly Token[], from: number, to: number): readonly number[] {
  const out: number[] = [];
  for (let i = from; i < to; i++) {
    const { head } = tokens[i]!;
    if (head < from || head >= to) out.push(i);
  }
  return out;
}

const hasCase = (tokens: readonly Token[], i: number, from: number, to: number): boolean =>
  tokens.some((t, k) => k >= from && k < to && t.head === i && t.deprel === 'case' && k < i);
