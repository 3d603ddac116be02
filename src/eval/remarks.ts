/** The official travel registers as a test of meetings: "Met with President X" of a known traveller in a known country. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Remark {
  readonly traveller: string;
  readonly country: string;
  readonly date: string;
  readonly text: string;
}

const field = (trip: string, name: string): string => {
  const open = trip.indexOf(`<${name}`);
  if (open < 0) return '';
  const from = trip.indexOf('>', open) + 1;
  const to = trip.indexOf(`</${name}>`, from);
  return to < 0 ? '' : plain(trip.slice(from, to)).split(/\s+/).join(' ').trim();
};

const plain = (text: string): string =>
  text
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Trips whose remark begins with a meeting, from the year given on, in order of file and entry. */
export function readRemarks(goldDir: string, since: string): Remark[] {
  const out: Remark[] = [];
  for (const kind of ['president-travels', 'secretary-travels']) {
    const folder = join(goldDir, 'registers', 'travels', kind);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).sort())
      for (const trip of readFileSync(join(folder, file), 'utf8').split('<trip ').slice(1)) {
        const text = field(trip, 'remarks');
        const date = field(trip, 'start-date');
        if (date >= since && text.startsWith('Met with '))
          out.push({ traveller: field(trip, 'name'), country: field(trip, 'country'), date, text });
      }
  }
  return out;
}

/** "Korea, Republic of" and "China, People's Republic of" as one says them. */
export function plainCountry(name: string): string {
  const inner = /\(([^)]+)\)/.exec(name)?.[1];
  if (inner !== undefined) return inner;
  const [first = name, rest = ''] = name.split(/,\s*/);
  if (first === 'Korea') return /^(South|Republic)/.test(rest) ? 'South Korea' : 'North Korea';
  return first === 'Palestinian Authority' ? 'Palestine' : first;
}

/** The remark as a sentence with its traveller: "Secretary of State X met with …". */
export const remarkSentence = (remark: Remark, title: string): string =>
  `${title} ${remark.traveller} m${remark.text.slice(1)}`;
