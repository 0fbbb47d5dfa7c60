import { describe, expect, it } from 'vitest';
import { shanghaiNow } from '../../src/domain/time/dates.ts';
import { listFiles } from '../../src/built/listFiles.ts';
import { auditFaults, auditSite } from '../../src/built/pageAudit.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { few, mainSite, pagesOf, ROOT } from './builtSite.ts';
import { filesOfKind, PAGE_KINDS } from './pageKinds.ts';

const site = mainSite();
const input = load(foldersOf(process.env, ROOT));
const today = process.env['SITE_TODAY'] ?? shanghaiNow(new Date()).date;

describe('the routes', () => {
  it.each(PAGE_KINDS)('has a page of the kind “$name”', ({ name }) => {
    expect(filesOfKind(site, name)).not.toEqual([]);
  });

  it.each([
    'policies/atom.xml',
    'cases/atom.xml',
    'sitemap-index.xml',
    'robots.txt',
    'favicon.svg',
    'map/stations.json',
    'pagefind/pagefind.js',
    'help/station-template.xlsx',
  ])('has /%s', (file) => {
    expect(site.files.has(file)).toBe(true);
  });

  it('are exactly the rows', () => {
    expect(auditFaults(auditSite(listFiles(site.dir), input, today))).toEqual([]);
  });

  it('are all of a known kind', () => {
    const strangers = pagesOf(site).filter(({ file }) => !PAGE_KINDS.some((kind) => kind.file.test(file)));
    expect(few(strangers.map(({ path }) => path))).toEqual([]);
  });

  it('leave no trace of what is written for the build alone', () => {
    const traces = [...site.files].filter((file) =>
      /\.(?:astro|mdx?|ts|tsx|map)$|(?:^|\/)\.(?!well-known)|prerender/u.test(file),
    );
    expect(traces).toEqual([]);
  });
});
