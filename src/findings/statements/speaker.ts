/** Who may speak: noun phrases as speakers, what is known of them, and whether their names are withheld. */

import type { Mention, Span, Speaker } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { appositionsOf, children, conjuncts, hasRelation, lemmaOf, subtree } from '../../language/tree.ts';
import { isActor, mentionAt, mentionsIn } from '../../mentions/index.ts';
import { nationOf } from './nation.ts';
import { bodyCode, bodyInPlace, countryInside, ownersNation, sharedCountry, soleBefore } from './speaker-country.ts';
import { BODIES, OFFICE, ONE_OF_MANY, PEOPLE, UNNAMED, WRITINGS } from './speaking-nouns.ts';
import { spanBetween, type View } from './view.ts';

export type SpeakerKind = 'actor' | 'pronoun' | 'role' | 'body' | 'writing' | 'name' | 'thing' | 'none';

/** What kind of speaker a word is the head of. */
export function speakerKind(view: View, knowledge: Knowledge, head: number): SpeakerKind {
  const token = view.tokens[head];
  if (token === undefined) return 'none';
  const low = view.low[head]!;
  const lemma = lemmaOf(view.sent, head);
  if (
    /^(both|each|either|neither|one|two|three|four|some|several|many|most|others|those|all|another|second|third|fourth|fifth|sixth)$/.test(
      low,
    ) &&
    hasRelation(view.sent, head, 'nsubj')
  )
    return 'pronoun';
  if (/^(someone|somebody|anyone|everyone|latter|former|pair|duo|trio|foursome)$/.test(low) && token.upos !== 'PROPN')
    return 'role';
  const mention = mentionAt(view.doc, view.sent.index, head);
  if (token.upos === 'PRON' || token.xpos === 'PRP') {
    if (/^(he|she|they)$/.test(low)) return 'pronoun';
    if (/^(it|both|some|others|many|several|most)$/.test(low))
      return mention !== null && isActor(mention) && mention.code !== null ? 'pronoun' : 'thing';
    return low === 'who' ? 'pronoun' : 'none';
  }
  const here = mention !== null && mention.head === head;
  if (here && isActor(mention)) return 'actor';
  if (nameBeside(view, head) !== null) return 'actor';
  if (UNNAMED.test(low)) return 'role';
  if (BODIES.test(low) || BODIES.test(lemma)) return 'body';
  if (WRITINGS.test(low) || WRITINGS.test(lemma)) return 'writing';
  if (knowledge.role(low) !== null || OFFICE.test(low) || OFFICE.test(lemma) || PEOPLE.test(low)) return 'role';
  if (here && (mention.kind === 'quantity' || mention.kind === 'time')) return 'none';
  if (token.upos === 'PROPN')
    return mention !== null && (mention.kind === 'time' || mention.kind === 'quantity') ? 'none' : 'name';
  if (token.upos === 'ADJ' || token.upos === 'NUM') return mention !== null && isActor(mention) ? 'actor' : 'none';
  return mention !== null && here && mention.kind === 'place' ? 'name' : 'thing';
}

/** "co-author Anezina Sol": the person whose name stands right behind a common noun, however the parse hung it. */
function nameBeside(view: View, head: number): Mention | null {
  if (view.tokens[head]!.upos === 'PROPN') return null;
  for (const kid of children(view.sent, head, 'flat', 'appos', 'nmod:desc')) {
    if (kid !== head + 1) continue;
    const mention = mentionAt(view.doc, view.sent.index, kid);
    if (mention !== null && mention.kind === 'person' && mention.form !== 'pronoun') return mention;
  }
  return null;
}

/**
 * The words of the noun phrase headed by `head`: title, name, modifiers and coordination, without article,
 * relative clause, apposition or anything behind a comma that is no list.
 */
