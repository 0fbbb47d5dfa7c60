import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CITY } from '../loading/city.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let folder = '';
let data = '';
let inbox = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  data = join(folder, 'data');
  inbox = join(folder, '收到的表');
  mkdirSync(inbox);
  cpSync(CITY.data, data, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command: what it said, and on which exit code. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/import.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: data },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(inbox, name);
  writeFileSync(path, content);
  return path;
}

const stations = () => readFileSync(join(data, 'stations.csv'), 'utf8');
const everything = () =>
  readdirSync(data)
    .sort()
    .map((name) => [name, readFileSync(join(data, name), 'utf8')]);

const GOOD = '街镇,名称,联系电话\n荷桥街道,荷桥街道社工站,0389-2010099\n';

// Each starts a process with a thread; a busy machine takes its time.
describe('npm run import', { timeout: 120_000 }, () => {
  it('writes the table, says what changed, and lays the report beside the file', () => {
    const { code, out, err } = run(put('名单.csv', GOOD));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('电话：0389-2010011 → 0389-2010099');
    expect(out).toContain('新增 0 · 更新 1 · 不变 0');
    expect(out).toContain('已写入 stations.csv');
    expect(stations()).toContain('0389-2010099');
    expect(readdirSync(inbox).sort()).toEqual(['名单-检查结果.html', '名单.csv']);
    expect(readdirSync(data).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('changes nothing the second time', () => {
    const file = put('名单.csv', GOOD);
    run(file);
    const before = stations();
    expect(run(file)).toMatchObject({ code: 0, out: expect.stringContaining('没有变化，data/ 没有动') });
    expect(stations()).toBe(before);
  });

  it('writes only the reports with --dry-run, and where --out says', () => {
    const before = everything();
    const out = join(folder, '结果');
    mkdirSync(out);
    expect(run(put('名单.csv', GOOD), '--dry-run', '--out', out)).toMatchObject({
      code: 0,
      out: expect.stringContaining('试运行，没有写'),
    });
    expect(everything()).toEqual(before);
    expect(readdirSync(out)).toEqual(['名单-检查结果.html']);
  });

  it('writes places.csv out of a table of 管辖范围, and nothing the second time', () => {
    const file = put('范围.csv', '街镇,居委会,管辖范围,截至日期\n荷桥街道,荷花居委会,莲子新村1-7号,2026-11-01\n');
    const before = stations();
    expect(run(file)).toMatchObject({ code: 0, out: expect.stringContaining('已写入 places.csv') });
    const places = readFileSync(join(data, 'places.csv'), 'utf8');
    expect(places).toContain('990101001001,小区,莲子新村,号,1,7');
    expect(stations()).toBe(before);
    expect(run(file)).toMatchObject({ code: 0, out: expect.stringContaining('没有变化，data/ 没有动') });
    expect(readFileSync(join(data, 'places.csv'), 'utf8')).toBe(places);
  });

  it('touches nothing when a row must be mended, and gives both reports', () => {
    const before = everything();
    const { code, err } = run(put('名单.csv', `${GOOD}没有的镇,某站,\n`));
    expect(code).toBe(1);
    expect(err).toMatch(/【必须改】名单\.csv 第 3 行 “街镇”列：“没有的镇”名录里没有这个街镇/u);
    expect(err).toContain('--skip-faulty');
    expect(everything()).toEqual(before);
    expect(readdirSync(inbox).sort()).toEqual(['名单-检查结果.html', '名单-检查结果.xlsx', '名单.csv']);
  });

  it('ends in a located error and exit code 1 on any bytes, with data/ untouched', () => {
    const before = everything();
    const soups = [
      Uint8Array.from({ length: 400 }, (_, at) => (at * 197 + 31) % 256),
      Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 200 }, (_, at) => (at * 89) % 256)]),
      new Uint8Array(),
      new TextEncoder().encode('<html><table>'),
    ];
    const names = soups.map((_, index) => `汤${index}.xlsx`);
    const { code, err } = run(...soups.map((soup, index) => put(names[index] ?? '', soup)));
    expect(code).toBe(1);
    for (const name of names) expect(err).toMatch(new RegExp(`【必须改】${name}：.+怎么改：`, 'u'));
    expect(err).not.toMatch(/\n\s+at /u);
    expect(run(put('大.xlsx', new Uint8Array(5_000_001)))).toMatchObject({
      code: 1,
      err: expect.stringContaining('大.xlsx：有 5.0 MB'),
    });
    expect(everything()).toEqual(before);
  });

  it('stops when time is over', () => {
    const before = everything();
    expect(run(put('名单.csv', GOOD), '--timeout', '0.01')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/名单\.csv：0\.01 秒还没有读完/u),
    });
    expect(everything()).toEqual(before);
  });

  it.each([
    [[], '没有写要导入哪个文件'],
    [['没有.xlsx'], '文件不存在'],
    [['.'], '是文件夹'],
    [['a.csv', '--crs', '北京54'], '没有叫 北京54 的坐标系'],
    [['a.csv', '--wipe'], '看不懂写的选项'],
    [['a.csv', '--area', '21'], '不是区号'],
    [['a.csv', '--timeout', '-1'], '看不懂写的选项'],
  ])('explains %j', (args, words) => {
    const { code, err } = run(...args);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(existsSync(join(root, 'a-检查结果.html'))).toBe(false);
  });
});
