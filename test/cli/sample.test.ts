import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['datapackage.json', 'districts.csv', 'towns.csv', 'committees.csv', 'fields.csv', 'services.csv'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sample-'));
  for (const name of SOURCES) cpSync(join(root, 'data', name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command in the folder: what it said, and on which exit code. */
function run(): { code: number; said: string } {
  try {
    const options = { cwd: root, env: { ...process.env, DATA_DIR: folder }, encoding: 'utf8', stdio: 'pipe' } as const;
    return { code: 0, said: execFileSync(process.execPath, ['src/cli/sample.ts'], options) };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

describe('npm run sample', () => {
  it('writes both tables', () => {
    expect(run()).toMatchObject({ code: 0, said: expect.stringContaining('示例站点') });
    expect(readFileSync(join(folder, 'stations.csv'), 'utf8').split('\n').length).toBeGreaterThan(900);
    expect(existsSync(join(folder, 'organizations.csv'))).toBe(true);
  });

  it('never writes over official data', () => {
    const text = readFileSync(join(folder, 'datapackage.json'), 'utf8');
    writeFileSync(join(folder, 'datapackage.json'), text.replace('"kind": "sample"', '"kind": "official"'));
    writeFileSync(join(folder, 'stations.csv'), 'mine');
    expect(run()).toMatchObject({ code: 1, said: expect.stringContaining('正式数据') });
    expect(readFileSync(join(folder, 'stations.csv'), 'utf8')).toBe('mine');
  });

  it('writes nothing when a table that it needs is missing', () => {
    rmSync(join(folder, 'towns.csv'));
    expect(run()).toMatchObject({ code: 1, said: expect.stringContaining('towns.csv') });
    expect(existsSync(join(folder, 'stations.csv'))).toBe(false);
  });
});
