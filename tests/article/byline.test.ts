import { expect, test } from 'vitest';
import { namesInByline } from '../../src/article/byline.ts';

const check = (text: string, expected: string[]) => expect(namesInByline(text)).toEqual(expected);

test('one name', () => check('By Lena Sorrel', ['Lena Sorrel']));
test('two names', () => check('By Ade Morrow and Kit Vane', ['Ade Morrow', 'Kit Vane']));
test('capitals', () => check('By LENA SORREL, Staff Writer', ['Lena Sorrel']));
test('role and outlet', () => check('By Lena Sorrel, Diplomatic Correspondent | Maren Courier', ['Lena Sorrel']));
test('date behind', () => check('By Rolf Anders - November 19, 2019 06:56 AM', ['Rolf Anders']));
test('address behind', () => check('Sela Dorn sela@kestra.example', ['Sela Dorn']));
test('agency off', () => check('By Ana Velt, Reuters', ['Ana Velt']));
test('agency alone', () => check('Reuters', []));
test('desk', () => check('By Web Desk', []));
test('degrees', () => check('Ilana Muir, MS, RDN', ['Ilana Muir']));
test('an address is nobody', () => check('https://maren.example/author/lena', []));
test('particles', () => check('Oleh Siti binti Rahman', ['Siti binti Rahman']));
test('a sentence is nobody', () => check('by the time the ministers arrived it was late', []));
