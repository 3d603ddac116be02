/** Dates as pages print them: months in many languages, day and month in either order, ISO, and lines that are only a date. */

import { lowered } from './fold.ts';

const MONTH_NAMES: readonly (readonly string[])[] = [
  // English, Indonesian and Malay, Spanish, Portuguese, French, German, Italian, Dutch, Turkish, Polish, Russian and Ukrainian (genitive), Czech, Swedish, Thai, Khmer, Burmese, Lao, Arabic, Hindi, Greek.
  'january jan januari enero ene janeiro janvier janv januar jänner gennaio gen ocak stycznia января янв січня ledna มกราคม ม.ค. មករា ဇန်နဝါရီ ມັງກອນ يناير जनवरी ιανουαρίου',
  'february feb febr sept-feb februari pebruari febrero fevereiro fev février févr fevr februar febbraio şubat lutego февраля фев лютого února กุมภาพันธ์ ก.พ. កុម្ភៈ ဖေဖော်ဝါရီ ກຸມພາ فبراير फरवरी φεβρουαρίου',
  'march mar maret mac marzo março mars märz maerz maart mart marca марта мар березня března มีนาคม มี.ค. មីនា မတ် ມີນາ مارس मार्च μαρτίου',
  'april apr abril abr avril avr aprile nisan kwietnia апреля апр квітня dubna เมษายน เม.ย. មេសា ဧပြီ ເມສາ أبريل अप्रैल απριλίου',
  'may mei mayo maio mai maggio mag mayıs maja мая травня května maj พฤษภาคม พ.ค. ឧសភា မေ ພຶດສະພາ مايو मई μαΐου',
  'june jun juni junio junho juin giugno giu haziran czerwca июня июн червня června มิถุนายน มิ.ย. មិថុនា ဇွန် ມິຖຸນາ يونيو जून ιουνίου',
  'july jul juli julai julio julho juillet juil luglio lug temmuz lipca июля июл липня července กรกฎาคม ก.ค. កក្កដា ဇူလိုင် ກໍລະກົດ يوليو जुलाई ιουλίου',
  'august aug agustus ogos agosto ago août aout ağustos sierpnia августа авг серпня srpna augusti augustus สิงหาคม ส.ค. សីហា ဩဂုတ် ສິງຫາ أغسطس अगस्त αυγούστου',
  'september sep sept septiembre setiembre setembro set septembre settembre eylül września сентября сен сент вересня září กันยายน ก.ย. កញ្ញា စက်တင်ဘာ ກັນຍາ سبتمبر सितंबर σεπτεμβρίου',
  'october oct oktober octubre outubro out octobre ottobre ott ekim października октября окт жовтня října okt ตุลาคม ต.ค. តុលា အောက်တိုဘာ ຕຸລາ أكتوبر अक्टूबर οκτωβρίου',
  'november nov nopember noviembre novembro novembre kasım listopada ноября ноя листопада พฤศจิกายน พ.ย. វិច្ឆិកា နိုဝင်ဘာ ພະຈິກ نوفمبر नवंबर νοεμβρίου',
  'december dec desember disember diciembre dic dezembro dez décembre déc dezember dicembre aralık grudnia декабря дек грудня prosince ธันวาคม ธ.ค. ធ្នូ ဒီဇင်ဘာ ທັນວາ ديسمبر दिसंबर δεκεμβρίου',
].map((names) => names.split(' '));

const MONTH_OF = new Map<string, number>();
for (const [index, names] of MONTH_NAMES.entries()) for (const name of names) MONTH_OF.set(name, index + 1);

const escapePattern = (text: string): string => text.replace(/[.\\]/g, '\\$&');
const MONTH = [...MONTH_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escapePattern)
  .join('|');
const YEAR = '(?:19|20)\\d\\d|25[5-9]\\d';

/** How a written date was understood. */
export interface WrittenDate {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** "03/04/2021" may be either; then `other` is the second reading. */
  readonly other: string | null;
}

