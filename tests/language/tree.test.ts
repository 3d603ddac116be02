/** The tree surface: walking, arguments across constructions, verb groups. */

import { describe, expect, test } from 'vitest';
import * as tree from '../../src/language/tree.ts';
import { handMadeTree } from '../support/hand-made-tree.ts';

const at = (notation: string, form: string) => {
  const sent = handMadeTree(notation);
  return { sent, i: sent.tokens.findIndex((t) => t.form === form) };
};
const form = (notation: string, i: number) => handMadeTree(notation).tokens[i]?.form ?? '-';
const names = (notation: string, list: readonly tree.Argument[]) =>
  list.map(({ token, via }) => `${form(notation, token)}:${via}`).join(' ');

const MET =
  'Li/NNP/2/nsubj met/VBD/0/root Wang/NNP/2/obj and/CC/5/cc Sok/NNP/3/conj in/IN/7/case Hanoi/NNP/2/obl ././2/punct';
const SHARED = 'Li/NNP/2/nsubj met/VBD/0/root Wang/NNP/2/obj and/CC/5/cc signed/VBD/2/conj deals/NNS/5/obj';
const PASSIVE =
  'The/DT/2/det deal/NN/4/nsubj:pass was/VBD/4/aux:pass signed/VBN/0/root by/IN/6/case ministers/NNS/4/obl:agent';
const RELATIVE = 'envoys/NNS/0/root who/WP/3/nsubj met/VBD/1/acl:relcl Li/NNP/3/obj';
const GAP = 'the/DT/2/det treaty/NN/0/root they/PRP/4/nsubj signed/VBD/2/acl:relcl';
const CONTROL = 'Li/NNP/2/nsubj asked/VBD/0/root Wang/NNP/2/obj to/TO/5/mark come/VB/2/xcomp';
const PROMISE = 'Li/NNP/2/nsubj promised/VBD/0/root Wang/NNP/2/obj to/TO/5/mark come/VB/2/xcomp';
const PARTICIPLE = 'the/DT/2/det pact/NN/5/nsubj signed/VBN/2/acl yesterday/NN/3/obl:unmarked matters/VBZ/0/root';
const RIGHT = 'They/PRP/2/nsubj drafted/VBD/0/root and/CC/4/cc signed/VBD/2/conj it/PRP/4/obj';

describe('walking', () => {
  const { sent, i } = at(MET, 'met');
  test('children by relation, in text order', () => expect(tree.children(sent, i, 'obj', 'nsubj')).toEqual([0, 2]));
  test('a relation matches its subtypes', () => {
    expect(tree.isRelation('nsubj:pass', 'nsubj')).toBe(true);
    expect(tree.isRelation('nsubj', 'nsubj:pass')).toBe(false);
    expect(tree.isRelation('objx', 'obj')).toBe(false);
  });
  test('the subtree and its span', () => {
    expect(tree.subtree(sent, 2)).toEqual([2, 3, 4]);
    expect(tree.subtreeSpan(sent, 2)).toEqual([7, 19]);
    expect(tree.subtree(sent, 2, ['conj'])).toEqual([2]);
  });
  test('conjuncts are a flat list with the first one', () => expect(tree.conjuncts(sent, 2)).toEqual([2, 4]));
  test('the coordination is the same from any member', () => expect(tree.coordination(sent, 4)).toEqual([2, 4]));
  test('the coordinator', () => expect(tree.coordinator(sent, 4)).toBe('and'));
  test('the governor of a conjunct is that of the first', () =>
    expect(tree.governor(sent, 4)).toEqual({ head: 1, rel: 'obj' }));
  test('a path goes up, over and down', () => {
    expect(tree.path(sent, 0, 6)).toEqual({ up: [0], common: 1, down: [6], text: 'nsubj^ meet vobl' });
    expect(tree.path(sent, 1, 1)?.up).toEqual([]);
  });
  test('outside the sentence there is nobody', () => {
    expect(tree.head(sent, 99)).toBe(-1);
    expect(tree.subtreeSpan(sent, 99)).toBeNull();
    expect(tree.path(sent, 0, 99)).toBeNull();
    expect(tree.conjuncts(sent, -1)).toEqual([]);
  });
  test('a noun phrase without its preposition and apposition', () => {
    const n = 'with/IN/3/case the/DT/3/det minister/NN/0/root of/IN/5/case Laos/NNP/3/nmod ,/,/7/punct Sok/NNP/3/appos';
    expect(tree.nounPhrase(handMadeTree(n), 2)).toEqual([1, 2, 3, 4]);
  });
});

