import { describe, expect, it } from 'vitest';
import { hotlinesIn, truthClaimedIn, undatedFigureIn } from '../../../src/domain/rules/claims.ts';

describe('a written story', () => {
  it.each(['老周（化名）一个人住', '经本人同意刊登', '这是一件真事', '监护人书面同意公开'])(
    'claims to be true: %s',
    (text) => {
      expect(truthClaimedIn(text)).not.toBe('');
    },
  );

  it.each(['征得他们同意，再念给对方听', '老人同意试一试', '本人同意以后，社工才去敲门', '说的是真心话'])(
    'claims nothing: %s',
    (text) => {
      expect(truthClaimedIn(text)).toBe('');
    },
  );
});

describe('a number of the city', () => {
  it.each(['全市有215个街镇。', '有1.7万名社工', '6496个居村委'])('needs a year: %s', (text) => {
    expect(undatedFigureIn(text)).not.toBe('');
    expect(undatedFigureIn(`${text}（2023年6月30日）`)).toBe('');
  });

  it.each(['每站3万元', '一般不少于3名', '三个街镇', '两个站', '12345热线'])('is none: %s', (text) => {
    expect(undatedFigureIn(text)).toBe('');
  });
});

describe('the hotlines of a text', () => {
  it.each([
    ['正在受伤害先打110，受伤打120。', ['110', '120']],
    ['请打12345问', ['12345']],
    ['先打110、120，也可以打12356', ['110', '120', '12356']],
    ['国家移民管理局的热线12367', ['12367']],
    ['打电话约时间，2026年11月', []],
    ['打了120元的车', []],
    ['电话021-12345678', []],
  ])('are found: %s', (text, numbers) => {
    expect(hotlinesIn(text)).toEqual(numbers);
  });
});
