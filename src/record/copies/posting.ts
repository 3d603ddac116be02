/** An incremental index from keys to documents, on typed arrays: adding the millionth document costs what the tenth cost. */

/** A key keeps its first documents only: the fortieth copy still meets the first twelve, and boilerplate stays cheap. */
const KEPT = 12;

export class PostingIndex {
  private keys: Uint32Array;
  /** Slot in `postings` + 1; 0 is empty. */
  private slots: Uint32Array;
  private used = 0;
  private postings: Uint32Array;
  private lengths: Uint8Array;

  constructor(capacity = 1 << 12) {
    this.keys = new Uint32Array(capacity * 2);
    this.slots = new Uint32Array(capacity * 2);
    // Most keys stand in one document: postings grow in rows of one, then move to a shared overflow.
    this.postings = new Uint32Array(capacity);
    this.lengths = new Uint8Array(capacity);
  }

  private readonly overflow = new Map<number, number[]>();

  get bytes(): number {
    return (
      this.keys.byteLength +
      this.slots.byteLength +
      this.postings.byteLength +
      this.lengths.byteLength +
      this.overflow.size * 160
    );
  }

  /** Documents that hold the key, at most twelve, oldest first; then the document is added to them. */
  add(key: number, document: number, seen: (other: number) => void): void {
    const slot = this.slotOf(key);
    const length = this.lengths[slot] as number;
    if (length > 0) seen(this.postings[slot] as number);
    const more = length > 1 ? this.overflow.get(slot) : undefined;
    if (more) for (const other of more) seen(other);
    if (length >= KEPT) return;
    if (length === 0) this.postings[slot] = document;
    else if (more) more.push(document);
    else this.overflow.set(slot, [document]);
    this.lengths[slot] = length + 1;
  }

  /** Documents that hold the key; nothing is added. */
  look(key: number, seen: (other: number) => void): void {
    const mask = this.keys.length - 1;
    for (let at = (Math.imul(key, 0x9e3779b1) >>> 0) & mask; ; at = (at + 1) & mask) {
      const slot = this.slots[at] as number;
      if (slot === 0) return;
      if (this.keys[at] !== key) continue;
      seen(this.postings[slot - 1] as number);
      for (const other of this.overflow.get(slot - 1) ?? []) seen(other);
      return;
    }
  }

  private slotOf(key: number): number {
    if (this.used * 2 >= this.keys.length) this.grow();
    const mask = this.keys.length - 1;
    let at = Math.imul(key, 0x9e3779b1) >>> 0;
    for (at &= mask; ; at = (at + 1) & mask) {
      const slot = this.slots[at] as number;
      if (slot === 0) {
        this.keys[at] = key;
        this.slots[at] = ++this.used;
        if (this.used > this.postings.length) {
          this.postings = grown(this.postings, Uint32Array);
          this.lengths = grown(this.lengths, Uint8Array);
        }
        return this.used - 1;
      }
      if (this.keys[at] === key) return slot - 1;
    }
  }

  private grow(): void {
    const { keys, slots } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.slots = new Uint32Array(keys.length * 2);
    const mask = this.keys.length - 1;
    for (let i = 0; i < keys.length; i++) {
      const slot = slots[i] as number;
      if (slot === 0) continue;
      let at = (Math.imul(keys[i] as number, 0x9e3779b1) >>> 0) & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.keys[at] = keys[i] as number;
      this.slots[at] = slot;
    }
  }
}

function grown<T extends Uint32Array | Uint8Array>(array: T, Kind: new (length: number) => T): T {
  const next = new Kind(array.length * 2);
  next.set(array);
  return next;
}
