import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { compareName, parseStationName, stationName } from '../../../src/domain/station/naming.ts';

const table = (name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(new URL(`../../../data/${name}.csv`, import.meta.url), 'utf8'), {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  }).data;

const towns = table('towns').map(({ code = '', name = '' }) => ({ code, name }));
const fields = table('fields').map(({ slug = '', name = '' }) => ({ slug, name }));
const committees = table('committees').map(({ code = '', name = '', town_code: townCode = '' }) => ({
  code,
  name,
  townCode,
}));
const committeesOf = Map.groupBy(committees, ({ townCode }) => townCode);
const read = (name: string) => parseStationName(name, towns, fields, (code) => committeesOf.get(code) ?? []);

describe('the uniform sign (notice 三（一）)', () => {
  it('is made of the 街镇, and of the 领域 or 居村', () => {
    const townName = '徐家汇街道';
    expect(stationName({ type: '综合', townName })).toBe('徐家汇街道社工站');
    expect(stationName({ type: '专项', townName, fieldName: '未保' })).toBe('徐家汇街道未保社工站');
    expect(stationName({ type: '居村', townName, committeeName: '东塘居委会' })).toBe('徐家汇街道东塘居委会社工站');
  });

  it('is understood again for every 街镇 and every 领域 of the register', () => {
    for (const town of towns) {
      expect(read(stationName({ type: '综合', townName: town.name })).map(({ townCode }) => townCode)).toContain(
        town.code,
      );
      for (const field of fields) {
        const name = stationName({ type: '专项', townName: town.name, fieldName: field.name });
        expect(read(name)).toContainEqual({
          townCode: town.code,
          type: '专项',
          field: field.slug,
          committeeCode: null,
        });
      }
    }
  });

  it('is understood again for any 居村, in full and in short', () => {
    fc.assert(
      fc.property(fc.constantFrom(...committees), (committee) => {
        const townName = towns.find(({ code }) => code === committee.townCode)?.name ?? '';
        for (const committeeName of [committee.name, committee.name.replace(/居委会$/, '')]) {
          const reading = { townCode: committee.townCode, type: '居村', field: null, committeeCode: committee.code };
          expect(read(stationName({ type: '居村', townName, committeeName }))).toContainEqual(reading);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('drops 村委会 but not the 村 of a village', () => {
    const village = (name: string) => [{ code: '310114114202', name }];
    const short = (name: string) =>
      parseStationName('外冈镇冈峰村社工站', [{ code: '310114114', name: '外冈镇' }], [], () => village(name));
    expect(short('冈峰村村委会')).toHaveLength(1);
    expect(short('冈峰村委会')).toHaveLength(1);
  });

  it('keeps 虹桥街道 and 虹桥镇 apart', () => {
    const codes = (name: string) => read(name).map(({ townCode }) => towns.find(({ code }) => code === townCode)?.name);
    expect(codes('虹桥街道社工站')).toEqual(['虹桥街道']);
    expect(codes('虹桥镇社工站')).toEqual(['虹桥镇']);
  });

  it('gives every reading of an ambiguous name instead of choosing one', () => {
    const twins = [
      { code: '1', name: '新村乡' },
      { code: '2', name: '新村乡' },
    ];
    expect(parseStationName('新村乡社工站', twins, [], () => [])).toHaveLength(2);
    const field = [{ slug: 'yang-lao', name: '养老' }];
    const local = [{ code: '1001', name: '养老居委会' }];
    const readings = parseStationName('新村乡养老社工站', twins.slice(0, 1), field, () => local);
    expect(readings.map(({ type }) => type)).toEqual(['专项', '居村']);
  });

  it.each(['', '社工站', '徐家汇社工站', '徐家汇街道社会工作服务站', '徐家汇街道不知道社工站'])(
    'is not found in %j',
    (name) => expect(read(name)).toEqual([]),
  );
});

describe('a name that departs from the rule', () => {
  const general = { type: '综合', townName: '徐家汇街道' } as const;
  const special = { type: '专项', townName: '徐家汇街道', fieldName: '未保' } as const;

  it.each([
    ['徐家汇街道社会工作服务站', general, '结尾统一写“社工站”'],
    ['徐家汇街道社工服务站', general, '结尾统一写“社工站”'],
    ['徐家汇街道服务中心', general, '没有用“社工站”结尾'],
    ['徐汇区徐家汇街道社工站', general, '前面不写市和区，从街镇写起'],
    ['徐家汇街道 社工站', general, '多了空格、括号或引号'],
    ['徐家汇社工站', general, '街镇要写全称“徐家汇街道”'],
    ['阳光社工站', general, '没有写街镇“徐家汇街道”'],
    ['徐家汇街道综合社工站', general, '综合站只写街镇，中间不加别的字'],
    ['徐家汇街道未成年人社工站', special, '没有写领域“未保”'],
    [
      '徐家汇街道东塘社工站',
      { type: '居村', townName: '徐家汇街道', committeeName: '东塘居委会' } as const,
      '没有写居村',
    ],
  ])('%s is told why', (name, parts, reason) => {
    const deviation = compareName({ name }, parts);
    expect(deviation?.expected).toBe(stationName(parts));
    expect(deviation?.reason).toContain(reason);
  });

  it('is none when it is what the rule gives', () => {
    expect(compareName({ name: '徐家汇街道未保社工站' }, special)).toBeNull();
  });
});
