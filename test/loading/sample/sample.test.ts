import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TableName } from '../../../src/domain/dataset/columns.ts';
import type { Committee, District, Town } from '../../../src/domain/place/region.ts';
import { distanceMetres } from '../../../src/domain/place/coordinates.ts';
import { townCoverage } from '../../../src/domain/figures/townCoverage.ts';
import { freshnessOf } from '../../../src/domain/station/freshness.ts';
import { parsePhones } from '../../../src/domain/station/phone.ts';
import { compareName } from '../../../src/domain/station/naming.ts';
import { readTable } from '../../../src/loading/tables/readTable.ts';
import { loadDataset } from '../../../src/loading/dataset.ts';
import { makeSample } from '../../../src/loading/sample/sample.ts';
import { textTable } from '../../../src/loading/tables/tableText.ts';
import type { SampleSource } from '../../../src/loading/sample/seats.ts';
import type { TableRecords } from '../../../src/domain/dataset/dataset.ts';

const read = (name: string): Uint8Array | null => {
  const file = new URL(`../../../data/${name}`, import.meta.url);
  return existsSync(file) ? readFileSync(file) : null;
};

const rows = <T extends TableName>(table: T): TableRecords[T][] =>
  readTable(table, `${table}.csv`, read(`${table}.csv`) ?? new Uint8Array()).rows.map(({ value }) => value);

const source: SampleSource = {
  asAt: '2026-11-20',
  districts: rows('districts'),
  towns: rows('towns'),
  committees: rows('committees'),
  fields: rows('fields'),
  services: rows('services'),
};
const sample = makeSample(source);
const { stations, organizations, places } = sample;
const text = textTable('stations', stations);

// The site reads the sample like any other data: everything below is judged on what comes out of that door.
const files: Readonly<Record<string, string>> = {
  'stations.csv': text,
  'organizations.csv': textTable('organizations', organizations),
  'places.csv': textTable('places', places),
};
const dataset = loadDataset((name) => (files[name] === undefined ? read(name) : new TextEncoder().encode(files[name])));

const share = <T>(list: readonly T[], counts: (entry: T) => boolean): number =>
  list.filter(counts).length / list.length;

describe('the sample', () => {
  it('has the same bytes each time', () => {
    expect(textTable('stations', makeSample(source).stations)).toBe(text);
  });

  it('is what stands in data/ (else: npm run sample)', () => {
    expect(new TextDecoder().decode(read('stations.csv') ?? new Uint8Array())).toBe(text);
    expect(new TextDecoder().decode(read('organizations.csv') ?? new Uint8Array())).toBe(files['organizations.csv']);
    expect(new TextDecoder().decode(read('places.csv') ?? new Uint8Array())).toBe(files['places.csv']);
  });

  it('leaves the other stations as they are when the register loses a town', () => {
    const [lost] = source.towns;
    const less = makeSample({ ...source, towns: source.towns.slice(1) }).stations;
    const names = new Map(less.map(({ id, name, hours }) => [id, `${name}${hours}`]));
    const kept = stations.filter(({ id, town_code }) => town_code !== lost?.code && names.has(id));
    expect(kept.length).toBeGreaterThan(900);
    expect(kept.filter(({ id, name, hours }) => names.get(id) === `${name}${hours}`)).toHaveLength(kept.length);
  });

  it('is read without a fault, references and all', () => {
    expect(dataset.stations).toHaveLength(stations.length);
    expect(dataset.organizations).toHaveLength(25);
  });
});

