import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../src/domain/place/place.ts';
import { SHARED } from '../../../src/domain/place/place.ts';
import { readTable } from '../../../src/loading/tables/readTable.ts';
import { bytes, cityText } from '../city.ts';
import { cityPlaces } from './cityPlaces.ts';

const sample = readFileSync(new URL('../../../data/places.csv', import.meta.url), 'utf8');

describe('made-up places', () => {
  it('of the fixture city are what the generator makes', () => {
    expect(cityText('places.csv')).toBe(cityPlaces());
  });

  it('of the sample say that they are made up, in name and source', () => {
    const { rows, faults } = readTable('places', 'places.csv', bytes(sample));
    expect(faults).toEqual([]);
    expect(rows.length).toBeGreaterThan(900);
    expect(rows.filter(({ value: { name, source } }) => !name.startsWith('示例') || source !== '示例数据')).toEqual([]);
    expect(bytes(sample).length).toBeLessThan(100_000);
  });

  it.each([
    ['the sample', sample],
    ['3,000 in the fixture city', cityPlaces(3000)],
  ])('of %s give a number to two 居委会 only where both rows say so', (_, text) => {
    const { rows } = readTable('places', 'places.csv', bytes(text));
    const same = Map.groupBy(rows, ({ value: { name, unit, inside } }) => `${name} ${unit ?? ''} ${inside}`);
    const clashes = [...same.values()].flatMap((own) =>
      own.flatMap((a, at) =>
        own
          .slice(at + 1)
          .filter(
            (b) =>
              a.value.committeeCode !== b.value.committeeCode &&
              a.value.committeeCode.slice(0, 9) === b.value.committeeCode.slice(0, 9) &&
              overlap(a.value, b.value) &&
              !(a.cells.note === SHARED && b.cells.note === SHARED),
          )
          .map((b) => [a.value, b.value]),
      ),
    );
    expect(clashes).toEqual([]);
  });
});
