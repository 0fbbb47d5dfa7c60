import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caddyRules,
  nginxMap,
  redirectFaults,
  withoutRedirectPages,
  writeRedirectPages,
} from '../../src/built/redirects.ts';

const PLACE = { base: '/zt/sgz/', site: 'https://sgz.example' };
const REDIRECTS = [
  { from: '/stations/old/', to: '/stations/new/' },
  { from: '/旧/a.html', to: '/policies/x/#3-2' },
];
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'redirects-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('redirects', () => {
  it('are right where they leave a gone page for one that is there', () => {
    const files = new Set(['stations/new/index.html', 'policies/x/index.html']);
    expect(redirectFaults(REDIRECTS, files)).toEqual([]);
  });

  it('are wrong where the old page is still there, and where the new one is not', () => {
    const files = new Set(['stations/old/index.html', 'policies/x/index.html']);
    expect(redirectFaults(REDIRECTS, files)).toEqual([
      'redirects.csv：/stations/old/ 现在还有这一页，不能转走。怎么改：删掉这一行。',
      'redirects.csv：/stations/old/ 要去的 /stations/new/ 没有这一页。怎么改：写一个现有的网址，不要写另一个旧网址。',
    ]);
  });

  it('are pages that lead on below the base', () => {
    writeRedirectPages(folder, REDIRECTS, PLACE, new Set(['stations/new/index.html', 'policies/x/index.html']));
    const { document } = parseHTML(readFileSync(join(folder, 'stations/old/index.html'), 'utf8'));
    expect(document.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')).toBe(
      '0; url=/zt/sgz/stations/new/',
    );
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
      'https://sgz.example/zt/sgz/stations/new/',
    );
    expect(document.querySelector('a')?.getAttribute('href')).toBe('/zt/sgz/stations/new/');
    expect(existsSync(join(folder, '旧/a.html'))).toBe(true);
  });

  it('are a map for nginx, with and without the last slash', () => {
    const lines = nginxMap(REDIRECTS, '/zt/sgz/').split('\n');
    expect(lines.slice(lines.indexOf('map $uri $moved_to {'))).toEqual([
      'map $uri $moved_to {',
      '  default "";',
      '  "/zt/sgz/stations/old/" "/zt/sgz/stations/new/";',
      '  "/zt/sgz/stations/old" "/zt/sgz/stations/new/";',
      '  "/zt/sgz/旧/a.html" "/zt/sgz/policies/x/#3-2";',
      '}',
      '',
    ]);
  });

  it.each([
    [1, 10, 128, 2048],
    [1, 60, 256, 2048],
    [3000, 10, 128, 16_384],
  ])('give nginx tables that hold %i addresses of %i letters', (count, length, bucket, size) => {
    const many = Array.from({ length: count }, (_, at) => ({ from: `/${'长'.repeat(length)}${at}/`, to: '/' }));
    expect(nginxMap(many, '/')).toContain(`map_hash_bucket_size ${bucket};\nmap_hash_max_size ${size};`);
  });

  it('are rules for Caddy', () => {
    expect(caddyRules(REDIRECTS, '/').split('\n').slice(1)).toEqual([
      'redir "/stations/old/" "/stations/new/" 301',
      'redir "/stations/old" "/stations/new/" 301',
      'redir "/旧/a.html" "/policies/x/#3-2" 301',
      '',
    ]);
  });
});

