/** Clauses and names the tree joins to the wrong word, and those that stand for several. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Token } from '../../../src/core/index.ts';
import { rejoin } from '../../../src/findings/events/rejoin.ts';
import { isTree } from '../../../src/language/tree.ts';
import { lines } from './support.ts';

describe('every act has its own doers and receivers', () => {
  test.each([
    [
      'The foreign ministers of Ghana and Togo, meeting in Lome on the sidelines of a forum, condemned the coup in Guinea and urged the junta to free the president.',
      [
        'CONSULT GHA GOV, TGO GOV',
        'ACCUSE disapprove GHA GOV, TGO GOV > GIN',
        'REQUEST yield GHA GOV, TGO GOV > GIN GOV',
      ],
    ],
    [
      'Chadian Prime Minister Moussa Deby and Cameroonian President Paul Etame agreed to exchange maps.',
      ['AGREE TCD GOV, CMR GOV (planned)'],
    ],
    [
      'Chinese vessels fired water cannon at a boat, prompting Manila to lodge a protest with Beijing and to call on its allies to condemn the attack.',
      ['ACCUSE disapprove PHL GOV > CHN GOV', 'REQUEST PHL GOV > its allies'],
    ],
    [
      'Bolivia rejected a claim by Chile that it had sheltered rebels, and expelled two Chilean diplomats.',
      ['SANCTION expel BOL > CHL GOV'],
    ],
    [
      'Police in Harare fired tear gas at teachers who were marching to parliament and detained nine of them.',
      ['COERCE arrest ZWE COP > ZWE EDU'],
    ],
    [
      'Hungary vetoed a loan to Ukraine worth 18 billion euros, drawing criticism from Germany, whose chancellor urged Budapest to relent.',
      ['ACCUSE disapprove DEU > HUN'],
    ],
    [
      'Norway met the leaders of Kenya and Uganda and invited both to Oslo for a summit.',
      ['AGREE NOR > KEN GOV, UGA GOV (planned)'],
    ],
    [
      'Nigeria and Benin, whose presidents met in Cotonou, have opened a joint border post.',
      ['CONSULT NGA GOV, BEN GOV'],
    ],
    [
      'The presidents of Kenya, Uganda and Rwanda and the vice-president of Tanzania met in Kampala on Thursday, pledged 300 million dollars for a railway and urged Burundi to join the project.',
      ['CONSULT multilateral KEN GOV, UGA GOV, RWA GOV, TZA GOV'],
    ],
    [
      'Denmark, Sweden and Norway have each summoned the Iranian ambassador to protest against the execution of a dual national.',
      ['ACCUSE disapprove DNK, SWE, NOR > IRN GOV'],
    ],
    [
      'Bangladesh has again asked India to extradite its ousted prime minister, who fled to Delhi in August, and has protested to the Indian high commissioner over her speeches.',
      ['ACCUSE disapprove BGD > IND GOV'],
    ],
    [
      'Chinese jets crossed the median line on Monday, days after a US senator met the Taiwanese president in Taipei.',
      ['CONSULT USA LEG, TWN GOV'],
    ],
    ['Beijing demanded that Hanoi release them and warned of consequences.', ['THREATEN CHN GOV (planned)']],
    [
      'Spain will close its embassy in Mali, its minister said, rejecting a call by France to stay.',
      ['REJECT ESP GOV > FRA'],
    ],
    ['A Kenyan minister met executives of two Turkish arms makers.', ['CONSULT KEN GOV, TUR BUS']],
    ['Pakistani troops killed two men and arrested four others.', ['COERCE arrest PAK MIL > four others']],
    ['Kenya signed a contract for three corvettes with its Turkish partner.', ['SUPPORT KEN, TUR']],
    ['Israel eased its blockade under pressure from Washington.', ['RETREAT ISR']],
    [
      'Norway froze 12 million euros belonging to a Russian oligarch and expelled his brother, and Moscow, calling the steps theft, barred Norwegian trawlers from its waters.',
      ['REJECT RUS GOV > NOR BUS', 'ACCUSE disapprove RUS GOV'],
    ],
    [
      'Farmers blocked the crossing, demanding that Warsaw ban imports of grain, and Kyiv asked Poland to clear the road.',
      ['REQUEST UKR GOV > POL'],
    ],
    [
      'Mali, Burkina Faso and Niger announced that they had jointly condemned France over a raid.',
      ['ACCUSE disapprove MLI, BFA, NER > FRA'],
    ],
    [
      'Officials from Japan and South Korea held talks, vowing to share intelligence and condemning North Korea’s missile launch.',
      ['ACCUSE disapprove JPN GOV, KOR GOV > PRK'],
    ],
    [
      'Two Rwandan soldiers were wounded when Congolese drones struck their post near Goma.',
      ['ASSAULT drone COD MIL > RWA MIL'],
    ],
    [
      'Israel and Lebanon traded blame, and mediators from Egypt and Qatar urged both to return to the table.',
      ['REQUEST EGY, QAT > ISR, LBN'],
    ],
    ['New Zealand protested after Apia threatened to take Wellington to court.', ['THREATEN WSM GOV > NZL (planned)']],
    ['Denmark pledges 100 mln euros to Kyiv, slams Budapest over veto', ['ACCUSE disapprove DNK > HUN']],
    ['Kenya accuses Sudan of arming rebels', ['ACCUSE allege KEN > SDN']],
  ])('%s', (text, expected) => {
    const found = lines(text).map((l) => l.replace(/^(REQUEST) \w+(?= [A-Z]{3})/, '$1'));
    for (const want of expected) expect(found).toContain(want.replace(/^(REQUEST) (?:yield|change) /, '$1 '));
  });

  test('who joins others in what they did does not join them', () =>
    expect(lines('Australia imposed sanctions on Myanmar, joining Canada and Britain.')).toEqual([
      'SANCTION discontinue AUS > MMR',
    ]));
});

test('a crowd that gathers holds no talks', () =>
  expect(lines('Police moved the mayor of Istanbul past supporters who had gathered at the gates.')).toEqual([]));

test('no word hangs below itself, and one root is left', () => {
  const words =
    'A B and Prime C , meeting in D , condemned it and to call on E , which fell , worth two , drawing fire'.split(' ');
  const tag = (form: string): string =>
    /^[A-E]$/.test(form)
      ? 'NNP|PROPN'
      : ((
          {
            and: 'CC|CCONJ',
            to: 'TO|PART',
            call: 'VB|VERB',
            meeting: 'NN|NOUN',
            condemned: 'VBD|VERB',
            fell: 'VBD|VERB',
            drawing: 'VBG|VERB',
            fire: 'NN|NOUN',
            which: 'WDT|PRON',
            worth: 'JJ|ADJ',
          } as Record<string, string>
        )[form] ?? 'IN|ADP');
  const link = fc.record({
    under: fc.nat(),
    order: fc.nat(),
    deprel: fc.constantFrom(
      'nsubj',
      'obj',
      'conj',
      'flat',
      'cc',
      'mark',
      'acl:relcl',
      'acl',
      'advcl',
      'xcomp',
      'amod',
      'nmod',
    ),
  });
  fc.assert(
    fc.property(fc.array(link, { minLength: words.length, maxLength: words.length }), (links) => {
      const order = links.map((_, i) => i).sort((a, b) => links[a]!.order - links[b]!.order || a - b);
      const heads = new Array<number>(words.length).fill(-1);
      order.forEach((word, k) => {
        if (k > 0) heads[word] = order[links[word]!.under % k]!;
      });
      const tokens = words.map((form, i) => {
        const [xpos, upos] = tag(form).split('|');
        const deprel = heads[i]! < 0 ? 'root' : links[i]!.deprel;
        return {
          start: i * 10,
          end: i * 10 + form.length,
          form,
          lemma: form,
          upos,
          xpos,
          feats: '',
          head: heads[i]!,
          deprel,
        };
      }) as unknown as Token[];
      rejoin([...tokens], (i, head, deprel, more) => {
        tokens[i] = { ...tokens[i]!, ...more, head, deprel };
      });
      expect(isTree(tokens)).toBe(true);
    }),
  );
});
