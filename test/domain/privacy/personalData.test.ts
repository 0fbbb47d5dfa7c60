import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../../src/domain/privacy/personalData.ts';
import { withoutFigures } from '../../../src/domain/privacy/harmless.ts';
import { plainText, spelledDigits } from '../../../src/domain/privacy/plainText.ts';
import { LEGITIMATE } from './legitimate.ts';

const kinds = (text: string) => personalDataIn(text).map(({ kind }) => kind);

describe('personal data in a text', () => {
  it.each([
    ['他的号码是11010519491231002X。', ['身份证号']],
    ['打13800138000找他', ['手机号']],
    ['打 138-0013-8000 找他', ['手机号']],
    ['１３８００１３８０００', ['手机号']],
    ['卡号 6222 0200 0000 0000 008', []],
    ['卡号4111111111111111', ['银行卡号']],
    ['021-6437123 13800138000', ['手机号']],
    ['2010014 13800138000', ['手机号']],
    ['64371234 64371235', []],
    ['写信到 wang@example.com', ['邮箱']],
  ])('%s holds %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each(LEGITIMATE)('is not seen in %s', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  it('is not seen in any of these one after the other, in any order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...LEGITIMATE], { minLength: 2, maxLength: 12 }),
        fc.constantFrom('，', '；', '\n', '、', '。', ' 和 '),
        (texts, mark) => {
          expect(personalDataIn(texts.join(mark))).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is not seen in the ids and checksums of programs, but right beside them', () => {
    const uuid = '1b4e28ba-2fa1-11d2-883f-138001380007';
    const digest = `${'0a'.repeat(26)}138001380007`;
    expect(digest).toHaveLength(64);
    expect(kinds(`${uuid} ${digest} ${'0a'.repeat(10)}a13800138000 900092`)).toEqual([]);
    expect(kinds(`${uuid} 13800138000`)).toEqual(['手机号']);
  });

  it.each([
    '电话.13800138000',
    '1.13800138000',
    '１３８．００１３．８０００',
    '138—0013—8000',
    '138\u{2011}0013\u{2212}8000',
    '138 / 0013 / 8000',
    '（138）0013·8000',
    '【138】00138000',
    '138\u3000\u30000013  8000',
    '0086 138 0013 8000',
    '+86（0）138-0013-8000',
    '86-13800138000',
    '013800138000',
    '0138-0013-8000',
    '138\u200b001\ufeff380\u00ad00',
    '一三八零零一三八〇〇〇',
    '幺三八 零零幺三 八零零零',
    'l38OOl38OOO',
    '138，0013，8000',
    '1-3-8-0-0-1-3-8-0-0-0',
    '①③⑧⓪⓪①③⑧⓪⓪⓪',
    '❶❸❽⓿⓿❶❸❽⓿⓿⓿',
    '١٣٨٠٠١٣٨٠٠٠',
    '座机 021-64371234/138.0013.8000',
  ])('a mobile is seen in %s', (text) => {
    expect(kinds(text)).toEqual(['手机号']);
  });

  it('a mobile is seen through any gaps and digits of any kind, unless they make a date or another figure of it', () => {
    const gaps = [
      '',
      '',
      '',
      '-',
      '–',
      '‑',
      '－',
      '.',
      '．',
      '·',
      '/',
      '／',
      '\\',
      '(',
      '）',
      '[',
      '】',
      ' ',
      '\u3000',
      '_',
      '\u200b',
      '\u2060',
      '\u00ad',
    ];
    const scripts = [
      '0123456789',
      '０１２３４５６７８９',
      '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
      '٠١٢٣٤٥٦٧٨٩',
      '⓪①②③④⑤⑥⑦⑧⑨',
      '〇一二三四五六七八九',
      '零壹贰叁肆伍陆柒捌玖',
    ];
    const gap = fc.array(fc.constantFrom(...gaps), { maxLength: 3 }).map((signs) => signs.join(''));
    const digit = (values: string) =>
      fc
        .tuple(fc.constantFrom(...values), fc.constantFrom(...scripts), gap)
        .map(([value, script, after]) => ([...script][Number(value)] ?? '') + after);
    const mobile = fc.tuple(digit('1'), digit('3456789'), ...Array.from({ length: 9 }, () => digit('0123456789')));
    const prefix = fc.constantFrom('', '', '86', '0086', '+86 ', '0', '０', '+86-0');
    fc.assert(
      fc.property(prefix, mobile, fc.constantFrom('电话', '', 'Tel.', '找老周：'), (before, parts, word) => {
        const text = spelledDigits(plainText(`${before}${parts.join('')}`));
        fc.pre(withoutFigures(text) === text);
        expect(kinds(`${word}${before}${parts.join('')}，谢谢`)).toContain('手机号');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '110105194912310021',
    '110105 19491231 0021',
    '110105-19491231-002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '1101051949\u200b12310021',
    '110105491231002',
    '110105 491231 002',
    '身份证310104200002290011',
  ])('an ID number is seen in %s, whatever its last digit', (text) => {
    expect(kinds(text)).toEqual(['身份证号']);
  });

  it.each([
    ['a day that is none', '110105194902310021'],
    ['a region that is none', '990105194912310021'],
    ['a day to come', '110105209912310021'],
    ['the number of a file', '310104-20211126-0001'],
    ['the code of a unit', '123301212001123145'],
  ])('%s makes no ID number', (_, text) => {
    expect(kinds(text)).toEqual([]);
  });

  it.each([
    ['沪A·12345', '车牌号'],
    ['沪Ａ１２３４５', '车牌号'],
    ['沪 AD12345', '车牌号'],
    ['京a1b2c3', '车牌号'],
    ['粤Z1234港', '车牌号'],
    ['WANG@EXAMPLE.COM', '邮箱'],
    ['wang＠example．com', '邮箱'],
    ['wang (at) example.com', '邮箱'],
    ['wang@\u200bexample。com', '邮箱'],
    ['6222.0212.3456.7890.128', '银行卡号'],
    ['6222—0212—3456—7890—128', '银行卡号'],
  ])('%s is a %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it('is looked for in markup by whole numbers: those that stand apart are lengths and places', () => {
    const codes = (text: string) => personalDataIn(text, true).map(({ kind }) => kind);
    expect(codes('<path d="M138 0013 8000 138.0013-8000"/>')).toEqual([]);
    expect(codes('<path d="M1.13800138000"/>')).toEqual([]);
    expect(codes('<a href="/x/13800138000">')).toEqual(['手机号']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        personalDataIn(text);
      }),
      { numRuns: 500 },
    );
  });
});
