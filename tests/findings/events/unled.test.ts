/** Events told without who did them: weapons that hit, headlines, nouns of violence, passives. */

import { describe, expect, test } from 'vitest';
import { lines } from './support.ts';

const reads = (text: string, ...wanted: string[]): void => expect(lines(text)).toEqual(wanted);

describe('weapons that hit', () => {
  test('a drone and a place', () => reads('A drone hit a depot in Port Sudan on Tuesday.', 'ASSAULT drone > SDN'));
  test('a missile and a house', () =>
    reads('A missile slammed into a Romanian school.', 'ASSAULT heavy-weapons > ROU'));
  test('shells that land', () => reads('The shells landed near the wards, she wrote.', 'ASSAULT heavy-weapons'));
  test('mortar fire is no fire', () =>
    reads('Mortar fire killed a Georgian shepherd near the line.', 'ASSAULT heavy-weapons > GEO AGR'));
  test('whoever was harmed comes before the house', () =>
    reads(
      'A suicide bomber blew himself up at a gate in Mogadishu, killing four Ugandan peacekeepers.',
      'ASSAULT suicide-attack suicide bomber UAF > UGA MIL',
    ));
  test('near miss: a bus', () => reads('A bus slammed into a Romanian school.'));
  test('near miss: a fire', () => reads('A fire killed a Georgian shepherd near the line.'));
});

describe('headlines leave out "was"', () => {
  test('a person', () => reads('French journalist detained in Ouagadougou', 'COERCE arrest > FRA JRN'));
  test('held hostage', () => reads('Four Bulgarian truckers held hostage in Kandahar', 'ASSAULT abduct > BGR LAB'));
  test('a house on fire', () => reads('Swedish warehouse in Riga set on fire', 'ASSAULT destroy > SWE'));
  test('near miss: with an object', () =>
    reads('Mali junta detains four French spies', 'COERCE arrest MLI GOV > FRA SPY'));
});

describe('nouns of violence', () => {
  test('a border between two', () =>
    reads('Clashes broke out along the border between Thailand and Cambodia on Tuesday.', 'ASSAULT THA, KHM'));
  test('a gerund for a subject', () =>
    reads('Fighting resumed between Armenian and Azerbaijani troops.', 'ASSAULT ARM MIL, AZE MIL'));
  test('fresh but told as fact', () => reads('Fresh fighting was reported in Jonglei.', 'ASSAULT'));
  test('an expulsion from a country', () =>
    reads('The expulsion of two Danish envoys from Baku followed on Friday.', 'SANCTION expel AZE > DNK GOV'));
});

describe('passives', () => {
  test('doors shut', () => reads('Togo voted on Sunday. Within hours the crossing was shut.', 'COERCE restrict'));
  test('troops that were withdrawn', () =>
    reads('The last French troops were withdrawn from Chad in January.', 'RETREAT withdraw FRA MIL > TCD'));
  test('homes of those driven out', () =>
    reads('Thousands of villagers were driven from their homes in South Kordofan.', 'COERCE deport > villagers CVL'));
  test('a term is served in prison', () =>
    reads(
      'A court in Minsk sentenced a Polish teacher to six years.',
      'SANCTION convict BLR JUD > POL EDU',
      'COERCE arrest BLR JUD > POL EDU',
    ));
  test('near miss: a suspended term', () =>
    reads(
      'A court in Minsk sentenced a Polish teacher to a suspended term of two years.',
      'SANCTION convict BLR JUD > POL EDU',
    ));
});
