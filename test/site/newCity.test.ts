import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedPackages, runCity } from '../cli/newCity.ts';
import { brokenLinks } from '../../src/built/links.ts';
import { few, siteIn, type BuiltSite } from './builtSite.ts';
import { buildCity } from './cityBuild.ts';

let home: string;
const built: Record<string, BuiltSite> = {};
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'new-city-'));
  const modules = recordedPackages(home);
  const cities = [
    ['43', '--sample', '--box', '108.5,24.5,114.5,30'],
    ['4401', '--box', '112.9,22.5,114.1,24'],
  ] as const;
  for (const [code, ...rest] of cities) {
    const folder = join(home, code);
    const { code: ended, said } = runCity(modules, code, folder, ...rest);
    if (ended !== 0) throw new Error(said);
    await buildCity({
      DATA_DIR: join(folder, 'data'),
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'dist'),
    });
    built[code] = siteIn(join(folder, 'dist'));
  }
}, 180_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const siteOf = (code: string) => {
  const site = built[code];
  if (site === undefined) throw new Error(`${code} was not built`);
  return site;
};
const text = (code: string, file: string) => readFileSync(join(siteOf(code).dir, file), 'utf8');

describe('a city that was just made', () => {
  it.each(['43', '4401'])('is a whole site without a broken link, marked as a sample: %s', (code) => {
    expect(few(brokenLinks(siteOf(code)))).toEqual([]);
    expect(text(code, 'index.html')).toContain('示例数据');
  });

  it('has a page for each town without a point, which the search finds and the map does not draw', () => {
    for (const [town, name] of [
      ['430224404', '汉背管理处'],
      ['430524201', '虎形山瑶族乡'],
      ['431127200', '汇源瑶族乡'],
    ] as const) {
      expect(text('43', `towns/${town}/index.html`)).toContain(name);
      expect(text('43', 'search/lookup.json')).toContain(name);
      expect(text('43', 'map/stations.json')).not.toContain(town);
    }
  });
});
