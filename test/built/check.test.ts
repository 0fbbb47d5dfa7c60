import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check, type CheckOptions } from '../../src/built/check.ts';
import { markSite } from '../../src/built/marker.ts';
import { writeRedirectPages } from '../../src/built/redirects.ts';
import { load, type Input } from '../../src/loading/input.ts';
import { CITY } from '../loading/city.ts';

const input = load(CITY);
const { dataset, content } = input;
const page = '<!doctype html><link rel="stylesheet" href="/_astro/base.css"><p>x</p>';

let folder: string;
const write = (file: string, text = page) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const pages = [
  '',
  'stations/',
  ...dataset.stations.flatMap(({ id }) => [`stations/${id}/`, `stations/${id}/poster/`]),
  ...dataset.districts.map(({ code }) => `districts/${code}/`),
  ...dataset.towns.map(({ code }) => `towns/${code}/`),
  ...dataset.fields.map(({ slug }) => `fields/${slug}/`),
  ...dataset.services.map(({ id }) => `services/${id}/`),
  ...dataset.organizations.map(({ id }) => `organizations/${id}/`),
  ...content.policies.flatMap(({ slug }) => [`policies/${slug}/`, `policies/${slug}/print/`]),
  ...content.interpretations.map(({ slug }) => `interpretations/${slug}/`),
  'cases/the-lamp-by-the-lake/',
];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  for (const path of pages) write(`${path}index.html`);
  write('_astro/base.css', 'p{}');
  markSite(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const look = (options: CheckOptions = {}, of: Input = input) => check(folder, of, { today: '2026-11-23', ...options });

describe('the check of a finished folder, in one call', () => {
  it('finds nothing in a whole site, and counts it', async () => {
    const { faults, audit, unlisted } = await look({ manifest: ['/'] });
    expect(faults).toEqual([]);
    expect(audit).toMatchObject({ pages: pages.length, files: pages.length + 2 });
    expect(unlisted).toContain('/stations/990101001-z/');
    expect(unlisted).not.toContain('/');
  });

  it('tells every kind of fault at once', async () => {
    rmSync(join(folder, 'stations/990101001-z/index.html'));
    write('index.html', '<!doctype html><p>no style</p>');
    const moved = { ...input, dataset: { ...dataset, redirects: [{ from: '/../x/', to: '/' }] } };
    const { faults } = await look({ manifest: ['/gone/'] }, moved);
    expect(faults.map(({ kind }) => kind)).toEqual(['旧网址', '页面', '样式', '网址']);
    expect(faults[2]?.text).toBe('/index.html 没有样式表');
  });

  it('finds a site whose style sheets did not come along', async () => {
    rmSync(join(folder, '_astro/base.css'));
    expect((await look()).faults).toEqual([
      { kind: '样式', text: `样式表 /_astro/base.css 不在网站里（${pages.length} 页）` },
    ]);
  });

  it('reads every XML and SVG strictly, and names those that are broken', async () => {
    write('data/good.xml', '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"/>');
    write('data/changes.xml', `<feed>\n<title>示例路1号\v2楼</title></feed>`);
    write('a.SVG', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>');
    write('empty.xml', '');
    const { faults } = await look();
    expect(faults.map(({ kind, text }) => `${kind} ${text.split('：')[0]}`)).toEqual([
      '格式 /a.SVG 第 1 行',
      '格式 /data/changes.xml 第 2 行',
      '格式 /empty.xml 第 1 行',
    ]);
  });

  it('is as content with the pages of redirects as without them', async () => {
    const redirects = [{ from: '/old/', to: '/stations/' }];
    const moved = { ...input, dataset: { ...dataset, redirects } };
    const { site, faults } = await look({}, moved);
    expect(faults).toEqual([]);
    writeRedirectPages(folder, redirects, { base: '/', site: 'https://sgz.example' }, site.files);
    expect((await look({}, moved)).faults).toEqual([]);
  });

  it('asks more of what is to go out', async () => {
    const kinds = (await look({ release: true })).faults.map(({ kind }) => kind);
    expect(kinds.length).toBeGreaterThan(0);
    expect(new Set(kinds)).toEqual(new Set(['发布']));
  });
});
