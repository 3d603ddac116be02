/** Currencies: their signs, codes, names, and whose they are when only "dollars" is said. ISO 4217. */

/** Signs before an amount; a bare "$" is decided by whoever speaks. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['₭', 'LAK'],
  ['៛', 'KHR'],
  ['₮', 'MNT'],
  ['৳', 'BDT'],
  ['₡', 'CRC'],
  ['₿', 'XBT'],
  ['₾', 'GEL'],
  ['₸', 'KZT'],
  ['元', 'CNY'],
]);
const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['usd', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['aud', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['cad', 'CAD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['hk', 'HKD'],
  ['nz', 'NZD'],
  ['nzd', 'NZD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
  ['mxn', 'MXN'],
  ['mex', 'MXN'],
  ['fj', 'FJD'],
  ['j', 'JMD'],
  ['ja', 'JMD'],
  ['g', 'GYD'],
  ['gy', 'GYD'],
  ['tt', 'TTD'],
  ['bds', 'BBD'],
  ['bz', 'BZD'],
  ['ec', 'XCD'],
  ['n', 'NAD'],
  ['l', 'LRD'],
  ['b', 'BND'],
  ['si', 'SBD'],
  ['sbd', 'SBD'],
]);
/** Letters that touch an amount too large to be a number of something else: "P500 million", "N1.2bn". */
const LETTERS: ReadonlyMap<string, readonly [string | null, string | null]> = new Map([
  ['P', ['PHP', null]],
  ['N', ['NGN', null]],
  ['E', ['SZL', null]],
  ['D', ['GMD', null]],
  ['K', [null, 'kwacha']],
]);
const LETTER_BEFORE = /(?<![\p{L}\d.-])([PNEDK])$/u;
const SUM = /^(?:\d[\d.,]*\s?(?:thousand|million|billion|trillion|bn|m|mn|k)\b|\d{1,3}(?:,\d{3})+(?![\d-]))/iu;
const CODES =
  'USD EUR GBP JPY CNY AUD CAD SGD HKD NZD TWD INR PKR LKR BDT NPR KRW THB VND PHP IDR MYR LAK KHR MMK MNT RUB TRY ILS UAH PLN CZK HUF RON CHF SEK NOK DKK ISK KWD BHD OMR JOD MAD TND DZD LYD XOF XAF RWF UGX TZS ZMW MZN AOA BWP NAD MUR AFN UZS AMD AZN BYN MDL RSD BAM ALL MKD PEN UYU BOB PYG CUP DOP JMD TTD BND PGK FJD ZAR NGN KES EGP ETB GHS SAR AED QAR IRR IQD BRL MXN ARS CLP COP KZT GEL GMD SLE SLL SZL LSL ERN MRU MGA STN TJS HNL GTQ NIO PAB VES HTG MVR MOP WST TOP VUV GYD BBD BSD BZD SRD SBD XCD SCR BIF GNF DJF KMF XPF MWK SSP SDG LRD KGS TMT CVE YER SYP LBP SOS CDF LSL BTN CRC';
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ...CODES.split(' ').map((code): [string, string] => [code, code]),
  ['RMB', 'CNY'],
  ['Rs', 'INR'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['Tk', 'BDT'],
  ['BTC', 'XBT'],
  ['SFr', 'CHF'],
  ['KD', 'KWD'],
  ['BD', 'BHD'],
  ['JD', 'JOD'],
  ['SR', 'SAR'],
  ['QR', 'QAR'],
  ['RO', 'OMR'],
  ['Dh', 'AED'],
  ['Dhs', 'AED'],
  ['KSh', 'KES'],
  ['Ksh', 'KES'],
  ['TSh', 'TZS'],
  ['USh', 'UGX'],
  ['Birr', 'ETB'],
  ['Php', 'PHP'],
  ['R', 'ZAR'],
  ['Ush', 'UGX'],
  ['Tsh', 'TZS'],
  ['Sh', 'KES'],
  ['Shs', 'UGX'],
  ['GH¢', 'GHS'],
  ['GHC', 'GHS'],
  ['Nu', 'BTN'],
  ['NRs', 'NPR'],
  ['LRs', 'LKR'],
  ['SLRs', 'LKR'],
  ['PKRs', 'PKR'],
  ['MRf', 'MVR'],
  ['Fdj', 'DJF'],
  ['Kz', 'AOA'],
  ['MK', 'MWK'],
  ['Le', 'SLE'],
  ['Br', 'ETB'],
]);

