import { describe, expect, it } from 'vitest';
import { parseHours } from '../../../src/domain/station/hours/grammar.ts';
import { parsePhones } from '../../../src/domain/station/phone.ts';
import { publicView, type Station } from '../../../src/domain/station/station.ts';
import { changesBetween, publicChange, withChanges, type StationChange } from '../../../src/domain/station/changes.ts';
import { load } from '../../../src/loading/input.ts';
import { CITY } from '../../loading/city.ts';

const { stations } = load(CITY).dataset;
const of = (id: string): Station => {
  const found = stations.find((station) => station.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const ON = '2026-11-20';
const open = of('990101001-z');
const phoneOnly = of('990101002-jin-du');
const townOnly = of('990102001-jin-du');
const between = (before: Station, after: Station) =>
  changesBetween([before], [after], ON).map(({ kind, before: was, after: is }) => [kind, was, is]);
const phones = parsePhones('0389-2019999').phones;
const hours = parseHours('周三 9:00-10:00').hours;

describe('what happened between two lists', () => {
  it('is nothing where nothing did', () => {
    expect(changesBetween(stations, stations, ON)).toEqual([]);
  });

  it.each<[string, Partial<Station>, string[]]>([
    ['moved', { address: '新路1号' }, ['迁址', '荷花路18号1楼', '新路1号']],
    ['renamed', { name: '荷桥新站' }, ['更名', '荷桥街道社工站', '荷桥新站']],
    ['another telephone', { phones }, ['电话变更', '0389-2010011', '0389-2019999']],
    ['no telephone any more', { phones: [] }, ['电话变更', '0389-2010011', '']],
    ['other hours', { hours }, ['时间变更', '周一至周五 9:00-11:30、13:00-17:00；国定假日休息', '周三 9:00-10:00']],
    ['closed', { status: '撤并', successor: '990101002-z' }, ['撤并', '', '990101002-z']],
    ['paused', { status: '暂停', statusNote: '修房子' }, ['暂停', '', '修房子']],
  ])('%s', (_, edit, expected) => {
    expect(between(open, { ...open, ...edit })).toEqual([expected]);
  });

  it('is an addition or a removal where a row comes or goes', () => {
    expect(changesBetween([], [open], ON)).toEqual([
      { on: ON, station: open.id, kind: '新增', before: '', after: open.name },
    ]);
    expect(changesBetween([open], [], ON)).toEqual([
      { on: ON, station: open.id, kind: '移除', before: open.name, after: '' },
    ]);
  });

  it('is no move when an address is filled in for the first time', () => {
    expect(between({ ...open, address: '' }, open)).toEqual([]);
  });

  it('says that a hidden field changed and nothing of its value', () => {
    expect(between(phoneOnly, { ...phoneOnly, address: '新巷9号', phones })).toEqual([
      ['迁址', '', ''],
      ['电话变更', '0389-2010022', '0389-2019999'],
    ]);
    expect(between(townOnly, { ...townOnly, address: '新巷9号', phones, hours })).toEqual([
      ['迁址', '', ''],
      ['电话变更', '', ''],
      ['时间变更', '', ''],
    ]);
  });

  it('tells nothing of a field that becomes public or stops being so', () => {
    const changed = changesBetween([townOnly], [{ ...townOnly, publishLevel: '全部', address: '新巷9号' }], ON);
    expect(JSON.stringify(changed)).not.toMatch(/隐松路|新巷/u);
  });

  it('takes a published list for what it is: what it hides has not changed', () => {
    expect(changesBetween(stations.map(publicView), stations, ON)).toEqual([]);
  });
});

describe('the log', () => {
  const row = (on: string, kind: StationChange['kind'], after = ''): StationChange => ({
    on,
    station: townOnly.id,
    kind,
    before: '0389-2010098',
    after,
  });

  it('shows nothing that the level hides today, whatever it holds', () => {
    expect(publicChange(row(ON, '电话变更', '0389-2010099'), townOnly)).toMatchObject({ before: '', after: '' });
    expect(publicChange(row(ON, '电话变更', '0389-2010099'), phoneOnly)).toMatchObject({ after: '0389-2010099' });
    expect(publicChange(row(ON, '迁址', '密巷'), phoneOnly)).toMatchObject({ before: '', after: '' });
  });

  it('shows no value of a row that is gone', () => {
    expect(publicChange(row(ON, '迁址', '密巷'), null)).toMatchObject({ before: '', after: '' });
  });

  it('grows by what is new, in the order of days, and not when told twice', () => {
    const log = withChanges([row('2026-10-01', '新增')], [row('2026-09-01', '迁址', '甲'), row('2026-11-01', '更名')]);
    expect(log.map(({ on }) => on)).toEqual(['2026-09-01', '2026-10-01', '2026-11-01']);
    expect(withChanges(log, [row('2026-09-01', '迁址', '甲')])).toEqual(log);
  });
});
