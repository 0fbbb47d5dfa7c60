import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { CONSENT_SCOPES, DRAWINGS, FACES, METHODS } from '../../../src/domain/case/case.ts';
import {
  countOf,
  emptyDraft,
  GENERAL,
  isEmptyDraft,
  withPseudonym,
  type Draft,
} from '../../../src/domain/case/draft.ts';
import { paragraphsOf, proseMarkdown, proseText } from '../../../src/domain/case/prose.ts';
import { draftOf, splitFront } from '../../../src/domain/case/readCase.ts';
import { SECTIONS } from '../../../src/domain/case/sections.ts';
import { caseMd, frontOf } from '../../../src/domain/case/writeCase.ts';
import { dayShown, monthShown } from '../../../src/domain/case/written.ts';
import { caseSchema } from '../../../src/schemas/case.ts';

const back = (text: string): Draft => {
  const { front, body } = splitFront(text);
  return draftOf(parse(front ?? ''), body);
};

/** A complete draft, as a writer leaves it. */
export const WHOLE: Draft = {
  ...emptyDraft(),
  title: '一壶水烧开以前',
  summary: '她三个月没有下楼。社工每个星期四来，先陪她烧一壶水。',
  topic: 'elderly',
  field: GENERAL,
  method: '个案',
  stationNote: '当事人不愿意写是哪个站',
  from: '2026年3月',
  to: '2026年6月',
  sessions: '11',
  team: '社工1人、志愿者2人',
  author: '示例街道社工站',
  measures: [{ what: '一周出门的日子', tool: '出门记录', before: '0天', after: '3天', on: '2026年6月' }],
  drawing: 'kettle',
  drawingAlt: '一把水壶',
  reference: '2026-017',
  scope: ['网站公开', '公众号'],
  until: '2027年12月31日',
  guardian: '本人',
  pseudonyms: '林阿姨',
  sections: Object.fromEntries(
    SECTIONS.map(({ title }) => [title, `${title}第一段。\n\n- 一样\n- 又一样\n\n第二段。`]),
  ),
  aliases: '不下楼、独居、没人说话、烧水、探望',
};

describe('a draft', () => {
  it('becomes a case that the schema takes, and comes back the same', () => {
    const { front, body } = splitFront(caseMd(WHOLE));
    const head = caseSchema.parse({ ...(parse(front ?? '') as object), published_at: '2026-11-27 09:00' });
    expect(head.period).toEqual({ from: '2026-03', to: '2026-06' });
    expect(head.team).toEqual([
      { role: '社工', count: 1 },
      { role: '志愿者', count: 2 },
    ]);
    expect(head.consent).toEqual({
      reference: '2026-017',
      scope: ['网站公开', '公众号'],
      until: '2027-12-31',
      guardian: false,
    });
    expect(body).not.toContain('没有归到');
    expect(back(caseMd(WHOLE))).toEqual(WHOLE);
  });

  it('loses nothing that is not right yet', () => {
    const draft = {
      ...WHOLE,
      from: '春天',
      sessions: '好几次',
      team: '社工',
      until: '明年',
      leftover: '一段不知道放哪里的话。',
    };
    expect(back(caseMd(draft))).toEqual(draft);
    const { leftover } = back(
      '---\ntitle: 一\n---\n\n开头的话。\n\n## 一、家系图\n\n图略。\n\n## 二、个案背景\n\n她七十岁。\n',
    );
    expect(leftover).toBe('开头的话。\n\n一、家系图\n\n图略。');
  });

  it('keeps front matter that the form does not show', () => {
    const text = caseMd(WHOLE).replace('---\n', "---\npolicy: 'shmz-2021-5'\nclauses: ['2-1']\nfeatured: true\n");
    expect(back(text).kept).toEqual({ policy: 'shmz-2021-5', clauses: ['2-1'], featured: true });
    expect(frontOf(back(text))).toMatchObject({ policy: 'shmz-2021-5', clauses: ['2-1'], featured: true });
  });

  it('is empty until somebody writes', () => {
    expect(isEmptyDraft(emptyDraft())).toBe(true);
    expect(isEmptyDraft(WHOLE)).toBe(false);
  });
});

