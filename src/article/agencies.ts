/** News agencies and broadcasters as datelines and credits name them, with the name a reader knows. */

/** Canonical name, then the forms it is written in. */
const TABLE: readonly (readonly [string, string])[] = [
  ['Reuters', 'Reuters|Thomson Reuters'],
  ['AFP', 'AFP|Agence France-Presse|Agence France Presse'],
  ['AP', 'AP|Associated Press|The Associated Press'],
  ['Xinhua', 'Xinhua|Xinhua News Agency'],
  ['Bernama', 'Bernama|BERNAMA'],
  ['Antara', 'Antara|ANTARA|Antara News|ANTARA News'],
  ['VNA', 'VNA|Vietnam News Agency|Viet Nam News Agency|TTXVN'],
  ['VNS', 'VNS|Viet Nam News Service'],
  ['AKP', 'AKP|Agence Kampuchea Presse|Agence Kampuchea Press'],
  ['KPL', 'KPL|Lao News Agency'],
  ['TNA', 'TNA|Thai News Agency'],
  ['NNT', 'NNT|National News Bureau of Thailand'],
  ['PNA', 'PNA|Philippine News Agency'],
  ['MNA', 'MNA|Myanmar News Agency'],
  ['Kyodo', 'Kyodo|Kyodo News|KYODO NEWS'],
  ['Jiji Press', 'Jiji|Jiji Press'],
  ['Yonhap', 'Yonhap|Yonhap News Agency'],
  ['KCNA', 'KCNA|Korean Central News Agency'],
  ['CNA', 'CNA|Central News Agency'],
  ['ANI', 'ANI|Asian News International'],
  ['PTI', 'PTI|Press Trust of India'],
  ['IANS', 'IANS|Indo-Asian News Service'],
  ['UNI', 'UNI|United News of India'],
  ['APP', 'APP|Associated Press of Pakistan'],
  ['BSS', 'BSS|Bangladesh Sangbad Sangstha'],
  ['dpa', 'dpa|DPA|Deutsche Presse-Agentur'],
  ['EFE', 'EFE|Agencia EFE'],
  ['ANSA', 'ANSA'],
  ['Lusa', 'Lusa|LUSA'],
  ['TASS', 'TASS|Tass|ITAR-TASS'],
  ['RIA Novosti', 'RIA Novosti|RIA'],
  ['Interfax', 'Interfax'],
  ['Ukrinform', 'Ukrinform'],
  ['Anadolu Agency', 'Anadolu Agency|Anadolu|AA'],
  ['IRNA', 'IRNA'],
  ['SPA', 'SPA|Saudi Press Agency'],
  ['WAM', 'WAM|Emirates News Agency'],
  ['QNA', 'QNA|Qatar News Agency'],
  ['KUNA', 'KUNA'],
  ['MENA', 'MENA|Middle East News Agency'],
  ['SANA', 'SANA'],
  ['PAP', 'PAP|Polish Press Agency'],
  ['UPI', 'UPI|United Press International'],
  ['Bloomberg', 'Bloomberg|Bloomberg News'],
  ['CNN', 'CNN'],
  ['BBC', 'BBC|BBC News'],
  ['Radio Free Asia', 'Radio Free Asia|RFA'],
  ['Voice of America', 'Voice of America|VOA'],
  ['RFE/RL', 'RFE/RL|Radio Free Europe/Radio Liberty'],
  ['Deutsche Welle', 'Deutsche Welle|DW'],
  ['Canadian Press', 'The Canadian Press|Canadian Press|CP'],
  ['AAP', 'AAP|Australian Associated Press'],
  ['PA Media', 'PA Media|Press Association'],
  ['SyndiGate', 'SyndiGate|SyndiGate.info'],
  ['Montsame', 'MONTSAME|Montsame'],
  ['Benar News', 'BenarNews|Benar News'],
];

const NAME_OF = new Map<string, string>();
for (const [name, forms] of TABLE) for (const form of forms.split('|')) NAME_OF.set(form.toLowerCase(), name);

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Alternatives for a regular expression, longest first. */
export const AGENCY_FORMS = TABLE.flatMap(([, forms]) => forms.split('|'))
  .sort((a, b) => b.length - a.length)
  .map(escapePattern)
  .join('|');

/** "the associated press" → "AP"; null for names that are no agency of the table. */
export const agencyName = (text: string): string | null =>
  NAME_OF.get(
    text
      .trim()
      .replace(/[\s.,:;–—-]+$/, '')
      .toLowerCase(),
  ) ?? null;