/** Names that mean one currency by themselves. */
const NAMES: ReadonlyMap<string, string> = new Map(
  (
    'euro EUR, yen JPY, yuan CNY, renminbi CNY, rmb CNY, won KRW, baht THB, dong VND, kip LAK, riel KHR, kyat MMK, rupiah IDR, ringgit MYR, ' +
    'taka BDT, tugrik MNT, tögrög MNT, rouble RUB, ruble RUB, shekel ILS, hryvnia UAH, zloty PLN, forint HUF, koruna CZK, rand ZAR, naira NGN, ' +
    'dalasi GMD, leone SLE, pula BWP, metical MZN, meticais MZN, lilangeni SZL, emalangeni SZL, loti LSL, maloti LSL, nakfa ERN, ouguiya MRU, ariary MGA, kwanza AOA, dobra STN, ' +
    'somoni TJS, hryvna UAH, lempira HNL, quetzal GTQ, cordoba NIO, córdoba NIO, boliviano BOB, guarani PYG, guaraní PYG, gourde HTG, balboa PAB, bolivar VES, bolívar VES, ' +
    'rufiyaa MVR, pataca MOP, lek ALL, denar MKD, tala WST, paanga TOP, pa‘anga TOP, cedis GHS, ' +
    'cedi GHS, birr ETB, tenge KZT, lari GEL, dram AMD, ngultrum BTN, kina PGK, vatu VUV, afghani AFN, real BRL, reais BRL, sterling GBP, kuai CNY, bitcoin XBT'
  )
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Names several states share: the first is meant when nothing else is said, "-" when none can be. */
const SHARED: ReadonlyMap<string, string> = new Map(
  'dollar USD, pound GBP, rupee INR, peso -, franc -, dinar -, krona SEK, krone -, lira TRY, riyal SAR, rial IRR, dirham AED, shilling -, lev BGN, leu RON, crown -, kwacha -, manat -, som -, escudo CVE, markka FIM, guilder NLG, peseta ESP'
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** By the country in front of a shared name: "Australian dollars". */
const OF_COUNTRY: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    dollar:
      'us USD american USD u.s USD australian AUD canadian CAD singapore SGD singaporean SGD hong|kong HKD new|zealand NZD taiwan TWD taiwanese TWD fijian FJD fiji FJD brunei BND jamaican JMD jamaica JMD liberian LRD namibian NAD zimbabwean ZWL guyanese GYD guyana GYD barbados BBD barbadian BBD bahamian BSD belize BZD surinamese SRD solomon SBD eastern|caribbean XCD bruneian BND',
    pound: 'british GBP egyptian EGP lebanese LBP syrian SYP sudanese SDG south|sudanese SSP',
    rupee:
      'indian INR pakistani PKR pakistan PKR sri|lankan LKR nepali NPR nepalese NPR mauritian MUR seychelles SCR seychellois SCR',
    peso: 'philippine PHP mexican MXN argentine ARS chilean CLP colombian COP cuban CUP uruguayan UYU dominican DOP',
    franc:
      'swiss CHF cfa XOF rwandan RWF congolese CDF burundian BIF burundi BIF guinean GNF djiboutian DJF djibouti DJF comorian KMF pacific XPF cfp XPF',
    dinar: 'kuwaiti KWD iraqi IQD serbian RSD jordanian JOD tunisian TND libyan LYD algerian DZD bahraini BHD',
    kwacha: 'zambian ZMW malawian MWK malawi MWK zambia ZMW',
    manat: 'azerbaijani AZN azeri AZN turkmen TMT',
    som: 'kyrgyz KGS uzbek UZS',
    crown: 'czech CZK swedish SEK norwegian NOK danish DKK icelandic ISK',
    rouble: 'belarusian BYN belarus BYN russian RUB',
    ruble: 'belarusian BYN belarus BYN russian RUB',
    krone: 'norwegian NOK danish DKK',
    krona: 'swedish SEK icelandic ISK',
    lira: 'turkish TRY',
    riyal: 'saudi SAR qatari QAR',
    rial: 'iranian IRR omani OMR yemeni YER',
    dirham: 'emirati AED moroccan MAD uae AED',
    shilling: 'kenyan KES ugandan UGX tanzanian TZS somali SOS',
    markka: 'finnish FIM',
    guilder: 'dutch NLG',
    yuan: 'chinese CNY',
    yen: 'japanese JPY',
    won: 'korean KRW south|korean KRW',
  }).map(([name, pairs]) => {
    const words = pairs.split(' ');
    const table: Record<string, string> = {};
    for (let i = 0; i + 1 < words.length; i += 2) table[words[i]!.replace('|', ' ')] = words[i + 1]!;
    return [name, table];
  }),
);
const DOLLAR_STATES: Readonly<Record<string, string>> = { AUS: 'AUD', CAN: 'CAD', NZL: 'NZD', SGP: 'SGD', HKG: 'HKD' };

