import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CITY, swap } from '../loading/city.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'urls-'));
  cpSync(CITY.data, join(home, 'data'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

/** Runs a command on the city: what it said, and on which exit code. */
function run(command: string, args: readonly string[] = [], out = join(home, 'dist')) {
  const env = { ...process.env, DATA_DIR: join(home, 'data'), CONTENT_DIR: CITY.content, OUT_DIR: out };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli', `${command}.ts`), ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
}

describe('npm run urls -- --new', () => {
  it('leaves the list as it was where the site cannot be built', () => {
    const list = '/\n/stations/990101001-z/\n';
    writeFileSync(join(home, 'data', 'urls.txt'), list);
    const stations = join(home, 'data', 'stations.csv');
    writeFileSync(stations, swap('2026-01-15', '2026-13-45')(readFileSync(stations, 'utf8')));
    const { code, said } = run('urls', ['--new']);
    expect(code).toBe(1);
    expect(said).toContain('“2026-13-45”不是有效的日期');
    expect(readFileSync(join(home, 'data', 'urls.txt'), 'utf8')).toBe(list);
  });

  it('tells its use where an option is written wrong', () => {
    const { code, said } = run('urls', ['--fresh']);
    expect(code).toBe(1);
    expect(said).toMatch(/^用法：npm run urls/u);
  });
});

describe('what the disk refuses is one sentence, not a stack', () => {
  it.each(['build', 'start', 'release', 'urls'])('npm run %s where the final folder is a file', (command) => {
    writeFileSync(join(home, 'file'), '');
    const { code, said } = run(command, [], join(home, 'file'));
    expect(code).toBe(1);
    expect(said).toMatch(/是一个文件，不是文件夹。怎么改：/u);
    expect(said).not.toMatch(/^ {4}at /mu);
  });

  it('npm run build where the final folder is a link to nowhere, or below a file', () => {
    symlinkSync(join(home, 'nowhere'), join(home, 'link'));
    writeFileSync(join(home, 'file'), '');
    for (const out of ['link', 'file/dist']) {
      const { code, said } = run('build', [], join(home, out));
      expect(code).toBe(1);
      expect(said).toMatch(/怎么改：/u);
      expect(said).not.toMatch(/^ {4}at /mu);
    }
  });
});