export function phraseOf(view: View, head: number): [number, number] {
  const sent = view.sent;
  const members = conjuncts(sent, head).filter(
    (word) => word === head || /^(NOUN|PROPN|NUM|PRON|ADJ)$/.test(view.tokens[word]!.upos),
  );
  const wanted = new Set<number>();
  const starts = new Set<number>();
  for (const member of members) {
    const words = [...subtree(sent, member, NOT_SPOKEN)];
    starts.add(words.find((word) => !view.mark[word]) ?? member);
    for (const word of words) wanted.add(word);
  }
  let first = head;
  while (first > 0 && wanted.has(first - 1)) first--;
  let last = head;
  for (let at = head + 1; at < view.tokens.length; at++) {
    if (wanted.has(at) && !/^[,;:()—–]$/.test(view.low[at]!)) last = at;
    else if (!(LIST.test(view.low[at]!) && [at + 1, at + 2].some((next) => starts.has(next) && next > head))) break;
  }
  // "planetary geologist Rosaly Lopes of NASA": read as an apposition, written without a comma.
  const close = children(sent, head, 'appos').find(
    (word) => word > head && (subtree(sent, word)[0] ?? word) === last + 1,
  );
  if (close !== undefined && view.tokens[close]!.upos === 'PROPN')
    last = Math.max(last, ...subtree(sent, close, [...NOT_SPOKEN, 'punct']).filter((word) => !view.mark[word]));
  // "the Kazakh minister, Daniyar Seitkali,": a title and the name beside it are one speaker.
  if (view.tokens[head]!.upos !== 'PROPN' && view.low[last + 1] === ',' && view.tokens[last + 2]?.upos === 'PROPN') {
    const at = last + 2;
    const name = view.tokens.findIndex(
      (token, word) =>
        word >= at &&
        word <= at + 3 &&
        token.upos === 'PROPN' &&
        token.deprel === 'appos' &&
        token.head >= first &&
        token.head < at,
    );
    if (name >= 0) last = Math.max(last, ...subtree(sent, name, NOT_SPOKEN).filter((word) => !view.mark[word]));
  }
  // "Minister Adan for his part stressed": a turn of phrase, no part of the name.
  for (let at = head + 1; at + 1 < last; at++)
    if (
      /^(?:for (?:his|her|its|their) part|in (?:his|her|its|their) turn)$/.test(view.low.slice(at, at + 3).join(' '))
    ) {
      last = at - 1;
      break;
    }
  // "Sami herders blocking the road": what they are doing is no part of who they are.
  if (!UNNAMED.test(view.low[head]!)) {
    const doing = children(sent, head, 'acl').find(
      (kid) => kid > head && kid <= last && (view.tokens[kid]!.xpos === 'VBG' || view.low[kid] === 'meeting'),
    );
    if (doing !== undefined) last = Math.max(head, doing - 1);
  }
  // "All the minister would say was …": "all" is what was said.
  if (view.low[first] === 'all' && /^(NN|NNP)$/.test(view.tokens[head]!.xpos) && first < head) first++;
  while (first < head && droppedFirst(view, first)) first++;
  while (last > head && (view.mark[last] || /^(and|or|,|each|both|alike)$/.test(view.low[last]!))) last--;
  return [first, last];
}

const NOT_SPOKEN = [
  'conj',
  'appos',
  'acl:relcl',
  'parataxis',
  'advcl',
  'nsubj',
  'cop',
  'aux',
  'dep',
  'discourse',
  'mark',
  'orphan',
];

const LIST = /^(,|and|or|&)$/;

const droppedFirst = (view: View, at: number): boolean => {
  const { upos, deprel } = view.tokens[at]!;
  const low = view.low[at]!;
  if (view.mark[at] || upos === 'ADP' || /^(the|a|an)$/.test(low)) return true;
  return (
    deprel === 'case' ||
    deprel === 'cc' ||
    deprel === 'mark' ||
    upos === 'SCONJ' ||
    (upos === 'ADV' && !/^(nearly|about)$/.test(low))
  );
};

/**
 * The phrase as a speaker; `before` is where the content behind it starts, `until` the word that ends it at the latest
 * (the cue, the end of the sentence).
 Pronouns carry what their antecedent gave; what is unknown stays null. */

