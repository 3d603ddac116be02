/** Who wrote it: names cleaned of "By", roles, agencies, dates and addresses. */

import { agencyName } from './agencies.ts';
import { findDates } from './calendar.ts';
import { squeeze } from './line.ts';

const LEAD =
  /^[\s|•·–—,;:-]*(?:(?:story|written|posted|published|reported|words|text|report|compiled|submitted|article|created|uploaded|photos?|exclusive)\s+)?(?:by|por|par|von|oleh|di|da|автор|tác giả|penulis|reporter|author|editor|journalist|writer|作者|記者|记者)\s*[:：]?\s+/iu;
const ROLE =
  /\b(?:(?:senior|chief|staff|special|political|diplomatic|foreign|news|business|economics?|sports?|deputy|associate|assistant|managing|executive|contributing|guest|freelance|web|digital|online|multimedia|national|international|world|asia|regional|national security|white house|state department|washington|bureau|national affairs|opinion)\s+)*(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|journalists?|bureau chief|analyst|anchor|fellow|professor|photographers?|staff|desk|team|bureau)\b/gi;
const SEPARATORS = /\s*(?:,|;|\||\/|•|·|\s&\s|\sand\s|\swith\s|\set\s|\sund\s|\sdan\s|\sy\s|\se\s|\svà\s)\s*/giu;
const NAME =
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?:\s(?:(?:de|da|do|dos|van|von|der|den|bin|binti|ibn|al|el|la|le|di|del|y|ter|te)\s)*[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*){0,5}$/u;
const NO_NAME =
  /^(?:admin(?:istrator)?|staff|editor(?:ial)?s?|editorial (?:board|team|desk)|news ?desk|web ?desk|desk|guest|unknown|anonymous|author|by|none|null|n\/a|user|root|webmaster|team|online|agenc(?:y|ies)|wires?|news|reporter|correspondent|press release|home|world|politics|business|share|email|read more|posted|published|updated|on|follow|contact|facebook|twitter|the|reports?|гость|редакция|redação|redaksi|redaction|newsroom)$/i;
const OUTLET =
  /\b(?:news|times|post|daily|herald|tribune|press|agency|media|network|magazine|online|newspaper|editorial|bureau|service|team|desk|today|tv|radio|\.com|\.net|\.org)\b/i;

/** Names of people in one byline ("By Dara Sok and Linh Tran, Staff Writers") or one metadata value. */
export function namesInByline(text: string): string[] {
  let rest = squeeze(text.replace(/<[^<>]{0,200}>/g, ' '));
  if (rest.length > 300 || /^https?:|^www\.|^@/.test(rest)) return [];
  rest = rest.replace(LEAD, '');
  for (const date of findDates(rest).reverse()) rest = `${rest.slice(0, date.start)},${rest.slice(date.end)}`;
  rest = rest
    .replace(/\(([^()]{0,80})\)/g, ',')
    .replace(/[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}/g, ',')
    .replace(/(?:^|\s)@\w{2,30}/g, ',')
    .replace(/\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?.*$/i, '')
    .replace(/\b\d{1,2}\/\d{1,2}\/\d{2,4}.*$/, '')
    .replace(/\s[–—-]\s.*$/u, '')
    .replace(/(\p{Ll}{2})\.\s.*$/u, '$1')
    .replace(/\s+(?:for|in|of|at|from|on)\s+(?:the\s+)?\p{Lu}.*$/u, '')
    .replace(
      /\b(?:posted|published|updated|last updated|follow|email|contact|share|read more|view profile|bio)\b.*$/i,
      '',
    )
    .replace(ROLE, ',');
  // Behind a bar stands the outlet.
  rest = rest.replace(/(\p{L}.*?)\s*[|•·].*$/u, '$1');
  const names: string[] = [];
  for (const part of rest.split(SEPARATORS)) {
    const name = squeeze(
      part
        .replace(/^[\s.,:;|–—-]+|[\s,:;|–—-]+$/gu, '')
        .replace(LEAD, '')
        .replace(/^(?:dr|prof|mr|mrs|ms)\.?\s+/i, ''),
    );
    const shown = name === name.toUpperCase() && /\p{Lu}{3}/u.test(name) ? capitalise(name) : name;
    // Degrees behind a name ("MS, RDN") and an outlet's desk ("CNN Business") are no people.
    if (/^\p{Lu}{2,4}$/u.test(name) || agencyName(shown.split(' ')[0] ?? '') !== null) continue;
    if (
      shown.length < 3 ||
      shown.length > 60 ||
      NO_NAME.test(shown) ||
      agencyName(shown) !== null ||
      OUTLET.test(shown) ||
      !NAME.test(shown)
    )
      continue;
    if (!names.some((known) => known.toLowerCase() === shown.toLowerCase())) names.push(shown);
  }
  return names.slice(0, 12);
}

const capitalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
