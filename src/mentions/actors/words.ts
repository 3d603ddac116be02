/** Small closed word lists that the actor rules lean on. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs whose subject says, decides or acts as a government: lemma. */
export const SPEECH = set(
  'say tell announce warn urge call condemn accuse deny reject welcome demand insist claim vow pledge promise agree refuse want hope seek believe argue add note stress reiterate reaffirm affirm express voice propose offer support oppose back object protest threaten impose lift sanction ban recall expel summon sign ratify declare decide consider plan intend view see regard think fear worry blame criticize criticise denounce deplore ask request invite offer confirm admit concede acknowledge maintain emphasise emphasize underline underscore underscored praise thank respond reply react retaliate launch send deploy approve normalise normalize upgrade establish sever cut suspend resume negotiate respect recognise recognize uphold signal stand push press pressure court engage aim need',
);
/** Verbs that bring somebody to a place; their objects and "to" phrases are places. */
export const MOTION = set(
  'visit travel fly go return come arrive head trip tour journey flight depart leave land reach enter move drive sail walk bring take stop stay live rush relocate commute route way road train bus flow',
);
/** Prepositions after which a capital or a country is a place. */
export const LOCATIVE = set('in at near outside inside across throughout around within into through beyond beside');
/** Prepositions after which a capital is a government. */
export const RELATIONAL = set('with between against by towards toward among for on upon versus without');
/** Nouns of which a city is a part or a scene. */
export const CITY_NOUNS = set(
  'city capital town mayor governor street streets airport port embassy resident residents university people suburb district province embassy hotel centre center outskirts north south east west heart streets',
);
/** Adjectives and nouns in front of a role that change nothing about who it is. */
export const SPEAKING = set(
  'say tell add write announce note argue explain warn stress claim insist reply ask recall tweet comment',
);

/** Words that make a run of capitals an organisation, with the sector they give (empty: none) and the type. */
export const ORG_WORDS: ReadonlyMap<string, string> = new Map(
  (
    'ministry:GOV department:GOV government:GOV administration:GOV cabinet:GOV office:GOV secretariat:GOV treasury:GOV embassy:GOV consulate:GOV ' +
    'agency:GOV bureau:GOV authority:GOV commission:GOV committee: council: court:JUD tribunal:JUD prosecutor:JUD parliament:LEG congress:LEG senate:LEG assembly:LEG ' +
    'house: duma:LEG diet:LEG bundestag:LEG knesset:LEG army:MIL navy:MIL force:MIL forces:MIL military:MIL guard:MIL guards:MIL corps:MIL command:MIL marines:MIL brigade:MIL battalion:MIL regiment:MIL fleet:MIL ' +
    'police:COP constabulary:COP party:PTY front: league: movement: union: federation: confederation: alliance: coalition: organization: organisation: association: society: ' +
    'foundation: institute:EDU institution:EDU university:EDU college:EDU school:EDU academy:EDU centre: center: bank:BUS fund: group: company:BUS corporation:BUS corp:BUS inc:BUS ltd:BUS llc:BUS plc:BUS co:BUS ' +
    'airlines:BUS airways:BUS industries:BUS holdings:BUS systems:BUS technologies:BUS motors:BUS media:JRN news:JRN times:JRN post:JRN press:JRN daily:JRN tribune:JRN herald:JRN journal:JRN radio:JRN television:JRN tv:JRN broadcasting:JRN gazette:JRN ' +
    'church:REL mosque:REL club: team: board: service: services: programme: program: initiative: network: forum: conference: summit: network: trust: hospital:MED brigades:REB rights: watch: ' +
    'fc: orchestra: united: mission: taskforce: brotherhood: chamber:BUS exchange:BUS reserve: authority:GOV directorate:GOV intelligence:SPY'
  )
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split(':') as [string, string]),
);
/** Words that make a run of capitals a place. */
export const PLACE_WORDS = set(
  'hall building hotel restaurant stadium arena museum tower palace temple shrine monument memorial mall plaza station terminal cemetery hamlet island islands river lake sea ocean bay gulf strait straits mountain mountains mount province district county city town village valley desert peninsula coast beach street avenue road square bridge airport port park region state territory canal harbor harbour hill hills creek forest border airbase base zone reef shoal atoll cape plateau basin delta archipelago prefecture oblast governorate raion commune township',
);
/** Words that make a run of capitals neither: events, documents, programmes, days. */
export const OTHER_WORDS = set(
  'laureate nobel agreement partnership partnerships companion companions strategic comprehensive complete cooperation treaty accord accords pact act law convention charter protocol declaration statement plan strategy project award prize war wars revolution day days festival games cup olympics championship election elections referendum constitution covenant doctrine vision agenda roadmap dialogue meeting meetings talks week month year anniversary report review resolution amendment code scheme deal virus covid-19 coronavirus pandemic crisis conflict massacre coup uprising holocaust internet bible quran koran street economy studies affairs relations history road belt edition season series championships',
);
/** Adjectives of continents and quarters of the world: no names of anybody. */
export const REGION_WORDS = set(
  'asian european african american arab arabian western eastern northern southern central pacific balkan nordic baltic scandinavian caribbean mediterranean atlantic indo-pacific asia-pacific latin muslim christian jewish catholic sunni shiite shia islamic islamist democratic republican communist democrat democrats republicans communists muslims christians jews arabs asians europeans africans english french spanish arabic mandarin',
);
/** Quarters of the world: places without one country. */
export const REGION_NOUNS = set(
  'asia europe africa america americas eurasia pacific mideast balkans caucasus sahel maghreb levant scandinavia indochina caribbean oceania hemisphere arctic antarctic peninsula indo-pacific asia-pacific',
);
/** Words of address that stand in front of a name, behind an office too: "Foreign Minister Datuk Seri Ahmad". */
const ADDRESS = set(
  'mr mrs ms mme miss dr gen sen lt col prof hon engr rev capt maj adm amb sheikh sheikha shaikh prince princess datuk dato dato’ datin seri sri tan tun puan toh haji hajji hajjah alhaji alhaja malam sir dame lord lady baroness sayyid maulana mawlawi mullah ayatollah hojatoleslam imam nana ustaz ing lic barrister monsignor don doña shri smt shrimati begum khun daw brig',
);

