import { describe, expect, it } from 'vitest';
import { parseHours } from '../../../src/domain/station/hours/grammar.ts';
import { parsePhones } from '../../../src/domain/station/phone.ts';
import { shareText } from '../../../src/domain/station/shareText.ts';

const facts = { freshness: '新', isSample: false, hotline: '12345', url: 'https://example.cn/stations/x/' } as const;
const station = {
  name: '荷桥街道社工站',
  phones: parsePhones('0389-2010001').phones,
  address: '荷花路18号',
  hours: parseHours('周一至周五 9:00-17:00').hours,
  hoursNote: '',
  status: '运行',
  statusFrom: null,
  statusUntil: null,
} as const;

describe('a station as a message', () => {
  it('holds name, phone, address, hours and page, one a line', () => {
    expect(shareText(station, facts).split('\n')).toEqual([
      '荷桥街道社工站',
      '电话：0389-2010001',
      '地址：荷花路18号',
      '开放时间：周一至周五 9:00-17:00',
      'https://example.cn/stations/x/',
    ]);
  });

  it('names the hotline first where nobody has verified the station lately, or where it has no phone', () => {
    expect(shareText(station, { ...facts, freshness: '旧' }).split('\n')[1]).toBe('先打12345问，站里的信息待核实');
    expect(shareText({ ...station, phones: [] }, facts)).not.toContain('电话：');
  });

  it.each([
    [
      { status: '暂停', statusFrom: '2026-11-01', statusUntil: '2026-12-31' },
      '这个站从2026年11月1日起暂停开放，到2026年12月31日。',
    ],
    [{ status: '筹建', statusUntil: '2027-03-01' }, '这个站还在筹建，预计2027年3月1日开放。'],
  ] as const)('says first that a station isn’t open, and names no hours: %j', (state, sentence) => {
    const lines = shareText({ ...station, ...state }, facts).split('\n');
    expect(lines[1]).toBe(sentence);
    expect(lines).toContain('去之前先打电话');
    expect(lines.join('')).not.toContain('开放时间');
  });

  it('says of a sample that its number leads nowhere', () => {
    expect(shareText(station, { ...facts, isSample: true })).toContain('示例数据，号码不能拨打');
  });
});