describe('its stations', () => {
  const ofType = (type: string) => dataset.stations.filter((station) => station.type === type);

  it('are about a thousand: one 综合 per 街镇 but three, and 专项 and 居村 beside them', () => {
    const towns = dataset.towns.filter(({ kind }) => kind !== '其他');
    expect(ofType('综合')).toHaveLength(towns.length - 3);
    expect(new Set(ofType('综合').map(({ townCode }) => townCode)).size).toBe(towns.length - 3);
    expect(Math.abs(ofType('专项').length - 420)).toBeLessThan(25);
    expect(Math.abs(ofType('居村').length - 370)).toBeLessThan(25);
    const figure = townCoverage(dataset.stations, dataset.towns, dataset.districts);
    expect(figure.denominator - figure.numerator).toBe(7);
  });

  it('have every field, those that the notice names most often', () => {
    const counts = dataset.fields.map(({ slug }) => ofType('专项').filter(({ field }) => field === slug).length);
    expect(Math.min(...counts)).toBeGreaterThan(5);
    const named = dataset.fields.map(({ namedIn }) => namedIn === '通知');
    expect(Math.min(...counts.filter((_, at) => named[at]))).toBeGreaterThan(
      Math.max(...counts.filter((_, at) => !named[at])),
    );
  });

  it('are verified as the brief of the sample has it', () => {
    const age = (station: (typeof dataset.stations)[number]) => freshnessOf(station.verifiedOn, '2026-11-20');
    expect(share(dataset.stations, (station) => age(station) === '新')).toBeCloseTo(0.75, 1);
    expect(share(dataset.stations, (station) => age(station) === '电')).toBeCloseTo(0.12, 1);
    expect(share(dataset.stations, (station) => age(station) === '旧')).toBeCloseTo(0.08, 1);
    expect(dataset.stations.every(({ verifiedOn }) => verifiedOn === null || verifiedOn <= '2026-11-20')).toBe(true);
    expect(dataset.stations.every(({ verifiedOn, openedOn }) => (openedOn ?? '') <= (verifiedOn ?? '9'))).toBe(true);
  });

  it('show every status, pauses with their window and mergers with a running successor in the same town', () => {
    const running = new Map(
      dataset.stations.filter(({ status }) => status === '运行').map((station) => [station.id, station]),
    );
    for (const station of dataset.stations) {
      if (station.status === '暂停') expect(station.statusFrom).not.toBeNull();
      if (station.status === '撤并') expect(running.get(station.successor ?? '')?.townCode).toBe(station.townCode);
      else expect(station.successor).toBeNull();
    }
    expect(share(dataset.stations, ({ status }) => status === '运行')).toBeGreaterThan(0.9);
    expect(new Set(dataset.stations.map(({ status }) => status)).size).toBe(4);
  });

  it('are named by the rule, but for two or three in a hundred', () => {
    const name = (list: readonly { readonly code: string; readonly name: string }[], code: string | null) =>
      list.find((entry) => entry.code === code)?.name ?? null;
    const deviates = (station: (typeof dataset.stations)[number]) =>
      compareName(station, {
        type: station.type,
        townName: name(dataset.towns, station.townCode) ?? '',
        fieldName: dataset.fields.find(({ slug }) => slug === station.field)?.name ?? null,
        committeeName: name(dataset.committees, station.committeeCode),
      }) !== null;
    expect(share(dataset.stations, deviates)).toBeGreaterThan(0.01);
    expect(share(dataset.stations, deviates)).toBeLessThan(0.04);
  });

  it('keep 3–7 services, but 专项 ones only those of their own field', () => {
    const own = new Map(dataset.services.map(({ id, fields }) => [id, fields]));
    for (const { services, field } of dataset.stations) {
      expect(services.length).toBeGreaterThanOrEqual(field === null ? 3 : 1);
      expect(services.length).toBeLessThanOrEqual(7);
      if (field !== null) expect(services.filter((id) => own.get(id)?.includes(field) !== true)).toEqual([]);
    }
  });

  it('stand within a kilometre of their town when they have a coordinate, and nowhere otherwise', () => {
    const towns = new Map(dataset.towns.map((town) => [town.code, town.point]));
    for (const { point, precision, townCode } of dataset.stations) {
      expect(point === null).toBe(precision === '街镇');
      const centre = towns.get(townCode);
      if (point !== null && centre) expect(distanceMetres(point, centre)).toBeLessThan(1000);
    }
    expect(share(dataset.stations, ({ precision }) => precision === '门牌')).toBeCloseTo(0.55, 1);
    expect(new Set(stations.map(({ crs }) => crs))).toEqual(new Set(['', 'WGS84', 'CGCS2000', 'GCJ02', 'BD09']));
  });
});

