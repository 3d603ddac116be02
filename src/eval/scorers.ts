/** All scorers, in the order of the rooms they measure. */

import { articlesScorer } from './articles.ts';
import { attributionScorer } from './attributions.ts';
import { copiesScorer } from './copies.ts';
import { ecbScorer } from './ecb.ts';
import { eventScorer } from './events.ts';
import { figureScorer } from './figures.ts';
import { entitiesScorer } from './gum-entities.ts';
import { languageScorer } from './language.ts';
import { mentionsScorer } from './mentions.ts';
import { offices } from './offices.ts';
import { quantitiesScorer } from './quantities.ts';
import { recordScorer, registerScorer } from './record.ts';
import { relationScorer } from './relations.ts';
import type { Scorer } from './scorer.ts';
import { statementScorer } from './statements.ts';
import { timesScorer } from './times.ts';
import { trustScorer } from './trust.ts';

export const SCORERS: readonly Scorer[] = [
  articlesScorer,
  languageScorer,
  timesScorer,
  quantitiesScorer,
  mentionsScorer,
  entitiesScorer,
  eventScorer,
  statementScorer,
  attributionScorer,
  figureScorer,
  relationScorer,
  offices,
  trustScorer,
  copiesScorer,
  recordScorer,
  registerScorer,
  ecbScorer,
];
