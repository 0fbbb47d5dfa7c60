import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteForServer } from '../../src/cli/deploying/site.ts';
import { violations } from '../browser/axe.ts';
import { complaintsOf, openStage, pageWith, type Stage } from '../browser/chrome.ts';
import { searchOn } from '../browser/searchField.ts';
import { THREE_CITIES, writeOneOfThree } from '../cli/threeCities.ts';
import { ROOT, siteIn } from '../site/builtSite.ts';
import { buildCity, hashesOf } from '../site/cityBuild.ts';

const CONFIG = `site:
  city: 泽州省
  site_name: 泽州省社工站指南
  city_hotline: '12345'
  organiser: 泽州省民政厅
  data_licence: 知识共享署名 4.0（CC BY 4.0）
members:
${THREE_CITIES.map(({ id, name }) => `  - { id: ${id}, name: ${name}, from: ${id}/dist }`).join('\n')}
`;

describe('a portal of three cities', () => {
  let home: string;
  let out: string;
  let stage: Stage;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'portal-'));
    out = join(home, 'portal');
    for (const city of THREE_CITIES) {
      const folder = join(home, city.id);
      writeOneOfThree(city, folder);
      await buildCity({
        DATA_DIR: join(folder, 'data'),
        CONTENT_DIR: join(folder, 'content'),
        OUT_DIR: join(folder, 'dist'),
        SITE_URL: `https://${city.id}.example`,
      });
    }
    writeFileSync(join(home, 'portal.yaml'), CONFIG);
    expect(portal()).toMatchObject({ status: 0 });
    stage = await openStage(siteIn(out));
  }, 400_000);
  afterAll(async () => {
    await stage.close();
    rmSync(home, { recursive: true, force: true });
  });

  /** Runs the command; gives how it ended and what it said. */
  function portal(...options: readonly string[]) {
    const args = [join(ROOT, 'src/cli/portal.ts'), join(home, 'portal.yaml'), '--out', out, ...options];
    const env = { ...process.env, SITE_URL: 'https://zezhou.example' };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env });
    return { status, said: stdout + stderr };
  }

  async function opened(path: string): Promise<{ page: Page; complaints: string[]; hosts: Set<string> }> {
    const { page } = await pageWith(stage, {});
    const complaints = complaintsOf(page);
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(stage.at(path));
    return { page, complaints, hosts };
  }

  it('finds a 居委会 of the second city with its phone and date, asks no other host, and leads to that city', async () => {
    const { page, complaints, hosts } = await opened('/');
    const { search, options } = searchOn(() => page);
    await search('雁栖居委会');
    const first = options().first();
    expect(await first.innerText()).toContain('0389-2010011');
    expect(await page.locator('.search-group').first().innerText()).toContain('岚洲（数据截至2026年11月18日）');
    expect(hosts.size).toBe(1);
    await page.route('https://lanzhou.example/**', (route) => route.fulfill({ body: '岚洲的网站' }));
    await first.click();
    await page.waitForURL('https://lanzhou.example/stations/990201001-z/');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('asks which city is meant where several have the name, and takes the one that is written before it', async () => {
    const { page } = await opened('/');
    const { search, links } = searchOn(() => page);
    const hosts = () => links().evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).host))]);
    await search('荷花居委会');
    expect(await hosts()).toEqual(['yunze.example', 'shuangcheng.example']);
    await search('霜城荷花居委会');
    expect(await hosts()).toEqual(['shuangcheng.example']);
    await page.context().close();
  });

  it('finds what the pages of the cities say, and shows first what saves lives', async () => {
    const { page, complaints } = await opened('/search/');
    const { search, links } = searchOn(() => page);
    await search('老人没人照顾');
    expect(await links().first().getAttribute('href')).toMatch(/^https:\/\/\w+\.example\/services\/elder-visit\/$/u);
    await search('不想活了');
    expect(await page.locator('.search-before').innerText()).toContain('12356');
    expect(page.url()).not.toContain('?');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['/', '/search/', '/about/', '/404.html', '/leave/'])('has no fault of access on %s', async (path) => {
    const { page, complaints } = await opened(path);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('lists every city with its count and its date, without a script', () => {
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    for (const { id, name } of THREE_CITIES) {
      expect(html).toContain(`href="https://${id}.example/"`);
      expect(html).toContain(name);
    }
    expect(html).toMatch(/11个站，7个街镇，截至<time datetime="2026-11-18">2026年11月18日/u);
    expect(html).not.toContain('class="sample"');
    expect(html).toMatch(/connect-src 'self'(?=;)/u);
  });

  it('may be deployed as it is', () => {
    const { isSample, base } = siteForServer(out);
    expect({ isSample, base }).toEqual({ isSample: false, base: '/' });
  });

  it('keeps everything as it was where a city is not as its card says, or takes its last good copy when asked', () => {
    const before = hashesOf(out);
    appendFileSync(join(home, 'lanzhou/dist/search/lookup.json'), ' ');
    const refused = portal();
    expect(refused.status).toBe(1);
    expect(refused.said).toMatch(/成员“岚洲”.*search\/lookup\.json 和 data\/member\.json 里的摘要对不上/u);
    expect(hashesOf(out)).toEqual(before);
    const kept = portal('--keep-last');
    expect(kept).toMatchObject({ status: 0 });
    expect(kept.said).toContain('“岚洲”用上一次取来的，数据截至 2026-11-18');
    expect(Object.keys(hashesOf(out))).toEqual(expect.arrayContaining(['members/lanzhou/search/lookup.json']));
  }, 180_000);

  it('is marked as a sample everywhere where one of its cities is one', () => {
    const card = join(home, 'shuangcheng/dist/data/member.json');
    writeFileSync(card, readFileSync(card, 'utf8').replace('"official"', '"sample"'));
    expect(portal('--keep-last').status).toBe(0);
    for (const page of ['index.html', 'search/index.html', 'about/index.html', '404.html']) {
      const html = readFileSync(join(out, page), 'utf8');
      expect(html).toContain('class="sample"');
      expect(html).toContain('name="robots" content="noindex"');
    }
    expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toContain('Disallow: /\n');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('11个站（示例）');
  }, 180_000);
});
