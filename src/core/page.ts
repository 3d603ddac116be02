/** A page as it was acquired: bytes decoded, nothing interpreted yet. */

export type PageKind = 'html' | 'dump' | 'plain';

export interface Page {
  /** SHA-256 of the raw bytes, hex. */
  readonly hash: string;
  /** The caller's id when there was one, else derived from the hash. */
  readonly id: string;
  readonly kind: PageKind;
  /** Markup for `html`, lines for `dump`, running text for `plain`. */
  readonly content: string;
  readonly url: string | null;
  /** What the caller knows and the page may not say. */
  readonly given: {
    readonly published: string | null;
    readonly publisher: string | null;
    readonly title: string | null;
  };
  /** Charset that the bytes were decoded with, and whether some bytes could not be. */
  readonly charset: string;
  readonly lossy: boolean;
  readonly truncated: boolean;
}
