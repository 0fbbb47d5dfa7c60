import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { covers, type Place } from '../../../src/domain/place/place.ts';
import type { Answer } from '../../../src/search/types/answer.ts';
import { PlaceLookup } from '../lookups.ts';
import { denseCity } from './denseCity.ts';

const city = denseCity();
const { places: rows, committees } = city.dataset;
const nameOf = new Map(committees.map(({ code, name }) => [code, name]));
let places: PlaceLookup;
beforeAll(() => {
  places = new PlaceLookup(city);
});

const claimed = ({ responsible, asks }: Answer) => (asks ? [] : responsible.map(({ committee }) => committee));
const offered = ({ address }: Answer) =>
  address?.kind === '要选' ? address.rows.map(({ place }) => place.committee) : [];

const isWhole = ({ unit, from, to }: Place) => unit === null && from === null && to === null;

/** Some numbers of a row: its ends and one between them. */
function numbersOf(row: Place): number[] {
  const from = row.from ?? 1;
  const to = row.to ?? from + 500;
  return [...new Set([from, to, from + 2 * Math.floor((to - from) / 4)])].filter((number) => covers(row, number));
}

/** The 居委会 that the table gives an address to, counted without the search. */
const ownersOf = (name: string, inside: string, unit: string, number: number): Set<string | undefined> =>
  new Set(
    rows
      .filter((row) => row.name === name)
      .filter((row) => isWhole(row) || (row.inside === inside && row.unit === unit && covers(row, number)))
      .map(({ committeeCode }) => nameOf.get(committeeCode)),
  );

describe('every row of the table', () => {
  it('is where each of its numbers leads to', () => {
    for (const row of rows) {
      const own = nameOf.get(row.committeeCode);
      if (isWhole(row)) {
        const { answer } = places.ask(row.name);
        expect([...claimed(answer), ...offered(answer)], row.name).toContain(own);
        continue;
      }
      for (const number of numbersOf(row)) {
        const query = `${row.name}${row.inside}${number}${row.unit ?? ''}`;
        const { answer } = places.ask(query);
        const owners = ownersOf(row.name, row.inside, row.unit ?? '', number);
        if (owners.size === 1) expect(claimed(answer), query).toEqual([own]);
        else {
          expect(claimed(answer), query).toEqual([]);
          expect(new Set(offered(answer)), query).toEqual(owners);
        }
      }
    }
  }, 120_000);

  it('gives no number away that no row holds', () => {
    const roads = [...new Set(rows.filter(({ kind }) => kind === '路段').map(({ name }) => name))];
    fc.assert(
      fc.property(
        fc.constantFrom(...roads),
        fc.integer({ min: 1, max: 1500 }),
        fc.constantFrom('号', '弄', '支弄', '幢'),
        (name, number, unit) => {
          const { answer } = places.ask(`${name}${number}${unit}`);
          const owners = ownersOf(name, '', unit, number);
          const parts = rows.some((row) => row.name === name && row.inside === `${number}${unit}`);
          if (owners.size === 0 && !parts) {
            expect(claimed(answer)).toEqual([]);
            expect(answer.address?.kind).toBe('没有登记');
          } else expect(claimed(answer).filter((committee) => !owners.has(committee ?? ''))).toEqual([]);
        },
      ),
      { numRuns: process.env['NIGHTLY'] === '1' ? 10_000 : 1_000 },
    );
  });
});

describe('whatever is typed', () => {
  it('never throws, and names nobody for a number of a road that nobody has registered', () => {
    const piece = fc.constantFrom(
      '人民路',
      '荷香',
      '弄',
      '号',
      '3',
      '12',
      '三',
      '（',
      '-',
      ' ',
      'lu',
      '幢',
      '附',
      '临湖区',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { answer } = places.ask(pieces.join(''));
        expect(answer.responsible.length === 0 || answer.address?.kind !== '没有登记').toBe(true);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        places.ask(text);
      }),
      { numRuns: 2_000 },
    );
  });
});
