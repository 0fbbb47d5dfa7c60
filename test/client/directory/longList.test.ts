import { describe, expect, it, vi } from 'vitest';
import type { ListFile } from '../../../src/domain/station/listing.ts';
import { LongList, type Wish } from '../../../src/client/directory/longList.ts';
import type { Calendar } from '../../../src/domain/time/holidays.ts';

const NO_HOLIDAYS: Calendar = {
  from: '2026-01-01',
  to: '2026-12-31',
  foreseenTo: '2026-12-31',
  holidays: [],
  workdays: [],
  unsettled: [],
};
// In a sample ages are counted to its as-at date.
vi.stubGlobal('document', {
  documentElement: { dataset: { asAt: '2026-11-26' } },
  getElementById: () => ({ textContent: JSON.stringify(NO_HOLIDAYS) }),
});

const EVERY_DAY = 'u7o0-1440';
const file: ListFile = {
  districts: [
    ['430102', '芙蓉区'],
    ['430103', '天心区'],
  ],
  towns: [
    ['430102001', '文艺路街道'],
    ['430103001', '坡子街街道'],
  ],
  fields: [['jin-du', '禁毒']],
  hours: [[EVERY_DAY, '每天全天']],
  rows: [
    ['a-z', '文艺路街道社工站', 0, '综', 1, 0, -1, '0731-0000-0001', '', '示例路1号', 0, '2026-11-01', '', '', ''],
    ['a-x', '文艺路街道禁毒社工站', 1, '禁', 0, 0, 0, '', '', '只公布电话', -1, '', '暂停', '2026-11-01', ''],
    ['b-z', '坡子街街道社工站', 0, '综', 1, 1, -1, '0731-0000-0002', '', '示例路２号', 0, '2025-01-01', '', '', ''],
  ],
};
const list = new LongList(file);
const ANY: Wish = {
  text: '',
  meant: null,
  types: [],
  field: null,
  district: null,
  open: false,
  verified: false,
};
const found = (wish: Partial<Wish>) => list.fitting({ ...ANY, ...wish }).map((at) => list.id(at));

describe('the rows of a long list', () => {
  it('have back what the file writes once for many', () => {
    expect(list.row(0)).toMatchObject({
      type: '综合',
      kind: '综合',
      town: '430102001',
      districtName: '芙蓉区',
      hours: EVERY_DAY,
      plain: '每天全天',
    });
    expect(list.row(1)).toMatchObject({ kind: '专项 · 禁毒', hours: undefined, verified: undefined });
  });

  it('are found by district, town, name, telephone, field, place and id, however wide the signs and spaces', () => {
    for (const text of ['芙蓉区', '文艺路街道社工站', '0731-0000-0001', '示例路1号', 'a-z'])
      expect(found({ text }), text).toContain('a-z');
    expect(found({ text: '专项·禁毒' })).toEqual(['a-x']);
    expect(found({ text: '示例路2号' })).toEqual(['b-z']);
  });

  it('are found the same once everything has been prepared, which lets others have a turn', async () => {
    const prepared = new LongList(file);
    const pause = vi.fn(() => Promise.resolve());
    let clock = 0;
    const time = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100));
    await prepared.prepare(pause);
    time.mockRestore();
    expect(pause).toHaveBeenCalled();
    expect(prepared.fitting({ ...ANY, text: '天心区坡子街' })).toEqual([2]);
  });

  it('are narrowed by type, field, district, verification, and whether they are open now, all together', () => {
    expect(found({})).toEqual(['a-z', 'a-x', 'b-z']);
    expect(found({ types: ['综合'] })).toEqual(['a-z', 'b-z']);
    expect(found({ field: 'jin-du' })).toEqual(['a-x']);
    expect(found({ field: 'nothing' })).toEqual([]);
    expect(found({ district: '430103' })).toEqual(['b-z']);
    expect(found({ verified: true })).toEqual(['a-z']);
    vi.useFakeTimers({ now: new Date('2026-11-23T04:00:00Z') });
    // What was verified too long ago is not called open.
    expect(found({ open: true })).toEqual(['a-z']);
    vi.useRealTimers();
    expect(found({ types: ['综合'], district: '430102', verified: true })).toEqual(['a-z']);
  });

  it('that the search means are found too', () => {
    const meant = {
      stations: new Set(['a-x']),
      towns: new Set<string>(),
      districts: new Set(['430103']),
      isAddress: false,
    };
    expect(found({ text: 'pinyin', meant })).toEqual(['a-x', 'b-z']);
  });
});
