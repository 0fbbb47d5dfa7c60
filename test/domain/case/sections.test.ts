import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, sectionFault, sectionOf, SECTIONS } from '../../../src/domain/case/sections.ts';

describe('a heading of a case', () => {
  it.each([
    ['背景', '背景'],
    ['一、案例背景', '背景'],
    ['二、分析预估', '需求'],
    ['（三）服务计划：', '目标'],
    ['4. 服务计划实施过程', '过程'],
    ['第五部分 总结评估', '成效'],
    ['【专业反思】', '反思'],
    ['督 导 点 评', '督导点评'],
    ['可复制的做法', '可复制的做法'],
  ])('%s is the section %s', (heading, title) => expect(sectionOf(heading)?.title).toBe(title));

  it.each(['案例标题', '背景墙', '', '一、', '过程中的一次争吵'])('%s is none', (heading) =>
    expect(sectionOf(heading)).toBeNull(),
  );

  it('finds every section by every word of the list, and by one only', () => {
    const words = SECTIONS.flatMap(({ title, also }) => [title, ...also]);
    expect(new Set(words).size).toBe(words.length);
    for (const { title, also } of SECTIONS)
      for (const word of [title, ...also]) expect(sectionOf(word)?.title).toBe(title);
  });
});

describe('the pieces of a text', () => {
  it('lose nothing of it', () => {
    const line = fc.oneof(fc.constantFrom('## 背景', '## 三、目标', '### 小标题', '', '一段话。'), fc.string());
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const pieces = piecesOf(text);
        const kept = pieces.map(({ heading, text: body }) => heading + body).join('');
        const plain = text.split(/\r?\n/u).map((one) => one.replace(/^##\s+(.+?)\s*#*\s*$/u, '$1'));
        expect(kept.replace(/\s/gu, '')).toBe(plain.join('').replace(/\s/gu, ''));
      }),
    );
  });
});

describe('the sections of a published case', () => {
  const SIX = ['背景', '需求', '目标', '过程', '成效', '反思'];

  it.each([[SIX], [[...SIX, '督导点评']], [[...SIX, '可复制的做法']], [[...SIX, '督导点评', '可复制的做法']]])(
    'may be %j',
    (headings) => expect(sectionFault(headings)).toBe(''),
  );

  it.each([
    [SIX.slice(1), '背景'],
    [['案例背景', ...SIX.slice(1)], '案例背景'],
    [[...SIX].reverse(), '次序'],
    [[...SIX, '反思'], '两次'],
    [[...SIX, '可复制的做法', '督导点评'], '次序'],
    [[], '背景'],
  ])('may not be %j', (headings, word) => expect(sectionFault(headings)).toContain(word));
});
