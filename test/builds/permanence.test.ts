import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingAddresses, readManifest, vanished } from '../../src/built/urlManifest.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { CITY } from '../loading/city.ts';
import { few, mainSite, pagesOf, read, ROOT, siteIn } from '../site/builtSite.ts';
import { buildCity, startCityBuild } from '../site/cityBuild.ts';
import { fileOf } from '../../src/built/addresses.ts';
import { brokenLinks } from '../../src/built/links.ts';

describe('the addresses of this repository', () => {
  const site = mainSite();
  const folders = foldersOf(process.env, ROOT);
  const manifest = readManifest(folders.data) ?? [];
  const input = load(folders);

  it('that were published are all there', () => {
    expect(manifest.length).toBeGreaterThan(100);
    expect(few(vanished(manifest, site.files, input, process.env['SITE_TODAY'] ?? '2026-11-24'))).toEqual([]);
  });

  it('are all on the list', () => {
    const known = new Set(manifest);
    expect(few(lastingAddresses([...site.files], input).filter((address) => !known.has(address)))).toEqual([]);
  });

  it('are listed in order, each once', () => {
    expect(manifest).toEqual([...new Set(manifest)].sort());
  });
});

describe('an address that was published', () => {
  let home: string;
  const data = () => join(home, 'data');
  const build = { SITE_BASE: '/zt/sgz' };
  const gone = '/interpretations/gone/';

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'permanence-'));
    cpSync(CITY.data, data(), { recursive: true });
    writeFileSync(join(data(), 'urls.txt'), `/\n${gone}\n/stations/990101001-z/\n`);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('and is gone fails the build, which says what to do; so does one that leads nowhere or out of the site', async () => {
    const rows = [`/interpretations/old/,/interpretations/nowhere/`, '/../data/stations.csv,/about/'];
    writeFileSync(join(data(), 'redirects.csv'), ['from,to', ...rows, ''].join('\n'));
    const table = readFileSync(join(data(), 'stations.csv'), 'utf8');
    const out = join(home, 'dist');
    const { code, output } = await startCityBuild({ ...build, OUT_DIR: out, DATA_DIR: data() }).ended;
    expect(code).toBe(1);
    expect(output).toContain(`有 1 个发布过的网址不见了，没有发布，原来的网站没有动：\n  ${gone}\n怎么改：`);
    expect(output).toContain(
      'redirects.csv：/interpretations/old/ 要去的 /interpretations/nowhere/ 没有这一页。怎么改：',
    );
    expect(output).toContain('redirects.csv：/../data/stations.csv 里有 . 或 ..');
    expect(output).not.toMatch(/^ {4}at /mu);
    expect(readdirSync(home)).toEqual(['data']);
    expect(readFileSync(join(data(), 'stations.csv'), 'utf8')).toBe(table);
  });

  it('may move: then it leads on, as a page and for servers, below any base', async () => {
    writeFileSync(join(data(), 'redirects.csv'), `from,to\n${gone},/interpretations/how-many/\n`);
    const out = join(home, 'two', 'dist');
    const said = await buildCity({ ...build, OUT_DIR: out, DATA_DIR: data() });
    expect(said).toMatch(/发布过的 3 个网址都在，新的 \d+ 个还没有记，运行 npm run urls。/u);
    expect(readFileSync(join(out, 'interpretations/gone/index.html'), 'utf8')).toContain(
      'content="0; url=/zt/sgz/interpretations/how-many/"',
    );
    expect(readdirSync(join(home, 'two')).sort()).toEqual([
      'dist',
      'dist.Caddyfile',
      'dist.http.nginx.conf',
      'dist.nginx.conf',
    ]);
    expect(readFileSync(join(home, 'two', 'dist.http.nginx.conf'), 'utf8')).toContain(
      '"/zt/sgz/interpretations/gone/" "/zt/sgz/interpretations/how-many/";',
    );
    expect(readFileSync(join(home, 'two', 'dist.Caddyfile'), 'utf8')).toContain(
      'redir "/zt/sgz/interpretations/gone" "/zt/sgz/interpretations/how-many/" 301',
    );
  });

  it('stands in a site that crawls clean below another base', () => {
    const out = join(home, 'two', 'dist');
    const site = siteIn(out, '/zt/sgz/');
    expect(few(brokenLinks(site))).toEqual([]);
    const canonicals = pagesOf(site).filter(
      ({ canonical }) => !canonical[0]?.startsWith('https://sgz.yunze.example/zt/sgz/'),
    );
    expect(canonicals.map(({ path }) => path)).toEqual([]);
    // What browsers keep is named from the service worker, which lies at that base.
    const kept = [...read(site, 'sw.js').matchAll(/"url":"\.\/([^"]*)"/gu)].map(([, address = '']) => fileOf(address));
    expect(kept.filter((file) => !site.files.has(file))).toEqual([]);
    expect(kept.some((file) => file.startsWith('_astro/worker-'))).toBe(true);
    expect(read(site, 'sw.js')).toContain('\\"/zt/sgz/stations/#s-*\\"');
    // The search holds routes without the base and puts them below it in the browser.
    const text = [...site.files].filter(
      (file) => /\.(?:css|xml|json)$/u.test(file) && !file.startsWith('pagefind/') && !file.startsWith('search/'),
    );
    const loose = text.filter((file) =>
      /(?:url\(|"|>https:\/\/sgz\.yunze\.example)\/(?:_astro|stations|policies|cases)\//u.test(
        readFileSync(join(out, file), 'utf8'),
      ),
    );
    expect(loose).toEqual([]);
  });
});
