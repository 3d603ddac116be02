import { describe, expect, test } from 'vitest';
import { lines } from './support.ts';

/** Each text with what it tells, and nothing else. */
const cases = (rows: readonly (readonly [string, ...string[]])[]): void => {
  test.each(rows.map(([text, ...expected]) => [text, expected] as const))('%s', (text, expected) =>
    expect(lines(text).sort()).toEqual([...expected].sort()),
  );
};

describe('second receivers', () => {
  cases([
    ['Uganda has asked Kenya and Tanzania to reopen the pipeline talks.', 'REQUEST meet UGA > KEN, TZA'],
    ['Fiji appealed to Australia, New Zealand and France for drinking water.', 'REQUEST assist FJI > AUS, NZL, FRA'],
    ['The Lebanese army asked France for spare parts and Italy for fuel.', 'REQUEST assist LBN MIL > FRA, ITA'],
  ]);
});

describe('receivers right behind the verb', () => {
  cases([
    ['Wellington has lent Apia two patrol boats.', 'AID NZL GOV > WSM GOV'],
    ['Iceland sent Norway 40 rescuers.', 'AID ISL > NOR'],
    ['Riyadh will give Sanaa 200 million dollars.', 'AGREE SAU GOV > YEM (planned)'],
  ]);
});

describe('receivers behind a later verb of the trigger', () => {
  cases([
    ['Slovenia will stop issuing visas to Belarusian lorry drivers.', 'THREATEN restrict SVN > BLR LAB (planned)'],
    ['Fiji won a promise from Japan of five patrol boats.', 'AGREE JPN > FJI (planned)'],
  ]);
});

describe('forces told by what they hold', () => {
  cases([
    [
      'Chadian jets bombed rebel columns near the Sudanese border.',
      'ASSAULT aerial TCD MIL > rebel columns near the Sudanese border REB',
    ],
  ]);
});

describe('those who take part beside the subject', () => {
  cases([
    ['Kenya and Uganda, together with Rwanda, launched a joint patrol.', 'COOPERATE KEN, UGA, RWA'],
    [
      'The Dutch premier, joined by his Belgian colleague, held talks with the president of Rwanda.',
      'CONSULT multilateral NLD GOV, BEL GOV, RWA GOV',
    ],
    ['Talks between Chad and Sudan, brokered by Qatar, resumed on Monday.', 'CONSULT multilateral TCD, SDN, QAT'],
    ['Djibouti mediated between Eritrea and Ethiopia.', 'CONSULT third-party DJI, ERI, ETH'],
    ['Peruvian commandos trained alongside Brazilian soldiers.', 'COOPERATE PER MIL, BRA MIL'],
  ]);
});
