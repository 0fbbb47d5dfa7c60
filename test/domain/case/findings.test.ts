import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFindings } from '../../../src/domain/case/findings.ts';
import { ROOT } from '../../site/builtSite.ts';

const context = { pseudonyms: ['小禾'], places: new Set<string>(), hidden: ['桑榆'] };
const rulesOf = (text: string) => caseFindings(text, context).map(({ rule, value }) => [rule, value]);

describe('what may tell who a case is about', () => {
  it.each([
    ['李阿姨每天都来。', 'case-name', '李阿姨'],
    ['社工请王建国说说。', 'case-name', '王建国'],
    ['欧阳老师开了门。', 'case-name', '欧阳老师'],
    ['小宇不说话。过了一会，小宇笑了。', 'case-name', '小宇'],
    ['那天桑榆来了。', 'case-hidden-name', '桑榆'],
    ['他在示例小学读三年级。', 'case-school', '示例小学、三年级'],
    ['医生说是渐冻症。', 'case-illness', '渐冻'],
    ['3月8日上门。', 'case-date', '3月8日'],
    ['她在“福兴面馆”帮忙。', 'case-unit', '福兴面馆'],
    ['家住示例路12号。', 'case-address', '家住示例路12号'],
    ['打13800138000找他。', 'personal-data', '13800138000'],
  ])('%s', (text, rule, value) => expect(rulesOf(text)).toContainEqual([rule, value]));

  it.each([
    '小禾不说话。过了一会，小禾笑了。',
    '小区里的老人和孩子都认识大家。',
    '由于同学多，对于同学的事他不说。',
    '社区主任问了街道主任。',
    '一张桌子，两张小凳，小凳是旧的。',
    '他上小学三年级，妈妈在超市上班。',
    '课程主任安排了工程师傅。',
    '她春天来过，秋天又来，每周一次。',
    '附近小学的老师来过，三年级的课也停了。',
  ])('not: %s', (text) => expect(rulesOf(text)).toEqual([]));

  it('is found where it stands', () => {
    const text = '先说别的。后来李阿姨来了。';
    const [found] = caseFindings(text, context);
    expect(text.slice(found?.at ?? 0)).toMatch(/^李阿姨/u);
  });

  it('never throws, and says the same twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(...'李王小阿老三年级小学号室弄路岁月日138“”。，'), fc.string()) }),
        (text) => {
          expect(caseFindings(text, context)).toEqual(caseFindings(text, context));
        },
      ),
    );
  });

  it('is nothing that must be mended in the stories of the sample', () => {
    const folder = `${ROOT}/content/cases`;
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
      const found = caseFindings(readFileSync(`${folder}/${name}`, 'utf8'), context);
      expect(
        found.filter(({ rule }) => rule !== 'case-name'),
        name,
      ).toEqual([]);
    }
  });
});
