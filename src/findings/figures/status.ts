/** Whether an amount was given, promised, planned or only told. */

import type { Figure, Sentence } from '../../core/index.ts';
import { ancestors, child, children, hasRelation, lemmaOf, prepositionOf, verbGroup } from '../../language/tree.ts';
import type { FigureTables, StatusClass } from './tables.ts';

/** Things handed over, named beside an amount without a verb of giving: "a grant of …", "the package, worth …". */
const AID = /^(aid|donation|gift|grant|assistance|relief|package|help|contribution|consignment|shipment|loan|support)$/;

/** Goods that move across borders as relief. */
const RELIEF =
  /^(tent|blanket|medicine|medication|vaccine|dose|ration|ventilator|ambulance|generator|tarpaulin|stove|incubator)$/;

const speaksOfAid = (sent: Sentence): boolean =>
  sent.tokens.some((_, word) => AID.test(lemmaOf(sent, word)) || RELIEF.test(lemmaOf(sent, word)));

const THANKS = /^(thank|thanks|gratitude|appreciation|grateful|thankful)$/;

/** Whether a phrase is what its verb hands over: object, passive subject, "presented them with …", what arrives. */
function handedOver(sent: Sentence, below: number, lemma: string): boolean {
  if (hasRelation(sent, below, 'obj', 'nsubj:pass', 'iobj', 'conj', 'dep', 'appos', 'list', 'xcomp', 'compound'))
    return true;
  if (hasRelation(sent, below, 'nsubj')) return ARRIVES.test(lemma);
  if (!hasRelation(sent, below, 'obl', 'nmod')) return true;
  const preposition = prepositionOf(sent, below);
  return preposition === null || /^(with|of|worth|by|in|for|as)$/.test(preposition);
}

/** "doses donated by Japan", "the buses that Mexico has shipped", "5 million pledged in May": told behind the amount. */
function statusBehind(sent: Sentence, word: number, tables: FigureTables): Figure['status'] | null {
  for (const kid of children(sent, word, 'acl', 'acl:relcl')) {
    const status = tables.words.get(lemmaOf(sent, kid));
    if (status === undefined || status === 'move' || !isVerbal(sent, kid)) continue;
    // "buses that carry aid": the amount must be what is handed over, no giver.
    const subject = children(sent, kid, 'nsubj')[0];
    const passive = sent.tokens[kid]!.xpos === 'VBN' && hasRelation(sent, kid, 'acl');
    if (!passive && (subject === undefined || /^(that|which|who)$/i.test(sent.tokens[subject]!.form))) continue;
    if (status === 'pledge') return 'pledged';
    if (status === 'plan') return 'planned';
    const group = verbGroup(sent, kid);
    return group.tense === 'future' || group.modal !== null || group.infinitive ? 'planned' : 'donated';
  }
  return null;
}

/** "said it would add 5 million": one's own future under a verb of saying is a promise. */
function ownWord(sent: Sentence, verb: number): boolean {
  if (!hasRelation(sent, verb, 'ccomp')) return false;
  const subject = children(sent, verb, 'nsubj')[0];
  return subject !== undefined && /^(it|he|she|they|we|i)$/i.test(sent.tokens[subject]!.form);
}

const CARRIERS =
  /^(aid|donation|gift|grant|assistance|relief|package|help|contribution|consignment|shipment|loan|support|convoy|fund|facility|line|batch|total|sum|amount|tranche|series|set|unit|team|contingent|force|credit|delivery|load|truckload|container|worth|investment|funding|financing|payment|supply|supplies|value|part|share|half|third|rest)$/;

/** Whether the noun below only carries the amount upwards: "a grant of", "a convoy with"; verbs always do. */
const carries = (sent: Sentence, word: number, index: number): boolean =>
  isVerbal(sent, word) || CARRIERS.test(lemmaOf(sent, word)) || index <= 1;

const ARRIVES = /^(cross|land|arrive|come|go|reach|enter|be)$/;
/** Infinitives under these are no plans of the giver. */
const FORCED = /^(order|force|require|oblige|compel|fine|sentence|refuse|decline|reject|fail|forget|oppose)$/;