export interface Money {
  /** ISO 4217; null when the name is shared and nothing tells whose it is. */
  readonly currency: string | null;
  readonly basis: 'stated' | 'assumed';
  /** How far the sign reaches to the left of the amount, or the name to the right of it. */
  readonly length: number;
  /** The name in lower case and singular, for currencies that stay open ("franc") and parts ("cent"). */
  readonly name: string | null;
  /** "75 USD million": what the amount is to be multiplied by. */
  readonly factor?: number;
}

/** What a bare "$" means to an outlet of that country: its own dollar where it has one, else the American. */
export const dollarOf = (country: string | null): string =>
  country === null ? 'USD' : (DOLLAR_STATES[country] ?? 'USD');

/** One letter must touch the sign: "A $5 million plan" begins with an article. */
const DOLLAR_BEFORE =
  /(?:(?<![\p{L}\d.])(?:(USD|U\.S\.?|US|AUD|CAD|HK|NZD|NZ|NT|MXN|Mex|us|usd|hk|u\.s|aud|cad|nzd|mxn|[Cc](?= \$))\s?|(AU|A|CA|C|SG|S|MX|FJ|R|JA|J|GY|G|TT|Bds|BZ|EC|N|L|B|SI)))?\$\s?$/u;
const SIGN_BEFORE = /([€£¥₹₩฿₫₱₦₽₺₪₴₭៛₮৳₡₾₸₿])\s?$/u;
const CODE_BEFORE =
  /(?<![\p{L}\d])([A-Z]{3}|R(?! )|usd|eur|gbp|rmb|Rs|RM|Rp|Tk|SFr|KD|BD|JD|SR|QR|RO|Dhs?|K[Ss]h|T[Ss]h|U[Ss]h|Shs?|Birr|Php|GH[¢C]|Nu|NRs|S?LRs|PKRs|MRf|Fdj|Kz|MK|Le|Br)\.?\s?$/u;

/** The sign or code in front of an amount that begins at `at`, or null. */
export function moneyBefore(text: string, at: number, dollar: string): Money | null {
  const before = text.slice(Math.max(0, at - 8), at);
  const dollars = DOLLAR_BEFORE.exec(before);
  if (dollars !== null) {
    const prefix = (dollars[1] ?? dollars[2])?.replaceAll('.', '').toLowerCase();
    if (prefix === undefined) return { currency: dollar, basis: 'assumed', length: dollars[0].length, name: null };
    return { currency: DOLLAR_PREFIXES.get(prefix) ?? dollar, basis: 'stated', length: dollars[0].length, name: null };
  }
  const sign = SIGN_BEFORE.exec(before);
  if (sign !== null)
    return { currency: SIGNS.get(sign[1]!) ?? null, basis: 'stated', length: sign[0].length, name: null };
  const letter = LETTER_BEFORE.exec(before);
  const sum = letter !== null && SUM.test(text.slice(at, at + 24)) ? LETTERS.get(letter[1]!) : undefined;
  if (sum !== undefined) return { currency: sum[0], basis: 'stated', length: 1, name: sum[1] };
  const code = CODE_BEFORE.exec(before);
  const currency =
    code === null ? undefined : (ABBREVIATIONS.get(code[1]!) ?? ABBREVIATIONS.get(code[1]!.toUpperCase()));
  if (code === null || currency === undefined) return null;
  return { currency, basis: 'stated', length: code[0].length, name: null };
}

const NAME_AFTER =
  /[\s-]?(?:(us|u\.s\.?|uae|cfa|hong kong|new zealand|sri lankan|south korean|south sudanese|eastern caribbean|\p{L}{4,12})\s+)?(\p{L}{2,9})(?![\p{L}\d])/iuy;
const SIGN_AFTER = /\s?(?:([€£₭៛₫₾₡元฿])|\$(?!\s?\d))/uy;

/** "30 MUSD", "75 USD million". */
const MILLIONS_AFTER =
  /\s?(?:M(?<code>USD|EUR|GBP|AUD)|(?<other>USD|EUR|GBP|AUD) (?<size>million|billion))(?![\p{L}\d])/uy;

