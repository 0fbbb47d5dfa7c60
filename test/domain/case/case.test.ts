import { describe, expect, it } from 'vitest';
import { caseDescription, caseMark, casesIntroduction, SAMPLE_STORY } from '../../../src/domain/case/case.ts';
import { privacyNote } from '../../../src/domain/case/privacyNote.ts';

const clean = { home: '', age: '', diagnosis: '', place: '' };
const consent = { until: '2027-10-31', guardian: true };

describe('a written story of the sample', () => {
  it('says so wherever it is shown, and claims nobody', () => {
    expect(caseMark({ sample: true })).toBe(SAMPLE_STORY);
    expect(caseDescription({ sample: true, summary: '一件小事。' })).toBe(`${SAMPLE_STORY}。一件小事。`);
    const said = privacyNote({ sample: true, pseudonyms: ['小禾'], consent }, clean).join('');
    expect(said).toContain(SAMPLE_STORY);
    expect(said).not.toMatch(/化名|同意/u);
  });

  it('is told from true cases in the head of a list', () => {
    const [story, real] = [{ sample: true }, { sample: false }];
    expect(casesIntroduction([story, story])).not.toContain('化名');
    expect(casesIntroduction([real])).not.toContain('示例');
    expect(casesIntroduction([story, real])).toMatch(/化名.*标着.*没有真人真事/u);
  });
});

describe('the note on the people of a case', () => {
  it('promises only what its own text keeps', () => {
    const said = (found: Partial<typeof clean>) =>
      privacyNote({ sample: false, pseudonyms: ['小禾'], consent }, { ...clean, ...found }).join('');
    expect(said({})).toContain('没有写家庭住址、确切的年龄、病名、居村和小区的名字');
    expect(said({ age: '83岁' })).not.toContain('年龄');
    expect(said({})).toContain('监护人同意公开到2027年10月31日');
  });
});
