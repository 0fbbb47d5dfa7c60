import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../src/loading/input.ts';
import { recordedPackages, runCity } from './newCity.ts';

let home = '';
let modules = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), '新城市 #%-'));
  modules = recordedPackages(home);
});
afterAll(() => rmSync(home, { recursive: true }));

const run = (...args: string[]) => runCity(modules, ...args);
const inputOf = (folder: string) => load({ data: join(folder, 'data'), content: join(folder, 'content') });
const BOX = ['--box', '112.9,22.5,114.1,24'];
const PROVINCE = ['--box', '108.5,24.5,114.5,30'];
/** The numbers and titles of the tasks that are still open. */
const open = (said: string) => [...said.matchAll(/^ {2}\d+\. ［还差］([^（\n]+)/gmu)].map(([, title]) => title);

describe('npm run city', () => {
  it('4401: writes a city that can be built at once, its tables empty, and says what is missing in the order of work', () => {
    const folder = join(home, 'guangzhou');
    const { code, said } = run('4401', folder, ...BOX);
    expect(code, said).toBe(0);
    const { dataset } = inputOf(folder);
    expect([dataset.site.city, dataset.site.siteName, dataset.site.organiser]).toEqual(['广州', '广州社工站指南', '']);
    expect([dataset.meta.kind, dataset.meta.name, dataset.meta.asAt]).toEqual([
      'sample',
      'shegongzhan-4401',
      '2026-11-23',
    ]);
    expect(dataset.stations).toEqual([]);
    expect(dataset.coastline.bbox).toEqual([112.9, 22.5, 114.1, 24]);
    expect(open(said)).toEqual([
      '街镇的代表点',
      '谁在发布',
      '当地的政策文件',
      '解读',
      '期限和目标',
      '领域、服务、热线和别的表',
      '说明页',
      '站点',
      '改成正式',
    ]);
    expect(said).toContain('街口街道没有点，地图上不画，查得到。');
  });

  it('43: a province with sample stations; towns without a point have theirs too, without coordinates', () => {
    const folder = join(home, 'hunan');
    const { code, said } = run('43', folder, '--sample', ...PROVINCE);
    expect(code, said).toBe(0);
    expect(said).toMatch(/^湖南写好了.*街镇一级 4/u);
    expect(said).toContain('汉背管理处、五峰铺国有林场、虎形山瑶族乡、汇源瑶族乡没有点');
    const { dataset } = inputOf(folder);
    const bare = dataset.towns.filter(({ point }) => point === null).map(({ code: town }) => town);
    const theirs = dataset.stations.filter(({ townCode }) => bare.includes(townCode));
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter(({ point }) => point !== null)).toEqual([]);
  });

  it('--check: what was done is no longer asked for', () => {
    const folder = join(home, 'checked');
    run('43', folder, '--sample', ...PROVINCE);
    const site = join(folder, 'data/site.yaml');
    const filled = {
      organiser: '某厅',
      contact: '联系处',
      site_id_code: "'4300000001'",
      icp: 'a',
      police_record: 'b',
      report_email: 'a@b.example',
      map_approval: 'c',
      interpretation_unit: 'd',
    };
    const text = readFileSync(site, 'utf8').replace(/^(\w+): ''$/gmu, (line, key: string) =>
      key in filled ? `${key}: ${filled[key as keyof typeof filled]}` : line,
    );
    writeFileSync(site, text);
    for (const file of readdirSync(join(folder, 'content/pages')))
      writeFileSync(
        join(folder, 'content/pages', file),
        readFileSync(join(folder, 'content/pages', file), 'utf8') + '\n',
      );
    const { code, said } = run('--check', folder);
    expect(code, said).toBe(0);
    expect(open(said)).not.toContain('谁在发布');
    expect(open(said)).not.toContain('说明页');
    expect(open(said)).toContain('当地的政策文件');
    writeFileSync(join(folder, 'data/stations.csv'), 'no such column\n');
    expect(run('--check', folder).said).toMatch(/［还差］检查.*\n.*还有 \d+ 处必须改/u);
  });

  it.each([
    ['no such code', ['9999'], 1, /名录里没有以 9999 开头的街镇/u],
    ['no point and no box', ['4401'], 1, /没有一个街镇有代表点.*--box/u],
    ['a box that is none', ['4401', '--box', '1,2,3'], 2, /看不懂范围“1,2,3”/u],
    ['a code that is none', ['广州'], 2, /用法：npm run city/u],
    ['an option that is none', ['4401', '--all'], 2, /用法：npm run city/u],
  ])('with %s writes nothing and says what to do', (_, [code = '', ...rest], end, words) => {
    const folder = join(home, 'nothing');
    const { code: ended, said } = run(code, folder, ...rest);
    expect([ended, said]).toEqual([end, expect.stringMatching(words)]);
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(home).filter((name) => name.includes('nothing'))).toEqual([]);
  });

  it("leaves a folder alone that isn't empty", () => {
    const folder = join(home, 'taken');
    mkdirSync(folder);
    writeFileSync(join(folder, '报告.docx'), '');
    expect(run('43', folder)).toEqual({
      code: 1,
      said: expect.stringContaining('里已经有东西（报告.docx），没有动它') as string,
    });
    expect(readdirSync(folder)).toEqual(['报告.docx']);
  });
});
