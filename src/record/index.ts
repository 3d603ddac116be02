/** Across documents: claims, copies, origins, facts. Pure; what it must look up, the store answers. */

export type * from './record.ts';
