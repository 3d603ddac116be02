/** Copies: finds, for each document added, the earlier documents whose words it shares, and says how. Incremental. */

import { Boilerplate } from './boilerplate.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import { PostingIndex } from './posting.ts';
import { type Kinship, kinship, type Side } from './relation.ts';
import { type Words, wordsOf } from './words.ts';

export { type Alignment, align, type Run } from './align.ts';
export { Boilerplate } from './boilerplate.ts';
export {
  type AlignedRestoration,
  MOST_ORIGINALS,
  type Original,
  type OriginalName,
  restoreFromOriginals,
} from './from-original.ts';
export { type Named, namesOf } from './names.ts';
export { type CopyRelation, type Kinship, kinship, type Side } from './relation.ts';
export { type Words, wordsOf } from './words.ts';

/** What the index must know of a document. */
export interface CopyInput {
  readonly id: string;
  /** The clean body, never the raw page: furniture makes false copies. */
  readonly text: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly spun: boolean;
}

export interface Kin extends Kinship {
  /** The earlier document: `left` in the alignment is the new one, `right` this one. */
  readonly other: string;
}

/** Two shared keys make a candidate: one shared shingle is an agency's set phrase. */
const ENOUGH_SHARED = 2;
/** Candidates that are aligned, best first: a story's fortieth copy need not meet all the others. */
const MOST_ALIGNED = 24;

export class CopyIndex {
  private readonly ids: string[] = [];
  private readonly shingles = new PostingIndex();
  private readonly anchors = new PostingIndex();
  private readonly furniture = new Boilerplate();
  private readonly recall: (id: string) => CopyInput | null;

  /** `recall` gives a document's text again: the index itself holds only keys. */
  constructor(recall: (id: string) => CopyInput | null) {
    this.recall = recall;
  }

  get size(): number {
    return this.ids.length;
  }

  get bytes(): number {
    return this.shingles.bytes + this.anchors.bytes;
  }

  /** Adds a document and answers its kin among those added before, closest first. */
  add(input: CopyInput): Kin[] {
    this.furniture.learn(input.publisher, input.text);
    const words = this.wordsOf(input);
    return this.candidates(input.id, words)
      .map((other) => this.compare(input, words, other))
      .filter((kin) => kin !== null)
      .sort((a, b) => b.alignment.aligned - a.alignment.aligned || (a.other < b.other ? -1 : 1));
  }

  /** The kin of a document that is not added. */
  meet(input: CopyInput): Kin[] {
    const words = this.wordsOf(input);
    return this.sharing(fingerprint(words), words.count, (index, key, seen) => index.look(key, seen))
      .map((other) => this.compare(input, words, other))
      .filter((kin) => kin !== null)
      .sort((a, b) => b.alignment.aligned - a.alignment.aligned || (a.other < b.other ? -1 : 1));
  }

  /** Adds a document's keys and answers who shares enough of them, most first. */
  candidates(id: string, words: Words): string[] {
    const document = this.ids.push(id) - 1;
    return this.sharing(fingerprint(words), words.count, (index, key, seen) => index.add(key, document, seen));
  }

  private sharing(
    keys: Fingerprint,
    count: number,
    at: (index: PostingIndex, key: number, seen: (other: number) => void) => void,
  ): string[] {
    const shared = new Map<number, number>();
    const seen = (other: number): void => {
      shared.set(other, (shared.get(other) ?? 0) + 1);
    };
    for (const key of keys.shingles) at(this.shingles, key, seen);
    for (const key of keys.anchors) at(this.anchors, key, seen);
    // A short text has few sampled shingles: one is then enough to look.
    const enough = count < 80 ? 1 : ENOUGH_SHARED;
    return [...shared]
      .filter(([, times]) => times >= enough)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_ALIGNED)
      .map(([other]) => this.ids[other] as string);
  }

  private wordsOf({ publisher, text }: CopyInput): Words {
    return this.furniture.without(publisher, text, wordsOf(text));
  }

  private compare(input: CopyInput, words: Words, id: string): Kin | null {
    const other = this.recall(id);
    if (other === null) return null;
    const side = (of: CopyInput, own: Words): Side => ({
      words: own,
      publisher: of.publisher,
      url: of.url,
      spun: of.spun,
    });
    const found = kinship(side(input, words), side(other, this.wordsOf(other)));
    return found === null ? null : { ...found, other: id };
  }
}