describe('a name replaced everywhere', () => {
  it('is gone from every text, and its pseudonym is listed', () => {
    const named: Draft = {
      ...WHOLE,
      title: '王秀英的水壶',
      quote: '王秀英说好。',
      sections: { ...WHOLE.sections, 过程: '王秀英和王秀英的女儿。' },
      pictures: [{ file: '1.jpg', alt: '王秀英家的水壶', caption: '', faces: '没有人脸' }],
    };
    expect(countOf(named, '王秀英')).toBe(5);
    const after = withPseudonym(named, '王秀英', '小禾');
    expect(JSON.stringify(after)).not.toContain('王秀英');
    expect(after.pseudonyms).toBe('林阿姨、小禾');
    expect(after.title).toBe('小禾的水壶');
    expect(after.reference).toBe(named.reference);
  });
});

describe('properties', () => {
  const sign = fc.constantFrom(...'他说：“好”。abc 12\\`*_<>[]&~|{}$#+-=!()\'":?@%^/;,.');
  const line = fc
    .array(sign, { minLength: 1, maxLength: 24 })
    .map((signs) => signs.join('').trim())
    .filter((text) => text !== '');
  const month = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }));
  const monthText = month.map(([y, m]) => monthShown(`${y}-${String(m).padStart(2, '0')}`));
  const prose = fc.array(line, { maxLength: 4 }).map((lines) => proseText(proseMarkdown(lines.join('\n'))));
  const item = fc.stringMatching(/^[一-龥]{1,6}$/u);
  const list = fc.uniqueArray(item, { minLength: 1, maxLength: 6 }).map((words) => words.join('、'));
  const draft: fc.Arbitrary<Draft> = fc.record({
    ...(Object.fromEntries(Object.entries(emptyDraft()).map(([name, value]) => [name, fc.constant(value)])) as {
      [K in keyof Draft]: fc.Arbitrary<Draft[K]>;
    }),
    title: line,
    summary: line,
    field: fc.constantFrom('', GENERAL, 'wei-bao'),
    method: fc.constantFrom('', ...METHODS),
    from: monthText,
    to: monthText,
    sessions: fc.integer({ min: 1, max: 99 }).map(String),
    team: fc.tuple(item, fc.integer({ min: 1, max: 40 })).map(([role, count]) => `${role}${count}人`),
    measures: fc.array(fc.record({ what: line, tool: line, before: line, after: line, on: monthText }), {
      maxLength: 2,
    }),
    pictures: fc.array(
      fc.record({
        file: fc.constant('1.jpg'),
        alt: line,
        caption: line,
        faces: fc.constantFrom('' as const, ...FACES),
      }),
      { maxLength: 2 },
    ),
    drawing: fc.constantFrom('', ...DRAWINGS),
    scope: fc.subarray([...CONSENT_SCOPES]),
    until: month.map(([y, m]) => dayShown(`${y}-${String(m).padStart(2, '0')}-01`)),
    guardian: fc.constantFrom('', '本人', '监护人'),
    pseudonyms: list,
    aliases: list,
    quote: line,
    quoteWho: line,
    leftover: prose,
    sections: fc.record(Object.fromEntries(SECTIONS.map(({ title }) => [title, prose]))),
  });

  it('a draft of any words comes back from its file', () => {
    fc.assert(
      fc.property(draft, (one) => {
        expect(back(caseMd(one))).toEqual(one);
      }),
    );
  });

  it('every paragraph survives being written as Markdown, whatever signs it holds', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const once = proseText(proseMarkdown(lines.join('\n')));
        expect(proseText(proseMarkdown(once))).toBe(once);
        expect(paragraphsOf(once).join('').replace(/[-·•]/gu, '')).toBe(lines.join('').replace(/[-·•]/gu, ''));
      }),
    );
  });
});
