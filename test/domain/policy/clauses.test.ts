import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  citation,
  clauseId,
  clauseLabel,
  clauseName,
  documentClauses,
  fromHan,
  normalisedText,
  parseClauses,
  parseHeading,
  shortCitation,
  toHan,
} from '../../../src/domain/policy/clauses.ts';

const notice = readFileSync(new URL('../../../content/policies/shmz-2021-5.mdx', import.meta.url), 'utf8').replace(
  /^---[\s\S]*?\n---\n/,
  '',
);

describe('a document with 抄送', () => {
  it('has it as its last clause, under the id copy, and one without has none', () => {
    const clauses = documentClauses('开头。\n\n## 一、任务\n\n做事。', ['市教委', '团市委']);
    expect(clauses.map(({ id }) => id)).toEqual(['0', '1', 'copy']);
    expect(clauses.at(-1)?.paragraphs).toEqual(['抄送：市教委、团市委。']);
    expect(clauses.map(clauseName)).toEqual(['开头', '一', '抄送']);
    expect(documentClauses('开头。', []).map(({ id }) => id)).toEqual(['0']);
  });
});

describe('Han numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [32, '三十二'],
    [99, '九十九'],
  ])('%i is %s', (value, text) => expect([toHan(value), fromHan(text)]).toEqual([text, value]));

  it('come back for every number up to 99, and are refused beyond', () => {
    for (let value = 1; value <= 99; value += 1) expect(fromHan(toHan(value))).toBe(value);
    for (const value of [0, 100, -1, 1.5, NaN]) expect(() => toHan(value)).toThrow(RangeError);
  });

  it.each(['', '零', '一十', '二三', '十十', '百', '3'])('are not %j', (text) => expect(fromHan(text)).toBeNull());
});

describe('labels', () => {
  it('and ids are two ways to write one thing', () => {
    const number = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 3 }), (path) => {
        const id = path.join('-');
        expect(clauseId(clauseLabel(id))).toBe(id);
      }),
      { numRuns: 500 },
    );
    expect(clauseLabel('3-2')).toBe('三（二）');
    expect(clauseId('三(二)')).toBe('3-2');
    expect([clauseLabel('0'), clauseLabel('copy'), clauseId('抄送')]).toEqual(['', '抄送', 'copy']);
  });

  it('are refused where they say nothing', () => {
    expect(() => clauseLabel('x')).toThrow(RangeError);
    expect(() => clauseLabel('1-2-3-4')).toThrow(RangeError);
    expect(clauseId('第三条')).toBeNull();
  });

  it('never throw on a text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        clauseId(text);
        parseHeading(text);
        parseClauses(text);
        normalisedText(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a heading', () => {
  it.each([
    ['## 一、工作目标', { level: 1, number: 1, title: '工作目标', text: '一、工作目标' }],
    ['### （一）综合社工站', { level: 2, number: 1, title: '综合社工站', text: '（一）综合社工站' }],
    ['### (十二) 其他', { level: 2, number: 12, title: '其他', text: '(十二) 其他' }],
    ['#### 1. 场地', { level: 3, number: 1, title: '场地', text: '1. 场地' }],
  ])('%s is read', (line, heading) => expect(parseHeading(line)).toEqual(heading));

  it.each(['一、工作目标', '## 附则', '##一、', '## 2021年'])('is not %s', (line) =>
    expect(parseHeading(line)).toBeNull(),
  );
});

describe('the notice', () => {
  const clauses = parseClauses(notice);

  it('falls into its chapters and clauses', () => {
    expect(clauses.map(({ id }) => id).join(' ')).toBe('0 1 2 2-1 2-2 3 3-1 3-2 3-3 4 5 5-1 5-2 5-3 5-4');
    const staff = clauses.find(({ id }) => id === '3-2');
    expect(staff).toMatchObject({ level: 2, label: '三（二）', title: '人员配置', heading: '（二）人员配置' });
    expect(staff?.paragraphs).toHaveLength(1);
    expect(staff?.paragraphs[0]).toMatch(/^综合社工站每站一般不少于3名工作人员/);
    expect(clauses[0]).toMatchObject({ level: 0, label: '', heading: '' });
    expect(clauses.find(({ id }) => id === '5-1')?.paragraphs).toHaveLength(2);
  });

  it('loses no word on the way', () => {
    const joined = clauses.map(({ heading, paragraphs }) => heading + paragraphs.join('')).join('');
    expect(normalisedText(joined)).toBe(normalisedText(notice));
  });

  it('is cited in full and in short', () => {
    const title = '上海市民政局关于推进上海市街镇社会工作服务站建设的通知';
    expect(citation(title, '沪民社工发〔2021〕5号', '3-2')).toBe(`《${title}》（沪民社工发〔2021〕5号）三（二）`);
    expect(shortCitation('沪民社工发〔2021〕5号', '3-2')).toBe('沪民社工发〔2021〕5号 三（二）');
    expect(shortCitation('沪民社工发〔2021〕5号', '0')).toBe('沪民社工发〔2021〕5号');
  });
});

describe('a text', () => {
  it('joins the lines of a paragraph without a space, and keeps headings without a number as text', () => {
    const [opening, first] = parseClauses('各区：\n\n## 一、甲\n一句话\n分两行。\n\n## 附则\n\n完。');
    expect(opening?.paragraphs).toEqual(['各区：']);
    expect(first?.paragraphs).toEqual(['一句话分两行。', '附则', '完。']);
  });

  it('has no opening when it begins with a heading, and no clause without its chapter', () => {
    expect(parseClauses('## 一、甲\n\n文').map(({ id }) => id)).toEqual(['1']);
    expect(parseClauses('### （二）乙\n\n文').map(({ id, paragraphs }) => [id, ...paragraphs])).toEqual([
      ['0', '（二）乙', '文'],
    ]);
  });

  it('is the same to its lock whatever its line breaks, heading and bold marks', () => {
    expect(normalisedText('## 一、甲\r\n\r\n**2022**年底 前')).toBe('一、甲2022年底前');
  });
});
