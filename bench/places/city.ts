import { readTable } from '../../src/loading/tables/readTable.ts';
import { namesFrom } from '../../src/loading/sample/placeNames.ts';
import { makePlaces } from '../../src/loading/sample/places.ts';
import { textTable } from '../../src/loading/tables/tableText.ts';
import { committeeStem } from '../../src/search/text/stems.ts';
import type { Dataset } from '../../src/domain/dataset/dataset.ts';
import type { Place } from '../../src/domain/place/place.ts';

/**
 * Places for every 居村委 of the register, in memory alone: their names begin as those of the 居村委 do, so that their
 * sounds are spread as in a real city.
 */
export function placesFor({ towns, committees, meta }: Dataset, rows: number): readonly Place[] {
  const stems = committees.map(({ name }) =>
    name.slice(0, committeeStem(name)).replace(/[第一二三四五六七八九十]+$/u, ''),
  );
  const roots = [...new Set(stems)].filter((stem) => /^\p{Script=Han}{2,3}$/u.test(stem));
  const cells = makePlaces({
    towns,
    committees,
    asAt: meta.asAt,
    rows,
    names: namesFrom(roots, { road: '人民路', estate: '和平新村' }),
    source: '测量用',
  });
  const { rows: read, faults } = readTable(
    'places',
    'places.csv',
    new TextEncoder().encode(textTable('places', cells)),
  );
  if (faults.length > 0) throw new Error(`${faults.length} faults in made-up places`);
  return read.map(({ value }) => value);
}
