import { describe, expect, it } from 'vitest';
import { TABLES, type TableName } from '../../src/domain/dataset/columns.ts';
import { loadDataset, OPTIONAL_TABLES, readDataset } from '../../src/loading/dataset.ts';
import { DataFaultsError, faultLine } from '../../src/loading/faults/lines.ts';
import { cityText, cityWith, swap, type Edits } from './city.ts';

const faultsOf = (edits: Edits) => readDataset(cityWith(edits)).faults;
const linesOf = (edits: Edits) => faultsOf(edits).map(faultLine);

/** One line of a CSV again at its end, perhaps changed. */
const repeat =
  (start: string, change: (line: string) => string = (line) => line) =>
  (text: string) => {
    const line = text.split('\n').find((entry) => entry.startsWith(start));
    if (line === undefined) throw new Error(`the fixture has no line ${start}`);
    return `${text.trimEnd()}\n${change(line)}\n`;
  };

describe('the dataset of a city', () => {
  const dataset = loadDataset(cityWith({}));

  it('holds every row', () => {
    expect(dataset.stations).toHaveLength(12);
    expect(dataset.towns).toHaveLength(7);
    expect(dataset.committees).toHaveLength(40);
    expect(dataset.meta).toMatchObject({ kind: 'official', asAt: '2026-11-20' });
    expect(dataset.site).toMatchObject({ city: '云泽', hostSite: { url: 'https://www.yunze.example/' } });
  });

  it('converts each coordinate from its own system to WGS-84', () => {
    const point = (id: string) => dataset.stations.find((station) => station.id === id)?.point;
    expect(point('990101002-z')).toEqual({ lon: 112.512, lat: 27.9921 });
    const fromGcj = point('990101001-z');
    const fromBd = point('990102001-z');
    expect(fromGcj?.lon).toBeCloseTo(112.4963 - 0.0055, 2);
    expect(Math.abs((fromGcj?.lon ?? 0) - 112.4963)).toBeGreaterThan(0.002);
    expect(Math.abs((fromBd?.lon ?? 0) - 112.6275)).toBeGreaterThan(0.006);
  });

  it('places a station without a coordinate nowhere, least of all at 0°', () => {
    const unplaced = dataset.stations.filter(({ precision }) => precision === '街镇');
    expect(unplaced.length).toBeGreaterThan(3);
    expect(unplaced.map(({ point }) => point)).toEqual(unplaced.map(() => null));
  });

  it('does not carry the internal remark any further', () => {
    expect(JSON.stringify(dataset.stations)).not.toContain('"note":"内部');
    expect(dataset.stations[0]).not.toHaveProperty('note');
  });
});

describe('faults', () => {
  it('are collected over all files before anything fails', () => {
    const edits: Edits = {
      'stations.csv': (text) => swap('2026-01-15', '去年')(swap(',yunhe,', ',nobody,')(text)),
      'towns.csv': swap('990101,荷桥街道,街道', '990101,荷桥街道,街'),
      'needs.csv': swap('elder-visit,yang-lao,110', 'elder-visit,yang-lao,111'),
      'hotlines.csv': swap('2026-11-01', '2026-13-01'),
      'services.csv': swap('elder-visit,上门看老人,elderly', 'elder-visit,上门看老人,old'),
      'site.yaml': swap("city_hotline: '12345'", 'city_hotline: 打我'),
    };
    const faults = faultsOf(edits);
    expect(new Set(faults.map(({ file }) => file))).toEqual(
      new Set(['site.yaml', 'stations.csv', 'towns.csv', 'hotlines.csv', 'services.csv']),
    );
    expect(() => loadDataset(cityWith(edits))).toThrow(DataFaultsError);
    try {
      loadDataset(cityWith(edits));
    } catch (error) {
      expect(error).toMatchObject({ faults });
      expect((error as Error).message).toMatch(/^数据有 \d+ 处错误：\n {2}site\.yaml/u);
    }
  });

  it('do not accuse pointers to a table that could not be read', () => {
    const files = faultsOf({ 'towns.csv': swap('990101,荷桥街道,街道', '990101,荷桥街道,街') }).map(({ file }) => file);
    expect(files).toEqual(['towns.csv']);
  });

  it('leave no dataset behind', () => {
    expect(readDataset(cityWith({ 'topics.csv': swap('elderly,老', 'elderly,') })).dataset).toBeNull();
  });

  it('name every file that is missing, but no optional table', () => {
    for (const table of OPTIONAL_TABLES) expect(faultsOf({ [`${table}.csv`]: null })).toEqual([]);
    for (const table of Object.keys(TABLES).filter((name) => !OPTIONAL_TABLES.includes(name as TableName))) {
      const missing = faultsOf({ [`${table}.csv`]: null }).filter(({ message }) => message === '文件不存在');
      expect(missing).toMatchObject([{ file: `${table}.csv` }]);
    }
    for (const file of ['datapackage.json', 'site.yaml', 'coastline.json']) {
      expect(faultsOf({ [file]: null })).toContainEqual(expect.objectContaining({ file, message: '文件不存在' }));
    }
  });
});

describe('keys', () => {
  it('must not stand twice, and the message says where the first stands', () => {
    expect(linesOf({ 'stations.csv': repeat('990101001-z') })).toEqual([
      'stations.csv 第 14 行 “站点编号”列：“990101001-z”和第 2 行重复。怎么改：留一个，另一行换新的编号。',
    ]);
    expect(faultsOf({ 'committees.csv': repeat('990101001001') })).toMatchObject([{ column: '居村代码', row: 42 }]);
    expect(faultsOf({ 'needs.csv': repeat('戒毒') })).toMatchObject([{ column: '说法', value: '戒毒' }]);
  });
});

