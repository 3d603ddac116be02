/** Who deals with whom, as a graph: parties are nodes, facts are edges. GEXF 1.3 and GraphML. */

import type { StoredFact } from '../store/record-api.ts';
import { dyadRows } from './rows.ts';

interface Edge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly attributes: Readonly<Record<string, string | number | null>>;
}

interface Graph {
  readonly nodes: ReadonlyMap<string, string>;
  readonly edges: readonly Edge[];
}

export function graphOf(facts: readonly StoredFact[]): Graph {
  const nodes = new Map<string, string>();
  const edges: Edge[] = [];
  for (const fact of facts) {
    for (const row of dyadRows(fact)) {
      if (typeof row.source !== 'string' || typeof row.target !== 'string' || row.source === row.target) continue;
      for (const [key, name] of [
        [row.source, row.source_name],
        [row.target, row.target_name],
      ] as const) {
        if (!nodes.has(key)) nodes.set(key, /^[A-Z]{3}$/.test(key) ? key : String(name));
      }
      const { event_id, type, mode, quad, state, date, documents, origins_max, confidence } = row;
      edges.push({
        id: `${event_id}-${edges.length}`,
        source: row.source,
        target: row.target,
        directed: row.reciprocal === 0,
        attributes: {
          fact: event_id ?? null,
          type: type ?? null,
          mode: mode ?? null,
          quad: quad ?? null,
          state: state ?? null,
          date: date ?? null,
          documents: documents ?? null,
          origins: origins_max ?? null,
          confidence: confidence ?? null,
        },
      });
    }
  }
  return { nodes, edges };
}

const KINDS: Readonly<Record<string, 'string' | 'integer' | 'double'>> = {
  fact: 'string',
  type: 'string',
  mode: 'string',
  quad: 'integer',
  state: 'string',
  date: 'string',
  documents: 'integer',
  origins: 'integer',
  confidence: 'double',
};

export function toGexf(facts: readonly StoredFact[]): string {
  const { nodes, edges } = graphOf(facts);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<meta><creator>Chancery</creator></meta>',
    '<graph mode="static" defaultedgetype="undirected">',
    '<attributes class="edge">',
    ...Object.entries(KINDS).map(([name, kind]) => `<attribute id="${name}" title="${name}" type="${kind}"/>`),
    '</attributes>',
    '<nodes>',
    ...[...nodes].map(([key, name]) => `<node id="${xml(key)}" label="${xml(name)}"/>`),
    '</nodes>',
    '<edges>',
    ...edges.map(
      ({ id, source, target, directed, attributes }) =>
        `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target)}" type="${directed ? 'directed' : 'undirected'}"><attvalues>${Object.entries(
          attributes,
        )
          .filter(([, value]) => value !== null)
          .map(([name, value]) => `<attvalue for="${name}" value="${xml(String(value))}"/>`)
          .join('')}</attvalues></edge>`,
    ),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ];
  return lines.join('\n');
}

export function toGraphml(facts: readonly StoredFact[]): string {
  const { nodes, edges } = graphOf(facts);
  const types = { string: 'string', integer: 'int', double: 'double' } as const;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    ...Object.entries(KINDS).map(
      ([name, kind]) => `<key id="${name}" for="edge" attr.name="${name}" attr.type="${types[kind]}"/>`,
    ),
    '<graph edgedefault="undirected">',
    ...[...nodes].map(([key, name]) => `<node id="${xml(key)}"><data key="label">${xml(name)}</data></node>`),
    ...edges.map(
      ({ id, source, target, directed, attributes }) =>
        `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target)}" directed="${directed}">${Object.entries(
          attributes,
        )
          .filter(([, value]) => value !== null)
          .map(([name, value]) => `<data key="${name}">${xml(String(value))}</data>`)
          .join('')}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ];
  return lines.join('\n');
}

/** Escaped for XML 1.0; characters it does not allow become U+FFFD. */
export function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
