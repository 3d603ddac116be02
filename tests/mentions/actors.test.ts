import { describe, expect, test } from 'vitest';
import { mentionOf, mentionsOf } from '../support/mentioned.ts';

const actor = (text: string, words: string, published?: string, publisher?: string) => {
  const doc = mentionsOf(text, {
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
  });
  const { kind, name, entity, country, code, sector, org, role } = mentionOf(doc, words);
  return { kind, name, entity, country, code, sector, org, role };
};

describe('role nouns borrow their country', () => {
  test.each([
    ['He met senior Lao officials in Vientiane.', 'senior Lao officials', 'LAO', 'GOV'],
    ['The lawmakers in Fiji passed the bill.', 'lawmakers in Fiji', 'FJI', 'LEG'],
    ['Maltese police arrested two men.', 'Maltese police', 'MLT', 'COP'],
    ['Police in Nairobi arrested two men.', 'Police in Nairobi', 'KEN', 'COP'],
    ['The president of Chad resigned.', 'president of Chad', 'TCD', 'GOV'],
    ['White House officials declined to comment.', 'White House officials', 'USA', 'GOV'],
    ['The rebels in eastern Congo advanced.', 'rebels in eastern Congo', 'COD', 'REB'],
    ['Kenyan soldiers fired on protesters.', 'Kenyan soldiers', 'KEN', 'MIL'],
    ['The Zambian opposition leader was freed.', 'Zambian opposition leader', 'ZMB', 'OPP'],
    ['The Peruvian army chief visited.', 'Peruvian army chief', 'PER', 'MIL'],
    ['A former Australian foreign minister spoke.', 'former Australian foreign minister', 'AUS', 'ELI'],
    ['The Chinese government protested.', 'Chinese government', 'CHN', 'GOV'],
  ])('%s', (text, words, country, sector) =>
    expect(actor(text, words)).toMatchObject({ country, code: country, sector }),
  );

  test('a role without a country has none', () =>
    expect(actor('The authorities closed the road.', 'authorities')).toMatchObject({
      country: null,
      code: null,
      sector: 'GOV',
    }));
  test('two countries share one role', () => {
    const doc = mentionsOf('Hungarian and Romanian officials agreed on it.');
    const both = mentionOf(doc, 'Hungarian and Romanian officials');
    expect(both.members?.map((id) => doc.mentions[id]?.code)).toEqual(['HUN', 'ROU']);
    expect(both.country).toBeNull();
    expect(both.members?.every((id) => doc.mentions[id]?.sector === 'GOV')).toBe(true);
  });
  test('a list of countries behind a role is a list of actors', () => {
    const doc = mentionsOf('The envoys of Peru, Chile and Bolivia met in Quito.');
    const all = mentionOf(doc, 'envoys of Peru, Chile and Bolivia');
    expect(all.members?.map((id) => doc.mentions[id]?.code)).toEqual(['PER', 'CHL', 'BOL']);
    expect(all.members?.every((id) => doc.mentions[id]?.sector === 'GOV')).toBe(true);
  });
  test('a ministry belongs to the country before it', () =>
    expect(actor('Vietnam’s Ministry of Public Security denied it.', 'Ministry of Public Security')).toMatchObject({
      country: 'VNM',
      entity: 'org:mps-vnm',
    }));
});

describe('titles and names are one mention', () => {
  test('in front of the name', () =>
    expect(actor('US Secretary of State Antony Blinken left.', 'US Secretary of State Antony Blinken')).toMatchObject({
      kind: 'person',
      name: 'Antony Blinken',
      entity: 'person:antony-blinken',
      country: 'USA',
      sector: 'GOV',
      role: 'Secretary of State',
    }));
  test('with diacritics and the family name first', () =>
    expect(
      actor('Vietnamese foreign minister Bùi Thanh Sơn spoke.', 'Vietnamese foreign minister Bùi Thanh Sơn'),
    ).toMatchObject({
      name: 'Bùi Thanh Sơn',
      country: 'VNM',
    }));
  test('somebody no table knows keeps the name, and the country of the title', () =>
    expect(
      actor('Czech Foreign Minister Bohumil Vrbatka arrived.', 'Czech Foreign Minister Bohumil Vrbatka'),
    ).toMatchObject({
      name: 'Bohumil Vrbatka',
      entity: 'person:~bohumil-vrbatka',
      country: 'CZE',
    }));
  test('a title of no country with an unknown name has no country', () =>
    expect(actor('President Arkadi Lomov spoke to Laos and Nepal.', 'President Arkadi Lomov')).toMatchObject({
      country: null,
      code: null,
    }));
  test('the head of an international body speaks for it, not for a country', () =>
    expect(
      actor('UN Secretary-General António Guterres spoke.', 'UN Secretary-General António Guterres', '2023-05-01'),
    ).toMatchObject({
      country: null,
      code: 'UNO',
      org: 'United Nations',
    }));
  test('behind the name, after a comma', () => {
    const doc = mentionsOf('Ilze Krumina, the Latvian trade minister, resigned.');
    expect(mentionOf(doc, 'Ilze Krumina')).toMatchObject({ country: 'LVA', sector: 'GOV' });
    expect(mentionOf(doc, 'Latvian trade minister').antecedent).toBe(mentionOf(doc, 'Ilze Krumina').id);
  });
  test('a reporting clause after a comma is no apposition', () => {
    const doc = mentionsOf('It will help Mr. Vrbatka, the Polish official said.');
    expect(mentionOf(doc, 'Polish official').entity).toBeNull();
  });
});

