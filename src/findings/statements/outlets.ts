/** Which words name an outlet or an agency of news. */

import type { Knowledge } from '../../knowledge/index.ts';
import { children, lemmaOf } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { phraseOf } from './speaker.ts';
import type { View } from './view.ts';

/** Whether a word names an outlet or an agency. */
export function isOutlet(view: View, knowledge: Knowledge, word: number): boolean {
  const mention = mentionAt(view.doc, view.sent.index, word);
  if (mention?.entity?.startsWith('outlet:') || mention?.entity?.startsWith('agency:')) return true;
  if (mention?.name != null && knowledge.outlet(mention.name) !== null) return true;
  if (GENERIC_OUTLET.test(lemmaOf(view.sent, word))) return !isOffice(view, word);
  if (view.tokens[word]?.upos !== 'PROPN') return false;
  const [first, last] = phraseOf(view, word);
  if (GENERIC_OUTLET.test(view.low[last]!)) return true;
  const name = view.doc.article.text.slice(view.tokens[first]!.start, view.tokens[last]!.end);
  return knowledge.outlet(name) !== null || OUTLET_NAME.test(name);
}

/** "the UN refugee agency", "the space agency": an agency of something else than news. */
const isOffice = (view: View, word: number): boolean =>
  lemmaOf(view.sent, word) === 'agency' &&
  children(view.sent, word, 'compound', 'amod', 'nmod', 'nmod:poss').some(
    (kid) =>
      !/^(news|press|state|official|state-run|semi-official|private|local|national|information|wire)$/.test(
        view.low[kid]!,
      ) && mentionAt(view.doc, view.sent.index, kid)?.kind !== 'state',
  );

const GENERIC_OUTLET =
  /^(newspaper|daily|weekly|magazine|broadcaster|outlet|media|network|tabloid|website|radio|television|tv|paper|agency)$/;

const OUTLET_NAME =
  /\b(?:Information (?:Firm|Company|Agency|Service)|Times|Post|Herald|Tribune|Gazette|Courier|Ledger|Daily|Weekly|News|Journal|Mirror|Monitor|Guardian|Observer|Chronicle|Telegraph|Mail|Globe|Broadcasting|Television|TV|Radio|Newspaper|Bulletin|Dispatch|Express|Examiner|Wire|Xinhua|Reuters|Interfax|Economist|Nikkei|AFP|TASS|Anadolu|Yonhap|Kyodo|Antara|Bernama|Press|Agence France-Presse)\b/;
