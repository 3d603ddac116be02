/** Dictionary forms: what the treebanks say of irregular words, rules for the rest. */

import { PARTICIPLE, PAST, PLURALS, UNCHANGED } from './irregular.ts';

/** Verbs whose stem the rules must recognise, and forms that the rules get wrong, read from text lines. */
export class Lemmatizer {
  readonly #exceptions = new Map<string, string>();
  readonly #verbs = new Set<string>();
  readonly #cache = new Map<string, string>();

  /** `table` has lines "tag TAB form TAB lemma"; the tag "V" alone lists a verb. */
  constructor(table: string) {
    for (const line of table.split('\n')) {
      const [tag, form, lemma] = line.split('\t');
      if (tag === 'V' && form) this.#verbs.add(form);
      else if (form !== undefined && lemma !== undefined) this.#exceptions.set(`${tag}\t${form}`, lemma);
    }
  }

  /** Lemma of a form under its Penn tag. */
  lemma(form: string, xpos: string): string {
    if (form.length > 64) return form;
    const key = `${xpos}\t${form}`;
    let found = this.#cache.get(key);
    if (found === undefined) {
      if (this.#cache.size > 30_000) this.#cache.clear();
      found = this.#exceptions.get(exceptionKey(form, xpos)) ?? ruleLemma(form, xpos, this.#verbs);
      this.#cache.set(key, found);
    }
    return found;
  }
}

/** Names keep their case in the table; all other words are looked up in lower case. */
export const exceptionKey = (form: string, xpos: string): string =>
  `${xpos}\t${xpos.startsWith('NNP') ? form : form.toLowerCase()}`;

/** Lemma by rule alone. `verbs` decides between candidate stems ("making": make). */
export function ruleLemma(form: string, xpos: string, verbs: ReadonlySet<string>): string {
  if (xpos === 'NNP' || xpos === 'FW' || xpos === 'CD' || xpos === 'LS' || xpos === 'ADD' || xpos === 'SYM')
    return form;
  if (xpos === 'NNPS') return plural(form);
  const word = form.toLowerCase().replaceAll('’', "'");
  switch (xpos) {
    case 'NNS':
      return plural(word);
    case 'VBZ':
      return third(word, verbs);
    case 'VBG':
      return word.endsWith('ing') && word.length > 4 ? stem(word.slice(0, -3), verbs) : word;
    case 'VBD':
      return PAST.get(word) ?? past(word, verbs);
    case 'VBN':
      return PARTICIPLE.get(word) ?? PAST.get(word) ?? past(word, verbs);
    case 'JJR':
    case 'RBR':
      return word.endsWith('er') && word.length > 4 ? positive(word.slice(0, -2)) : word;
    case 'JJS':
    case 'RBS':
      return word.endsWith('est') && word.length > 5 ? positive(word.slice(0, -3)) : word;
    default:
      return word;
  }
}

function plural(word: string): string {
  const known = PLURALS.get(word);
  if (known !== undefined) return known;
  if (UNCHANGED.has(word)) return word;
  if (/men$/.test(word) && word.length > 4) return `${word.slice(0, -2)}an`;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word) && !/(?:ches|uses|ases|nses|rses|ises|oses|yses|izes|azes)$/.test(word))
    return word.slice(0, -2);
  if (/(?:tches|nches|rches|aches|eaches|oaches|ouches|ises$(?<=crises|analyses))$/.test(word))
    return word.slice(0, -2);
  if (/oes$/.test(word) && word.length > 4) return word.slice(0, -2);
  if (/[^su']s$/.test(word)) return word.slice(0, -1);
  return word;
}

function third(word: string, verbs: ReadonlySet<string>): string {
  if (!word.endsWith('s') || word.length < 3 || word.endsWith('ss')) return word;
  const bare = word.slice(0, -1);
  if (verbs.has(bare)) return bare;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) {
    const short = word.slice(0, -2);
    return verbs.has(short) || !/(?:s|z)$/.test(short) || /(?:ss|zz)$/.test(short) ? short : bare;
  }
  return bare;
}

function past(word: string, verbs: ReadonlySet<string>): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith('ed') && word.length > 3 ? stem(word.slice(0, -2), verbs) : word;
}

/** The verb behind a stem without -ing or -ed: "sign", "mak(e)", "stop(p)". */
function stem(base: string, verbs: ReadonlySet<string>): string {
  const doubled = /([bdfgklmnprtvz])\1$/.test(base);
  if (doubled && verbs.has(base.slice(0, -1))) return base.slice(0, -1);
  if (verbs.has(`${base}e`) && !verbs.has(base)) return `${base}e`;
  if (verbs.has(base)) return base;
  // Prefixed verbs follow the verb inside: "re-signed", "outmaneuvered", "co-authored".
  for (let cut = 2; cut <= 5 && base.length - cut >= 3; cut++) {
    const inner = base.slice(cut);
    if (
      verbs.has(`${inner}e`) &&
      !verbs.has(inner) &&
      /^(?:re|un|de|dis|mis|out|over|under|pre|co|inter|fore)-?$/.test(base.slice(0, cut))
    )
      return `${base}e`;
  }
  if (doubled && !/(?:ll|ss|ff|zz)$/.test(base)) return base.slice(0, -1);
  if (base.endsWith('ll') && /[aeiou][aeiou]ll$|[^s][e]ll$/.test(base) && base.length > 5) return base.slice(0, -1);
  return takesE(base) ? `${base}e` : base;
}

/** Stems that English does not leave without their e. */
function takesE(base: string): boolean {
  if (!/[aeiouy]/.test(base)) return true;
  if (/(?:[^aeiou]l|[aeiou]v|v|[aeiou]c|nc|rc|dg|[ai]ng|rg|lg|[^s]s|z|u|[^eo]at|[aeiou]is|[bcdfgptv]l)$/.test(base)) {
    return !/(?:[aeiou]ss|[eo]ng|us$(?<=focus)|[^ce]hang|bring|sing|ing|ang|rl|wl|ias|cus)$/.test(base);
  }
  return /(?:[^aeiou]ir|[^aeiou]ur|quir|[bcdfghjklmnprstvwz]ak|[bcdfglmnprstvwz]ok|[dlnrt]ud|rtgag|gag$(?<=mortgag)|[dlt]id|[^aeio]ut|[^e]it$(?<=unit|cit|ignit|invit|excit|writ)|ibut|itut|crib|pos|plor|stor|scor|clin|fin|lin|min|vin|bin|ram|nam|sum|lod|cod|pled$)$/.test(
    base,
  );
}

const positive = (base: string): string => {
  if (base.endsWith('i')) return `${base.slice(0, -1)}y`;
  if (/([bdgmnpt])\1$/.test(base)) return base.slice(0, -1);
  return /(?:[^aeiou][aiou]r|[aeiou]t$(?<=lat|cut|rit)|rg|nc|[bdfpt]l|iv|av|s|[^aeiou]e|saf|nic|wid|clos|fin|simpl|wis|pur)$/.test(
    base,
  )
    ? `${base}e`
    : base;
};
