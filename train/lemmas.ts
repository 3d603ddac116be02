/**
 * Collects what the lemma rules do not know: verbs, and forms whose lemma the rules get wrong.
 *
 * Usage: tsx train/lemmas.ts --treebanks DIR --out DIR
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocuments } from '../src/eval/treebank.ts';
import { PARTICIPLE, PAST } from '../src/language/irregular.ts';
import { exceptionKey, ruleLemma } from '../src/language/lemmas.ts';

const { values } = parseArgs({ options: { treebanks: { type: 'string' }, out: { type: 'string' } } });
const counts = new Map<string, Map<string, number>>();
const verbs = new Map<string, number>();
for (const name of ['ewt-train', 'gum-train']) {
  for (const doc of readDocuments(join(values.treebanks ?? '.', `${name}.conllu`))) {
    for (const word of doc.sentences.flatMap((s) => s.words)) {
      // Irregular forms name their verb in a table of ours; a slip of the treebanks must not add another.
      const regular = !PAST.has(word.form.toLowerCase()) && !PARTICIPLE.has(word.form.toLowerCase());
      if (word.xpos.startsWith('VB') && regular && /^[a-z-]+$/.test(word.lemma)) {
        verbs.set(word.lemma, (verbs.get(word.lemma) ?? 0) + 1);
      }
      const key = exceptionKey(word.form, word.xpos);
      const lemmas = counts.get(key) ?? new Map<string, number>();
      lemmas.set(word.lemma, (lemmas.get(word.lemma) ?? 0) + 1);
      counts.set(key, lemmas);
    }
  }
}
const known = new Set(verbs.keys());
const lines = [...known].sort().map((verb) => `V\t${verb}`);
for (const [key, lemmas] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [tag = '', form = ''] = key.split('\t');
  const [lemma = ''] = [...lemmas].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (/^VB[DN]$/.test(tag) && (PAST.has(form) || PARTICIPLE.has(form)) && !known.has(lemma)) continue;
  if (lemma !== ruleLemma(form, tag, known)) lines.push(`${tag}\t${form}\t${lemma}`);
}
writeFileSync(join(values.out ?? '.', 'lemmas.tsv'), lines.join('\n'));
console.log(`${known.size} verbs, ${lines.length - known.size} exceptions`);