/** The status as the words above the amount say it, nearest word first. `share` is true for percentages, which nobody gives. */
export function statusOf(
  sent: Sentence,
  word: number,
  share: boolean,
  tables: FigureTables,
  person = false,
): Figure['status'] {
  const path = [word, ...ancestors(sent, word)];
  const told = statusBehind(sent, word, tables);
  if (told !== null) return told;
  // "thanked Finland for 25 snowploughs"
  if (
    !person &&
    !share &&
    prepositionOf(sent, word) === 'for' &&
    path.slice(1, 3).some((up) => THANKS.test(lemmaOf(sent, up)))
  )
    return 'donated';
  const grown = grownTo(sent, word, tables);
  if (grown !== null) return grown;
  let given = false;
  let aid = children(sent, word, 'nmod', 'compound').some((kid) => AID.test(lemmaOf(sent, kid)));
  for (let index = 0; index < path.length && index < 12; index++) {
    const at = path[index]!;
    const lemma = lemmaOf(sent, at);
    if (
      AID.test(lemma) ||
      (index > 0 && children(sent, at, 'appos', 'compound').some((kid) => AID.test(lemmaOf(sent, kid))))
    )
      aid = true;
    // A subject does what its verb says; only what arrives or is handed over was given.
    const below = path[index - 1];
    if (
      below !== undefined &&
      hasRelation(sent, below, 'nsubj') &&
      !hasRelation(sent, below, 'nsubj:pass') &&
      !ARRIVES.test(lemma)
    )
      break;
    // "attention to a region of 600 million people": other nouns in between lead away from what is given.
    if (
      index > 1 &&
      below !== undefined &&
      hasRelation(sent, below, 'nmod', 'obl', 'acl', 'acl:relcl') &&
      !carries(sent, below, index)
    )
      break;
    const listed = index === 0 ? undefined : tables.words.get(lemma);
    const status = listed === 'move' ? (speaksOfAid(sent) ? 'give' : undefined) : listed;
    const verb = isVerbal(sent, at);
    if (status === undefined) {
      if (verb && given) {
        const group = verbGroup(sent, at);
        if (group.tense === 'future' || group.modal !== null) return 'planned';
      }
      if (index > 0 && hasRelation(sent, at, 'ccomp', 'parataxis')) {
        // What is said is told as it stands; a promise above it still promises.
        const above = path
          .slice(index + 1)
          .find((up) => tables.words.get(lemmaOf(sent, up)) === 'pledge' && isVerbal(sent, up));
        if (above !== undefined) return 'pledged';
        break;
      }
      continue;
    }
    // "delivered a speech to 300 students": only what a verb hands over is given.
    if (verb && below !== undefined && !isVerbal(sent, below) && !handedOver(sent, below, lemma)) break;
    const decided = decide(sent, at, verb, status, path.slice(index + 1), tables);
    if (decided === 'given') given = true;
    else if (decided !== null) return decided;
    if (given) return 'donated';
  }
  if (given) return 'donated';
  const top = path.find((at) => isVerbal(sent, at));
  const group = top === undefined ? null : verbGroup(sent, top);
  const ahead =
    group !== null &&
    (group.tense === 'future' || group.modal === 'would' || (aid && (group.modal !== null || group.infinitive)));
  // "will meet the 10 foreign ministers": who comes or is met is no amount that anybody plans to give.
  if (person && !aid && !actedUpon(sent, path)) return 'reported';
  if (ahead && !share) return top !== undefined && ownWord(sent, top) ? 'pledged' : 'planned';
  return aid && !person ? 'donated' : 'reported';
}

const MEETING = /^(meet|attend|join|gather|visit|host|receive|invite|brief|see|include|follow|come|represent)$/;

/** "would train 80 nurses": people as the object of a deed, rather than those who come or are met. */
function actedUpon(sent: Sentence, path: readonly number[]): boolean {
  const [word, up] = path;
  return (
    word !== undefined &&
    up !== undefined &&
    isVerbal(sent, up) &&
    hasRelation(sent, word, 'obj', 'nsubj:pass', 'conj') &&
    !MEETING.test(lemmaOf(sent, up))
  );
}

/** "raised its pledge to 50 million": what the object of a verb of growing says of the amount behind "to". */
function grownTo(sent: Sentence, word: number, tables: FigureTables): Figure['status'] | null {
  const verb = ancestors(sent, word)[0];
  if (verb === undefined || prepositionOf(sent, word) !== 'to') return null;
  if (!/^(raise|double|triple|increase|lift|boost|bring|expand|up)$/.test(lemmaOf(sent, verb))) return null;
  const object = child(sent, verb, 'obj', 'nsubj:pass');
  const status = object < 0 ? undefined : tables.words.get(lemmaOf(sent, object));
  const help = object >= 0 && AID.test(lemmaOf(sent, object));
  if (status === 'pledge') return 'pledged';
  if (status !== 'give' && !help) return null;
  const group = verbGroup(sent, verb);
  return group.tense === 'future' || group.modal !== null || group.infinitive ? 'planned' : 'donated';
}

function decide(
  sent: Sentence,
  at: number,
  verb: boolean,
  status: StatusClass,
  above: readonly number[],
  tables: FigureTables,
): Figure['status'] | 'given' | null {
  if (status === 'pledge') return 'pledged';
  if (status === 'plan')
    return verb || /^(plan|agreement|proposal|request|appeal|budget)$/.test(lemmaOf(sent, at)) ? 'planned' : null;
  if (!verb) return unreal(sent, above, tables);
  const group = verbGroup(sent, at);
  if (group.negated) return 'reported';
  const open = group.tense === 'future' || group.modal !== null || group.infinitive || group.condition !== null;
  // "Kuwait, which gave 20 million, offered more": the verb around the relative clause is another deed.
  if (!open && hasRelation(sent, at, 'acl:relcl', 'advcl')) return 'given';
  if (!open) return unreal(sent, above, tables);
  if (above.length > 0 && FORCED.test(lemmaOf(sent, above[0]!))) return 'reported';
  for (const up of above.slice(0, 3)) {
    const word = tables.words.get(lemmaOf(sent, up));
    if (word === 'pledge') return 'pledged';
    if (hasRelation(sent, up, 'ccomp')) break;
  }
  return ownWord(sent, at) ? 'pledged' : 'planned';
}

/** "given" unless a promise or plan stands right above it. */
function unreal(sent: Sentence, above: readonly number[], tables: FigureTables): Figure['status'] | 'given' {
  for (const up of above.slice(0, 3)) {
    const word = tables.words.get(lemmaOf(sent, up));
    if (word === 'pledge') return 'pledged';
    if (word === 'plan' && isVerbal(sent, up) && !hasRelation(sent, up, 'parataxis')) return 'planned';
    if (isVerbal(sent, up)) {
      const group = verbGroup(sent, up);
      return group.tense === 'future' || group.modal !== null || group.infinitive ? 'planned' : 'given';
    }
  }
  return 'given';
}

const isVerbal = (sent: Sentence, at: number): boolean => {
  const token = sent.tokens[at]!;
  return token.upos === 'VERB' || token.xpos.startsWith('VB') || child(sent, at, 'cop') >= 0;
};