describe('later short forms mean the same person', () => {
  const story =
    'Czech Foreign Minister Bohumil Vrbatka met Tongan Prime Minister Sione Hafoka in Prague. ' +
    'Vrbatka said the talks went well. Mr. Hafoka thanked him. The Tongan prime minister left on Friday. ' +
    'The Czech foreign minister stayed.';
  const doc = mentionsOf(story);
  test.each([
    ['Vrbatka', 'person:~bohumil-vrbatka', 'CZE'],
    ['Hafoka', 'person:~sione-hafoka', 'TON'],
    ['Tongan prime minister', 'person:~sione-hafoka', 'TON'],
    ['Czech foreign minister', 'person:~bohumil-vrbatka', 'CZE'],
  ])('%s', (words, entity, country) => expect(mentionOf(doc, words)).toMatchObject({ entity, country }));

  test('"the official" stays the unnamed one, and never becomes somebody named', () => {
    const told = mentionsOf(
      'A senior Latvian official met Bohumil Vrbatka, a Czech official. Nobody agreed, the official said.',
    );
    expect(mentionOf(told, 'official', 0).entity).toBeNull();
  });
  test('"his counterpart" holds the same office elsewhere', () => {
    const told = mentionsOf('US Secretary of State Antony Blinken called his Chinese counterpart.', {
      published: '2024-02-01',
    });
    expect(mentionOf(told, 'Chinese counterpart')).toMatchObject({ entity: 'person:wang-yi', country: 'CHN' });
  });
  test('without a date the counterpart keeps the country and no name', () => {
    const told = mentionsOf('Czech Foreign Minister Bohumil Vrbatka called his Tongan counterpart.');
    expect(mentionOf(told, 'Tongan counterpart')).toMatchObject({ entity: null, country: 'TON' });
  });
});

describe('pronouns', () => {
  test('he and she by gender', () => {
    const doc = mentionsOf('Latvian President Ilze Krumina received Mr. Vrbatka. She thanked him.');
    expect(mentionOf(doc, 'She').entity).toBe('person:~ilze-krumina');
  });
  test('it is the state that speaks', () => {
    const doc = mentionsOf('Kenya said it will host Uganda.');
    expect(mentionOf(doc, 'it')).toMatchObject({ code: 'KEN', kind: 'state' });
  });
  test('an empty "it" is nobody', () => {
    const doc = mentionsOf('Kenya left. It is clear that talks failed.');
    expect(doc.mentions.some((mention) => mention.form === 'pronoun')).toBe(false);
  });
  test('nobody before: open', () => {
    const doc = mentionsOf('He left the room.');
    expect(mentionOf(doc, 'He')).toMatchObject({ entity: null, country: null, rule: 'reference/open' });
  });
});

describe('groups and pairs', () => {
  test('"the bloc" is the organisation named before', () => {
    const doc = mentionsOf('ASEAN met. The bloc agreed.');
    expect(mentionOf(doc, 'bloc')).toMatchObject({ entity: 'org:asean', code: 'IGO' });
  });
  test('"the 10-member bloc" must have ten members on the day', () => {
    const doc = mentionsOf('ASEAN met the European Union. The 10-member bloc agreed.', { published: '2021-08-04' });
    expect(mentionOf(doc, '10-member bloc').entity).toBe('org:asean');
  });
  test('"the two sides" are the two states spoken of', () => {
    const doc = mentionsOf('Laos and Nepal restored full ties. The two sides will open embassies.');
    expect(mentionOf(doc, 'two sides').members?.map((id) => doc.mentions[id]?.code)).toEqual(['LAO', 'NPL']);
  });
  test('three states: "the two sides" stay open', () => {
    const doc = mentionsOf('Laos, Nepal and Chad met. The two sides will open embassies.');
    expect(mentionOf(doc, 'two sides').members).toBeUndefined();
  });
});

