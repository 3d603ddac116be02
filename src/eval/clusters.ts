/** The project's own clusters of documents: which events they share, from how many origins, and where they differ. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../article/index.ts';
import type { Page } from '../core/index.ts';
import { type Kit, readArticle } from '../pipeline.ts';
import { type Reading, toReading } from '../reading/index.ts';
import { pageOf } from './article-fixtures.ts';

export interface GoldFact {
  readonly fact: string;
  /** CONSULT, AID …: planned, held and cancelled meetings are one CONSULT story. */
  readonly story: string;
  /** Codes, sorted. */
  readonly parties: readonly string[];
  /** Each document that tells it, with words of the sentence that does. */
  readonly told: readonly { readonly document: string; readonly says: string }[];
  /** What an official register has of it: the country visited, and a day of the entry. */
  readonly register?: { readonly host: string; readonly day: string };
}

export interface GoldCluster {
  readonly id: string;
  readonly split: 'tune' | 'test';
  readonly note: string;
  /** True for the sample stories, whose documents and origins are in samples/. */
  readonly samples?: boolean;
  readonly documents: readonly {
    readonly id: string;
    readonly publisher: string | null;
    readonly published: string | null;
    readonly origin: string;
    readonly text: string;
  }[];
  readonly facts: readonly GoldFact[];
  readonly disagreements: readonly { readonly fact: string; readonly slot: string; readonly verdict: string }[];
}

export function readClusters(ownDir: string): GoldCluster[] {
  const path = join(ownDir, 'clusters.jsonl');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldCluster);
}

export interface ReadCluster {
  readonly readings: readonly Reading[];
  /** By document id. */
  readonly originOf: ReadonlyMap<string, string>;
}

/** Reads the documents of a cluster; those of the samples from `samplesDir`. */
export function readCluster(cluster: GoldCluster, samplesDir: string, kit: Kit): ReadCluster {
  if (cluster.samples !== true) {
    return {
      readings: cluster.documents.map(({ id, publisher, published, text }) =>
        read({ ...pageOf(text, 'plain', null, { publisher, published, title: null }), id }, kit),
      ),
      originOf: new Map(cluster.documents.map(({ id, origin }) => [id, origin])),
    };
  }
  const originOf = new Map<string, string>();
  const readings = readdirSync(join(samplesDir, 'stories'))
    .sort()
    .map((file) => {
      const id = file.replace(/\.\w+$/, '');
      const expected = JSON.parse(readFileSync(join(samplesDir, 'expected', `${id}.json`), 'utf8')) as {
        origin: string;
      };
      originOf.set(id, expected.origin);
      const content = readFileSync(join(samplesDir, 'stories', file), 'utf8');
      return read({ ...pageOf(content, file.endsWith('.html') ? 'html' : 'dump'), id }, kit);
    });
  return { readings, originOf };
}

const read = (page: Page, kit: Kit): Reading => toReading(readArticle(readPage(page), kit));
