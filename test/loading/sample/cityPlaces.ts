import { readTable } from '../../../src/loading/tables/readTable.ts';
import { namesFrom } from '../../../src/loading/sample/placeNames.ts';
import { makePlaces } from '../../../src/loading/sample/places.ts';
import { textTable } from '../../../src/loading/tables/tableText.ts';
import { bytes, cityText } from '../city.ts';

const FIRST = '荷柳苇松石竹泉湾渡桥梅兰杏桂枫桐云望临听';
const SECOND = '香风影溪岸韵泽浦塘岭月台';

/** A places.csv for the fixture city's forty 居村委; its own has 300 rows, since nearly every test reads it. */
export function cityPlaces(rows = 300): string {
  const values = <T extends 'towns' | 'committees'>(table: T) =>
    readTable(table, `${table}.csv`, bytes(cityText(`${table}.csv`))).rows.map(({ value }) => value);
  const roots = [...SECOND].flatMap((second) => [...FIRST].map((first) => first + second));
  return textTable(
    'places',
    makePlaces({
      towns: values('towns'),
      committees: values('committees'),
      asAt: '2026-11-20',
      rows,
      names: namesFrom(roots, { road: '人民路', estate: '和平新村' }),
      source: '云泽市民政局（测试用的虚构城市）',
    }),
  );
}