/** ISO day, or null when there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  // Buddhist years on Thai, Lao and Khmer pages.
  const real = year >= 2500 && year <= 2600 ? year - 543 : year;
  if (real < 1900 || real > 2099 || month < 1 || month > 12 || day < 1) return null;
  const last = new Date(Date.UTC(real, month, 0)).getUTCDate();
  if (day > last) return null;
  return `${String(real).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

// An ISO string is read as printed: its own time zone is the page's.
const ISO = /(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?!\d)/;
const COMPACT = /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=T|\s|$|\d{4,6}(?!\d))/;

const FORMS: readonly { readonly form: RegExp; readonly order: 'ymd' | 'dmy' | 'mdy' | 'either' }[] = [
  { form: /(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu, order: 'ymd' },
  { form: /(?<!\d)((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu, order: 'ymd' },
  { form: /ngày (\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)/giu, order: 'dmy' },
  {
    form: new RegExp(
      `(?<![\\p{L}\\d])(${MONTH})[.,]?\\s{0,2}(\\d{1,2})(?:st|nd|rd|th)?[,/]?\\s{0,2}(?:at\\s)?(${YEAR})(?!\\d)`,
      'giu',
    ),
    order: 'mdy',
  },
  {
    form: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.|ª)?[\\s-]{0,2}(?:de |of |di )?(${MONTH})\\.?(?:\\s?de\\s|,)?[\\s-]{0,2}(?:del? )?(${YEAR})(?!\\d)`,
      'giu',
    ),
    order: 'dmy',
  },
  {
    form: new RegExp(`(?<!\\d)((?:19|20)\\d\\d)[\\s-]{1,2}(${MONTH})\\.?[\\s-]{1,2}(\\d{1,2})(?!\\d)`, 'giu'),
    order: 'ymd',
  },
  { form: /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?![\d/]|\.\d)/gu, order: 'either' },
  // A two-figure year is read only where the middle number can be nothing but a day: "11/19/19".
  { form: /(?<![\d/.-])(\d{1,2})\/(1[3-9]|2\d|3[01])\/([0-4]\d)(?![\d/])/gu, order: 'mdy' },
];

const LOWERED = FORMS.map(({ form, order }) => ({ form: lowered(form), order }));

const number = (text: string | undefined): number => {
  const lower = (text ?? '').toLowerCase();
  return MONTH_OF.get(lower) ?? MONTH_OF.get(lower.replace(/\.$/, '')) ?? Number(lower);
};

/** All complete dates (day, month, year) written in `text`, in order. Weekdays and clock times around them do not matter. */
export function findDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  if (!/\d/.test(text)) return found;
  const lower = text.toLowerCase();
  // A capital that is two letters in lower case (the dotted I) would move what follows.
  const exact = lower.length === text.length;
  for (const { form, order } of exact ? LOWERED : FORMS) {
    for (const match of (exact ? lower : text).matchAll(form)) {
      const [one, two, three] = [number(match[1]), number(match[2]), number(match[3])];
      const start = match.index;
      const end = start + match[0].length;
      const year = three < 100 && order === 'mdy' ? three + 2000 : three;
      if (found.some((date) => start < date.end && date.start < end)) continue;
      let value: string | null;
      let other: string | null = null;
      if (order === 'ymd') value = isoDay(one, two, three);
      else if (order === 'mdy') value = isoDay(year, one, two);
      else {
        value = isoDay(three, two, one);
        if (order === 'either') {
          const american = isoDay(three, one, two);
          if (value === null) value = american;
          else if (american !== null && american !== value) other = american;
        }
      }
      if (value !== null) found.push({ value, start, end, other });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The day of a machine-readable stamp ("2021-08-06T10:00:00+07:00", "20210806"), else of a written date that has one reading. */
export function readStamp(text: string): string | null {
  const match = ISO.exec(text) ?? COMPACT.exec(text);
  if (match !== null) return isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const first = findDates(text)[0];
  return first === undefined || first.other !== null ? null : first.value;
}

const WEEKDAY =
  '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|senin|selasa|rabu|kamis|jumat|sabtu|minggu|isnin|khamis|jumaat|ahad|thứ \\p{L}+|chủ nhật|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda(?:-feira)?|terça(?:-feira)?|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const CLOCK = '\\d{1,2}(?:[:.h]\\d{2}){1,2}\\s?(?:[ap]\\.?m\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\.?';
const ZONE =
  '\\(?(?:gmt|utc|est|edt|pst|pdt|cst|cdt|ist|jst|kst|ict|wib|wita|sgt|hkt|bst|cet|cest|et|pt|[a-z]{2,4}t|hrs?|hours|uhr)\\)?\\s?(?:[+-]\\s?\\d{1,2}(?::?\\d{2})?)?\\)?|[+-]\\d{1,2}:?\\d{2}';

/** A line with a date and nothing else but weekday, clock and punctuation. */
export const DATE_LINE = new RegExp(
  `^[\\s(|•·\\[]*(?:(?:${WEEKDAY})\\.?[\\s,|•·-]*)?(?:(?:${CLOCK})[\\s,|•·-]*(?:${ZONE})?[\\s,|•·-]*)?(?:on\\s|at\\s)?(?:(?:${WEEKDAY})\\.?[\\s,|•·-]*)?` +
    `(?:(?:${MONTH})[.,]?\\s?\\d{1,2}(?:st|nd|rd|th)?[,/]?\\s?(?:${YEAR})?|\\d{1,2}(?:st|nd|rd|th|\\.|º)?[\\s-]?(?:de |of )?(?:${MONTH})\\.?,?(?:\\sde)?[\\s-]?(?:${YEAR})?|(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:(?:19|20)\\d\\d|\\d\\d)|(?:19|20)\\d\\d\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일]|ngày \\d{1,2} tháng \\d{1,2} năm (?:19|20)\\d\\d)` +
    `[\\s,|•·T–—-]*(?:(?:at|um|pukul|as|às|a las|à)\\s)?(?:(?:${CLOCK})[\\s,|•·-]*(?:${ZONE})?)?[\\s)|•·\\].,–—-]*(?:\\d+ (?:comments?|views?|min(?:ute)?s? read))?[\\s\\])|]*$`,
  'iu',
);
