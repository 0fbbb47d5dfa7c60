import { describe, expect, it } from 'vitest';
import { LatestQuestion } from '../../../src/client/search/latestQuestion.ts';

describe('the latest question', () => {
  it('takes no answer of an older one, whichever it is', () => {
    const latest = new LatestQuestion();
    const older = latest.ask();
    const newer = latest.ask();
    expect(older.signal.aborted).toBe(true);
    expect(['quick', 'full', 'near'].map((source) => older.takes(source as 'quick' | 'full' | 'near'))).toEqual([
      false,
      false,
      false,
    ]);
    expect(newer.takes('quick')).toBe(true);
  });

  it('takes a better answer after a poorer one, and no poorer one after a better', () => {
    const question = new LatestQuestion().ask();
    expect(question.takes('quick')).toBe(true);
    expect(question.takes('full')).toBe(true);
    expect(question.takes('quick')).toBe(false);
  });

  it('takes nothing more once it is forgotten', () => {
    const latest = new LatestQuestion();
    const question = latest.ask();
    expect(question.takes('quick')).toBe(true);
    latest.forget();
    expect(question.takes('full')).toBe(false);
    expect(latest.current.isOver).toBe(false);
  });
});
