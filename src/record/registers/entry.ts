/** What an official register says: somebody was somewhere on these days, and what for. */

export interface RegisterEntry {
  /** Unique in its register. */
  readonly id: string;
  /** Name of the traveller or visitor as the register has it, without the title. */
  readonly person: string;
  readonly role: string | null;
  /** ISO3 of the country whose office the person holds. */
  readonly country: string | null;
  /** ISO3 of the country visited. */
  readonly host: string | null;
  /** Towns, as listed. */
  readonly place: string | null;
  /** ISO days. */
  readonly from: string | null;
  readonly to: string | null;
  /** The register's own remark. */
  readonly text: string;
  readonly source: string | null;
}
