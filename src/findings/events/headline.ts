/** Headlines leave out "is" and "was": "French journalist detained in Lagos" is a passive in all but form. */

import type { Token } from '../../core/index.ts';
import type { Edit } from './rehang.ts';

/** Past tenses that need an object when they are active: without one, in a headline, they are passive. */
const HANDLING = new Set(
  (
    'arrest detain jail imprison kidnap abduct seize free release deport expel charge convict sentence kill wound injure behead execute shoot murder assassinate ' +
    'gun gunned stab beat attack bomb torture evict exile summon recall oust depose ban suspend sanction blacklist acquit pardon hang raid ambush hijack impound confiscate ' +
    'intercept evacuate displace rescue appoint elect lift impose declare extend ease restore shut reopen cancel postpone scrap cut freeze torch vandalise vandalize deface ' +
    'bundle hold find fine question interrogate indict extradite repatriate hack target destroy damage shell hit kill drag lynch dismiss sack remove disperse teargas ' +
    'block seal barricade storm besiege set pelt burn rape poison strip bar'
  ).split(' '),
);

/** What these take is no object of theirs: "hit by", "set on fire", "found dead". */
const CONTINUED = /^(ADP|ADV|ADJ|PUNCT|SCONJ|CCONJ|PART|X|NUM)$/;

/** Past tenses that look like the present. */
const SAME = /^(hit|shut|cut|set|hurt|beat|burst)$/;

/** "held hostage" */
const HELD = /^(hostage|captive|prisoner|incommunicado)$/i;

/** Reads the tokens of a headline as they stand and reports each change to `edit`. */
export function headlined(tokens: readonly Token[], edit: Edit): void {
  const last = tokens.at(-1);
  if (!last || tokens.length > 18 || /[.!?"”)]$/.test(last.form)) return;
  tokens.forEach((verb, v) => {
    const form = verb.form.toLowerCase();
    const own = (rel: RegExp): boolean => tokens.some((t) => t.head === v && rel.test(t.deprel));
    const past =
      verb.upos === 'VERB' && /^VB[DN]$/.test(verb.xpos) && (form !== verb.lemma.toLowerCase() || SAME.test(form));
    if (!past && !(form === 'shot' && own(/^nsubj/) && !own(/^det/))) return;
    if (!HANDLING.has(verb.lemma.toLowerCase()) && form !== 'shot') return;
    if (own(/^(iobj|ccomp|aux|cop|expl)/)) return;
    const next = tokens[v + 1];
    const held = next !== undefined && HELD.test(next.form) && next.head === v;
    if (!held && (own(/^obj/) || (next !== undefined && !CONTINUED.test(next.upos)))) return;
    // "warehouse set on fire": the clause hangs on the noun that is its subject.
    if (verb.deprel === 'acl' && tokens[verb.head]?.head === -1 && verb.head < v) {
      if (verb.xpos === 'VBD' && !own(/^nsubj/)) edit(v, verb.head, 'acl', { upos: 'VERB', xpos: 'VBN' });
      return;
    }
    if (!/^(root|parataxis|conj|ccomp)$/.test(verb.deprel)) return;
    const subject = tokens.findIndex((t) => t.head === v && /^nsubj/.test(t.deprel));
    if (subject < 0 || subject > v) return;
    edit(subject, v, 'nsubj:pass');
    edit(v, verb.head, verb.deprel, { upos: 'VERB', xpos: 'VBN', ...(form === 'shot' ? { lemma: 'shoot' } : {}) });
    if (held) edit(v + 1, v, 'xcomp');
  });
}