/** The name, sign or code after an amount that ends at `end`, or null. `large` tells pounds of money from those of weight. */
export function moneyAfter(text: string, end: number, large: boolean): Money | null {
  SIGN_AFTER.lastIndex = end;
  const sign = SIGN_AFTER.exec(text);
  if (sign !== null) {
    const length = sign[0].length;
    if (sign[1] === undefined) return { currency: 'USD', basis: 'assumed', length, name: null };
    return { currency: SIGNS.get(sign[1]) ?? null, basis: 'stated', length, name: null };
  }
  MILLIONS_AFTER.lastIndex = end;
  const millions = MILLIONS_AFTER.exec(text)?.groups;
  if (millions !== undefined && !large) {
    const factor = millions.size === 'billion' ? 1e9 : 1e6;
    const code = millions.code ?? millions.other ?? '';
    return { currency: code, basis: 'stated', length: MILLIONS_AFTER.lastIndex - end, name: null, factor };
  }
  IN_BRACES.lastIndex = end;
  const braced = IN_BRACES.exec(text);
  if (braced !== null) return named(null, braced[1]!, braced[0].length, true);
  // "40 million of its own dollars": whose they are the sentence tells.
  OWN_AFTER.lastIndex = end;
  const own = OWN_AFTER.exec(text);
  if (own !== null) {
    const name = PLURALS.get(own[1]!.toLowerCase()) ?? own[1]!.toLowerCase().replace(/s$/, '');
    return { currency: null, basis: 'stated', length: own[0].length, name };
  }
  NAME_AFTER.lastIndex = end;
  const match = NAME_AFTER.exec(text);
  if (match === null) return null;
  const two = named(match[1] ?? null, match[2] ?? '', match[0].length, large);
  if (two !== null || match[1] === undefined) return two;
  // The first word may be the currency itself: "5 yen more"
  const space = /^[\s-]?\p{L}+/u.exec(match[0])?.[0].length ?? 0;
  return named(null, match[1], space, large);
}

/** Plurals that the language of the country makes. */
const PLURALS: ReadonlyMap<string, string> = new Map([
  ['kronor', 'krona'],
  ['kronur', 'krona'],
  ['krónur', 'krona'],
  ['króna', 'krona'],
  ['krónum', 'krona'],
  ['kroner', 'krone'],
  ['lei', 'leu'],
  ['leva', 'lev'],
  ['korun', 'koruna'],
  ['koruny', 'koruna'],
  ['zloties', 'zloty'],
  ['liras', 'lira'],
  ['lire', 'lira'],
  ['roubles', 'rouble'],
]);

/** "3 million {dollars}": some machines put the name in braces. */
const IN_BRACES = /\s?\{(dollars?|euros?|pounds?|yen|yuan|rupees?|francs?|won|pesos?)\}/iuy;

const OWN_AFTER =
  /\s(?:of|in)\s(?:its|their|his|her)\s(?:own\s)?(?:currency\s)?\{?(dollars|pounds|rupees|pesos|francs|dinars|kroner|kronor|shillings|rials|riyals)(?![\p{L}])\}?/iuy;

function named(whose: string | null, word: string, length: number, large: boolean): Money | null {
  const code = ABBREVIATIONS.get(/^(?:usd|eur|gbp)$/.test(word) ? word.toUpperCase() : word);
  if (code !== undefined && whose === null && word.length === 3)
    return { currency: code, basis: 'stated', length, name: null };
  const lower = PLURALS.get(word.toLowerCase()) ?? word.toLowerCase();
  const name = lower.length > 3 && lower.endsWith('s') && lower !== 'reais' ? lower.slice(0, -1) : lower;
  if (whose === null && /^(?:cent|penny|penc|pence)$/.test(name))
    return { currency: null, basis: 'stated', length, name: name === 'cent' ? 'cent' : 'penny' };
  const country = whose === null ? undefined : OF_COUNTRY.get(name)?.[whose.toLowerCase().replace(/\.$/, '')];
  if (country !== undefined) return { currency: country, basis: 'stated', length, name };
  if (whose !== null) return null;
  const own = NAMES.get(name);
  if (own !== undefined && !(name === 'won' || name === 'real' || name === 'rand' || name === 'som'))
    return { currency: own, basis: 'stated', length, name };
  if (own !== undefined && large) return { currency: own, basis: 'stated', length, name };
  const shared = SHARED.get(name);
  if (shared === undefined || (name === 'pound' && !large)) return null;
  return shared === '-'
    ? { currency: null, basis: 'stated', length, name }
    : { currency: shared, basis: 'assumed', length, name };
}
