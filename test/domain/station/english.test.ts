import { describe, expect, it } from 'vitest';
import { statusInEnglish, stationInEnglish } from '../../../src/domain/station/english.ts';
import { nameReader } from '../../../src/loading/adapters/pinyin.ts';

const read = nameReader([]);
const town = { name: '枫林路街道' };
const field = { name: '禁毒', english: 'Drug Control' };

describe('the English name of a station', () => {
  it('is made of the parts of the Chinese one', () => {
    const parts = { town, field, committee: { name: '汉口路居委会' } };
    expect(stationInEnglish({ type: '综合', ...parts }, read)).toBe('Fenglinlu Subdistrict Social Work Station');
    expect(stationInEnglish({ type: '专项', ...parts }, read)).toBe(
      'Fenglinlu Subdistrict Drug Control Social Work Station',
    );
    expect(stationInEnglish({ type: '居村', ...parts }, read)).toBe(
      'Fenglinlu Subdistrict Hankoulu Neighbourhood Social Work Station',
    );
  });

  it('has the field in pinyin where fields.csv has no English name', () =>
    expect(stationInEnglish({ type: '专项', town, field: { name: '禁毒', english: '' }, committee: null }, read)).toBe(
      'Fenglinlu Subdistrict Jindu Social Work Station',
    ));
});

describe('the status in English', () => {
  const at = (status: '运行' | '暂停' | '筹建', from: string | null, until: string | null) =>
    statusInEnglish({ status, statusFrom: from, statusUntil: until });

  it('says nothing of a station in operation, and when a paused one opens again', () => {
    expect(at('运行', null, null)).toBe('');
    expect(at('暂停', '2026-11-03', '2026-12-20')).toBe('Closed from 3 November 2026 until 20 December 2026');
    expect(at('暂停', null, null)).toBe('Closed, no date for reopening');
    expect(at('筹建', null, null)).toBe('Being set up, not open yet');
  });
});