export function speakerFrom(view: View, head: number, before = Number.POSITIVE_INFINITY, until = -1): Speaker {
  const [first, short] = phraseOf(view, head);
  const end = stretched(view, head, short, until);
  let last = until > head ? Math.min(end, until - 1) : end;
  // "the exiled president in a letter smuggled out", "the spokesman on Tuesday": how and when it was said.
  for (let at = head + 1; at <= last; at++) {
    if (!/^(in|on|at|during|via|through)$/.test(view.low[at]!)) continue;
    const noun = [at + 1, at + 2, at + 3, at + 4].find(
      (word) => word <= last && /^(NOUN|PROPN)$/.test(view.tokens[word]!.upos),
    );
    if (noun === undefined) continue;
    if (SAID_IN.test(view.low[noun]!) || mentionAt(view.doc, view.sent.index, noun)?.kind === 'time') last = at - 1;
  }
  // "accused Chad of arming rebels": the phrase ends where the content begins.
  while (
    last > head &&
    (view.tokens[last]!.end > before || /^(ADP|SCONJ|PART)$/.test(view.tokens[last]!.upos) || view.mark[last])
  )
    last--;
  const mention = namesake(view, head) ?? mentionFor(view, head, first, last) ?? soleBefore(view, head);
  let span: Span = spanBetween(view, first, last);
  if (
    mention !== null &&
    mention.span[0] <= span[0] &&
    mention.span[1] >= span[1] &&
    !(until > head && mention.span[1] > (view.tokens[until]?.start ?? Number.POSITIVE_INFINITY)) &&
    !view.low[head]!.match(/^(he|she|they|it)$/)
  )
    span = withoutArticle(view.doc.article.text, mention.span);
  const several = conjuncts(view.sent, head).some((word) => word > head && word <= last);
  const known = several ? null : resolved(view, mention);
  const apposed = several || (known?.name ?? null) !== null ? null : apposedName(view, head);
  const personal = known?.kind === 'person' && (known.entity === null || known.entity.startsWith('person:'));
  // "the official" stays unnamed unless the name stands in the phrase: a wrong name costs more than none.
  const guessed =
    known !== null &&
    known.form === 'nominal' &&
    UNNAMED.test(view.low[head]!) &&
    !insideSpan(view, known, first, last);
  const full = personal && !guessed ? known.name : (apposed?.name ?? null);
  const name = full !== null && isWritten(view, full) ? full : null;
  return {
    text: view.doc.article.text.slice(span[0], span[1]),
    span,
    name,
    entity: apposed?.entity ?? (guessed ? null : known?.entity) ?? null,
    country: several
      ? sharedCountry(view, head)
      : (apposed?.country ??
        bodyInPlace(view, head, first) ??
        known?.country ??
        countryInside(view, first, last) ??
        (name === null ? null : nationOf(view.doc, name)) ??
        ownersNation(view, head) ??
        bodyCode(known)),
    sector: several ? null : (known?.sector ?? null),
    anonymous: name === null && isUnnamed(view, head, known),
  };
}

const SAID_IN =
  /^(letter|statement|tweet|post|speech|interview|message|email|e-mail|telegram|twitter|facebook|telegram|x|note|article|address|remarks|briefing|television|radio)$/;

/** "Mao said": the person named in full before, not the town of that name. */
function namesake(view: View, head: number): Mention | null {
  const token = view.tokens[head]!;
  const here = mentionAt(view.doc, view.sent.index, head);
  if (token.upos !== 'PROPN' || (here !== null && here.kind !== 'place')) return null;
  return (
    view.doc.mentions.find(
      (mention) =>
        mention.kind === 'person' &&
        mention.form === 'name' &&
        mention.span[1] < token.start &&
        (mention.name ?? '').split(' ').includes(token.form),
    ) ?? null
  );
}

const foldedTexts = new WeakMap<object, string>();

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|el|al|bin|ben|ibn|abu|von|van|der|den|ter|san|st|and|of|the|y|e)$/;

const isWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? ' ')) return true;
  return false;
};

/** Whether the text itself gives the name, or a part of it: the holder of an office that only a register knows stays in `entity`. */
function isWritten(view: View, name: string): boolean {
  const { article } = view.doc;
  let text = foldedTexts.get(article);
  if (text === undefined) {
    text = fold(article.text);
    foldedTexts.set(article, text);
  }
  const whole = text;
  // "de", "al" and the like stand in any text.
  return fold(name)
    .split(/[\s-]+/)
    .some((part) => part.length > 1 && !PARTICLE.test(part) && isWord(whole, part));
}

/** Whether the person's own name is written inside the phrase. */
const insideSpan = (view: View, mention: Mention, first: number, last: number): boolean =>
  mention.name !== null &&
  view.doc.article.text
    .slice(view.tokens[first]!.start, view.tokens[last]!.end)
    .includes(mention.name.split(' ').at(-1) ?? ' ');

/** Names withheld or not told; an office, a voice of one, or a body is not anonymous. */
function isUnnamed(view: View, head: number, mention: Mention | null): boolean {
  const low = view.low[head]!;
  const lemma = lemmaOf(view.sent, head);
  // "the Kerewan Observer": a name that looks like one of them.
  if (view.tokens[head]!.upos === 'PROPN' && /^\p{Lu}/u.test(view.tokens[head]!.form) && head > 0) return false;
  // "his Somali colleague": an office beside another.
  if (/^(colleagues?|neighbours?|neighbors?|friends?)$/.test(low) && children(view.sent, head, 'nmod:poss').length > 0)
    return false;
  if (
    UNNAMED.test(low) ||
    /^(one|some|others|several|many|someone|somebody|another|second|third|fourth|fifth)$/.test(low)
  )
    return true;
  if (
    ONE_OF_MANY.test(low) &&
    children(view.sent, head, 'det', 'nummod').some((kid) => /^(a|an|one)$/.test(view.low[kid]!))
  )
    return true;
  if (OFFICE.test(low) || OFFICE.test(lemma) || BODIES.test(low) || BODIES.test(lemma) || WRITINGS.test(lemma))
    return false;
  return mention?.anonymous ?? false;
}

