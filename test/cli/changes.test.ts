import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unloggedMessage } from '../../src/cli/building/publishedChanges.ts';
import { load } from '../../src/loading/input.ts';
import { CITY, cityText } from '../loading/city.ts';

const command = fileURLToPath(new URL('../../src/cli/changes.ts', import.meta.url));
let home: string;
let data: string;
const log = () => readFileSync(join(data, 'changes.csv'), 'utf8');
const old = () => join(home, 'old.csv');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'changes-'));
  data = join(home, 'data');
  cpSync(CITY.data, data, { recursive: true });
  const before = cityText('stations.csv').replace('荷花路18号1楼', '荷花路3号').replace('石板街33号', '石板街30号');
  writeFileSync(old(), before.replaceAll(/^990102001-yang-lao.*\n/gmu, ''));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function run(...args: string[]) {
  const env = { ...process.env, DATA_DIR: data, INIT_CWD: home };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { env, encoding: 'utf8' });
  return { status, out: stdout, error: stderr };
}

describe('npm run changes', () => {
  it('lists what happened since an earlier list and puts it in the log, once', () => {
    const first = run('old.csv');
    expect(first.error).toBe('');
    expect(first.status).toBe(0);
    expect(first.out).toContain('新增 1 · 迁址 2');
    expect(log()).toContain('2026-11-20,990101001-z,迁址,荷花路3号,荷花路18号1楼');
    const once = log();
    expect(run('old.csv').status).toBe(0);
    expect(log()).toBe(once);
    expect(once.startsWith(cityText('changes.csv'))).toBe(true);
  });

  it('only lists with --dry-run, and between two lists', () => {
    const before = log();
    expect(run('old.csv', '--dry-run').out).toContain('迁址 2');
    expect(run('old.csv', 'data').out).toContain('迁址 2');
    expect(JSON.parse(run('old.csv', '--dry-run', '--json').out)).toHaveLength(3);
    expect(log()).toBe(before);
  });

  it('says so where nothing happened', () => {
    expect(run('data').out).toContain('没有变更');
  });

  it('starts a log where there is none', () => {
    rmSync(join(data, 'changes.csv'));
    expect(run('old.csv', '--on', '2026-11-01').status).toBe(0);
    expect(log().split('\n')[0]).toBe('on,station,kind,before,after');
    expect(log()).toContain('2026-11-01,990102001-yang-lao,新增');
  });

  it.each([
    [['nowhere'], /找不到站点名单/u],
    [[], /要写一份旧名单/u],
    [['old.csv', '--on', '2026-13-01'], /不是日期/u],
    [['old.csv', '--what'], /看不懂写的选项/u],
  ])('refuses %j in Chinese and writes nothing', (args, message) => {
    const before = log();
    const { status, error } = run(...args);
    expect(status).toBe(1);
    expect(error).toMatch(message);
    expect(log()).toBe(before);
  });

  it('refuses a list that it cannot read, with the row', () => {
    writeFileSync(old(), cityText('stations.csv').replace('荷桥街道社工站,综合', '荷桥街道社工站,总合'));
    const { status, error } = run('old.csv');
    expect(status).toBe(1);
    expect(error).toMatch(/第 2 行 “类型”列：“总合”/u);
  });
});

describe('a build over a published site', () => {
  const out = () => join(home, 'out');
  const message = () => unloggedMessage(out(), load({ data, content: CITY.content }));
  const publish = (text: string) => {
    mkdirSync(join(out(), 'data'), { recursive: true });
    writeFileSync(join(out(), 'data', 'stations.csv'), text);
  };

  it('says what the log lacks, until it is put in', () => {
    publish(readFileSync(old(), 'utf8'));
    // The station that is new was put in the log in its day.
    expect(message()).toContain('没有记：迁址 2。');
    expect(run('out').status).toBe(0);
    expect(message()).toBeNull();
  });

  it('says nothing where nothing is published or nothing changed, and says so where the list is unreadable', () => {
    expect(message()).toBeNull();
    publish(cityText('stations.csv'));
    expect(message()).toBeNull();
    publish('a,b\n');
    expect(message()).toContain('读不出来');
  });
});
