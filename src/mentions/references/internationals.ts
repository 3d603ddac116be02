/** Whose offices and bodies are that bodies of states have: "the Secretary-General", "the Union", "the Special Representative". */

import type { ReadSentence } from '../actors/sentence.ts';
import type { Draft } from '../draft.ts';
import { copyActor, type History, type ReferenceContext } from './history.ts';
import { isUnions } from './phrasing.ts';

/** Offices that bodies of states have and states do not. */
const OFFICE =
  /(?:^|\s)(?:secretary[- ]general|high commissioner for .+|special rapporteur|executive secretary|executive director|director[- ]general)$/i;

/** Those whom a body sends to deal with a state or a quarrel. */
const SENT_BY =
  /(?:^|\s)(?:(?:special|personal) (?:envoy|representative|coordinator|adviser)|(?:humanitarian|resident) coordinator)(?: (?:for|to|in|of|on) .+)?$/i;

/** Those of the United Nations alone. */
const OF_UN = /^(?:un |u\.n\. )?high commissioner for|special rapporteur/i;

export class Internationals {
  readonly #context: ReferenceContext;
  readonly #history: History;

  /** The codes of all bodies of states that the text tells of. */
  readonly #bodies: ReadonlySet<string>;

  constructor(context: ReferenceContext, history: History, read: readonly ReadSentence[]) {
    this.#context = context;
    this.#history = history;
    const codes = read.flatMap(({ drafts }) =>
      drafts.flatMap(({ kind, code }) => (kind === 'organization' ? [code ?? ''] : [])),
    );
    this.#bodies = new Set(codes.filter((code) => /^(?:UNO|IGO|EUR)$/.test(code)));
  }

  /** Gives an office of such a body the body told of last; true when the office is one, whether a body was told or not. */
  office(item: Draft): boolean {
    if (item.kind === 'person' && !item.plural && isUnions(item.role) && item.country === null && item.code === null) {
      if (this.#bodies.has('EUR')) this.#lend(item, 'EUR', 0.65, null);
      return true;
    }
    if (item.kind === 'person' && !item.plural && SENT_BY.test(item.role ?? '')) return this.#sent(item);
    if (item.kind !== 'person' || item.plural || !OFFICE.test(item.role ?? '')) return false;
    if (item.country !== null || item.code !== null) return false;
    const body = OF_UN.test(item.role ?? '') ? null : this.#bodyBefore(item);
    const only = /^secretary[- ]general$/i.test(item.role ?? '') && this.#bodies.size === 1 && this.#bodies.has('UNO');
    const code = body?.code ?? (OF_UN.test(item.role ?? '') || only ? 'UNO' : null);
    if (code === null) return true;
    this.#lend(item, code, 0.6, body?.org ?? null);
    return true;
  }

  /** "the Special Envoy for Freedonia": of the United Nations, where the text tells of them and of no other body that sends any. */
  #sent(item: Draft): boolean {
    if (item.country !== null || item.code !== null || !(item.definite || item.inner !== null)) return false;
    if (this.#bodies.size !== 1 || !this.#bodies.has('UNO')) return false;
    this.#lend(item, 'UNO', 0.55, null);
    return true;
  }

  /** What is told of an office holds for the name beside it. */
  #lend(item: Draft, code: string, confidence: number, org: string | null): void {
    const name = item.inner ?? (item.rule === 'actor/apposition' ? item.antecedent : null);
    Object.assign(item, { code, org: item.org ?? org, rule: 'reference/of-body', confidence });
    if (name === null) return;
    const person = this.#context.people.of(name);
    if (name.code === null && name.country === null) name.code = code;
    if (person !== null && person.country === null) person.code ??= code;
  }

  /** "its peacekeepers", where the text tells of the United Nations and of no other body that sends any. */
  peacekeepers(item: Draft): boolean {
    if (item.country !== null || item.code !== null || !/peacekeep|blue helmet/i.test(item.role ?? '')) return false;
    const told = new Set<string>();
    for (const { code } of this.#history.bodiesBackwards(item.span[0]))
      if (code === 'UNO' || code === 'IGO') told.add(code);
    if (told.size !== 1 || !told.has('UNO')) return false;
    Object.assign(item, { code: 'UNO', rule: 'reference/of-body', confidence: 0.6 });
    return true;
  }

  /** "The Union will pay" where the text tells of the European one. */
  union(item: Draft, words: string): boolean {
    if (words !== 'Union' || item.code !== null || item.country !== null) return false;
    for (const earlier of this.#history.bodiesBackwards(item.span[0])) {
      if (earlier.code !== 'EUR') continue;
      copyActor(item, earlier);
      Object.assign(item, { antecedent: earlier, sector: null, rule: 'reference/of-body', confidence: 0.7 });
      return true;
    }
    return false;
  }

  /** The European Union has no such office. */
  #bodyBefore(item: Draft): Draft | null {
    const reach = /secretary[- ]general$/i.test(item.role ?? '') ? 12 : 2;
    for (const earlier of this.#history.bodiesBackwards(item.span[0])) {
      if (item.sentence.index - earlier.sentence.index > reach) return null;
      if (/^(?:UNO|IGO)$/.test(earlier.code ?? '')) return earlier;
    }
    return null;
  }
}
