import { expect, test } from 'vitest';
import { findLanguage } from '../../src/article/language.ts';

const check = (text: string, code: string | null) => expect(findLanguage(text)).toBe(code);

test('English', () => check('The ministers met in the capital on Monday and agreed to open an office.', 'en'));
test('long English needs no tables', () =>
  check(
    'The ministers of the two countries met in the capital on Monday and said that the office will be open before the summer. '.repeat(
      3,
    ),
    'en',
  ));
test('French', () =>
  check('Les ministres se sont réunis lundi dans la capitale et ont convenu d’ouvrir un bureau avant l’été.', 'fr'));
test('Khmer', () => check('រដ្ឋមន្ត្រីការបរទេសនៃប្រទេសទាំងពីរបានជួបគ្នានៅថ្ងៃច័ន្ទ', 'km'));
test('Lao', () => check('ລັດຖະມົນຕີການຕ່າງປະເທດຂອງສອງປະເທດໄດ້ພົບກັນ', 'lo'));
test('Indonesian, not Malay', () =>
  check('Para menteri bertemu pada hari Senin karena mereka sepakat membuka kantor bersama, kata juru bicara.', 'id'));
test('Malay, not Indonesian', () =>
  check('Para menteri bertemu pada hari Isnin kerana mereka bersetuju membuka pejabat bersama, kata jurucakap.', 'ms'));
test('too little to tell', () => check('Hanoi 2021', null));
test('nothing', () => check('', null));
