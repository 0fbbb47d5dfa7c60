import { describe, expect, it } from 'vitest';
import type { Crs } from '../../../src/domain/place/coordinates.ts';
import { fromWgs84, toWgs84 } from '../../../src/loading/adapters/crs.ts';
import { judgeCrs, type CrsSample } from '../../../src/loading/import/read/guessCrs.ts';
import { readPair, readPoint } from '../../../src/loading/import/read/point.ts';
import { seededRandom } from '../../../src/loading/sample/random.ts';
import { codes, emptyCity, importRows, lines, record } from './files.ts';

const HEAD = ['街镇', '名称', '地址', '经度', '纬度'];

/** Points round a place, read in a system, as if collected by hand. */
function samples(count: number, crs: Crs, scatter: number, exact: boolean): CrsSample[] {
  const { unit: random } = seededRandom(count, crs);
  const around = () => (random() + random() + random() - 1.5) * scatter;
  return Array.from({ length: count }, () => {
    const near = { lon: 121.3 + random() * 0.3, lat: 31.1 + random() * 0.2 };
    const place = { lon: near.lon + around() / 95_000, lat: near.lat + around() / 111_000 };
    return { point: fromWgs84(place, crs), near, exact };
  });
}

describe('the coordinate system of a file', () => {
  it.each<Crs>(['WGS84', 'GCJ02', 'BD09'])('is told as %s from a few known stations', (crs) => {
    expect(judgeCrs(samples(5, crs, 10, true)).crs).toBe(crs);
  });

  it.each<Crs>(['WGS84', 'GCJ02', 'BD09'])('is told as %s from many rows against the points of 街镇', (crs) => {
    const verdict = judgeCrs(samples(400, crs, 800, false));
    expect(verdict.crs).toBe(crs);
    expect(verdict.explanation).toMatch(/400 个坐标和街镇代表点比.*按 \w+ 差 \d+ 米/u);
  });

  it('is left open, with the figures, where few rows lie far from their 街镇', () => {
    const verdict = judgeCrs(samples(6, 'GCJ02', 1500, false));
    expect(verdict.crs).toBeNull();
    expect(verdict.explanation).toContain('分不出');
    expect(judgeCrs([]).explanation).toContain('只有 0 个');
  });

  it('is taken from --crs or the column, and a coordinate without one stays out', async () => {
    const row = ['荷桥街道', '荷桥街道社工站', '荷花路18号1楼', '112.4970', '28.0020'];
    const without = await importRows([HEAD, row]);
    expect(codes(without.faults)).toContain('crs.untold');
    expect(record(without, '990101001-z')).toMatchObject({
      lon: '112.4963',
      crs: 'GCJ02',
      note: '〔坐标原文：112.497，28.002（坐标系不明）〕',
    });
    const named = await importRows([HEAD, row], { crs: 'BD09' });
    expect(record(named, '990101001-z')).toMatchObject({ lon: '112.497', lat: '28.002', crs: 'BD09' });
    const column = await importRows([
      [...HEAD, '坐标系'],
      [...row, '百度地图'],
    ]);
    expect(record(column, '990101001-z').crs).toBe('BD09');
  });

  it('is doubted aloud where the offset says another', async () => {
    const near = { lon: 112.491, lat: 28.004 };
    const rows = Array.from({ length: 60 }, (_, at) => {
      const { lon, lat } = fromWgs84(near, 'BD09');
      return ['荷桥街道', `第${at}站`, `某路${at}号`, lon.toFixed(6), lat.toFixed(6), 'WGS84'];
    });
    const outcome = await importRows([[...HEAD, '坐标系'], ...rows], {}, emptyCity);
    expect(lines(outcome.faults).join('\n')).toMatch(/60 个坐标写的是 WGS84，看偏移更像 BD09/u);
  });

  it('does not change a coordinate that only moved to another system', async () => {
    const same = fromWgs84(toWgs84({ lon: 112.4963, lat: 28.0008 }, 'GCJ02'), 'BD09');
    const outcome = await importRows([
      [...HEAD, '坐标系'],
      ['荷桥街道', '荷桥街道社工站', '荷花路18号1楼', same.lon.toFixed(6), same.lat.toFixed(6), 'BD09'],
    ]);
    expect(outcome.table).toBeNull();
  });

  it('leaves out a point far from its 街镇', async () => {
    const outcome = await importRows([HEAD, ['荷桥街道', '荷桥街道社工站', '', '121.47', '31.23']], { crs: 'WGS84' });
    expect(lines(outcome.faults).join()).toMatch(/第 2 行.*离街镇代表点 \d+ 公里/u);
    expect(record(outcome, '990101001-z').lon).toBe('112.4963');
  });
});

describe('a coordinate as written', () => {
  const point = { lon: 121.4365, lat: 31.1953 };

  it.each([
    ['121.4365', '31.1953'],
    ['１２１．４３６５', '３１．１９５３'],
    ['东经121.4365°', '北纬31.1953°'],
    ['E121.4365', 'N31.1953'],
    ['121°26′11.4″', '31°11′43.08″'],
    ['121°26\'11.4"', '31度11分43.08秒'],
  ])('%s and %s are read', (lon, lat) => {
    expect(readPoint(lon, lat)).toEqual({ point, swapped: false, fault: null });
  });

  it.each(['121.4365,31.1953', '121.4365，31.1953', '(121.4365, 31.1953)', '121.4365 31.1953', '[121.4365；31.1953]'])(
    '%s in one cell is read',
    (text) => {
      expect(readPair(text).point).toEqual(point);
    },
  );

  it('is turned round where 经度 and 纬度 were swapped', () => {
    expect(readPoint('31.1953', '121.4365')).toEqual({ point, swapped: true, fault: null });
    expect(readPair('31.1953,121.4365')).toMatchObject({ point, swapped: true });
  });

  it.each([
    ['121.4365', '', '只有一个'],
    ['0', '0', '等于没有填'],
    ['-1234.5', '5678.9', '不在国内'],
    ['徐家汇', '31.2', '不是经纬度'],
    ['2.35', '48.85', '不在国内'],
  ])('%s and %s: %s', (lon, lat, words) => {
    const { point: found, fault } = readPoint(lon, lat);
    expect(found).toBeNull();
    expect(fault).toContain(words);
  });
});