describe('arguments', () => {
  const subjects = (n: string, verb: string) => names(n, tree.subjectsOf(at(n, verb).sent, at(n, verb).i));
  const objects = (n: string, verb: string) => names(n, tree.objectsOf(at(n, verb).sent, at(n, verb).i));
  test('own, with coordination flattened', () => {
    expect(subjects(MET, 'met')).toBe('Li:own');
    expect(objects(MET, 'met')).toBe('Wang:own Sok:own');
  });
  test('a subject is shared by coordinated verbs', () => expect(subjects(SHARED, 'signed')).toBe('Li:shared'));
  test('an object on the right is shared', () => expect(objects(RIGHT, 'drafted')).toBe('it:shared'));
  test('an object of the first verb is not shared backwards', () =>
    expect(objects('Li/NNP/2/nsubj met/VBD/0/root Wang/NNP/2/obj and/CC/5/cc left/VBD/2/conj', 'left')).toBe(''));
  test('passive: the agent does it, the subject undergoes it', () => {
    const { sent, i } = at(PASSIVE, 'signed');
    expect(tree.isPassive(sent, i)).toBe(true);
    expect(names(PASSIVE, tree.agentsOf(sent, i))).toBe('ministers:own');
    expect(names(PASSIVE, tree.patientsOf(sent, i))).toBe('deal:own');
  });
  test('a relative pronoun stands for its noun', () => expect(subjects(RELATIVE, 'met')).toBe('envoys:relative'));
  test('a bare relative clause takes its noun as object', () => expect(objects(GAP, 'signed')).toBe('treaty:relative'));
  test('object control', () => expect(subjects(CONTROL, 'come')).toBe('Wang:control'));
  test('subject control', () => expect(subjects(PROMISE, 'come')).toBe('Li:control'));
  test('a participle after a noun', () => {
    const { sent, i } = at(PARTICIPLE, 'signed');
    expect(tree.isPassive(sent, i)).toBe(true);
    expect(names(PARTICIPLE, tree.patientsOf(sent, i))).toBe('pact:participle');
    expect(tree.participialClausesOf(sent, 1)).toEqual([2]);
    expect(tree.modifiedNoun(sent, i)).toBe(1);
  });
  test('an infinitive hung on the object of "allow" is still the object\'s', () => {
    const n = 'Laos/NNP/2/nsubj allow/VBP/0/root envoys/NNS/2/obj to/TO/5/mark leave/VB/3/acl';
    expect(subjects(n, 'leave')).toBe('envoys:control');
  });
  test('a plan to visit visits nobody', () =>
    expect(subjects('plans/NNS/0/root to/TO/3/mark visit/VB/1/acl Laos/NNP/3/obj', 'visit')).toBe(''));
  test('prepositional phrases, the preposition shared or their own', () => {
    const n =
      'talks/NNS/0/root with/IN/3/case Laos/NNP/1/nmod and/CC/5/cc Japan/NNP/3/conj on/IN/7/case trade/NN/1/nmod';
    const sent = handMadeTree(n);
    expect(tree.nominalModifiersOf(sent, 0, 'with').map((o) => form(n, o.token))).toEqual(['Laos', 'Japan']);
    expect(tree.nominalModifiersOf(sent, 0).map((o) => o.preposition)).toEqual(['with', 'with', 'on']);
  });
  test('fixed prepositions are whole', () => {
    const n = 'spoke/VBD/0/root on/IN/5/case behalf/NN/2/fixed of/IN/2/fixed Laos/NNP/1/obl';
    expect(tree.obliquesOf(handMadeTree(n), 0)[0]?.preposition).toBe('on behalf of');
  });
  test('possessors and appositions', () => {
    const n = "Laos/NNP/3/nmod:poss 's/POS/1/case minister/NN/0/root ,/,/5/punct Sok/NNP/3/appos";
    expect(tree.possessorsOf(handMadeTree(n), 2)).toEqual([0]);
    expect(tree.appositionsOf(handMadeTree(n), 2)).toEqual([4]);
  });
  test('a headline actor is about to act', () => {
    const n = 'Maldovia/NNP/0/root to/TO/3/mark host/VB/1/acl summit/NN/3/obj';
    expect(subjects(n, 'host')).toBe('Maldovia:participle');
    expect(tree.verbGroup(handMadeTree(n), 2).tense).toBe('future');
  });
  test('led to Sok cancelling', () => {
    const n =
      'row/NN/2/nsubj led/VBD/0/root to/IN/4/case Sok/NNP/2/obl abruptly/RB/6/advmod cancelling/VBG/2/advcl talks/NNS/6/obj';
    expect(subjects(n, 'cancelling')).toBe('Sok:participle');
  });
  test('a participle after a speech clause belongs to the speaker', () => {
    const n = 'It/PRP/2/nsubj works/VBZ/0/root he/PRP/4/nsubj said/VBD/2/parataxis ,/,/6/punct adding/VBG/2/advcl';
    expect(subjects(n, 'adding')).toBe('he:participle');
  });
  test('the clause a noun belongs to', () => expect(tree.clauseOf(handMadeTree(MET), 4)).toBe(1));
  test('circular heads end', () => {
    const sent = handMadeTree('a/NN/2/conj b/NN/1/conj');
    expect(tree.subjectsOf(sent, 0)).toEqual([]);
    expect(tree.ancestors(sent, 0).length).toBeLessThanOrEqual(2);
  });
});