/**
 * "two workers in Misrata told", "according to people with knowledge of the talks": phrases that the parse hung on the
 * verb still belong to the source, as long as no comma, no verb with a tense and no day stand between.
 */
function stretched(view: View, head: number, last: number, until: number): number {
  if (until <= last + 1 || head > until || until - last > 12 || !UNNAMED.test(view.low[head]!)) return last;
  let end = until - 1;
  while (end > last && (view.mark[end] || /^(ADV|AUX|PART)$/.test(view.tokens[end]!.upos))) end--;
  for (let steps = 0; steps < 2; steps++) {
    const mention = mentionAt(view.doc, view.sent.index, end);
    if (mention?.kind !== 'time') break;
    while (end > last && view.tokens[end]!.end > mention.span[0]) end--;
    while (end > last && view.tokens[end]!.upos === 'ADP') end--;
  }
  if (end <= last || !/^(ADP|VERB|ADJ)$/.test(view.tokens[last + 1]!.upos)) return last;
  for (let at = last + 1; at <= end; at++) {
    const { xpos, upos } = view.tokens[at]!;
    if (
      view.quoted[at] ||
      (view.mark[at] && !/^[-’'.]$/.test(view.low[at]!)) ||
      /^(VBD|VBZ|VBP|MD|WDT|WP|WRB)$/.test(xpos)
    )
      return last;
    if (upos === 'SCONJ' || /^(that|as|during|after|before|when|while|statement|interview|speech)$/.test(view.low[at]!))
      return last;
  }
  return end;
}

const withoutArticle = (text: string, span: Span): Span => {
  const lead = /^(?:the|a|an)\s+/i.exec(text.slice(span[0], Math.min(span[1], span[0] + 8)));
  return lead === null ? span : [span[0] + lead[0].length, span[1]];
};

/** The mention that stands for the phrase: headed by its head, or a name inside it ("spokesman Brel Adan"). */
function mentionFor(view: View, head: number, first: number, last: number): Mention | null {
  const own = mentionAt(view.doc, view.sent.index, head);
  if (own !== null && isActor(own)) {
    if (own.kind === 'person' || own.head === head) {
      const named = own.name === null ? personInside(view, first, last, own) : null;
      return named ?? own;
    }
  }
  return personInside(view, first, last, null);
}

function personInside(view: View, first: number, last: number, not: Mention | null): Mention | null {
  const from = view.tokens[first]!.start;
  const to = view.tokens[last]!.end;
  for (const mention of mentionsIn(view.doc, view.sent.index)) {
    if (mention === not || mention.kind !== 'person' || mention.form !== 'name' || mention.name === null) continue;
    if (mention.span[0] < from || mention.span[1] > to) continue;
    // A possessor or an "of" inside the phrase is somebody else: "Adan's spokesman".
    if (hasRelation(view.sent, mention.head, 'nmod:poss') || children(view.sent, mention.head, 'case').length > 0)
      continue;
    return mention;
  }
  return null;
}

/** The mention with what its antecedents add. */
function resolved(view: View, mention: Mention | null): Mention | null {
  if (mention === null) return null;
  let best = mention;
  let at: Mention | undefined = mention;
  for (let steps = 0; at !== undefined && steps < 20; steps++) {
    if (best.name === null && at.name !== null)
      best = { ...best, kind: at.kind, name: at.name, entity: best.entity ?? at.entity };
    if (best.country === null && at.country !== null) best = { ...best, country: at.country };
    if (best.sector === null && at.sector !== null) best = { ...best, sector: at.sector };
    if (at.anonymous && best.name === null) best = { ...best, anonymous: true };
    // "both leaders" are not the one they were last mentioned with.
    at =
      at.antecedent === null || (mention.plural && mention.form !== 'pronoun')
        ? undefined
        : view.doc.mentions[at.antecedent];
  }
  return best;
}

/** "the foreign minister, Brel Adan,": the name stands beside the title. */
function apposedName(view: View, head: number): Mention | null {
  for (const apposed of appositionsOf(view.sent, head)) {
    const mention = mentionAt(view.doc, view.sent.index, apposed);
    if (mention !== null && mention.kind === 'person' && mention.name !== null) return mention;
  }
  return null;
}

/** Whether the words name a writing ("statement", "report"), which speaks for somebody else. */
export const isWriting = (view: View, head: number): boolean => WRITINGS.test(view.low[head] ?? '');

export const isBody = (view: View, head: number): boolean =>
  BODIES.test(view.low[head] ?? '') || BODIES.test(lemmaOf(view.sent, head));
