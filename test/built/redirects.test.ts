import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caddyRules,
  nginxMap,
  redirectFaults,
  serverFiles,
  writeRedirectPages,
  writeServerFiles,
} from '../../src/built/redirects.ts';

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
    writeRedirectPages(folder, REDIRECTS, { base: '/zt/sgz/', site: 'https://sgz.example' });
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
    expect(nginxMap(REDIRECTS, '/zt/sgz/').split('\n').slice(2)).toEqual([
      'map $uri $moved_to {',
      '  default "";',
      '  "/zt/sgz/stations/old/" "/zt/sgz/stations/new/";',
      '  "/zt/sgz/stations/old" "/zt/sgz/stations/new/";',
      '  "/zt/sgz/旧/a.html" "/zt/sgz/policies/x/#3-2";',
      '}',
      '',
    ]);
  });

  it('are rules for Caddy', () => {
    expect(caddyRules(REDIRECTS, '/').split('\n').slice(1)).toEqual([
      'redir "/stations/old/" "/stations/new/" 301',
      'redir "/stations/old" "/stations/new/" 301',
      'redir "/旧/a.html" "/policies/x/#3-2" 301',
      '',
    ]);
  });

  it('stand beside the site while there are any', () => {
    const out = join(folder, 'beside', 'dist');
    writeRedirectPages(join(folder, 'beside'), [{ from: '/x/', to: '/' }], { base: '/', site: 'https://sgz.example' });
    writeServerFiles(out, REDIRECTS, '/');
    const { nginx, caddy } = serverFiles(out);
    expect([existsSync(nginx), existsSync(caddy)]).toEqual([true, true]);
    writeServerFiles(out, [], '/');
    expect(readdirSync(join(folder, 'beside'))).toEqual(['x']);
  });
});
