/** Tags that the rules of speech know better than the tagger: "…, warning that", "the official … said", "the Oslo daily". */

import type { Sentence, Token } from '../../core/index.ts';

/** Participles that are told by a comma or "by" in front and by what they take behind. */
const PARTICIPLES: ReadonlyMap<string, string> = new Map([['warning', 'warn']]);
const LEADS_IN = /^(?:[,—–]|by|while|before|after|then)$/i;
const TAKEN = /^(that|of|against|the|both|him|her|them|it|["“:,])$/;
/** A past tense and a participle that look alike. */
const LIKE_PAST = /(?:ed|said|told|put|held|made|gave|sent|read)$/;
/** Verbs in the present that the tagger takes for nouns in the plural behind a name. */
const PRESENT =
  /^(accuses|denies|condemns|rejects|welcomes|urges|warns|says|tells|vows|blames|threatens|insists|criticises|criticizes)$/;

/** "Malaysia, this year's chair, offered to host talks": the only verb, hung on the noun in front as a participle; or -1. */
function headless(tokens: readonly Token[]): number {
  const root = tokens.findIndex((token) => token.head === -1);
  if (root < 0 || !/^(NOUN|PROPN)$/.test(tokens[root]!.upos)) return -1;
  const apposed = tokens.some((token, at) => token.head === root && at > root && token.deprel === 'appos');
  const verb = tokens.findIndex(
    (token, at) => token.head === root && token.deprel === 'acl' && at > root && /^VB[ND]$/.test(token.xpos),
  );
  if (!apposed || verb < 0 || tokens[verb - 1]!.form !== ',') return -1;
  if (tokens.some((token, at) => at < verb && token.deprel === 'cop' && token.head === root)) return -1;
  const tensed = tokens.some(
    (token) => /^(VBD|VBZ|VBP|MD)$/.test(token.xpos) && /^(root|parataxis)$/.test(token.deprel),
  );
  return tensed ? -1 : verb;
}

/** "urged both to show restraint and called for talks": joined to an infinitive, yet no base form and no auxiliary. */
const joinsInfinitive = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!;
  return (
    token.deprel === 'conj' &&
    tokens[token.head]?.xpos === 'VB' &&
    /^(and|but)$/.test(tokens[at - 1]?.form ?? '') &&
    !tokens.some((other) => other.head === at && /^(aux|nsubj)/.test(other.deprel)) &&
    !tokens.some((other) => other.head === token.head && /^(aux:pass|nsubj)/.test(other.deprel))
  );
};

/** "was summoned and told that …": a past tense joined to a passive, and what it takes is told to its subject. */
const joinsPassive = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!;
  return (
    token.xpos === 'VBD' &&
    token.deprel === 'conj' &&
    /^(told|warned|informed|advised|notified|assured|reminded|asked|urged|ordered)$/.test(token.form) &&
    tokens[at - 1]?.form === 'and' &&
    /^(that|to|of)$/.test(tokens[at + 1]?.form ?? '') &&
    tokens[token.head]?.xpos === 'VBN' &&
    tokens.some((other) => other.head === token.head && other.deprel === 'aux:pass') &&
    !tokens.some((other) => other.head === at && /^(aux|nsubj|obj)/.test(other.deprel))
  );
};