describe('pointers', () => {
  it.each([
    ['stations.csv', ',yunhe,', ',nobody,', '承接机构', 'nobody'],
    ['stations.csv', ',jin-du,990101002', ',jin-yan,990101002', '领域', 'jin-yan'],
    ['stations.csv', 'elder-visit、mediate', 'elder-visit、fly', '服务', 'fly'],
    ['stations.csv', '990102001-z,2026-10-12', 'gone,2026-10-12', '接续站点', 'gone'],
    ['towns.csv', ',990102101,', ',990102999,', '由谁服务', '990102999'],
    ['organizations.csv', '990101,0389-2010301', '990109,0389-2010301', '区代码', '990109'],
    ['fields.csv', '通知,是,12345', '通知,是,99999', '专线', '99999'],
    ['services.csv', 'quit,想戒，有人陪,recovery', 'quit,想戒，有人陪,nothing', '事项', 'nothing'],
    ['needs.csv', '独居老人,elderly,elder-visit', '独居老人,elderly,elder-fly', '服务', 'elder-fly'],
    ['needs.csv', '110、120', '54321、120', '急事先打', '54321'],
  ])('%s: “%s” → “%s” leads nowhere', (file, from, to, column, value) => {
    const faults = faultsOf({ [file]: swap(from, to) });
    expect(faults).toMatchObject([{ file, column, value, message: expect.stringContaining('找不到') as string }]);
    expect(faults[0]?.row).toBeGreaterThan(1);
  });
});

describe('cells of one row that contradict each other', () => {
  it.each([
    ['only one of the two coordinates', '112.5120,27.9921', '112.5120,', '只有一个'],
    ['a coordinate without its system', '27.9921,WGS84', '27.9921,', '没写坐标系'],
    ['an exact place without a coordinate', '112.5120,27.9921,WGS84', ',,', '没有坐标'],
    ['a 专项 station without a field', '专项,wei-bao,990101001', '专项,,990101001', '没有写领域'],
    ['a 综合 station with a field', '综合,,990101001', '综合,wei-bao,990101001', '只有专项站写领域'],
    ['a 居村 station without its committee', '居村,,990101001,990101001001', '居村,,990101001,', '没有写居村代码'],
    ['a committee of another town', '990101001,990101001001', '990101002,990101001001', '不在这个街镇里'],
    ['a closed station that leads nowhere', '2026-06-30,,990102001-z', '2026-06-30,,', '没写以后找哪个站'],
    ['an end before its beginning', '2026-11-01,2027-01-31', '2026-11-01,2026-01-31', '早于开始日期'],
    [
      'more qualified people than people',
      ',4,3,elder-visit、mediate,',
      ',4,5,elder-visit、mediate,',
      '比工作人员数还多',
    ],
    ['a verification after the as-at date', '2026-01-15', '2026-11-21', '晚于数据截止日期 2026-11-20'],
  ])('%s', (_, from, to, words) => {
    const messages = faultsOf({ 'stations.csv': swap(from, to) }).map(({ message }) => message);
    expect(messages.join('\n').replaceAll('居村站没有写', '没有写')).toContain(words);
  });

  it('a code that does not begin with the code of what it lies in', () => {
    expect(linesOf({ 'committees.csv': swap('990101001001,990101001,', '990101001001,990101002,') })).toEqual([
      expect.stringContaining('不以街镇代码 990101002 开头'),
    ]);
  });
});

describe('the files around the tables', () => {
  it('must be of a known kind', () => {
    expect(linesOf({ 'datapackage.json': swap('"official"', '"real"') })).toEqual([
      expect.stringContaining('只能是 sample（示例）或 official（正式）'),
    ]);
  });

  it('must be well-formed, and the message names the file', () => {
    expect(linesOf({ 'datapackage.json': swap('{', '') })[0]).toMatch(/^datapackage\.json：格式不对/u);
    expect(linesOf({ 'site.yaml': swap('city: 云泽', 'city: "云泽') })[0]).toMatch(/^site\.yaml：格式不对/u);
  });

  it('refuse a setting that nobody knows', () => {
    expect(linesOf({ 'site.yaml': (text) => `${text}colour: red\n` })[0]).toMatch(/^site\.yaml/u);
  });

  it('have a coast', () => {
    expect(JSON.parse(cityText('coastline.json'))).toHaveProperty('rings');
    expect(linesOf({ 'coastline.json': swap('"rings"', '"lines"') })[0]).toMatch(/^coastline\.json/u);
  });
});

describe('redirects', () => {
  const rows = (...lines: readonly string[]): Edits => ({ 'redirects.csv': () => `from,to\n${lines.join('\n')}\n` });

  it('lead from any old address of the site to an address, or a place in a page', () => {
    expect(linesOf(rows('/旧/a.html,/policies/yzmz-2024-1/#1-2', '/old,/'))).toEqual([]);
  });

  it.each([
    ['old/,/', '旧地址', 'old/'],
    ['https://elsewhere.example/,/', '旧地址', 'https://elsewhere.example/'],
    ['/old/?id=1,/', '旧地址', '/old/?id=1'],
    ['/a b/,/', '旧地址', '/a b/'],
    ['/old/,https://elsewhere.example/', '新地址', 'https://elsewhere.example/'],
    ['/old/;return 200,/', '旧地址', '/old/;return 200'],
  ])('%s is refused, with the row', (line, column, value) => {
    expect(linesOf(rows(line))).toEqual([
      expect.stringContaining(`redirects.csv 第 2 行 “${column}”列：“${value}”不是本站的网址。怎么改：从 / 写起`),
    ]);
  });
});
