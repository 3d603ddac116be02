/** Morphological features that findings use, from the tag and the word: a light form of the UD column FEATS. */

const TENSE: Readonly<Record<string, readonly string[]>> = {
  VBD: ['Mood=Ind', 'Tense=Past', 'VerbForm=Fin'],
  VBZ: ['Mood=Ind', 'Number=Sing', 'Person=3', 'Tense=Pres', 'VerbForm=Fin'],
  VBP: ['Mood=Ind', 'Tense=Pres', 'VerbForm=Fin'],
  VBG: ['Tense=Pres', 'VerbForm=Part'],
  VBN: ['Tense=Past', 'VerbForm=Part'],
  MD: ['VerbForm=Fin'],
};

const NUMBER: Readonly<Record<string, string>> = { NN: 'Sing', NNP: 'Sing', NNS: 'Plur', NNPS: 'Plur' };
const DEGREE: Readonly<Record<string, string>> = { JJ: 'Pos', JJR: 'Cmp', JJS: 'Sup', RBR: 'Cmp', RBS: 'Sup' };

const PRONOUNS: Readonly<Record<string, string>> = {
  i: 'Case=Nom|Number=Sing|Person=1|PronType=Prs',
  me: 'Case=Acc|Number=Sing|Person=1|PronType=Prs',
  my: 'Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs',
  we: 'Case=Nom|Number=Plur|Person=1|PronType=Prs',
  us: 'Case=Acc|Number=Plur|Person=1|PronType=Prs',
  our: 'Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs',
  you: 'Person=2|PronType=Prs',
  your: 'Case=Gen|Person=2|Poss=Yes|PronType=Prs',
  he: 'Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs',
  him: 'Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs',
  his: 'Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs',
  she: 'Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs',
  her: 'Gender=Fem|Number=Sing|Person=3|PronType=Prs',
  it: 'Gender=Neut|Number=Sing|Person=3|PronType=Prs',
  its: 'Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs',
  they: 'Case=Nom|Number=Plur|Person=3|PronType=Prs',
  them: 'Case=Acc|Number=Plur|Person=3|PronType=Prs',
  their: 'Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs',
  this: 'Number=Sing|PronType=Dem',
  that: 'Number=Sing|PronType=Dem',
  these: 'Number=Plur|PronType=Dem',
  those: 'Number=Plur|PronType=Dem',
};

const DETERMINERS: Readonly<Record<string, string>> = {
  the: 'Definite=Def|PronType=Art',
  a: 'Definite=Ind|PronType=Art',
  an: 'Definite=Ind|PronType=Art',
  no: 'PronType=Neg',
  all: 'PronType=Tot',
  every: 'PronType=Tot',
  both: 'PronType=Tot',
};

const NEGATIVE = new Set(['not', "n't", 'n’t', 'never', 'no']);

export interface WordContext {
  readonly form: string;
  readonly xpos: string;
  readonly upos: string;
  /** A passive auxiliary hangs on it. */
  readonly passive: boolean;
  /** "to" hangs on it, or an auxiliary: a base form is then an infinitive; else an imperative when it is the root. */
  readonly infinitive: boolean;
  readonly root: boolean;
}

/** "Number=Plur|PronType=Dem" in alphabetical order; "_" for none. */
export function wordFeatures(word: WordContext): string {
  const { xpos, upos } = word;
  const form = word.form.toLowerCase();
  if (upos === 'PRON') return PRONOUNS[form] ?? (xpos.startsWith('W') ? 'PronType=Rel' : '_');
  if (upos === 'DET') return DETERMINERS[form] ?? PRONOUNS[form] ?? '_';
  const number = NUMBER[xpos];
  if (number !== undefined) return `Number=${number}`;
  if (upos === 'NUM') return /^\p{N}/u.test(form) ? 'NumForm=Digit|NumType=Card' : 'NumForm=Word|NumType=Card';
  if (upos === 'ADJ' && /^\d+(?:st|nd|rd|th)$|^(?:first|second|third|fourth|fifth|tenth)$/.test(form))
    return 'Degree=Pos|NumType=Ord';
  if (NEGATIVE.has(form) && (upos === 'PART' || upos === 'ADV')) return 'Polarity=Neg';
  if (xpos === 'VB')
    return word.root && !word.infinitive ? 'Mood=Imp|VerbForm=Fin' : `VerbForm=Inf${word.passive ? '|Voice=Pass' : ''}`;
  const tense = TENSE[xpos];
  if (tense !== undefined && (upos === 'VERB' || upos === 'AUX'))
    return [...tense, ...(word.passive ? ['Voice=Pass'] : [])].join('|');
  const degree = DEGREE[xpos];
  return degree === undefined || (xpos === 'JJ' && upos !== 'ADJ') ? '_' : `Degree=${degree}`;
}
