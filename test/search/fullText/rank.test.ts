import { describe, expect, it } from 'vitest';
import type { Answer, Entry } from '../../../src/search/types/answer.ts';
import { fuse, type TextHit } from '../../../src/search/answers/fuse.ts';
import { rateText, readableText, textTokens } from '../../../src/search/fullText/rank.ts';

const tokensOf = (query: string) => textTokens(query).map(({ text }) => text);

describe('tokens', () => {
  it('are pairs of neighbours and words in letters', () => {
    expect(new Set(tokensOf('福彩公益金'))).toEqual(new Set(['福彩', '彩公', '公益', '益金']));
    expect(tokensOf('Social Work')).toEqual(['social', 'work']);
  });

  it('leave out what only asks, and are never many', () => {
    expect(tokensOf('补贴怎么申请')).not.toContain('怎么');
    expect(tokensOf('徐家汇'.repeat(100)).length).toBeLessThanOrEqual(8);
    expect(tokensOf('？！')).toEqual([]);
  });
});

describe('a page', () => {
  const content = '市民政局负责。 市民政局按照每站3万元的标准给予综合社工站一次性建设补贴；统筹福彩公益金。';
  const rate = (query: string, title = '通知') => {
    const tokens = textTokens(query);
    return rateText(
      { title, content },
      query,
      tokens,
      tokens.map(({ weight }) => weight),
    );
  };

  it('answers more the more of the query stands together', () => {
    expect(rate('一次性建设补贴').likeness).toBeGreaterThan(rate('建设养老补贴').likeness);
    expect(rate('一次性建设补贴').phrase).toBe(true);
    expect(rate('红烧肉').likeness).toBe(0);
  });

  it('shows the passage, with marks that lie on the words', () => {
    const { text, marks } = rate('福彩公益金').excerpt;
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['福彩公益金']);
  });

  it('is read without the gaps of the index', () => {
    expect(readableText('社工站。. 一般 不少于3名. 工作人员 in the city')).toBe(
      '社工站。一般不少于3名 工作人员in the city',
    );
  });
});

const entry = (change: Partial<Entry>): Entry => ({
  kind: '服务',
  title: '低保',
  path: '/services/relief-ask/',
  detail: '',
  phone: '',
  weak: false,
  score: 700,
  ...change,
});

const answer = (entries: readonly Entry[]): Answer => ({
  query: '低保怎么申请',
  responsible: [],
  moreResponsible: 0,
  asks: false,
  foundBy: null,
  address: null,
  wants: null,
  crisis: [],
  groups: entries.length === 0 ? [] : [{ title: '服务', entries, count: entries.length }],
  sensitive: false,
  isAddress: false,
  corrected: null,
  weak: false,
  hotline: { number: '12345', name: '市民服务热线' },
  needsBuild: false,
});

const hit = (change: Partial<TextHit>): TextHit => ({
  path: '/services/relief-ask/',
  title: '低保',
  type: '服务',
  area: '',
  likeness: 0.8,
  phrase: true,
  excerpt: { text: '低保', marks: [[0, 2]] },
  ...change,
});

/** Lookup and full text in one list, where no interpretation explains anything. */
const fused = (answer: Answer, hits: readonly TextHit[]) => fuse(answer, hits, () => []);

describe('lookup and full text', () => {
  it('list a page that both know once, with its passage', () => {
    const [group] = fused(answer([entry({})]), [hit({})]).groups;
    expect(group?.entries).toHaveLength(1);
    expect(group?.count).toBe(1);
    expect(group?.entries[0]?.excerpt?.text).toBe('低保');
    expect(group?.entries[0]?.score).toBeGreaterThan(700);
  });

  it('put the group with the best entry first', () => {
    const both = fused(answer([entry({ score: 560 })]), [hit({ path: '/cases/x/', title: '案例', type: '案例' })]);
    expect(both.groups.map(({ title }) => title)).toEqual(['案例', '服务']);
  });

  it('flag what only perhaps answers, and show little of it beside what does', () => {
    const faint = ['a', 'b', 'c', 'd'].map((slug) =>
      hit({ path: `/cases/${slug}/`, type: '案例', likeness: 0.3, phrase: false }),
    );
    expect(fused(answer([]), faint)).toMatchObject({ weak: true });
    const beside = fused(answer([entry({})]), faint);
    expect(beside.weak).toBe(false);
    expect(beside.groups.find(({ title }) => title === '案例')?.entries).toHaveLength(1);
  });

  it('keep texts that share a few characters away from a name', () => {
    const named = answer([entry({ score: 970 })]);
    expect(fused(named, [hit({ path: '/cases/x/', type: '案例', phrase: false })]).groups).toHaveLength(1);
  });

  it('have nothing to say to nonsense', () => {
    expect(fused(answer([]), []).groups).toEqual([]);
  });
});
