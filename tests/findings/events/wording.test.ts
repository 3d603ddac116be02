/** Acts in the words of headlines, crowds, lists, relative clauses and speech of one's own. */

import { describe, expect, test } from 'vitest';
import { eventsOf, lines } from './support.ts';

const types = (text: string): string[] => eventsOf(text, '2026-03-04').map((e) => e.type);

describe('found', () => {
  test.each([
    ['aid that is welcomed', 'Vietnam’s minister welcomed American vaccine aid to the region.', 'SUPPORT'],
    ['what is done again', 'Honduras re-established diplomatic relations with Taiwan.', 'SUPPORT'],
    ['a hyphen inside', 'Peru and Bolivia co-operated in the rescue.', 'COOPERATE'],
    ['why one rang', 'The French president telephoned Iraqi premier Ali Hadi to congratulate him.', 'SUPPORT'],
    ['whom one rang', 'The French president telephoned Iraqi premier Ali Hadi to congratulate him.', 'CONSULT'],
    ['headlines whose verb looks like a noun', 'Rebels free journalist', 'RETREAT'],
    ['two names of a headline', 'Thai premier, Lao president hold border talks', 'CONSULT'],
    ['two states of a headline', 'Vietnam, Chile upgrade ties', 'SUPPORT'],
    ['a headline to come', 'Kuwait emir to visit Iraq in May', 'AGREE'],
    ['a passive headline', 'Curfew lifted in Sri Lankan port after calm night', 'CONCEDE'],
    ['talks abroad', 'Turkey’s foreign minister will hold talks in Tripoli on Sunday.', 'AGREE'],
    ['a verb of two halves', 'India test-fires missile', 'MOBILIZE'],
    ['a plan in the third person', 'Ghana plans to open an embassy in Mexico.', 'AGREE'],
    ['an infinitive that looks like a noun', 'Peruvian miners plan to march on Lima next week.', 'THREATEN'],
    ['a crowd by its purpose', 'Crowds gathered in Tunis to denounce the arrest of a Tunisian lawyer.', 'PROTEST'],
    ['a mob', 'A mob attacked the Burmese consulate in Chiang Mai.', 'PROTEST'],
    ['a strike that paralyses', 'A nationwide strike paralysed Greece on Wednesday.', 'PROTEST'],
    [
      'a relative clause about the doer',
      'The Turkish president, who met the Iraqi president, praised Syria.',
      'CONSULT',
    ],
    [
      'a relative clause with a doer of its own',
      'Manila has agreed to free the Chinese crew it detained last week.',
      'COERCE',
    ],
    ['a promise of harm', 'Nicaragua’s interior minister promised to jail priests.', 'THREATEN'],
    ['an answer in kind', 'Russia said it would respond in kind to Norway.', 'THREATEN'],
    [
      'who announces an arrest',
      'Those who block the road will be arrested, Georgia’s interior minister said.',
      'THREATEN',
    ],
    ['who speaks of himself', '“We call on Bamako to free the trucks,” the Senegalese minister said.', 'REQUEST'],
    ['a promise retold', 'Warsaw would pay 8 million zlotys to Ukraine, the Polish minister said.', 'AGREE'],
    ['forces as their own doers', 'Nigerien police were put on alert.', 'MOBILIZE'],
    ['forces moved by nobody named', 'Extra troops were sent to the border with Niger.', 'MOBILIZE'],
    ['what two do jointly', 'Australian and Fijian police are jointly combing the strait.', 'COOPERATE'],
    ['relief that arrives', 'Two Kuwaiti planes with medicine landed in Sudan.', 'AID'],
    ['a first', 'Zambia became the first state to recognise Eritrea.', 'SUPPORT'],
    ['a noun with its doer', 'An apology by the Dutch minister to Suriname was read out on Monday.', 'SUPPORT'],
    ['a place before the crowd', 'Outside parliament about 60 students protested against the Thai premier.', 'PROTEST'],
  ])('%s', (_, text, type) => expect(types(text)).toContain(type));
});

describe('two acts of one subject', () => {
  test.each([
    ['Farmers in Bulgaria blocked a motorway and dumped milk in front of the ministry.', ['PROTEST', 'PROTEST']],
    ['Soldiers in Guinea seized power, dissolved parliament and jailed the president.', ['COERCE', 'COERCE', 'COERCE']],
    ['Kenya said Ugandan jets had bombed a village and accused Uganda of lying.', ['ASSAULT', 'ACCUSE']],
    ['Chile agreed to pay by March and urged Peru to free the crew.', ['AGREE', 'REQUEST']],
  ])('%s', (text, expected) => expect(types(text).sort()).toEqual([...expected].sort()));
});

describe('not found', () => {
  test.each([
    'When will the ambassador to Hungary be named?',
    'Samoa beat Tonga 24-17 in Apia.',
    'The Peruvian minister spoke to reporters in Lima.',
    'The Norwegian prime minister opened a new hospital in Bergen.',
    'The defence secretary of Kenya admitted that the shells had come late.',
    'The Omani opposition announced a vote of no confidence.',
    'At least 23 people were killed when the quake struck Nepal.',
    'Sri Lanka’s exports to India came to 410 million dollars.',
    'The dyke, the Albanian minister insisted, had been built by the mayor.',
  ])('%s', (text) => expect(lines(text)).toEqual([]));
});

describe('told once', () => {
  test.each([
    ['Sweden ruled out sending troops to Ukraine.', ['REJECT']],
    ['Lebanon demanded that Israel withdraw from the village it seized.', ['REQUEST']],
    ['Copenhagen called in the Iranian envoy and handed him a note of protest.', ['ACCUSE']],
    ['Kenya has yet to accept the Ugandan proposal.', []],
    ['Sweden has no plans to leave the treaty.', []],
    ['Analysts expect Serbia and Kosovo to reach a deal.', []],
  ])('%s', (text, expected) => expect(types(text)).toEqual(expected));
});

describe('another time', () => {
  test.each([
    ['In 1998 Angolan rebels held Portuguese engineers hostage.', 'historical'],
    ['In 2011 Argentina blocked Chilean trucks until the two presidents met in Lima.', 'historical'],
    ['The village bears the marks of 1987, when Libyan planes bombed Chad.', 'historical'],
    ['Japan and India, strategic partners since 2011, signed a pact on Monday.', 'occurred'],
    ['The three Baltic states share radar data with Finland.', 'ongoing'],
    ['Bahraini prisoners have been on hunger strike for three weeks.', 'ongoing'],
    ['Joint drills by Australian and Fijian sailors start next week.', 'planned'],
    ['Brazil is prepared to host talks with Peru, should both of them wish it.', 'possible'],
  ])('%s', (text, modality) => expect(eventsOf(text, '2026-03-04').map((e) => e.modality)).toContain(modality));
});
