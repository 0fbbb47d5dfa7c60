import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhones, parsePhones } from '../../../src/domain/station/phone.ts';

/** As a city with the area code 021 reads its cells. */
const parse = (cell: string) => parsePhones(cell, '021');

const shown = (cell: string) => parse(cell).phones.map(({ display }) => display);
const dialled = (cell: string) => parse(cell).phones.map(({ tel }) => tel);

describe('one number', () => {
  it.each([
    ['021-64371234', '021-64371234', '+862164371234'],
    ['021-0000-0012', '021-0000-0012', '+862100000012'],
    ['021－0000－0012', '021-0000-0012', '+862100000012'],
    ['021 6437 1234', '021-6437-1234', '+862164371234'],
    ['０２１－６４３７１２３４', '021-64371234', '+862164371234'],
    ['（021）64371234', '021-64371234', '+862164371234'],
    ['(021) 6437-1234', '021-6437-1234', '+862164371234'],
    ['021.64371234', '021-64371234', '+862164371234'],
    ['02164371234', '021-64371234', '+862164371234'],
    ['64371234', '021-64371234', '+862164371234'],
    ['+86 21 6437 1234', '021-6437-1234', '+862164371234'],
    ['+86-21-64371234', '021-64371234', '+862164371234'],
    ['(+86)021-64371234', '021-64371234', '+862164371234'],
    ['010-66551234', '010-66551234', '+861066551234'],
    ['0731-85551234', '0731-85551234', '+8673185551234'],
    ['0577-8555123', '0577-8555123', '+865778555123'],
    ['12345', '12345', '12345'],
    ['962200', '962200', '962200'],
    ['021-962200', '021-962200', '+8621962200'],
    ['110', '110', '110'],
    ['4008208820', '400-820-8820', '4008208820'],
    ['800-820-8820', '800-820-8820', '8008208820'],
    ['138 0000 0000', '13800000000', '+8613800000000'],
    ['+86 13800000000', '13800000000', '+8613800000000'],
    ['电话：64371234', '021-64371234', '+862164371234'],
    ['021-64371234转801', '021-64371234转801', '+862164371234,801'],
    ['021-64371234 转 801', '021-64371234转801', '+862164371234,801'],
    ['64371234（转801）', '021-64371234转801', '+862164371234,801'],
    ['64371234转分机801', '021-64371234转801', '+862164371234,801'],
    ['021-64371234*801', '021-64371234转801', '+862164371234,801'],
    ['021-64371234-801', '021-64371234转801', '+862164371234,801'],
    ['021-6437-1234-801', '021-6437-1234转801', '+862164371234,801'],
    ['021-64371234 ext. 801', '021-64371234转801', '+862164371234,801'],
    ['400-820-8820转1', '400-820-8820转1', '4008208820,1'],
  ])('%s is shown as %s and dialled as %s', (cell, display, tel) => {
    expect(parse(cell).faults).toEqual([]);
    expect(shown(cell)).toEqual([display]);
    expect(dialled(cell)).toEqual([tel]);
  });

  it('tells mobiles, hotlines and the fixed net apart', () => {
    expect(parse('13800000000、12345、64371234').phones.map(({ kind }) => kind)).toEqual(['手机', '热线', '固话']);
  });
});

describe('several numbers in one cell', () => {
  it.each([
    '64371234、64375678',
    '64371234/64375678',
    '64371234；64375678',
    '64371234, 64375678',
    '64371234 64375678',
    '64371234\n64375678',
    '64371234或64375678',
  ])('are read from %j', (cell) => {
    expect(parse(cell)).toMatchObject({
      faults: [],
      phones: [{ tel: '+862164371234' }, { tel: '+862164375678' }],
    });
  });

  it('may be separated by spaces even when they are of different kinds', () => {
    expect(shown('021 12345 021 6437 1234 13800000000')).toEqual(['021-12345', '021-6437-1234', '13800000000']);
  });

  it('count once when one is written twice', () => {
    expect(shown('64371234、021-6437-1234')).toEqual(['021-64371234']);
  });

  it('are none in an empty cell', () => {
    expect(parse(' 　')).toEqual({ phones: [], faults: [] });
  });
});

describe('what is no number', () => {
  it.each([
    ['无', '没有电话就留空'],
    ['64371234（王老师）', '只写号码'],
    ['1380000000', '手机号是 11 位'],
    ['64371234、35', '不像电话号码'],
    ['011-64371234', '不像电话号码'],
    ['021-6437123', '不像电话号码'],
    ['021-12345678', '不像电话号码'],
    ['居委会', '没有号码'],
  ])('%s is a fault that says what to write', (cell, words) => {
    expect(parse(cell).faults.join()).toContain(words);
  });

  it('does not take the other numbers of the cell with it', () => {
    const { phones, faults } = parse('64371234、六四三七');
    expect(phones).toHaveLength(1);
    expect(faults).toHaveLength(1);
  });
});

describe('whatever is in the cell', () => {
  const messy = fc.string({ unit: fc.constantFrom(...'0123456789０１２-－*# （）()、/；, 转ext+86王\n') });

  it('never throws, and an unread text is never dropped silently', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), messy), (cell) => {
        const { phones, faults } = parse(cell);
        if (/\p{L}|\p{N}/u.test(cell)) expect(phones.length + faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read the same after it was written back', () => {
    fc.assert(
      fc.property(messy, (cell) => {
        const { phones } = parse(cell);
        expect(parse(formatPhones(phones))).toEqual({ phones, faults: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('reads any number that was put together by the rules', () => {
    const digits = (min: number, max = min) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
    const city = fc.tuple(
      fc.constantFrom('010', '021', '0512'),
      digits(3).map((rest) => `6${rest}`),
      fc.constantFrom('', '-'),
      digits(4),
    );
    const fixed = fc
      .tuple(city, fc.option(digits(1, 5)))
      .map(([[area, a, dash, b], extension]) => `${area}-${a}${dash}${b}${extension === null ? '' : `转${extension}`}`);
    const any = fc.oneof(
      fixed,
      fc.constantFrom('110', '12345', '962200', '95588'),
      digits(9).map((rest) => `13${rest}`),
    );
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 4, selector: (cell) => dialled(cell).join() }), (cells) => {
        expect(parse(cells.join('、')).faults).toEqual([]);
        expect(formatPhones(parse(cells.join('、')).phones)).toBe(cells.join('、'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a number without an area code', () => {
  it('is a fault where no area code is given, and never dialled into another city', () => {
    expect(parsePhones('64371234')).toEqual({ phones: [], faults: [expect.stringContaining('没有区号')] });
  });
});
