import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/domain/openData/csv.ts';
import { cellOf, openTable } from '../../../src/domain/openData/tables.ts';
import { parseHours } from '../../../src/domain/station/hours/grammar.ts';
import { parsePhones } from '../../../src/domain/station/phone.ts';
import {
  PRECISIONS,
  PUBLISH_LEVELS,
  publicView,
  STATION_TYPES,
  STATUSES,
  type Station,
} from '../../../src/domain/station/station.ts';
import { stationFacts } from '../../../src/domain/openData/stationFacts.ts';
import { readStations } from '../../../src/loading/tables/earlierStations.ts';
import { load } from '../../../src/loading/input.ts';
import { bytes, CITY, cityText } from '../city.ts';

const RUNS = process.env['NIGHTLY'] === '1' ? 10_000 : 500;

/** The list of these stations as /data/ publishes it. */
function exported(stations: readonly Station[]): string {
  const { columns } = openTable('stations');
  return toCsv(
    columns.map(({ title }) => title),
    stations.map(stationFacts).map((row) => columns.map(({ name }) => cellOf(row[name]))),
  );
}

const text = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...`'=+-@＝,"；荷花路18号 `), fc.string({ unit: 'grapheme', maxLength: 1 })),
  })
  .map((value) => value.replaceAll('\0', '').trim());
const list = fc.uniqueArray(
  text.filter((value) => value !== '' && !/[、，；;|\r\n]/u.test(value)),
  { maxLength: 3 },
);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,4}){0,2}$/u);
const day = fc.constantFrom('2019-02-28', '2024-02-29', '2026-11-20');
const phones = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 2_000_000, max: 8_999_999 }), fc.option(fc.integer({ min: 1, max: 9999 }))), {
    maxLength: 3,
    selector: ([number]) => number,
  })
  .map((all) => all.map(([number, extension]) => `0389-${number}${extension === null ? '' : `转${extension}`}`))
  .map((all) => parsePhones(all.join('、')).phones);
const hours = fc
  .constantFrom('', '周一至周五 9:00-11:30、13:00-17:00；国定假日休息', '每天 0:00-24:00', '周二 13:00-16:00 预约')
  .map((cell) => (cell === '' ? null : parseHours(cell).hours));
const degrees = (least: number, most: number) =>
  fc.integer({ min: least * 1e6, max: most * 1e6 }).map((value) => value / 1e6);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const station: fc.Arbitrary<Station> = fc.record({
  id: slug,
  name: text.filter((value) => value !== ''),
  type: fc.constantFrom(...STATION_TYPES),
  field: orNull(slug),
  townCode: fc.stringMatching(/^\d{9}$/u),
  committeeCode: orNull(fc.stringMatching(/^\d{12}$/u)),
  address: text,
  point: orNull(fc.record({ lon: degrees(-180, 180), lat: degrees(-90, 90) })),
  precision: fc.constantFrom(...PRECISIONS),
  phones,
  hours,
  hoursNote: text,
  host: text,
  operator: orNull(slug),
  staffCount: orNull(fc.nat(999)),
  qualifiedCount: orNull(fc.nat(999)),
  services: list,
  accessibility: text,
  directions: text,
  openedOn: orNull(day),
  status: fc.constantFrom(...STATUSES),
  statusNote: text,
  statusFrom: orNull(day),
  statusUntil: orNull(day),
  successor: orNull(slug),
  verifiedOn: orNull(day),
  verifiedBy: text,
  source: text.filter((value) => value !== ''),
  publishLevel: fc.constantFrom(...PUBLISH_LEVELS),
  formerNames: list,
  externalId: text,
});

describe('a published list of stations', () => {
  it('is read back as the public sees it, whatever the station', () => {
    fc.assert(
      fc.property(fc.array(station, { minLength: 1, maxLength: 4 }), (stations) => {
        const { stations: read, faults } = readStations('stations.csv', bytes(exported(stations)));
        expect(faults).toEqual([]);
        expect(read).toEqual(stations.map(publicView));
      }),
      { numRuns: RUNS },
    );
  });

  it('of the city is its dataset', () => {
    const { stations } = load(CITY).dataset;
    const { stations: read } = readStations('stations.csv', bytes(exported(stations)));
    expect(read.map(({ point, ...rest }) => ({ ...rest, placed: point !== null }))).toEqual(
      stations.map(publicView).map(({ point, ...rest }) => ({ ...rest, placed: point !== null })),
    );
  });
});

describe('a list as editors keep it', () => {
  it('is read too', () => {
    const { stations, faults } = readStations('stations.csv', bytes(cityText('stations.csv')));
    expect(faults).toEqual([]);
    expect(stations).toEqual(load(CITY).dataset.stations);
  });

  it('that is something else is refused with its faults', () => {
    const { stations, faults } = readStations('x.csv', bytes('a,b\n1,2\n'));
    expect(stations).toEqual([]);
    expect(faults[0]?.message).toMatch(/表头缺少/u);
  });
});
