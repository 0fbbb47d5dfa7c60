import { describe, expect, it } from 'vitest';
import { isIndexed } from '../../src/domain/site/indexed.ts';
import { mainSite, pagesOf, read } from './builtSite.ts';

const site = mainSite();
const paths = new Set(pagesOf(site).map(({ path }) => `${site.base.replace(/\/$/u, '')}${path}`));

/** What is wrong with an XML text: tags that don't match, a bare &, two roots. */
function xmlFault(xml: string): string | null {
  const body = xml
    .replace(/^\uFEFF?<\?xml[^?]*\?>/u, '')
    .replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/gu, '');
  const bare = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu.exec(body);
  if (bare !== null) return `bare & near “${body.slice(bare.index, bare.index + 30)}”`;
  const open: string[] = [];
  let roots = 0;
  for (const [tag, close, name = '', rest = ''] of body.matchAll(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?)>|<[^>]*>?/gu,
  )) {
    if (name === '') return `not a tag: ${tag}`;
    if (close === '/') {
      const last = open.pop();
      if (last !== name) return `</${name}> closes <${last ?? ''}>`;
    } else if (!rest.endsWith('/')) open.push(name);
    if (open.length === 1 && close === '' && !rest.endsWith('/')) roots += 1;
  }
  if (open.length > 0) return `<${open.at(-1) ?? ''}> is never closed`;
  return roots > 1 && !/^<(?:feed|urlset|sitemapindex)/u.test(body.trim()) ? `${roots} roots` : null;
}

const values = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]*)</${tag}>`, 'gu'))].map(([, value = '']) => value);

describe('the XML reader of this test', () => {
  it.each([
    ['<a><b></a>', '</a> closes <b>'],
    ['<a>', '<a> is never closed'],
    ['<a>x & y</a>', 'bare & near “& y</a>”'],
    ['<a x=1/>', 'not a tag: <a x=1/>'],
  ])('finds the fault in %s', (xml, fault) => {
    expect(xmlFault(xml)).toBe(fault);
  });

  it('accepts what is right', () => {
    expect(xmlFault('<?xml version="1.0"?><a x="1"><b/><!-- & --><c>&amp;</c></a>')).toBeNull();
  });
});

describe('XML files', () => {
  it('are all well-formed', () => {
    const files = [...site.files].filter((file) => /\.(?:xml|svg)$/u.test(file));
    expect(files.length).toBeGreaterThan(3);
    expect(
      files.flatMap((file) =>
        xmlFault(read(site, file)) === null ? [] : [`${file}: ${String(xmlFault(read(site, file)))}`],
      ),
    ).toEqual([]);
  });
});

describe.each(['policies/atom.xml', 'cases/atom.xml'])('the feed %s', (file) => {
  const xml = read(site, file);

  it('is Atom with id, title, dates and entries', () => {
    expect(xml).toContain('xmlns="http://www.w3.org/2005/Atom"');
    const entries = xml.match(/<entry[\s>]/gu)?.length ?? 0;
    expect(entries).toBeGreaterThan(0);
    expect(values(xml, 'id')).toHaveLength(entries + 1);
    expect(new Set(values(xml, 'id')).size).toBe(entries + 1);
    expect(values(xml, 'title').filter((title) => title.trim() === '')).toEqual([]);
    expect(values(xml, 'updated')).toHaveLength(entries + 1);
    const wrong = values(xml, 'updated').filter(
      (at) => !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/u.test(at),
    );
    expect(wrong).toEqual([]);
  });

  it('leads to pages that are there', () => {
    const links = [...xml.matchAll(/<link\s[^>]*href="([^"]+)"/gu)].map(([, href = '']) => new URL(href).pathname);
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((path) => !paths.has(path) && !site.files.has(path.slice(site.base.length)))).toEqual([]);
  });
});

describe('the way for robots', () => {
  const sitemaps = [...site.files].filter((file) => /^sitemap-\d+\.xml$/u.test(file));
  const listed = sitemaps.flatMap((file) => values(read(site, file), 'loc')).map((loc) => new URL(loc).pathname);

  it('robots.txt names the sitemap', () => {
    const named = /^Sitemap: (\S+)$/mu.exec(read(site, 'robots.txt'))?.[1] ?? '';
    expect(site.files.has(new URL(named).pathname.slice(site.base.length))).toBe(true);
  });

  it('the sitemap lists pages that are there, each once', () => {
    expect(listed.length).toBeGreaterThan(10);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.filter((path) => !paths.has(path)).slice(0, 10)).toEqual([]);
  });

  it('the sitemap has every page that may be indexed, and no other', () => {
    const below = (path: string) => path.slice(site.base.length - 1);
    expect(listed.filter((path) => !isIndexed(below(path))).slice(0, 10)).toEqual([]);
    const known = new Set(listed);
    expect([...paths].filter((path) => isIndexed(below(path)) && !known.has(path)).slice(0, 10)).toEqual([]);
    for (const path of ['help/', 'help/rules/', 'search/', 'leave/', 'offline/', '404.html'])
      expect(known.has(site.base + path), path).toBe(false);
  });
});