describe('verb groups', () => {
  const group = (n: string, verb: string) => tree.verbGroup(at(n, verb).sent, at(n, verb).i);
  test('past', () =>
    expect(group(MET, 'met')).toMatchObject({ tense: 'past', voice: 'active', negated: false, modal: null }));
  test('present perfect progressive', () =>
    expect(group('They/PRP/4/nsubj have/VBP/4/aux been/VBN/4/aux meeting/VBG/0/root', 'meeting')).toMatchObject({
      tense: 'present',
      perfect: true,
      progressive: true,
    }));
  test('future passive', () =>
    expect(group('It/PRP/4/nsubj:pass will/MD/4/aux be/VB/4/aux:pass signed/VBN/0/root', 'signed')).toMatchObject({
      tense: 'future',
      voice: 'passive',
      modal: 'will',
    }));
  test('a modal dates nothing', () =>
    expect(group('He/PRP/3/nsubj may/MD/3/aux visit/VB/0/root', 'visit')).toMatchObject({ tense: null, modal: 'may' }));
  test('a coordinated verb shares auxiliary and negation', () => {
    const n = 'He/PRP/4/nsubj will/MD/4/aux not/RB/4/advmod meet/VB/0/root or/CC/6/cc call/VB/4/conj Li/NNP/6/obj';
    expect(group(n, 'call')).toMatchObject({ tense: 'future', negated: true, auxiliaries: [1] });
  });
  test('but ends a negation', () =>
    expect(
      group('He/PRP/4/nsubj did/VBD/4/aux not/RB/4/advmod meet/VB/0/root but/CC/6/cc called/VBD/4/conj', 'called')
        .negated,
    ).toBe(false));
  test('never, no longer, neither … nor, without', () => {
    expect(group('He/PRP/3/nsubj never/RB/3/advmod met/VBD/0/root', 'met').negated).toBe(true);
    expect(group('He/PRP/4/nsubj no/RB/3/advmod longer/RB/4/advmod meets/VBZ/0/root', 'meets').negated).toBe(true);
    expect(group('Neither/CC/2/cc:preconj side/NN/3/nsubj met/VBD/0/root', 'met').negated).toBe(true);
    expect(group('left/VBD/0/root without/IN/3/mark signing/VBG/1/advcl', 'signing').negated).toBe(true);
  });
  test('no talks were held', () =>
    expect(group('No/DT/2/det talks/NNS/4/nsubj:pass were/VBD/4/aux:pass held/VBN/0/root', 'held').negated).toBe(true));
  test('refusing is no negation, not only affirms', () => {
    expect(group('He/PRP/2/nsubj refused/VBD/0/root to/TO/4/mark sign/VB/2/xcomp', 'sign')).toMatchObject({
      negated: false,
      infinitive: true,
      tense: null,
    });
    expect(group('He/PRP/4/nsubj not/RB/4/advmod only/RB/4/advmod met/VBD/0/root', 'met').negated).toBe(false);
  });
  test('a headline infinitive is to come', () =>
    expect(group('Minister/NN/3/nsubj to/TO/3/mark visit/VB/0/root Hanoi/NNP/3/obj', 'visit').tense).toBe('future'));
  test('conditions', () => {
    const n =
      'talks/NNS/2/nsubj resume/VBP/0/root if/IN/5/mark sides/NNS/5/nsubj agree/VBP/2/advcl and/CC/7/cc sign/VBP/5/conj';
    expect(group(n, 'agree').condition).toBe('if');
    expect(group(n, 'sign').condition).toBe('if');
    expect(group(n, 'resume').condition).toBeNull();
  });
  test('questions and commands', () => {
    expect(group('Will/MD/3/aux he/PRP/3/nsubj come/VB/0/root ?/./3/punct', 'come').question).toBe(true);
    expect(group('Stop/VB/0/root it/PRP/1/obj !/./1/punct', 'Stop').imperative).toBe(true);
  });
});

describe('trees', () => {
  const tokens = (...heads: readonly number[]) =>
    heads.map((head) => ({ ...handMadeTree('a/NN/0/root').tokens[0]!, head }));
  test('every word leads to the one root', () => expect(tree.isTree(tokens(1, -1, 1, 2))).toBe(true));
  test('two that hang on each other', () => expect(tree.isTree(tokens(-1, 2, 1))).toBe(false));
  test('a word on itself', () => expect(tree.isTree(tokens(-1, 1))).toBe(false));
  test('two roots', () => expect(tree.isTree(tokens(-1, -1))).toBe(false));
});
