/** Addresses: a view is its query string, the same words as the API and the feeds take, so that one can be had from the other. */

/** What the timeline is asked; every field may be absent. */
export interface TimelineSearch {
  actor?: string;
  other?: string;
  types?: readonly string[];
  modality?: readonly string[];
  from?: string;
  to?: string;
  text?: string;
  /** Only what has no date. */
  undated?: true;
  /** With what only held documents say. */
  held?: true;
  /** Every report for itself, instead of the facts they agree on. */
  view?: 'reports';
}

export interface DocumentsSearch {
  text?: string;
  publisher?: string;
  grade?: string;
  from?: string;
  to?: string;
  /** A column, "-" before it for descending. */
  sort?: string;
}

type Plain = Record<string, string>;

/** "?a=1&b=x,y" to words; the last of a repeated name counts. */
export function parseSearch(query: string): Plain {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Lists as comma-separated words, true as "true"; empty values are left out. "" or "?…". */
export function stringifySearch(search: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const word = Array.isArray(value) ? value.join(',') : value === undefined || value === false ? '' : String(value);
    if (word !== '') parameters.set(name, word);
  }
  const query = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return query === '' ? '' : `?${query}`;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads an address; what makes no sense in it is passed over. */
export function timelineSearch(raw: Record<string, unknown>): TimelineSearch {
  const search: TimelineSearch = {};
  for (const name of ['actor', 'other', 'text'] as const) {
    const word = wordOf(raw[name]);
    if (word !== null) search[name] = word;
  }
  for (const name of ['from', 'to'] as const) {
    const day = wordOf(raw[name]);
    if (day !== null && DAY.test(day)) search[name] = day;
  }
  for (const name of ['types', 'modality'] as const) {
    const words = listOf(raw[name]);
    if (words.length > 0) search[name] = words;
  }
  for (const name of ['undated', 'held'] as const) if (raw[name] === true || raw[name] === 'true') search[name] = true;
  if (raw.view === 'reports') search.view = 'reports';
  return search;
}

export function documentsSearch(raw: Record<string, unknown>): DocumentsSearch {
  const search: DocumentsSearch = {};
  for (const name of ['text', 'publisher', 'grade', 'sort'] as const) {
    const word = wordOf(raw[name]);
    if (word !== null) search[name] = word;
  }
  for (const name of ['from', 'to'] as const) {
    const day = wordOf(raw[name]);
    if (day !== null && DAY.test(day)) search[name] = day;
  }
  return search;
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 300) : null;
}

function listOf(value: unknown): string[] {
  const words = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

/** The list with the word put in or taken out; undefined when nothing is left. */
export function toggled(list: readonly string[] | undefined, word: string): readonly string[] | undefined {
  const next = list?.includes(word) ? list.filter((one) => one !== word) : [...(list ?? []), word];
  return next.length === 0 ? undefined : next;
}