/** The sentence with such tags put right; the same object when there is nothing to do. */
export function retagged(sent: Sentence): Sentence {
  let tokens: Token[] | null = null;
  const change = (at: number, to: Partial<Token>): void => {
    tokens ??= [...sent.tokens];
    tokens[at] = { ...tokens[at]!, ...to };
  };
  const verb = headless(sent.tokens);
  if (verb >= 0) {
    const root = sent.tokens[verb]!.head;
    change(verb, { xpos: 'VBD', deprel: 'root', head: -1 });
    change(root, { deprel: 'nsubj', head: verb });
  }
  // A headline may leave the auxiliary out; a sentence may not.
  const ends = /^[.!?]$/.test(sent.tokens[sent.tokens.length - 1]?.form ?? '');
  const spun = sent.tokens.findIndex(
    (token, at) =>
      token.form === 'knowledgeable' &&
      /^(NOUN|PROPN|PRON)$/.test(sent.tokens[at - 1]?.upos ?? '') &&
      sent.tokens.slice(at + 1, at + 5).some((next) => next.form === 'that'),
  );
  if (spun > 0) {
    // "people conversant in the matter knowledgeable Reuters that …": a synonym of "told".
    const that = sent.tokens.findIndex((token, at) => at > spun && token.form === 'that');
    const subject = sent.tokens.findIndex(
      (token, at) => at < spun && /^(NOUN|PROPN|PRON)$/.test(token.upos) && token.deprel !== 'compound',
    );
    const root = sent.tokens.findIndex((token) => token.head === -1);
    const tail = root > subject && root < spun;
    if (tail) change(root, { upos: 'ADJ', xpos: 'JJ', head: subject, deprel: 'amod' });
    else if (root !== spun && root >= 0) change(root, { head: spun, deprel: 'ccomp' });
    change(spun, { upos: 'VERB', xpos: 'VBD', lemma: 'knowledgeable', head: -1, deprel: 'root' });
    if (subject >= 0) change(subject, { head: spun, deprel: 'nsubj' });
    if (that > spun + 1) change(that - 1, { head: spun, deprel: 'obj' });
    const clause = sent.tokens[that]!.head;
    change(that, { upos: 'SCONJ', xpos: 'IN', deprel: 'mark' });
    if (clause > that) change(clause, { head: spun, deprel: 'ccomp' });
  }
  for (let at = 0; at < sent.tokens.length; at++) {
    const token = sent.tokens[at]!;
    const low = token.form.toLowerCase();
    const lemma = PARTICIPLES.get(low);
    if (
      /^(second|third|fourth|fifth|sixth)$/.test(low) &&
      sent.tokens[at - 1]?.form.toLowerCase() === 'a' &&
      /^VB[DNZ]$/.test(sent.tokens[at + 1]?.xpos ?? '') &&
      !sent.tokens.some((other) => other.head === at + 1 && /^nsubj/.test(other.deprel))
    ) {
      // "a third called it a farce": one more of those who spoke before.
      change(at, { upos: 'NOUN', xpos: 'NN', deprel: 'nsubj', head: at + 1 });
      if (sent.tokens[at + 1]!.xpos === 'VBN') change(at + 1, { xpos: 'VBD' });
    } else if (lemma !== undefined && token.upos === 'NOUN' && (at === 0 || LEADS_IN.test(sent.tokens[at - 1]!.form))) {
      const next = sent.tokens[at + 1];
      if (next !== undefined && (TAKEN.test(next.form.toLowerCase()) || next.upos === 'PROPN'))
        change(at, { upos: 'VERB', xpos: 'VBG', lemma });
    } else if (joinsPassive(sent.tokens, at)) {
      change(at, { xpos: 'VBN' });
    } else if (token.xpos === 'VBN' && joinsInfinitive(sent.tokens, at)) {
      change(at, { xpos: 'VBD' });
    } else if (token.xpos === 'VBN' && LIKE_PAST.test(low)) {
      const kids = sent.tokens.flatMap((other, kid) => (other.head === at ? [kid] : []));
      const label = (kid: number): string => sent.tokens[kid]!.deprel;
      const subject = kids.find((kid) => kid < at && /^nsubj/.test(label(kid)));
      const helped = kids.some((kid) => /^aux/.test(label(kid)));
      const object = kids.some((kid) => kid > at && /^(ccomp|obj$|parataxis)/.test(label(kid)));
      if (subject === undefined || helped || !/^(root|parataxis|ccomp|conj)$/.test(token.deprel)) continue;
      if (!object && !(ends && /^(root|parataxis)$/.test(token.deprel))) continue;
      change(at, { xpos: 'VBD' });
      if (label(subject) === 'nsubj:pass') change(subject, { deprel: 'nsubj' });
    } else if (
      PRESENT.test(low) &&
      token.upos === 'NOUN' &&
      token.form === low &&
      sent.tokens[at - 1]?.upos === 'PROPN'
    ) {
      if (sent.tokens[at + 1] === undefined || /^(AUX|VERB)$/.test(sent.tokens[at + 1]!.upos)) continue;
      change(at, {
        upos: 'VERB',
        xpos: 'VBZ',
        lemma: low.replace(/ies$/, 'y').replace(/(?:e)?s$/, (end) => (end === 'es' ? 'e' : '')),
      });
      if (sent.tokens[at - 1]!.deprel === 'compound' && sent.tokens[at - 1]!.head === at)
        change(at - 1, { deprel: 'nsubj' });
      const next = sent.tokens[at + 1]!;
      if (next.head === at && /^(PROPN|PRON|NOUN)$/.test(next.upos) && !/^(nsubj|ccomp|punct)/.test(next.deprel))
        change(at + 1, { deprel: 'obj' });
    } else if (
      low === 'state' &&
      token.upos === 'NOUN' &&
      /^(does|did|do)$/.test(sent.tokens[at - 1]?.form.toLowerCase() ?? '')
    ) {
      change(at, { upos: 'VERB', xpos: 'VB', lemma: 'state' });
      sent.tokens.forEach((other, kid) => {
        if (other.head === at && other.deprel === 'expl') change(kid, { deprel: 'nsubj' });
      });
    } else if (/^(daily|weekly|monthly)$/.test(low) && token.upos !== 'NOUN' && token.upos !== 'PROPN') {
      const before = sent.tokens[at - 1];
      const next = sent.tokens[at + 1];
      if (before?.upos !== 'PROPN' || before.deprel !== 'nsubj' || before.head !== token.head) continue;
      if (next === undefined || !/^VB/.test(next.xpos) || !/^\p{Lu}/u.test(before.form)) continue;
      change(at, { upos: 'NOUN', xpos: 'NN', lemma: low, deprel: 'nsubj' });
      change(at - 1, { deprel: 'compound', head: at });
      for (let kid = 0; kid < at; kid++) if (sent.tokens[kid]!.head === at - 1) change(kid, { head: at });
    }
  }
  return tokens === null ? sent : { ...sent, tokens };
}
