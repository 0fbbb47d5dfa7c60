import { describe, expect, it } from 'vitest';
import { COLUMN_TYPES } from '../../src/domain/site/pageTags.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { few, mainSite, pagesOf, ROOT, type Page } from './builtSite.ts';

const site = mainSite();
const pages = pagesOf(site);
const { dataset, content } = load(foldersOf(process.env, ROOT));
const { site: identity } = dataset;

const faults = (find: (page: Page) => string | false | undefined | null): string[] =>
  few(
    pages.flatMap((page) => {
      const fault = find(page);
      return typeof fault === 'string' ? [`${page.path}: ${fault}`] : [];
    }),
  );
const only = (page: Page, name: string): string | null => {
  const values = page.metas.get(name) ?? [];
  return values.length === 1 ? (values[0] ?? '') : null;
};
const isArticle = ({ path }: Page) => /^\/(?:policies|interpretations|cases)\/[^/]+\/(?:print\/)?$/u.test(path);

describe('every page', () => {
  it('has exactly one h1 with words in it', () => {
    expect(faults(({ h1 }) => (h1.length !== 1 || h1[0] === '') && `${h1.length} h1: ${h1.join(' | ')}`)).toEqual([]);
  });

  it('says its language', () => {
    expect(faults(({ lang, path }) => lang !== (path.startsWith('/en/') ? 'en' : 'zh-CN') && `lang “${lang}”`)).toEqual(
      [],
    );
  });

  it('has a title of its own', () => {
    const seen = new Map<string, string>();
    expect(
      faults(({ title, path }) => {
        const before = seen.get(title);
        seen.set(title, path);
        if (title.trim() === '') return 'no title';
        return before !== undefined && `same title as ${before}: ${title}`;
      }),
    ).toEqual([]);
  });

  it('has one description with words in it', () => {
    expect(
      faults(
        (page) =>
          (only(page, 'description') ?? '').length < 5 && `description ${String(page.metas.get('description'))}`,
      ),
    ).toEqual([]);
  });

  it('has one canonical address, its own', () => {
    expect(
      faults(({ canonical, path }) => {
        if (canonical.length !== 1) return `${canonical.length} canonical`;
        const url = URL.parse(canonical[0] ?? '');
        if (url === null) return `canonical “${canonical[0]}” is not absolute`;
        const own = `${site.base.replace(/\/$/u, '')}${path}`;
        return url.pathname !== own && url.pathname !== own.replace(/\.html$/u, '/') && `canonical ${url.pathname}`;
      }),
    ).toEqual([]);
  });

  it('uses each id once', () => {
    expect(
      faults(({ ids }) => {
        const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
        return twice.length > 0 && `twice: ${twice.slice(0, 5).join('、')}`;
      }),
    ).toEqual([]);
  });

  it('writes every date with its year', () => {
    expect(
      faults(({ dateTimes }) =>
        dateTimes.find((value) => !/^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}.*)?)?$/u.test(value)),
      ),
    ).toEqual([]);
  });

  it('shows no value that is none', () => {
    // The handbook explains what null means in front matter.
    expect(
      faults(
        ({ path, text }) =>
          !path.startsWith('/help/') && /\b(?:undefined|null|NaN|\[object Object\])\b/u.exec(text)?.[0],
      ),
    ).toEqual([]);
  });
});

describe('page tags (docs/norms.md §2)', () => {
  it('SiteName and SiteDomain stand exactly once on every page', () => {
    expect(
      faults(
        (page) => only(page, 'SiteName') !== identity.siteName && `SiteName ${String(page.metas.get('SiteName'))}`,
      ),
    ).toEqual([]);
    expect(
      faults((page) => {
        const domain = only(page, 'SiteDomain');
        return (domain === null || !/^[a-z0-9.-]+$/u.test(domain)) && `SiteDomain ${String(domain)}`;
      }),
    ).toEqual([]);
  });

  it('SiteIDCode stands exactly once where it is configured, and nowhere else', () => {
    const expected = identity.siteIdCode === '' ? 0 : 1;
    expect(faults(({ metas }) => (metas.get('SiteIDCode') ?? []).length !== expected && 'SiteIDCode')).toEqual([]);
  });

  it('columns have their four tags, never empty', () => {
    expect(
      faults((page) => {
        if (isArticle(page)) return false;
        const bad = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'].filter((name) => {
          const value = only(page, name);
          return value === null || value === '' || value === 'null' || value === 'undefined';
        });
        return bad.length > 0 && bad.join('、');
      }),
    ).toEqual([]);
    const types = new Set<string>(COLUMN_TYPES);
    expect(
      faults(
        (page) =>
          !isArticle(page) &&
          !types.has(only(page, 'ColumnType') ?? '') &&
          `ColumnType ${String(only(page, 'ColumnType'))}`,
      ),
    ).toEqual([]);
  });

  it('articles have title, date and source, and the date is the visible one', () => {
    const articles = pages.filter(isArticle);
    expect(articles.length).toBeGreaterThanOrEqual(content.policies.length + content.interpretations.length);
    expect(
      faults((page) => {
        if (!isArticle(page)) return false;
        const date = only(page, 'PubDate') ?? '';
        if (only(page, 'ArticleTitle') !== page.h1[0])
          return `ArticleTitle “${String(only(page, 'ArticleTitle'))}”, h1 “${page.h1[0]}”`;
        if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u.test(date)) return `PubDate “${date}”`;
        if ((only(page, 'ContentSource') ?? '') === '') return 'no ContentSource';
        if (only(page, 'Url') !== page.canonical[0]) return `Url ${String(only(page, 'Url'))}`;
        return !page.dateTimes.some((value) => value.startsWith(date.slice(0, 10))) && `PubDate ${date} is not shown`;
      }),
    ).toEqual([]);
  });

  it('no page carries both kinds', () => {
    expect(faults(({ metas }) => metas.has('ArticleTitle') && metas.has('ColumnName') && 'both')).toEqual([]);
  });
});
