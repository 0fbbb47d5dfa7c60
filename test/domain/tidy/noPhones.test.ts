import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyPhones } from '../../../src/domain/tidy/phones.ts';
import { isDate, isSpoilt } from '../../../src/domain/tidy/spoiltDate.ts';

/** As a city with the area code 021 reads its cells. */
const tidy = (cell: string) => tidyPhones(cell, '021');

describe('a number that is no telephone', () => {
  it.each([
    '2026-05-01',
    '2026/5/1',
    '2026.5.1 8:30',
    '2026年5月1日',
    '20260501',
    '3月4日',
    '1900/1/5',
    '46143',
    'QQ：64345678',
    'qq群 64345678',
    '微信号：64345678',
    'wx64345678',
    '64345678@qq.com',
    'a.64345678@mail.cn',
    '邮编 200030',
    '+852 2345 6789',
    '00852-23456789',
    '852-23456789',
    '853-28123456',
    '886-2-23456789',
    '+65 6123 4567',
    '04-7112345',
    '02-27208889',
    '香港 23456789',
    '0216-4345678',
    '021-643-45678',
    '0389-2010-011',
    '123-45',
    '64-345678',
  ])('%s is left unread, and told', (cell) => {
    const { text, unread, guesses } = tidy(cell);
    expect(text).toBe('');
    expect(unread.join('、')).toContain(/\d+/u.exec(cell.normalize('NFKC'))?.[0]);
    expect(guesses).toEqual([]);
  });

  it.each([
    ['64345678 QQ：64345679', '021-64345678'],
    ['64345678，微信：64345679、64345670', '021-64345678'],
    ['邮箱 64345679@mail.cn 电话 64345678', '021-64345678'],
    ['021-64345678\nQQ 64345679', '021-64345678'],
    ['64345678（QQ）、64345679', '021-64345679'],
    ['64345678、2026-05-01', '021-64345678'],
  ])('%j stands beside one that is', (cell, text) => {
    expect(tidy(cell).text).toBe(text);
    expect(tidy(cell).unread.length).toBeGreaterThan(0);
  });
});

describe('a fax machine', () => {
  it.each([
    ['64345678（传真同号）', '021-64345678'],
    ['64345678(同传真)', '021-64345678'],
    ['64345678，传真同号', '021-64345678'],
    ['电话（兼传真）：64345678', '021-64345678'],
    ['电话兼传真64345678', '021-64345678'],
    ['电话及传真：64345678', '021-64345678'],
    ['传真/电话：64345678', '021-64345678'],
    ['64345678（电话传真同号）', '021-64345678'],
    ['64345678(微信同号)', '021-64345678'],
    ['Tel/Fax: 64345678', '021-64345678'],
  ])('takes nothing from a telephone that shares its number: %s', (cell, text) => {
    expect(tidy(cell)).toMatchObject({ text, unread: [] });
  });

  it.each([
    ['64345678(传真：64345679)', '021-64345678'],
    ['64345678 64345679（传真）', '021-64345678'],
    ['电话64345678或传真64345679', '021-64345678'],
    ['Fax: 64345679, Tel: 64345678', '021-64345678'],
    ['传真64345679', ''],
  ])('is told and left out where it has its own: %s', (cell, text) => {
    expect(tidy(cell)).toMatchObject({ text, guesses: ['传真号没有放进电话'] });
  });
});

describe('a number as it was written', () => {
  it.each([
    ['400-8000001-2', '400-800-0001转2'],
    ['4008000001转12', '400-800-0001转12'],
    ['800-820-8820-3', '800-820-8820转3'],
    ['4008-208-820', '4008-208-820'],
    ['0389-2010011-2', '0389-2010011转2'],
  ])('keeps its extension and its hyphens: %s', (cell, text) => expect(tidy(cell)).toMatchObject({ text, unread: [] }));

  it.each([
    ['2164345678', '021-64345678'],
    ['2164345678、2164345679', '021-64345678、021-64345679'],
    ['21-64345678', '021-64345678'],
  ])('gets back the 0 that Excel ate, and that is told: %s', (cell, text) => {
    expect(tidy(cell)).toMatchObject({ text, guesses: ['区号前面补了 0'], unread: [] });
  });

  it('is never regrouped across a hyphen or space, and what is not used is told', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 9 });
    const group = fc.oneof(digits, fc.constantFrom('021', '0389', '400', '800', '852', '6434', '5678'));
    const separator = fc.constantFrom('-', ' ', '—', '－', ') ');
    const cell = fc
      .array(fc.tuple(group, separator), { minLength: 1, maxLength: 5 })
      .map((all) => all.map(([one, mark], at) => (at === all.length - 1 ? one : one + mark)).join(''));
    fc.assert(
      fc.property(cell, (written) => {
        const { text, unread, mobiles } = tidy(written);
        const all = written.replace(/\D/gu, '');
        // The code of the country goes.
        fc.pre(!/^0{0,2}86/u.test(all));
        if (text === '') expect(unread.length + mobiles.length).toBeGreaterThan(0);
        if (text === '' || unread.length + mobiles.length > 0 || text.includes('、')) return;
        // Every break that was written still stands, or lies before the last four of a number.
        const shown = text.replace(/\D/gu, '');
        // The same number written twice, with the code of the city or without, is shown once.
        if (shown.length < all.length) {
          expect(all).toMatch(new RegExp(`^(?:(?:0?21)?${shown.replace(/^021/u, '')})+$`, 'u'));
          return;
        }
        expect(shown.endsWith(all)).toBe(true);
        const breaks = (from: string) =>
          (from.match(/\d+/gu) ?? [])
            .slice(0, -1)
            .reduce<number[]>((sum, one) => [...sum, (sum.at(-1) ?? 0) + one.length], []);
        const ends = text.replace(/转.*/u, '').replace(/\D/gu, '').length;
        const kept = new Set([...breaks(text), ends - 4, ends]);
        for (const at of breaks(written)) {
          const place = at + shown.length - all.length;
          if (place > 0) expect(kept).toContain(place);
        }
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('what a spreadsheet made of words', () => {
  it.each([
    '2026-05-01',
    '3月4日',
    '1900/1/5',
    '17-Sep',
    '9/17',
    '45000',
    '46143.5',
    '0.354166',
    '2026年5月',
    '5/6/2026',
  ])('%s is told from them', (text) => expect(isSpoilt(text)).toBe(true));

  it.each(['9:00-17:00', '3-4号', '荷花路3号', '周一至周五', '64345678', '示例路2026弄5号', '15', '12345678'])(
    '%s is none',
    (text) => {
      expect(isSpoilt(text)).toBe(false);
      expect(isDate(text)).toBe(false);
    },
  );
});
