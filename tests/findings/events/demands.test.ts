import { expect, test } from 'vitest';
import { eventsOf } from './support.ts';

const modes = (text: string): string[] => eventsOf(text, '2026-03-04').map((e) => `${e.type} ${e.mode}`);

test.each([
  ['Norway urged Sudan to halt its raids.', 'REQUEST yield'],
  ['Kenya demanded that Uganda free the traders.', 'REQUEST yield'],
  ['Tonga asked Fiji for two patrol boats.', 'REQUEST assist'],
  ['Niger asked Algeria to mediate.', 'REQUEST assist'],
  ['Oman urged both Yemen and Iraq to return to the table.', 'REQUEST meet'],
  ['Canada called on Mali to publish the contract.', 'REQUEST change'],
  ['Turkey threatened to tax Greek oil.', 'THREATEN restrict'],
  ['Chad threatened to jail Sudanese traders.', 'THREATEN arrest'],
  ['Iran threatened to close its embassy in Cyprus.', 'THREATEN relations'],
  ['Serbia threatened to send troops against Kosovo.', 'THREATEN violence'],
  ['Jordanian jets bombed a Syrian depot.', 'ASSAULT aerial'],
  ['A suicide bomber killed nine Pakistani soldiers.', 'ASSAULT suicide-attack'],
  ['Bandits with machetes killed two Ugandan farmers.', 'ASSAULT primitive'],
  ['Armenia moved tanks to its border with Azerbaijan.', 'MOBILIZE weapons'],
])('%s', (text, expected) => expect(modes(text)).toContain(expected));
