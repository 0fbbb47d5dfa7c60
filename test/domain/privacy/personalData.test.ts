import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../../src/domain/privacy/personalData.ts';

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

  it.each(['021-64371234', '12345', '310104012001', '2026年11月23日', '021-0000-0012转801', '121.473701'])(
    'is not seen in %s',
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );

  it('is not seen in the ids and checksums of programs, but right beside them', () => {
    const uuid = '1b4e28ba-2fa1-11d2-883f-138001380007';
    const digest = `${'0a'.repeat(26)}138001380007`;
    expect(digest).toHaveLength(64);
    expect(kinds(`${uuid} ${digest} ${'0a'.repeat(10)}a13800138000 900092`)).toEqual([]);
    expect(kinds(`${uuid} 13800138000`)).toEqual(['手机号']);
  });

  it('is told by the check digit alone: any other last digit is no ID number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'0123456789'), (last) => {
        expect(kinds(`11010519491231002${last}`)).not.toContain('身份证号');
      }),
    );
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
