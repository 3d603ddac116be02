// Knows what the diplomatic gold must look like: quotes that occur, codes that exist, both halves by hash, enough of each kind.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const TYPES: Readonly<Record<string, readonly string[]>> = {
  AGREE: [],
  CONSULT: ['visit', 'third-party', 'multilateral', 'phone'],
  SUPPORT: [],
  CONCEDE: [],
  COOPERATE: [],
  AID: [],
  RETREAT: ['withdraw', 'release', 'disarm', 'ceasefire', 'access', 'resign'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'investigate', 'allege'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  THREATEN: ['restrict', 'arrest', 'relations', 'expel', 'territory', 'violence'],
  PROTEST: ['demo', 'riot', 'strike', 'hunger', 'boycott', 'obstruct', 'vandalize'],
  SANCTION: ['convict', 'expel', 'withdraw', 'discontinue'],
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  COERCE: [
    'seize',
    'restrict',
    'arrest',
    'deport',
    'withhold',
    'cyber',
    'censor',
    'curfew',
    'misinformation',
    'martial-law',
  ],
  ASSAULT: [
    'abduct',
    'beat',
    'torture',
    'sexual',
    'targeted',
    'destroy',
    'primitive',
    'firearms',
    'explosives',
    'suicide-attack',
    'aerial',
    'drone',
    'heavy-weapons',
    'crowd-control',
    'unconventional',
  ],
};
const MODALITIES = ['occurred', 'ongoing', 'planned', 'possible', 'requested', 'denied', 'cancelled', 'historical'];
const SECTORS =
  'COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED OPP PRE REF REL SOC'.split(' ');
const ACTS =
  'SAY URGE DEMAND PLEDGE PROPOSE WELCOME ENDORSE CONDEMN ACCUSE DENY REJECT WARN THREATEN HOPE AFFIRM ANNOUNCE CONCEDE CONDOLE REPORT NOCOMMENT'.split(
    ' ',
  );
const NON_STATES = 'UNO EUR IGO NGO ISM IMG MNC'.split(' ');
/** ISO 3166-1 alpha-3 of recognised states, and HKG, PSE, TWN, VAT, XKX; dependencies belong to their states. */
const COUNTRIES =
  `AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF CAN CHE CHL
CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD
GTM GUY HKG HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR
MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY PSE
QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR
URY USA UZB VAT VCT VEN VNM VUT WSM XKX YEM ZAF ZMB ZWE`.split(/\s+/);
const CODES = new Set([...COUNTRIES, ...NON_STATES]);
const BOUNDS = ['exactly', 'about', 'at-least', 'more-than', 'at-most', 'less-than'];
const CHANGES = ['holds', 'established', 'upgraded', 'sought', 'downgraded'];
const LADDERS = [null, 'vn', 'asean', 'cn', 'in', 'jp', 'kr', 'us'];

interface Quoted {
  text: string;
  occurrence?: number;
}
interface GoldActor extends Quoted {
  code: string | null;
  sector: string | null;
}
interface GoldSpeaker extends Quoted {
  name: string | null;
  anonymous: boolean;
  country: string | null;
}
interface GoldEvent {
  type: string;
  alt?: string[];
  mode: string | null;
  modality: string;
  actors: GoldActor[];
  recipients: GoldActor[];
  trigger: string;
  triggerAt?: number;
  date?: { value: string };
  place?: { name: string; country: string | null };
  channel?: string;
}
interface Item {
  id: string;
  split: string;
  slice: string[];
  style?: string;
  title?: string;
  text: string;
  published: string | null;
  events: GoldEvent[];
  tolerated?: { type: string; modality: string; trigger: string; triggerAt?: number }[];
  toleratedCues?: string[];
  statements: {
    speaker: GoldSpeaker | null;
    addressee?: GoldSpeaker | null;
    cue: string | null;
    cueAt?: number;
    content: string[];
    contentAt?: number[];
    quotation: string;
    act: string;
    verbatim: boolean;
  }[];
  figures: (Quoted & {
    value: number;
    bound: string;
    currency: string | null;
    currencyBasis?: string;
    unit: string | null;
    partOf: number | null;
    status: string;
  })[];
  relations: { parties: string[]; ladder: string | null; level: string; change: string; since: string | null }[];
}

