/** The record on disk: an archive that is the truth, and a database made from it. */

export { openRecord } from './open.ts';
export type * from './record-api.ts';
