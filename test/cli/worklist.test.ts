import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY } from '../loading/city.ts';
import { ROOT } from '../site/builtSite.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'worklist-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/worklist.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: CITY.data, CONTENT_DIR: CITY.content, INIT_CWD: folder, SITE_TODAY: '2026-11-20' },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

describe('npm run worklist', () => {
  it('writes the list of a district where the clerk stands, and never over a list that is there', () => {
    const file = '回访名单-临湖区-2026-11-20.xlsx';
    expect(run('--district', '990101')).toMatchObject({ status: 0, said: expect.stringContaining('有 2 个站要回访') });
    expect(readdirSync(folder)).toEqual([file]);
    const before = readFileSync(join(folder, file));
    const again = run('--district', '990101');
    expect(again.status).toBe(2);
    expect(again.said).toContain('已经有了，没有覆盖');
    expect(readFileSync(join(folder, file)).equals(before)).toBe(true);
  });

  it.each([
    [['--district', '990199'], '没有代码是 990199 的区'],
    [['--today', '2026-13-01'], '不是日期'],
    [['--out', 'list.csv'], '不是 .xlsx 文件'],
    [['--out', 'nowhere/list.xlsx'], '文件夹不存在'],
    [['--nonsense'], '用法：npm run worklist'],
  ])('refuses %s, says what to do and writes nothing', (args, words) => {
    const before = readdirSync(folder);
    const { status, said } = run(...args);
    expect(status).toBe(2);
    expect(said).toContain(words);
    expect(said).not.toMatch(/^ {4}at /mu);
    expect(readdirSync(folder)).toEqual(before);
  });
});