function read(name: string, folder = 'diplomatic'): Item[] {
  const path = new URL(`../../eval/gold/${folder}/${name}.jsonl`, import.meta.url);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Item);
}

const LETTER = /[\p{L}\p{N}]/u;

/** How often `quote` stands in `text` on word boundaries. */
function occurrences(text: string, quote: string): number {
  let count = 0;
  for (let at = text.indexOf(quote); at >= 0 && quote !== ''; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const cutsBefore = LETTER.test(quote.charAt(0)) && LETTER.test(text.charAt(at - 1));
    const cutsAfter = LETTER.test(quote.charAt(quote.length - 1)) && LETTER.test(text.charAt(end));
    if (!cutsBefore && !cutsAfter) count += 1;
  }
  return count;
}

const sentences = read('sentences');
const documents = read('documents');
const development = [...read('sentences', 'diplomatic-dev'), ...read('documents', 'diplomatic-dev')];
const all = [...sentences, ...documents, ...development];

/** Complaints of all items, so that one failing test names every slip. */
function complaints(check: (item: Item) => string[]): string[] {
  return all.flatMap((item) => check(item).map((complaint) => `${item.id}: ${complaint}`));
}

describe('diplomatic gold', () => {
  test('ids are unique and texts are not repeated', () => {
    expect(new Set(all.map((item) => item.id)).size).toBe(all.length);
    expect(new Set(all.map((item) => item.text)).size).toBe(all.length);
  });

  test('the split is the hash of the id, or the development set', () => {
    expect(
      complaints((item) => {
        if (development.includes(item)) return item.split === 'dev' ? [] : [item.split];
        const digit = Number.parseInt(createHash('sha256').update(item.id).digest('hex').charAt(0), 16);
        return item.split === (digit < 8 ? 'test' : 'tune') ? [] : [item.split];
      }),
    ).toEqual([]);
  });

  test('every quoted string occurs', () => {
    expect(
      complaints((item) => {
        const quotes: [string, number][] = [];
        for (const event of item.events) {
          quotes.push([event.trigger, event.triggerAt ?? 1]);
          for (const actor of [...event.actors, ...event.recipients]) quotes.push([actor.text, actor.occurrence ?? 1]);
          if (event.place !== undefined) quotes.push([event.place.name, 1]);
        }
        for (const reading of item.tolerated ?? []) quotes.push([reading.trigger, reading.triggerAt ?? 1]);
        for (const cue of item.toleratedCues ?? []) quotes.push([cue, 1]);
        for (const statement of item.statements) {
          if (statement.cue !== null) quotes.push([statement.cue, statement.cueAt ?? 1]);
          statement.content.forEach((part, at) => {
            quotes.push([part, statement.contentAt?.[at] ?? 1]);
          });
          for (const person of [statement.speaker, statement.addressee])
            if (person) quotes.push([person.text, person.occurrence ?? 1]);
        }
        for (const figure of item.figures) quotes.push([figure.text, figure.occurrence ?? 1]);
        return quotes
          .filter(([quote, at]) => occurrences(item.text, quote) < at)
          .map(([quote, at]) => `${quote} #${at}`);
      }),
    ).toEqual([]);
  });

  test('types, modes, modalities and codes are of the codebook', () => {
    expect(
      complaints((item) => {
        const wrong: string[] = [];
        for (const event of item.events) {
          const modes = TYPES[event.type];
          if (modes === undefined) wrong.push(event.type);
          if (event.mode !== null && !modes?.includes(event.mode)) wrong.push(`${event.type} ${event.mode}`);
          for (const alternative of event.alt ?? []) if (!(alternative in TYPES)) wrong.push(alternative);
          if (!MODALITIES.includes(event.modality)) wrong.push(event.modality);
          if (event.type === 'REQUEST' && event.modality !== 'requested' && event.modality !== 'historical')
            wrong.push(`REQUEST ${event.modality}`);
          for (const actor of [...event.actors, ...event.recipients]) {
            if (actor.code !== null && !CODES.has(actor.code)) wrong.push(actor.code);
            if (actor.sector !== null && !SECTORS.includes(actor.sector)) wrong.push(actor.sector);
          }
          if (event.date !== undefined && !/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/.test(event.date.value))
            wrong.push(event.date.value);
        }
        for (const reading of item.tolerated ?? [])
          if (!(reading.type in TYPES) || !MODALITIES.includes(reading.modality)) wrong.push(reading.type);
        return wrong;
      }),
    ).toEqual([]);
  });

  test('statements, figures and relations use the words of the format', () => {
    expect(
      complaints((item) => {
        const wrong: string[] = [];
        for (const statement of item.statements) {
          if (!ACTS.includes(statement.act)) wrong.push(statement.act);
          if (!['direct', 'indirect', 'mixed'].includes(statement.quotation)) wrong.push(statement.quotation);
          if (statement.verbatim && statement.quotation === 'indirect') wrong.push('indirect and verbatim');
          const country = statement.speaker?.country ?? null;
          if (country !== null && !CODES.has(country)) wrong.push(country);
          if (statement.content.length === 0) wrong.push('no content');
        }
        for (const figure of item.figures) {
          if (!BOUNDS.includes(figure.bound)) wrong.push(figure.bound);
          if (!['donated', 'pledged', 'planned', 'reported'].includes(figure.status)) wrong.push(figure.status);
          if ((figure.currency === null) === (figure.unit === null) && figure.unit !== 'percent')
            wrong.push(`${figure.text}: a unit or a currency`);
          if (figure.partOf !== null && !item.figures.some((total) => total.value === figure.partOf))
            wrong.push(`${figure.text}: no total`);
        }
        for (const relation of item.relations) {
          if (relation.parties.length !== 2) wrong.push('parties');
          for (const party of relation.parties) if (party !== 'ASEAN' && !CODES.has(party)) wrong.push(party);
          if (!CHANGES.includes(relation.change)) wrong.push(relation.change);
          if (!LADDERS.includes(relation.ladder)) wrong.push(String(relation.ladder));
          if (relation.level !== relation.level.toLowerCase()) wrong.push(relation.level);
        }
        return wrong;
      }),
    ).toEqual([]);
  });

  test('documents have a title, a style and 150 to 450 words', () => {
    for (const item of documents) {
      expect(item.title).not.toBe('');
      expect(['agency', 'readout', 'regional', 'spun', 'filler']).toContain(item.style);
      const words = item.text.split(/\s+/).length;
      expect(words, item.id).toBeGreaterThanOrEqual(150);
      expect(words, item.id).toBeLessThanOrEqual(450);
    }
  });

  test('there is enough of each kind', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(420);
    expect(documents.length).toBeGreaterThanOrEqual(30);
    const least: Readonly<Record<string, number>> = {
      'no-event': 30,
      ladder: 40,
      donation: 30,
      sanction: 30,
      modality: 60,
      passive: 20,
      chain: 60,
      anonymous: 40,
      pronoun: 40,
      spun: 30,
      headline: 30,
      readout: 30,
      section4: 60,
      behaviour: 14,
    };
    const counts = Object.fromEntries(
      Object.keys(least).map((slice) => [slice, sentences.filter((item) => item.slice.includes(slice)).length]),
    );
    for (const [slice, count] of Object.entries(least)) expect(counts[slice], slice).toBeGreaterThanOrEqual(count);
    const consult = sentences.filter((item) => item.slice.some((slice) => slice.startsWith('consult-')));
    expect(consult.length).toBeGreaterThanOrEqual(60);
  });

  test('every type with every mode, and every modality, stands somewhere', () => {
    const events = all.flatMap((item) => item.events);
    const missing: string[] = [];
    for (const [type, modes] of Object.entries(TYPES)) {
      if (!events.some((event) => event.type === type)) missing.push(type);
      for (const mode of modes)
        if (!events.some((event) => event.type === type && event.mode === mode)) missing.push(`${type} ${mode}`);
    }
    const seen = new Set([
      ...events.map((event) => event.modality),
      ...all.flatMap((item) => item.tolerated ?? []).map((reading) => reading.modality),
    ]);
    missing.push(...MODALITIES.filter((modality) => !seen.has(modality)));
    expect(missing).toEqual([]);
  });
});
