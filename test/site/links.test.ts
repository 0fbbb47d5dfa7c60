import { describe, expect, it } from 'vitest';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { few, mainSite, pagesOf, ROOT } from './builtSite.ts';
import { brokenLinks } from '../../src/built/links.ts';

describe('every link inside the site', () => {
  const site = mainSite();

  it('leads to a page, a file or an anchor that is there', () => {
    expect(few(brokenLinks(site))).toEqual([]);
  });

  it('is found from the home page: no page is an island', () => {
    const pages = new Map(pagesOf(site).map((page) => [page.path, page]));
    const seen = new Set(['/']);
    const queue = ['/'];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      for (const { href } of pages.get(path)?.references ?? []) {
        const { pathname } = new URL(href, `https://inside.test${path}`);
        if (seen.has(pathname) || !pages.has(pathname)) continue;
        seen.add(pathname);
        queue.push(pathname);
      }
    }
    // A station that was closed keeps its page for old links and for search; no list shows it.
    const closed = load(foldersOf(process.env, ROOT)).dataset.stations.filter(({ status }) => status === '撤并');
    const apart = new Set([
      '/404.html',
      ...closed.flatMap(({ id }) => [`/stations/${id}/`, `/stations/${id}/poster/`]),
    ]);
    const islands = [...pages.keys()].filter((path) => !seen.has(path) && !apart.has(path));
    expect(few(islands)).toEqual([]);
  });
});
