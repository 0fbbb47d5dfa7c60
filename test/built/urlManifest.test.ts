import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, fileOf, isPermanent } from '../../src/built/addresses.ts';
import {
  lastingAddresses,
  readManifest,
  vanished,
  vanishedMessage,
  writeManifest,
} from '../../src/built/urlManifest.ts';
import { load } from '../../src/loading/input.ts';
import { CITY } from '../loading/city.ts';

const input = load(CITY);
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'urls-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('addresses and files', () => {
  it.each([
    ['/', 'index.html'],
    ['/stations/x/', 'stations/x/index.html'],
    ['/data/stations.csv', 'data/stations.csv'],
  ])('%s is %s and back', (address, file) => {
    expect([fileOf(address), addressOf(file)]).toEqual([file, address]);
  });

  it('an old address may end as it likes', () => {
    expect(['/old', '/old.html', '/旧页/', '/policies/x/#3-2'].map(fileOf)).toEqual([
      'old/index.html',
      'old.html',
      '旧页/index.html',
      'policies/x/index.html',
    ]);
  });

  it.each([
    ['stations/x/index.html', true],
    ['policies/atom.xml', true],
    ['data/stations.csv', true],
    ['progress/coverage.svg', true],
    ['stations/x/poster/index.html', false],
    ['404.html', false],
    ['_astro/Base.css', false],
    ['search/lookup.json', false],
    ['sitemap-0.xml', false],
  ])('%s must last: %s', (file, expected) => {
    expect(isPermanent(file)).toBe(expected);
  });
});

describe('the list of published addresses', () => {
  it('is sorted, holds each once, and is read as people save it', () => {
    writeManifest(folder, ['/b/', '/a/', '/b/', '/']);
    expect(readFileSync(join(folder, 'urls.txt'), 'utf8')).toBe('/\n/a/\n/b/\n');
    writeFileSync(join(folder, 'urls.txt'), '\uFEFF/a/\r\n\r\n/b/\r\n');
    expect(readManifest(folder)).toEqual(['/a/', '/b/']);
  });

  it('is null where there is none', () => {
    expect(readManifest(join(folder, 'nowhere'))).toBeNull();
  });

  it('finds what a site no longer has', () => {
    const files = new Set(['index.html', 'a/index.html']);
    expect(vanished(['/', '/a/', '/b/'], files, input, '2026-11-23')).toEqual(['/b/']);
  });

  it('lets a case go that may not be seen, and no other', () => {
    const manifest = ['/cases/not-yet/', '/cases/the-lamp-by-the-lake/', '/cases/never-was/'];
    expect(vanished(manifest, new Set(), input, '2026-11-23')).toEqual([
      '/cases/the-lamp-by-the-lake/',
      '/cases/never-was/',
    ]);
  });

  it('leaves pages that only lead on to redirects.csv', () => {
    const moved = { ...input, dataset: { ...input.dataset, redirects: [{ from: '/old/', to: '/' }] } };
    expect(lastingAddresses(['index.html', 'old/index.html', '404.html'], moved)).toEqual(['/']);
  });

  it('says which are gone and what to do, and not more than can be read', () => {
    expect(vanishedMessage([])).toBeNull();
    const message = vanishedMessage(Array.from({ length: 30 }, (_, at) => `/x/${at}/`)) ?? '';
    expect(message).toMatch(/^有 30 个发布过的网址不见了/u);
    expect(message).toContain('  /x/19/\n  ……还有 10 个');
    expect(message).toContain('在 redirects.csv 里加一行');
    expect(message).not.toContain('/x/20/');
  });
});
