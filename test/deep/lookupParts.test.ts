import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptBytes, keptFiles } from '../../src/built/offline/keptFiles.ts';
import { KEPT_LIMIT, keptParts, notKept } from '../../src/domain/site/offline.ts';
import { readMember } from '../../src/loading/members/readMember.ts';
import { complaintsOf, openStage, pageWith, type Stage } from '../browser/chrome.ts';
import { dataset } from '../browser/dataset.ts';
import { crisisNeed, searchOn } from '../browser/searchField.ts';
import { documentOf, ROOT, siteIn } from '../site/builtSite.ts';
import { buildCity } from '../site/cityBuild.ts';
import { unpackedPack } from '../site/unpackedPack.ts';

const { committees, towns, districts, places, stations } = dataset;
const townOf = new Map(towns.map((town) => [town.code, town]));
const isRunningTown = (code: string) =>
  stations.some(({ townCode, type, status, phones }) =>
    [townCode === code, type === '综合', status === '运行', phones.length > 0].every(Boolean),
  );
const alone = (name: string) => committees.filter((row) => row.name === name).length === 1;
/** A 居委会 of a name that no other has, in a 街镇 with a station. */
const committee = committees.find(({ name, townCode }) => alone(name) && name.length > 6 && isRunningTown(townCode));
const district = districts.find(({ code }) => code === townOf.get(committee?.townCode ?? '')?.districtCode);
if (committee === undefined || district === undefined) throw new Error('no 居委会 in the sample');

describe('a site whose lookup is in parts', () => {
  let home: string;
  let stage: Stage;
  let page: Page;
  let complaints: string[];
  /** What the search has fetched, below `/search/`. */
  let fetched: string[];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'in-parts-'));
    const out = join(home, 'dist');
    await buildCity({
      DATA_DIR: join(ROOT, 'data'),
      CONTENT_DIR: join(ROOT, 'content'),
      OUT_DIR: out,
      SITE_URL: 'https://parts.example',
      LOOKUP_PARTS_ABOVE: '100',
    });
    stage = await openStage(siteIn(out));
  }, 300_000);
  afterAll(async () => {
    await stage.close();
    rmSync(home, { recursive: true, force: true });
  });
  beforeEach(async () => {
    ({ page } = await pageWith(stage, {}));
    complaints = complaintsOf(page);
    fetched = [];
    page.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/search\/.*\.json$/u.test(pathname)) fetched.push(pathname.replace(/^\/search\/|\.json$/gu, ''));
    });
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });
  const { search, options, field } = searchOn(() => page);
  const first = () => options().first().innerText();

  it('finds the station and the phone of a 居委会 with one part alone, and gives no city before its basis', async () => {
    await page.goto(stage.at('/'));
    await search(committee.name);
    expect(await first()).toMatch(/021-\d{4}-\d{4}/u);
    const label = await page.getByRole('group').first().getAttribute('aria-label');
    expect(label).toContain(`，${committee.name} → ${townOf.get(committee.townCode)?.name} → `);
    expect(fetched.filter((name) => name.startsWith('parts/'))).toEqual([`parts/${district.code}`]);
    await options().first().click();
    await page.waitForURL(/\/stations\/\d{9}-z\/$/u);
  });

  it('answers by needs, fields of a place and the texts, as a whole lookup does', async () => {
    await page.goto(stage.at('/search/'));
    await search(crisisNeed().word);
    expect(await page.locator('.search-before').innerText()).toContain(crisisNeed().crisis[0]);
    expect(page.url()).not.toContain('?');
    const special = stations.find(({ field: slug, status }) => slug === 'jin-du' && status === '运行');
    await search(`禁毒${townOf.get(special?.townCode ?? '')?.name}`);
    expect(await first()).toContain(special?.name);
    await search('综合社工站怎么设');
    expect(await page.getByRole('listbox').innerText()).toContain('政策');
  });

  it('answers an address whose district nothing names', async () => {
    const row = places.find(({ kind, unit, from, inside, name }) =>
      [
        kind === '路段',
        unit === '号',
        from !== null,
        inside === '',
        places.filter((one) => one.name === name).length < 8,
      ].every(Boolean),
    );
    await page.goto(stage.at('/'));
    await search(`${row?.name}${row?.from}号`);
    expect(await page.getByRole('group').first().getAttribute('aria-label')).toContain(
      committees.find(({ code }) => code === row?.committeeCode)?.name,
    );
    expect(await first()).toMatch(/021-\d{4}-\d{4}|还没有/u);
  });

  it('says that one character is too few, and what is broken where a file does not come', async () => {
    await page.goto(stage.at('/'));
    await search('垚');
    expect(await page.locator('.search-panel').innerText()).toContain('一个字找不出是哪里，再写一个字');
    await page.route('**/search/parts/*.json', (route) => route.fulfill({ status: 500, body: '' }));
    await field().fill(committee.name);
    await page.getByText('查找没有打开').first().waitFor();
    await page.unroute('**/search/parts/*.json');
    await search(`${committee.name} `);
    expect(await first()).toMatch(/021-\d{4}-\d{4}/u);
    complaints.length = 0;
  });

  it('finds in the list of stations what is written in another way', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(stage.at('/stations/'));
    const spelled = pinyin(committee.name.slice(0, -3), { toneType: 'none', type: 'array' }).join('');
    const rows = page.locator('.district-group li:visible');
    const all = await rows.count();
    await page.getByRole('searchbox').last().fill(spelled);
    await expect.poll(async () => [0, all].includes(await rows.count())).toBe(false);
    expect(fetched).toContain(`parts/${district.code}`);
  });

  it('keeps no part in browsers, and says so', () => {
    const kept = keptFiles(stage.site);
    expect(kept.filter((file) => /^search\/(?:parts|names|places)/u.test(file))).toEqual([]);
    expect(keptBytes(stage.site)).toBeLessThanOrEqual(KEPT_LIMIT);
    const words = (documentOf(stage.site, 'offline/index.html').querySelector('main')?.textContent ?? '').replace(
      /\s+/gu,
      '',
    );
    for (const { what } of keptParts({ places: '分区', paged: false })) expect(words).toContain(what);
    expect(words).toContain(notKept({ places: '分区', paged: false }));
  });

  it('finds the same in files, on a computer without a network', async () => {
    const folder = await unpackedPack(stage.site, dataset);
    await page.goto(pathToFileURL(join(folder, 'site/index.html')).href);
    await search(committee.name);
    expect(await first()).toMatch(/021-\d{4}-\d{4}/u);
    rmSync(folder, { recursive: true });
  });

  it('is refused by a portal, which is told why', async () => {
    const entry = { id: 'whole', name: '全省', from: 'dist', address: '' };
    const { version } = JSON.parse(await (await fetch(stage.at('/pagefind/pagefind-entry.json'))).text()) as {
      readonly version: string;
    };
    const taking = readMember(entry, home, join(home, 'taken'), version);
    await expect(taking).rejects.toThrow(/“全省”.*分开写的，门户收不了/u);
  });
});