/** A capitalised word of address, with or without its full stop. */
export const isAddress = (form: string): boolean =>
  /^\p{Lu}/u.test(form) && ADDRESS.has(form.replace(/\.$/, '').toLowerCase());

/** Titles of address, with the gender they tell. */
export const HONORIFICS: ReadonlyMap<string, 'f' | 'm' | null> = new Map([
  ['mr', 'm'],
  ['mrs', 'f'],
  ['ms', 'f'],
  ['miss', 'f'],
  ['madam', 'f'],
  ['madame', 'f'],
  ['sir', 'm'],
  ['dame', 'f'],
  ['lord', 'm'],
  ['lady', 'f'],
  ['king', 'm'],
  ['queen', 'f'],
  ['prince', 'm'],
  ['princess', 'f'],
  ['emperor', 'm'],
  ['sheikh', 'm'],
  ['imam', 'm'],
  ['ayatollah', 'm'],
  ['prophet', 'm'],
  ['pope', 'm'],
  ['uncle', 'm'],
  ['aunt', 'f'],
  ['sister', 'f'],
  ['judge', null],
  ['justice', null],
  ['coach', null],
  ['detective', null],
  ['archbishop', 'm'],
  ['dr', null],
  ['prof', null],
  ['professor', null],
  ['sen', null],
  ['rep', null],
  ['gov', null],
  ['gen', null],
  ['lt', null],
  ['col', null],
  ['maj', null],
  ['capt', null],
  ['sgt', null],
  ['adm', null],
  ['rev', null],
  ['hon', null],
]);
/** Words before a role that say it is over, or not yet. */
export const FORMER = set('former ex- ex then-  late onetime one-time erstwhile retired ousted deposed');
/** Adjectives after which a speaker stays unnamed. */
export const UNNAMED = set('senior anonymous unnamed unidentified top');
/** Offices of a state's own people; who is sent somewhere may be anybody's. */
export const SENT =
  /\b(?:ambassador|envoy|consul|chargé|representative|commissioner|delegate|attaché|counterpart|spokes\w+)\b/i;