describe('a redirect that is no plain path of the site', () => {
  const files = new Set(['index.html', 'about/index.html', 'stations/310101002-z/index.html', 'data/stations.csv']);
  const faults = (...rows: readonly (readonly [string, string])[]) =>
    redirectFaults(
      rows.map(([from, to]) => ({ from, to })),
      files,
    );

  it.each([
    ['/../data/stations.csv', '里有 . 或 ..'],
    ['/a/./b/', '里有 . 或 ..'],
    ['/a//b/', '里有两个连着的 /'],
    ['//evil.example/', '里有两个连着的 /'],
    ['old/', '不是从 / 开头'],
    ['/a\nb/', '里有不能用的字符“U+000A”'],
    ['/a\u200bb/', '里有不能用的字符“U+200B”'],
    ['/a b/', '里有不能用的字符“U+0020”'],
    ['/a";}/', '里有不能用的字符“"”'],
    ['/$request_uri/', '里有不能用的字符“$”'],
    ['/..\\data/', '里有不能用的字符“\\”'],
    ['/%2e%2e/data/', '里有不能用的字符“%”'],
    ['/x/?q=1', '里有不能用的字符“?”'],
    ['/about/#x', '里有 #'],
    [`/${'长'.repeat(80)}/`, '太长'],
  ])('from %j is refused', (path, why) => {
    expect(faults([path, '/about/'])).toEqual([
      `redirects.csv：${path} ${why}，不是本站的网址。怎么改：写本站的网址，像 /stations/310101002-z/ 那样。`,
    ]);
  });

  it.each(['/../about/', '//about/', '/about/"', '/about/#"x', 'javascript:alert(1)'])('to %j is refused', (path) => {
    expect(faults(['/x/', path])).toHaveLength(1);
  });

  it('is refused where it stands twice, or differs from another in case or its last slash', () => {
    expect(faults(['/x/', '/about/'], ['/x/', '/about/'])).toEqual([expect.stringContaining('/x/ 写了两遍')]);
    expect(faults(['/x/', '/about/'], ['/X/', '/about/'])).toEqual([
      expect.stringContaining('/X/ 和 /x/ 是同一个网址'),
    ]);
    expect(faults(['/x/', '/about/'], ['/x', '/about/'])).toEqual([expect.stringContaining('是同一个网址')]);
  });

  it('is refused where it differs from a page in case alone: it would lead to itself for ever', () => {
    expect(faults(['/Stations/310101002-z/', '/stations/310101002-z/'])).toEqual([
      expect.stringContaining('和现在的 /stations/310101002-z/index.html 只差大小写'),
    ]);
  });

  it('is refused where it leads to another redirect or to itself', () => {
    expect(faults(['/x/', '/y/'], ['/y/', '/x/'])).toHaveLength(2);
    expect(faults(['/x/', '/x/'])).toHaveLength(1);
  });

  it('is refused where a file would have to be a folder', () => {
    expect(faults(['/data/stations.csv/old/', '/about/'])).toEqual([expect.stringContaining('放不下')]);
    expect(faults(['/a.html', '/about/'], ['/a.html/b/', '/about/'])).toEqual([expect.stringContaining('放不下')]);
    expect(faults(['/a.html/b/', '/about/'], ['/a.html', '/about/'])).toEqual([expect.stringContaining('放不下')]);
  });

  it('is refused where the build itself writes a file', () => {
    expect(faults(['/release.json', '/about/'])).toEqual([expect.stringContaining('本站自己要写的文件')]);
  });

  it('writes no page, neither outside the site nor over one of its files', () => {
    const home = join(folder, 'guarded');
    const site = join(home, 'site');
    mkdirSync(join(site, 'about'), { recursive: true });
    writeFileSync(join(home, 'stations.csv'), 'table');
    writeFileSync(join(site, 'about/index.html'), 'about');
    const own = new Set(['about/index.html']);
    for (const from of ['/../stations.csv', '/about/']) writeRedirectPages(site, [{ from, to: '/about/' }], PLACE, own);
    expect([
      readFileSync(join(home, 'stations.csv'), 'utf8'),
      readFileSync(join(site, 'about/index.html'), 'utf8'),
    ]).toEqual(['table', 'about']);
  });
});

it('the page of a redirect is told from the pages of the site', () => {
  const site = join(folder, 'told');
  mkdirSync(join(site, 'about'), { recursive: true });
  writeFileSync(join(site, 'about/index.html'), 'about');
  const moved = [{ from: '/old/', to: '/about/' }];
  writeRedirectPages(site, moved, PLACE, new Set(['about/index.html']));
  const all = new Set(['about/index.html', 'old/index.html']);
  expect([...withoutRedirectPages(site, moved, all)]).toEqual(['about/index.html']);
  expect([...withoutRedirectPages(site, [{ from: '/about/', to: '/' }], all)]).toEqual([...all]);
});
