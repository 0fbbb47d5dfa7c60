import { describe, expect, it } from 'vitest';
import { holdBacks, type Publication } from '../../../src/domain/case/publication.ts';

const SITE = { today: '2026-11-23', official: true };
const REVIEW = (['初审', '复审', '终审'] as const).map((step) => ({ step, on: '2026-10-01' }));
const REAL: Publication = {
  sample: false,
  draft: false,
  published_at: '2026-11-02 09:00',
  consent: { until: '2026-11-23', scope: ['网站公开'] },
  review: REVIEW,
};
const why = (changes: Partial<Publication>, site = SITE) => holdBacks({ ...REAL, ...changes }, site).join();

describe('a case of real people', () => {
  it('is published while everything holds, on the last day of the consent too', () => {
    expect(why({})).toBe('');
  });

  it.each<[string, Partial<Publication>]>([
    ['草稿', { draft: true }],
    ['定在2026-11-24', { published_at: '2026-11-24 09:00' }],
    ['登到2026-11-22为止', { expire_on: '2026-11-22' }],
    ['没有同意', { consent: undefined }],
    ['没有“网站公开”', { consent: { until: '2027-01-01', scope: ['展板', '公众号'] } }],
    ['已经过期', { consent: { until: '2026-11-22', scope: ['网站公开'] } }],
    ['缺终审', { review: REVIEW.slice(0, 2) }],
    ['缺初审、复审、终审', { review: [] }],
    ['缺复审', { review: REVIEW.map((step) => (step.step === '复审' ? { ...step, on: '2026-12-01' } : step)) }],
  ])('is held back, and told why: %s', (reason, changes) => {
    expect(why(changes)).toContain(reason);
  });

  it('needs its readings on official data only', () => {
    expect(why({ review: [] }, { ...SITE, official: false })).toBe('');
  });

  it('tells every reason at once', () => {
    expect(why({ draft: true, consent: undefined })).toMatch(/草稿.*没有同意/u);
  });

  it('that is withdrawn keeps its page without a consent, and a draft of one has none', () => {
    expect(why({ withdrawn: { on: '2026-11-01' }, consent: undefined, review: [] })).toBe('');
    expect(why({ withdrawn: { on: '2026-11-01' }, draft: true })).toContain('草稿');
  });
});

it('a written story of the sample needs neither consent nor readings', () => {
  expect(why({ sample: true, consent: undefined, review: [] })).toBe('');
  expect(why({ sample: true, draft: true })).toContain('草稿');
});
