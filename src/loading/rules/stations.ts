import type { DataRule } from '../../domain/rules/dataRules.ts';
import { daysBetween, type IsoDate } from '../../domain/time/dates.ts';
import { CALL_FIRST_DAYS, FRESH_DAYS } from '../../domain/station/freshness.ts';
import { compareName } from '../../domain/station/naming.ts';
import type { DatasetMeta } from '../../domain/dataset/dataset.ts';
import type { ColumnName } from '../../domain/dataset/columns.ts';
import { isClosed, isRunning as runs } from '../../domain/station/station.ts';
import type { ReadRow } from '../tables/readTable.ts';
import { ruleFault, type Fault } from '../faults/fault.ts';
import { at } from '../faults/cellFault.ts';
import type { Tables } from '../tables/tables.ts';

type Station = ReadRow<'stations'>;
type Column = ColumnName<'stations'>;

/** 综合社工站每站一般不少于3名工作人员 (notice 三（二）), where targets.csv names no other number. */
const LEAST_STAFF = 3;

/** An area code counts as the city's own when so large a share of the landlines has it. */
const MOSTLY = 0.8;
const FEW_PHONES = 5;

const isRunning = ({ value }: Station) => runs(value);
const isOpen = ({ value }: Station) => !isClosed(value);

const fault = ({ row }: Station, code: DataRule, column: Column, value: string, message: string, remedy = '') =>
  at(code, 'stations', row, column, value, message, remedy);

/** Entries that share a key, as groups of two and more; an empty key is left out. */
const alike = <T>(all: readonly T[], key: (one: T) => string): T[][] =>
  [...Map.groupBy(all, key)].flatMap(([name, group]) => (name !== '' && group.length > 1 ? [group] : []));

/** The rows of a group beside one of its own, as words of a message: 和第 2、5 行. */
const others = (group: readonly Station[], own: Station) =>
  `和第 ${group
    .filter((other) => other !== own)
    .slice(0, 3)
    .map(({ row }) => row)
    .join('、')} 行`;

function nameFaults(tables: Tables, stations: readonly Station[]): Fault[] {
  const names = <K extends string>(rows: readonly { value: { name: string } & Record<K, string> }[], key: K) =>
    new Map(rows.map(({ value }) => [value[key], value.name]));
  const towns = names(tables.towns.rows, 'code');
  const fields = names(tables.fields.rows, 'slug');
  const committees = names(tables.committees.rows, 'code');
  return stations.filter(isRunning).flatMap((station) => {
    const { value } = station;
    const townName = towns.get(value.townCode);
    const fieldName = fields.get(value.field ?? '') ?? null;
    const committeeName = committees.get(value.committeeCode ?? '') ?? null;
    // A missing or unknown code has its own fault (pointers.ts), so no name is expected here.
    const needed = { 综合: '', 专项: fieldName, 居村: committeeName }[value.type];
    if (townName === undefined || needed === null) return [];
    const deviation = compareName(value, { type: value.type, townName, fieldName, committeeName });
    if (deviation === null) return [];
    return [fault(station, 'name-rule', 'name', value.name, deviation.reason, `统一写“${deviation.expected}”`)];
  });
}

function twiceFaults(stations: readonly Station[]): Fault[] {
  const open = stations.filter(isOpen);
  const sameName = alike(open, ({ value }) => value.name);
  return sameName.flatMap((group) =>
    group.flatMap((station): Fault[] => {
      const { address, name } = station.value;
      // Two 综合 stations of one 街镇 always have the same name; town-general-twice reports them instead.
      const twins = group.filter(({ value }) => value.type !== '综合' || value.townCode !== station.value.townCode);
      const copies = group.filter(({ value }) => value.address === address && address !== '');
      return copies.length > 1
        ? [fault(station, 'station-twice', 'name', name, `${others(copies, station)}名称、地址都一样`)]
        : station.value.type === '综合' && twins.length === 0
          ? []
          : [fault(station, 'name-twice', 'name', name, `${others(group, station)}同名`)];
    }),
  );
}

function generalFaults(tables: Tables, stations: readonly Station[]): Fault[] {
  const target = tables.targets.rows.find(({ value }) => value.metric === 'staffing');
  const least = target?.value.goal ?? LEAST_STAFF;
  const general = stations.filter((station) => isRunning(station) && station.value.type === '综合');
  return [
    ...alike(general, ({ value }) => value.townCode).flatMap((group) =>
      group.map((station) =>
        fault(
          station,
          'town-general-twice',
          'town_code',
          station.value.townCode,
          `${others(group, station)}都是这个街镇的综合站`,
        ),
      ),
    ),
    ...general.flatMap((station) => {
      const { staffCount: staff } = station.value;
      return staff !== null && staff < least
        ? [fault(station, 'staff-few', 'staff_count', String(staff), `综合站一般不少于 ${least} 名`)]
        : [];
    }),
  ];
}

function addressFaults(tables: Tables, stations: readonly Station[]): Fault[] {
  const districts = tables.districts.rows.map(({ value }) => value);
  return stations.filter(isOpen).flatMap((station) => {
    const { address, townCode: town } = station.value;
    const own = districts.find(({ code }) => town.startsWith(code));
    const other = districts.find(({ name, code }) => code !== own?.code && address.includes(name));
    if (own === undefined || other === undefined || address.includes(own.name)) return [];
    return [fault(station, 'address-district', 'address', address, `地址在${other.name}，街镇代码在${own.name}`)];
  });
}

