import { describe, expect, it } from 'vitest';
import { emptyDraft, type Draft } from '../../../src/domain/case/draft.ts';
import { checkDraft, isReady, placeOf } from '../../../src/domain/case/draftCheck.ts';
import { reviewSheet } from '../../../src/domain/case/reviewSheet.ts';
import { storyHtml, storyText } from '../../../src/domain/case/storyHtml.ts';

const context = { places: new Set(['安居新苑']), hidden: [] };
const with_ = (sections: Record<string, string>, more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(),
  ...more,
  sections: { ...emptyDraft().sections, ...sections },
});
const found = (draft: Draft, weight: string) => checkDraft(draft, context).filter((remark) => remark.weight === weight);

describe('the check beside the text', () => {
  it('an empty draft has only gaps, in the order of the form', () => {
    const remarks = checkDraft(emptyDraft(), context);
    expect(new Set(remarks.map(({ weight }) => weight))).toEqual(new Set(['gap']));
    expect(remarks[0]).toMatchObject({ field: 'title' });
    expect(isReady(remarks)).toBe(false);
  });

  it('tells the words and where they stand', () => {
    const text = '女儿的手机是１３８ 0013 8000，记在表里。住示例路12号。';
    const [phone, home] = found(with_({ 过程: text }), 'stop');
    expect(phone).toMatchObject({ field: 'section:过程' });
    expect(phone?.message).toContain('手机号');
    expect(text.slice(phone?.words?.from, phone?.words?.to)).toBe('１３８ 0013 8000');
    expect(home?.message).toContain('地址');
  });

  it('finds what is told in two sections together', () => {
    const remarks = found(with_({ 背景: '他83岁，住安居新苑。', 需求: '去年查出帕金森。' }), 'stop');
    expect(remarks.map(({ message }) => message).join()).toContain('年龄、病名、居村');
  });

  it('offers likely names, until they are pseudonyms or no names', () => {
    const draft = with_({ 背景: '王秀英说三个月没有下楼。李阿姨是她的邻居。' });
    const names = (one: Draft, ignored = new Set<string>()) =>
      checkDraft(one, context, ignored).flatMap(({ name }) => (name === '' ? [] : [name]));
    expect(names(draft)).toEqual(['王秀英', '李阿姨']);
    expect(names({ ...draft, pseudonyms: '李阿姨' })).toEqual(['王秀英']);
    expect(names(draft, new Set(['王秀英']))).toEqual(['李阿姨']);
  });

  it('what is left over or cannot be read must be mended', () => {
    const stops = found(with_({}, { leftover: '一段话。', from: '春天' }), 'stop').map(({ field }) => field);
    expect(stops).toEqual(['from', 'leftover']);
  });

  it('finds a number that is written with signs between', () => {
    expect(placeOf('电话 138\u200b00138000。', '13800138000')).toEqual({ from: 3, to: 15 });
    expect(placeOf('没有', '13800138000')).toBeNull();
  });
});

describe('what is made of a draft', () => {
  const draft = with_({ 背景: '<b>{x}</b> & "y"\n- 一\n- 二' }, { title: '<script>', quote: '好', quoteWho: '她' });

  it('is escaped wherever it becomes HTML', () => {
    const html =
      storyHtml(draft, '', () => '') +
      reviewSheet(draft, {
        site: 'S',
        madeOn: '',
        station: '',
        remarks: checkDraft(draft, context),
        hashes: { 'case.md': 'ab' },
        picture: () => '',
      });
    expect(html).not.toMatch(/<script>|<b>\{/u);
    expect(html).toContain('<ul><li>一</li><li>二</li></ul>');
    expect(html).toContain('终审');
  });

  it('reads as plain text', () => {
    expect(storyText(draft, '')).toContain('“好”——她');
  });
});
