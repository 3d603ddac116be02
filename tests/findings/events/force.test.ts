/** Acts of force and their casts: things that act, closures, flags, aid flows, convictions, blows of two sides. */

import { describe, expect, test } from 'vitest';
import { lines } from './support.ts';

const reads = (text: string, ...wanted: string[]): void => expect(lines(text)).toEqual(wanted);

describe('each side acts for itself', () => {
  test('an expulsion and a recall', () =>
    reads(
      'Peru expelled two Bolivian consuls, while Bolivia recalled its ambassador.',
      'SANCTION expel PER > BOL GOV',
      'SANCTION discontinue BOL',
    ));
});

describe('whose it is suffers', () => {
  test('servers and ransomware', () =>
    reads('The Fijian ministry’s servers were crippled by ransomware.', 'COERCE cyber > FJI GOV'));
  test('a ship by its owner', () =>
    reads('Iran seized a Greek-owned, Panama-flagged tanker on Sunday.', 'COERCE seize IRN > GRC'));
  test('a town that falls', () =>
    reads('The Congolese town of Sake fell to M23 rebels on Sunday.', 'COERCE seize COD REB > COD'));
});

describe('ways and people', () => {
  test('a closure', () =>
    reads('The closure of the border by Benin stranded Nigerien traders.', 'COERCE restrict BEN'));
  test('near miss: a plant', () => reads('The closure of the plant by Benin stranded Nigerien traders.'));
  test('kept from going', () =>
    reads('Serbian police prevented a Kosovo activist from crossing the bridge.', 'COERCE restrict SRB COP > XKX CVL'));
  test('near miss: kept from nothing', () => reads('Serbian police prevented a fire in a school.'));
});

describe('courts', () => {
  test('a term given', () =>
    reads(
      'A Chadian court jailed a Malian preacher for six years.',
      'COERCE arrest TCD JUD > MLI REL',
      'SANCTION convict TCD JUD > MLI REL',
    ));
  test('the judge behind the prison', () =>
    expect(lines('Two Gambian priests were sentenced to six years in jail by a Senegalese judge.')[0]).toBe(
      'SANCTION convict SEN JUD > GMB REL',
    ));
});

describe('modes', () => {
  test('aid is withdrawn', () => reads('Sweden froze its aid to Mali.', 'SANCTION withdraw SWE > MLI'));
  test('rubber bullets', () =>
    reads('Kenyan police fired rubber bullets at students.', 'ASSAULT crowd-control KEN COP > KEN EDU'));
  test('a body left', () =>
    reads('Chad announced its withdrawal from the African Union.', 'SANCTION withdraw TCD > IGO'));
  test('a parliament that strikes a word', () => reads('Ghana’s parliament struck the tax from the budget.'));
});
