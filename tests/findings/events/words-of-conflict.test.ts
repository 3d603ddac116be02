import { expect, test } from 'vitest';
import { lines } from './support.ts';

/** What accuses, refuses, asks and threatens, in whatever words. */
test.each([
  // States of mind.
  ['Norway was dismayed by the Israeli raid on the clinic.', 'ACCUSE disapprove NOR > ISR'],
  ['Ghana is not pleased with the decision of Togo.', 'ACCUSE disapprove GHA > TGO'],
  // What a complaint goes to, and what it is about.
  ['Peru filed a complaint against Chile at the World Trade Organization.', 'ACCUSE disapprove PER > CHL'],
  ['Lima conveyed to Quito its concern at the safety of its diplomats.', 'ACCUSE disapprove PER GOV > ECU GOV'],
  ['The Chilean foreign ministry summoned the Indian High Commissioner.', 'ACCUSE disapprove CHL GOV > IND GOV'],
  ['Kenya voiced regret over the decision of Uganda.', 'ACCUSE disapprove KEN > UGA'],
  // What is met with.
  ["Togo's plan met with a strong protest from Benin.", 'ACCUSE disapprove BEN > TGO'],
  ['The offer by Oman was met with a flat refusal by Yemen.', 'REJECT YEM > OMN'],
  // Denials that refuse.
  ['"There will be no talks with Kosovo," said Serbian President Milan Petrov.', 'REJECT meet SRB GOV > XKX'],
  ['Chad does not accept the demand of Sudan.', 'REJECT TCD > SDN'],
  ['Malta would never accept the Libyan conditions.', 'REJECT change MLT > LBY'],
  ["Peru's congress voted to reject a Chilean request.", 'REJECT PER LEG > CHL'],
  ['Cypriot officials kept the Turkish delegation out of the hall.', 'REJECT CYP GOV > TUR GOV'],
  ["Slovenia's president scrapped plans to visit Hungary.", 'REJECT meet SVN GOV > HUN (cancelled)'],
  ['Poland pulled out of a summit with Hungary.', 'REJECT meet POL > HUN'],
  ["Vietnam rejects China's claims in the East Sea.", 'REJECT VNM > CHN'],
  ['The visit of the Spanish king to Morocco has been postponed.', 'REJECT meet ESP GOV > MAR (cancelled)'],
  // What somebody must do, or will suffer.
  ["Kenya's premier said Uganda had to respect the border.", 'REQUEST KEN GOV > UGA'],
  ['Latvia warned Minsk that it would lose access to its ports.', 'THREATEN LVA > BLR GOV (planned)'],
  ["Iran's general said Israel would pay a heavy price.", 'THREATEN IRN MIL > ISR (planned)'],
  // Whom a request is for.
  ['Turkey demanded an end to Israeli strikes on Lebanon.', 'REQUEST TUR > ISR'],
  ['Egypt called for the release of the hostages by Hamas.', 'REQUEST yield EGY > PSE REB'],
  ['Chad set Sudan a deadline of ten days to apologise.', 'REQUEST yield TCD > SDN'],
  ['Norway is pushing Israel to reopen the crossing.', 'REQUEST yield NOR > ISR'],
  // Nouns with a clause; meetings refused; fates told to a listener.
  ["Jordan's demand that Israel reopen the crossing went unanswered.", 'REQUEST JOR > ISR'],
  ['The criticism of Tanzania by Norway has grown since the vote.', 'ACCUSE disapprove NOR > TZA'],
  ['Peru will not take part in the Caracas talks.', 'REJECT meet PER'],
  ['Nicaragua would not receive the Chilean envoy.', 'REJECT meet NIC > CHL GOV'],
  ['Benin and Niger could not agree on the reopening of the pipeline.', 'REJECT BEN, NER'],
  ['Mozambique turned to Rwanda for more troops.', 'REQUEST MOZ > RWA'],
  ['Oslo says a Russian tanker spilled oil and wants Moscow to pay.', 'REQUEST assist NOR GOV > RUS GOV'],
  ['Brussels gave Budapest two months to change the law.', 'REQUEST change EUR > HUN GOV'],
  ['Chile turned down an offer from Peru to name the bridge.', 'REJECT CHL > PER'],
  // Writings, capitals, headlines.
  ["Chad's foreign ministry issued a statement condemning the Sudanese raid.", 'ACCUSE disapprove TCD GOV > SDN'],
  ['An open letter from Togo accused Benin of piracy.', 'ACCUSE allege TGO > BEN'],
  ["Denmark's premier hit out at Washington on Sunday.", 'ACCUSE disapprove DNK GOV > USA'],
  ['The Peruvian premier took Quito to task over the bridge.', 'ACCUSE disapprove PER GOV > ECU'],
  ['Burundi slams door on talks with Rwanda', 'REJECT meet BDI > RWA'],
  ['Ghana was quick to condemn the Togolese raid.', 'ACCUSE disapprove GHA > TGO'],
  ['Malta will not let the Libyan ship dock.', 'REJECT MLT > LBY BUS'],
  ["Latvia's premier said any raid by Belarus would be met with a tough response.", 'THREATEN LVA GOV > BLR (planned)'],
  ['The two ministers called on North Korea to free the crew.', 'REQUEST yield two ministers GOV > PRK'],
  ['The envoy is alarmed by the escalation in El Fasher and calls for a truce.', 'REQUEST yield envoy GOV'],
])('%s', (text, expected) => expect(lines(text)).toContain(expected));

test.each([
  'Colombia instructed its ambassador in Managua to ask for a meeting.',
  'Warsaw would pay 8 million zlotys for a crossing, the Polish premier said.',
  'There were no talks with Kosovo, the Serbian president said.',
  'The Kremlin shrugged off British criticism of its drill.',
  "Kenya's premier said his country had to grow more maize.",
  'The ambassador of Ghana refused to be drawn on Togo.',
  "Japan's premier said his government would take measures to support farmers.",
  'He told a paper that Britain would regret leaving the market.',
  'Japan warned China against flying into its airspace.',
])('no word of conflict: %s', (text) =>
  expect(lines(text).filter((l) => /^(ACCUSE|REJECT|REQUEST|THREATEN)/.test(l))).toEqual([]),
);

test('forces sent to a joint drill threaten nobody', () =>
  expect(lines('The Indian navy will send two frigates for joint exercises with Vietnam.').join()).toMatch(/^AGREE/));