describe('the sample of a province', () => {
  // A register of the size of a province: towns of 42 districts, each of 120 towns with 4 居委会.
  const codes = ['4301', '4302', '4306', '4331', '4290', '6540'].flatMap((city) =>
    Array.from({ length: 7 }, (_, at) => `${city}${String(at + 1).padStart(2, '0')}`),
  );
  const districts = codes.map((code) => ({ ...(source.districts[0] as District), code, name: `县${code}` }));
  const towns = codes.flatMap((district) =>
    Array.from({ length: 120 }, (_, at): Town => {
      const code = `${district}${String(at + 1).padStart(3, '0')}`;
      const point = at % 3 === 0 ? { lon: 112, lat: 28 } : null;
      return { ...(source.towns[0] as Town), code, districtCode: district, name: `镇${code}镇`, kind: '镇', point };
    }),
  );
  const committees = towns.flatMap(({ code: townCode }) =>
    Array.from({ length: 4 }, (_, at) => ({
      ...(source.committees[0] as Committee),
      code: `${townCode}00${at + 1}`,
      townCode,
      name: `村${at + 1}村委会`,
    })),
  );
  const made = makeSample({ ...source, districts, towns, committees });
  const numbers = [...made.stations, ...made.organizations].flatMap(({ phone }) => phone.split('、'));

  it('has thousands of stations, each with a number of its own that the check can read and nobody has', () => {
    expect(made.stations.length).toBeGreaterThan(15_000);
    const bare = numbers.map((number) => number.replace(/转\d+$/, ''));
    expect(new Set(bare).size).toBe(numbers.length);
    for (const number of numbers) expect(parsePhones(number)).toMatchObject({ phones: [{ kind: '固话' }], faults: [] });
  });

  it.each([
    ['430101', /^0731-000\d-\d{4}$/u],
    ['430601', /^0730-000\d{4}$/u],
    ['433101', /^0743-000\d{4}$/u],
    ['429001', /^0728-000\d{4}$/u],
  ])('gives those of %s its area code, and as many digits as there', (district, form) => {
    const own = made.stations.filter(({ town_code }) => town_code.startsWith(district));
    expect(own.length).toBeGreaterThan(300);
    for (const { phone } of own) for (const one of phone.split('、')) expect(one.replace(/转\d+$/, '')).toMatch(form);
  });

  it('leaves out no town without a point, and puts none of its stations anywhere', () => {
    const without = new Set(towns.filter(({ point }) => point === null).map(({ code }) => code));
    const theirs = made.stations.filter(({ town_code }) => without.has(town_code));
    expect(new Set(theirs.map(({ town_code }) => town_code)).size).toBeGreaterThan(without.size - 4);
    expect(theirs.filter(({ lon, precision }) => lon !== '' || precision !== '街镇')).toEqual([]);
  });
});

describe('nothing in it could be real', () => {
  it('no number that anybody has, and none twice', () => {
    const numbers = [...stations, ...organizations].flatMap(({ phone }) =>
      phone.split('、').map((one) => one.replace(/转\d+$/, '')),
    );
    for (const number of numbers) expect(number).toMatch(/^021-0000-\d{4}$/);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('every address, organisation and reason says 示例', () => {
    for (const row of stations) {
      expect(row.address).toMatch(/^示例.?路\d+号/);
      expect(row.host).toContain('示例');
      expect(row.source).toBe('示例数据');
      if (row.verified_by !== '') expect(row.verified_by).toMatch(/^示例核实单位[一二]$/);
      if (row.status_note !== '') expect(row.status_note).toContain('示例');
      if (row.external_id !== '') expect(row.external_id).toMatch(/^示例-\d{6}$/);
    }
    for (const { name, summary } of organizations) expect(name.includes('示例') && summary.includes('示例')).toBe(true);
  });

  it('nothing that looks like a mobile number, and no names of staff', () => {
    // Ids and coordinates hold long digits of their own.
    const told = stations.map(({ name, address, phone, hours, host, directions, note }) =>
      [name, address, phone, hours, host, directions, note].join(),
    );
    expect(told.join('\n')).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(told.join('\n')).not.toMatch(/老师|先生|女士/);
  });
});