const areaOf = (display: string) => /^(0\d{2,3})-/u.exec(display)?.[1] ?? '';

function phoneFaults(stations: readonly Station[]): Fault[] {
  const open = stations.filter(isOpen);
  const numbers = open.flatMap((station) => station.value.phones.map((phone) => ({ station, phone })));
  const fixed = numbers.filter(({ phone }) => phone.kind === '固话');
  const areas = [...Map.groupBy(fixed, ({ phone }) => areaOf(phone.display))].map(([area, all]) => ({ area, all }));
  const main = areas.toSorted((a, b) => b.all.length - a.all.length)[0];
  const isCity = main !== undefined && fixed.length >= FEW_PHONES && main.all.length / fixed.length >= MOSTLY;
  const shared = alike(
    fixed.filter(({ phone }) => phone.extension === null),
    ({ phone }) => phone.tel,
  ).flatMap((group) => {
    const own = group.map(({ station }) => station);
    // A 综合 and a 专项 station under one roof share a telephone; two of one kind, or of two towns, hardly do.
    const kinds = own.map(({ value }) => `${value.type}${value.field ?? ''}${value.committeeCode ?? ''}`);
    const towns = new Set(own.map(({ value }) => value.townCode));
    if (towns.size === 1 && new Set(kinds).size === kinds.length) return [];
    return group.map(({ station, phone }) =>
      fault(station, 'phone-shared', 'phone', phone.display, `${others(own, station)}的电话一样`),
    );
  });
  return [
    ...open
      .filter((station) => isRunning(station) && station.value.publishLevel !== '仅街镇')
      .filter(({ value }) => value.phones.length === 0)
      .map((station) => fault(station, 'phone-none', 'phone', '', '没有电话')),
    ...(isCity
      ? fixed
          .filter(({ phone }) => areaOf(phone.display) !== main.area)
          .map(({ station, phone }) => fault(station, 'phone-area', 'phone', phone.display, `别的站多是 ${main.area}`))
      : []),
    ...shared,
  ];
}

function hoursFaults(stations: readonly Station[]): Fault[] {
  return stations
    .filter((station) => isRunning(station) && station.value.publishLevel !== '仅街镇')
    .flatMap((station) => {
      const { hours, hoursNote: note } = station.value;
      if (hours === null) {
        return note === ''
          ? [fault(station, 'hours-none', 'hours', '', '没有开放时间')]
          : [fault(station, 'hours-words', 'hours_note', note, '只有原话，没有星期几几点')];
      }
      return hours.week.every(({ mode }) => mode === '歇')
        ? [fault(station, 'hours-never', 'hours', hours.note, '一周七天都休息')]
        : [];
    });
}

/** Nothing that stops a build may depend on the clock of the machine: the later of today and the as-at date counts. */
const latestOf = (meta: DatasetMeta | null, today: IsoDate) => (meta !== null && meta.asAt > today ? meta.asAt : today);

function dateFaults(stations: readonly Station[], today: IsoDate, latest: IsoDate): Fault[] {
  return stations.filter(isOpen).flatMap((station): Fault[] => {
    const { verifiedOn: verified, openedOn: opened } = station.value;
    const faults: Fault[] = [];
    if (opened !== null && opened > latest && isRunning(station))
      faults.push(fault(station, 'opened-future', 'opened_on', opened, `晚于 ${latest}`));
    if (verified === null) return [...faults, fault(station, 'verified-none', 'verified_on', '', '没有核实过')];
    const days = daysBetween(verified, today);
    // A date after the as-at date is a fault of the row itself (stationRow.ts, verified-future).
    if (days <= FRESH_DAYS) return faults;
    const code = days > CALL_FIRST_DAYS ? 'verified-old' : 'verified-aging';
    return [...faults, fault(station, code, 'verified_on', verified, `已经 ${days} 天`)];
  });
}

function asAtFaults(meta: DatasetMeta | null, today: IsoDate): Fault[] {
  if (meta === null) return [];
  const days = daysBetween(meta.asAt, today);
  const about = (code: 'as-at-future' | 'as-at-old', message: string) => [
    { ...ruleFault(code, 'datapackage.json', meta.asAt, message), column: 'as_at' },
  ];
  if (days < 0) return about('as-at-future', `今天是 ${today}`);
  return days > FRESH_DAYS ? about('as-at-old', `已经 ${days} 天`) : [];
}

/** What is wrong or doubtful about stations, seen together and on a day (notice 二, 三; docs/norms.md §8). */
export function stationRuleFaults(tables: Tables, meta: DatasetMeta | null, today: IsoDate): Fault[] {
  const stations: readonly Station[] = tables.stations.rows;
  return [
    ...nameFaults(tables, stations),
    ...twiceFaults(stations),
    ...generalFaults(tables, stations),
    ...addressFaults(tables, stations),
    ...phoneFaults(stations),
    ...hoursFaults(stations),
    ...dateFaults(stations, today, latestOf(meta, today)),
    ...asAtFaults(meta, today),
  ];
}
