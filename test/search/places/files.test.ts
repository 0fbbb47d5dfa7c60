import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOOR_UNITS, PARITIES, PLACE_KINDS } from '../../../src/domain/place/place.ts';
import { load } from '../../../src/loading/input.ts';
import { readPlaces, writePlaces } from '../../../src/search/files/places.ts';
import { commonReadings } from '../../../src/search/pack/readings.ts';
import { Initials, placeKey } from '../../../src/search/text/initials.ts';
import { Readings } from '../../../src/search/text/readings.ts';
import type { PlaceRecord } from '../../../src/search/types/places.ts';
import type { Place } from '../../../src/domain/place/place.ts';
import { CITY } from '../../loading/city.ts';
import { PlaceLookup } from '../lookups.ts';

const run = fc.record({
  unit: fc.option(fc.constantFrom(...DOOR_UNITS)),
  from: fc.option(fc.integer({ min: 1, max: 9999 })),
  to: fc.option(fc.integer({ min: 1, max: 9999 })),
  parity: fc.constantFrom(...PARITIES),
  inside: fc.constantFrom('', '555弄', '33幢', '3弄2支弄'),
  town: fc.constantFrom('990101001', '990102201'),
  committee: fc.constantFrom('荷花居委会', '湾尾村委会', '竹坪林场'),
  source: fc.constantFrom('甲', '乙'),
  asAt: fc.option(fc.constantFrom('2026-11-20')),
});
const record = fc.record({
  kind: fc.constantFrom(...PLACE_KINDS),
  name: fc.constantFrom('甲路', '乙新村'),
  aliases: fc.subarray(['丙', '丁']),
  runs: fc.array(run, { minLength: 1, maxLength: 8 }),
});

/** Runs in an order of their own, so that only their content is compared. */
const sorted = ({ runs, ...rest }: PlaceRecord) => ({
  ...rest,
  runs: runs.map((own) => JSON.stringify(Object.entries(own).sort())).sort(),
});

describe('a file of places', () => {
  it('holds what was put into it', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        const file = JSON.parse(JSON.stringify(writePlaces(records)));
        expect(readPlaces(file).map(sorted)).toEqual(records.map(sorted));
      }),
    );
  });
});

const initials = new Initials(new Readings(commonReadings, ''));

describe('the key of a name', () => {
  it.each([
    ['示例路', 'lsl'],
    ['事例路', 'lsl'],
    ['例示路', 'lsl'],
    ['shililu', 'lsl'],
    ['sll', 'lsl'],
    ['示lilu', 'lsl'],
    ['xjhl', 'jxhl'],
    ['南京路', 'jll'],
    ['3村', 'cs'],
    ['12村', 'esc'],
  ])('%s is %s', (name, key) => {
    expect(placeKey(initials.of(name)[0] ?? '')).toBe(key);
  });
});

const city = load(CITY);
const place = (name: string, more: Partial<Place> = {}): Place => ({
  committeeCode: '990101001001',
  kind: '小区',
  name,
  unit: null,
  from: null,
  to: null,
  parity: '全',
  inside: '',
  aliases: [],
  source: '甲',
  asAt: null,
  ...more,
});
const lookupOver = (...places: readonly Place[]) => new PlaceLookup({ ...city, dataset: { ...city.dataset, places } });

describe('a place', () => {
  it('is found by a part of its name and by what people call it', () => {
    const places = lookupOver(place('中远两湾城', { aliases: ['大湾'] }));
    for (const query of ['两湾城', '中远两湾', 'liangwancheng'])
      expect(places.ask(query).answer.address, query).toMatchObject({ kind: '要选', rows: [{ name: '中远两湾城' }] });
    expect(places.ask('大湾').answer.address).toMatchObject({ kind: '查到' });
    expect(places.ask('中远两湾城小区5号').answer.responsible[0]?.committee).toBe('荷花居委会');
  });

  it('whose name is that of a 居委会 elsewhere is asked about', () => {
    const { answer } = lookupOver(place('藕塘')).ask('藕塘');
    expect(answer.asks).toBe(true);
    expect(answer.responsible.map(({ committee }) => committee)).toEqual(['荷花居委会', '藕塘居委会']);
  });

  it('of the same name in two districts is told apart by the district', () => {
    const far = { committeeCode: '990102001001' };
    const places = lookupOver(place('和平新村'), place('和平新村', far));
    expect(places.ask('和平新村').answer.address?.kind).toBe('要选');
    expect(places.ask('望山区和平新村').answer.responsible).toHaveLength(1);
    expect(places.ask('临湖区和平新村3号').answer.responsible[0]?.committee).toBe('荷花居委会');
  });

  it('with 三期 in its name is no part of the place without it', () => {
    const other = { committeeCode: '990101001002' };
    const places = lookupOver(place('丁花园'), place('丁花园三期', other));
    expect(places.ask('丁花园三期5号').answer.responsible[0]?.committee).toBe('南桥居委会');
    expect(places.ask('丁花园5号').answer.responsible[0]?.committee).toBe('荷花居委会');
  });

  it('is in no file where the dataset has none, and nothing is asked of it', () => {
    const { answer, wanted } = lookupOver().ask('人民路3号');
    expect(answer.address).toBeNull();
    expect(wanted).toEqual(['']);
  });
});