describe('capitals', () => {
  test.each([
    ['Beijing said it was ready.', 'Beijing', 'state', 'CHN'],
    ['Ties between Hanoi and Washington improved.', 'Hanoi', 'state', 'VNM'],
    ['Officials met in Beijing.', 'Beijing', 'place', 'CHN'],
    ['She flew to Hanoi.', 'Hanoi', 'place', 'VNM'],
    ['A visit to Moscow was cancelled.', 'Moscow', 'place', 'RUS'],
    ['The streets of Paris filled.', 'Paris', 'place', 'FRA'],
    ["Ghana's deputy premier left for Lome.", 'Lome', 'place', 'TGO'],
    ['The Kremlin denied it.', 'Kremlin', 'state', 'RUS'],
  ])('%s', (text, words, kind, country) => expect(actor(text, words)).toMatchObject({ kind, country }));
});

describe('places', () => {
  test('a capital has its coordinates', () => {
    const place = mentionOf(mentionsOf('They met in Vientiane.'), 'Vientiane').place;
    expect(place?.lat).toBeCloseTo(17.97, 1);
    expect(place?.lon).toBeCloseTo(102.6, 1);
  });
  test('the region behind a comma decides', () => {
    const place = mentionOf(mentionsOf('They met in Paris, Texas, on Friday.'), 'Paris');
    expect(place).toMatchObject({ kind: 'place', country: 'USA' });
  });
  test('a town called like a country is in the region behind it', () =>
    expect(mentionOf(mentionsOf('They met in Jordan, Minnesota.'), 'Jordan')).toMatchObject({
      kind: 'place',
      country: 'USA',
    }));
  test('an unknown capital word is no place of the tables', () => {
    const doc = mentionsOf('They met in Quexlunia.');
    expect(doc.mentions.every((mention) => mention.place === null && mention.country === null)).toBe(true);
  });
  test('the East Sea of a Vietnamese outlet is the South China Sea', () =>
    expect(actor('Ships sailed in the East Sea.', 'East Sea', undefined, 'VnExpress')).toMatchObject({
      kind: 'place',
      entity: 'water:south-china-sea',
    }));
  test('the East Sea of nobody in particular stays open, and is no town', () =>
    expect(actor('Ships sailed in the East Sea.', 'East Sea')).toMatchObject({
      kind: 'place',
      entity: null,
      country: null,
    }));
  test('a town that is a surname stays out of names', () => {
    const doc = mentionsOf('Colonel Omar Hassan al-Tarifi spoke.');
    expect(doc.mentions.some((mention) => mention.kind === 'place')).toBe(false);
  });
});

describe('an article dated by its officials', () => {
  const text =
    'US Secretary of State Antony Blinken will meet envoys next week, an official said on Saturday (July 31).';
  test('only one year fits both the weekday and the office', () =>
    expect(mentionsOf(text).reference).toMatchObject({ date: '2021-07-31', basis: 'weekday+date in the text' }));
  test('a former office dates nothing', () =>
    expect(mentionsOf(text.replace('US Secretary', 'Former US Secretary')).reference).toBeNull());
});

describe('traps', () => {
  test.each([
    'COVID-19 spread quickly.',
    'We should leave. Let it be.',
    'Key Points:',
    'The Complete Partnership was signed.',
  ])('%s names nobody', (text) =>
    expect(mentionsOf(text).mentions.filter((mention) => mention.form === 'name')).toEqual([]),
  );
  test('an army base is no army', () => {
    const doc = mentionsOf('They visited an army base.');
    expect(doc.mentions).toEqual([]);
  });
  test('ids are positions, outer mentions come first, links point into the list', () => {
    const doc = mentionsOf(
      'US Secretary of State Antony Blinken met senior Lao officials. He left. The two sides agreed.',
    );
    doc.mentions.forEach((mention, i) => {
      expect(mention.id).toBe(i);
      const before = doc.mentions[i - 1];
      if (before !== undefined)
        expect(before.span[0] < mention.span[0] || before.span[1] >= mention.span[1]).toBe(true);
      for (const id of [mention.antecedent, ...(mention.members ?? [])])
        if (id !== null) expect(doc.mentions[id]).toBeDefined();
    });
  });
  test.each(['', ' ', '\n\n', '…', '((((', 'A'.repeat(5000), 'the '.repeat(500), '’s of the and'])(
    'odd text %#',
    (text) => expect(() => mentionsOf(text)).not.toThrow(),
  );
});
