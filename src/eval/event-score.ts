/** Scoring events against gold: pure functions over types and casts. */

export interface Party {
  readonly role: 'actor' | 'recipient';
  readonly code: string;
  readonly sector: string | null;
}

export interface Coded {
  readonly type: string;
  readonly parties: readonly Party[];
}

export interface GoldRecord extends Coded {
  readonly id: string;
  readonly text: string;
  readonly alt: readonly string[];
  readonly scoreActors: boolean;
}

/** The event that best fits a record: strict type, then an accepted one, then the first. Null when none was found. */
export function bestType(gold: Pick<GoldRecord, 'type' | 'alt'>, found: readonly Coded[]): Coded | null {
  return (
    found.find((event) => event.type === gold.type) ??
    found.find((event) => gold.alt.includes(event.type)) ??
    found[0] ??
    null
  );
}

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

/** Multiset comparison of keys. */
export function compare(gold: readonly string[], found: readonly string[]): Counts {
  const left = [...gold];
  let tp = 0;
  for (const key of found) {
    const at = left.indexOf(key);
    if (at < 0) continue;
    left.splice(at, 1);
    tp++;
  }
  return { tp, fp: found.length - tp, fn: gold.length - tp };
}

/** Both codes of Kosovo count as one. */
const same = (code: string): string => (code === 'KOS' ? 'XKX' : code);
export const directed = (parties: readonly Party[]): string[] => parties.map((p) => `${p.role} ${same(p.code)}`);
export const undirected = (parties: readonly Party[]): string[] => parties.map((p) => same(p.code));

export interface RecordScore {
  readonly gold: GoldRecord;
  readonly events: number;
  readonly strictAny: boolean;
  readonly strictTop: boolean;
  readonly lenientAny: boolean;
  readonly lenientTop: boolean;
  readonly type: string | null;
  readonly actors: Counts;
  readonly undirected: Counts;
  readonly exact: boolean;
  /** Slots with a gold sector; those whose country was found; those whose sector is right too. */
  readonly sectors: { readonly gold: number; readonly placed: number; readonly right: number };
}

/** One record by the protocol: type over all events and over the first, actors on the best-type event. */
export function scoreRecord(gold: GoldRecord, found: readonly Coded[]): RecordScore {
  const best = bestType(gold, found);
  const top = found[0] ?? null;
  const accepted = (event: Coded | null): boolean =>
    event !== null && (event.type === gold.type || gold.alt.includes(event.type));
  const parties = best?.parties ?? [];
  const actors = compare(directed(gold.parties), directed(parties));
  let [slots, placed, right] = [0, 0, 0];
  const left = [...parties];
  for (const slot of gold.parties) {
    if (slot.sector === null) continue;
    slots++;
    const at = left.findIndex((p) => p.role === slot.role && same(p.code) === same(slot.code));
    if (at < 0) continue;
    placed++;
    if (left[at]!.sector === slot.sector) right++;
    left.splice(at, 1);
  }
  return {
    gold,
    events: found.length,
    strictAny: found.some((event) => event.type === gold.type),
    strictTop: top?.type === gold.type,
    lenientAny: found.some(accepted),
    lenientTop: accepted(top),
    type: best?.type ?? null,
    actors,
    undirected: compare(undirected(gold.parties), undirected(parties)),
    exact: actors.fp === 0 && actors.fn === 0,
    sectors: { gold: slots, placed, right },
  };
}

export const f1 = ({ tp, fp, fn }: Counts): number => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));

export const total = (counts: readonly Counts[]): Counts => {
  const sum: Counts = { tp: 0, fp: 0, fn: 0 };
  for (const c of counts) {
    sum.tp += c.tp;
    sum.fp += c.fp;
    sum.fn += c.fn;
  }
  return sum;
};

/** Mean F1 over gold types of the best-type event. */
export function macroF1(scores: readonly RecordScore[]): number {
  const types = new Set(scores.map((s) => s.gold.type));
  let sum = 0;
  for (const type of types) {
    const tp = scores.filter((s) => s.gold.type === type && s.type === type).length;
    const fp = scores.filter((s) => s.gold.type !== type && s.type === type).length;
    const fn = scores.filter((s) => s.gold.type === type && s.type !== type).length;
    sum += f1({ tp, fp, fn });
  }
  return types.size === 0 ? 0 : sum / types.size;
}

/** 95 % bootstrap interval of a mean of yes and no; the draws are the same on every run. */
export function interval(hits: readonly boolean[], draws = 1000): readonly [number, number] {
  if (hits.length === 0) return [0, 0];
  let seed = 20250101;
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  const means: number[] = [];
  for (let d = 0; d < draws; d++) {
    let sum = 0;
    for (let i = 0; i < hits.length; i++) if (hits[Math.floor(next() * hits.length)]) sum++;
    means.push(sum / hits.length);
  }
  means.sort((a, b) => a - b);
  return [means[Math.floor(draws * 0.025)]!, means[Math.floor(draws * 0.975)]!];
}
