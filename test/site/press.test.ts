import { describe, expect, it } from 'vitest';
import { parseClauses } from '../../src/domain/policy/clauses.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, mainSite, ROOT } from './builtSite.ts';

const site = mainSite();
const page = documentOf(site, 'press/index.html');
const main = page.querySelector('main');
const { dataset, content } = load(foldersOf(process.env, ROOT));
const textOf = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
const section = (id: string) => page.querySelector(`section[aria-labelledby="${id}"]`);

describe('the press page', () => {
  it('gives the facts in ten lines, each with its clause', () => {
    const lines = [...(main?.querySelectorAll('.prose > ol > li') ?? [])];
    expect(lines).toHaveLength(10);
    const silent = lines.filter((line) => line.querySelector('a[href*="/policies/"]') === null);
    expect(silent.map(textOf)).toEqual([]);
  });

  it('marks each question with the degree that its answer has', () => {
    const questions = [...(main?.querySelectorAll('.prose > ul > li') ?? [])].filter(
      (item) => item.querySelector('.degree') !== null,
    );
    expect(questions.length).toBeGreaterThan(5);
    for (const item of questions) {
      const link = item.querySelector('a');
      const target = documentOf(site, `${(link?.getAttribute('href') ?? '').slice(site.base.length)}index.html`);
      const answer = [...target.querySelectorAll('.qa')].find((entry) =>
        textOf(entry.querySelector('h3')).endsWith(textOf(link)),
      );
      expect(textOf(answer?.querySelector('.answer .degree')), textOf(link)).toBe(
        textOf(item.querySelector('.degree')),
      );
    }
  });

  it('quotes nothing that its clause does not say', () => {
    const quotes = [...(main?.querySelectorAll('q.cited') ?? [])];
    expect(quotes.length).toBeGreaterThan(5);
    const wrong = quotes.filter((quote) => {
      const [, slug = '', id = ''] = /\/policies\/([^/]+)\/#(.+)$/u.exec(quote.getAttribute('cite') ?? '') ?? [];
      const policy = content.policies.find((entry) => entry.slug === slug);
      const clause = parseClauses(policy?.body ?? '').find((entry) => entry.id === id);
      return !clause?.paragraphs.join('').includes(textOf(quote).replace(/\s/gu, ''));
    });
    expect(wrong.map(textOf)).toEqual([]);
  });

  it('shows every figure of the progress page, with picture, files and a sentence to copy', () => {
    const progress = documentOf(site, 'progress/index.html');
    const ids = [...progress.querySelectorAll('.figure-sec')].map(({ id }) => id);
    const items = [...(section('h-figures')?.querySelectorAll('.press-figures > li') ?? [])];
    expect(items.map((item) => item.querySelector('h3 a')?.getAttribute('href')?.replace(/^.*#/u, ''))).toEqual(ids);
    for (const [at, item] of items.entries()) {
      const big = textOf(progress.querySelector(`#${ids[at] ?? ''} .big-number`));
      const quote = item.querySelector('copy-button')?.getAttribute('data-text') ?? '';
      expect(textOf(item.querySelector('h3'))).toContain(big);
      expect(quote.startsWith(big)).toBe(true);
      expect(quote).toMatch(/数据截至\d{4}年\d+月\d+日/u);
      expect(quote).toContain(`/progress/#${ids[at] ?? ''}`);
      if (dataset.meta.kind === 'sample') expect(quote).toContain('示例数据');
      const files = [...item.querySelectorAll('a[download]')].map((link) => link.getAttribute('href') ?? '');
      expect(files.map((href) => href.replace(/^.*\./u, ''))).toEqual(['csv', 'svg']);
      expect(item.querySelector('img')?.getAttribute('src')).toBe(files[1]);
    }
  });

  it('says how to cite the site, whom to ask, under which licence, and where the feeds are', () => {
    const citation = section('h-cite')?.querySelector('copy-button')?.getAttribute('data-text') ?? '';
    expect(citation).toContain(`《${dataset.site.siteName}》`);
    expect(citation).toMatch(/数据截至\d{4}年\d+月\d+日.*https?:\/\//u);
    expect(textOf(section('h-contact'))).toContain(dataset.site.pressContact || '未配置');
    expect(textOf(section('h-licence'))).toContain(dataset.site.dataLicence);
    const links = [...(main?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((href) => href.endsWith('/atom.xml'))).toHaveLength(2);
    expect(links.filter((href) => href.endsWith('/data/changes.xml'))).toHaveLength(1);
    expect(links.some((href) => /\/policies\/[^/]+\/print\/$/u.test(href))).toBe(true);
  });

  it('keeps a log of changes in data and texts, newest first', () => {
    const days = [...(section('h-changes')?.querySelectorAll('.changes > li > time') ?? [])].map((time) =>
      time.getAttribute('datetime'),
    );
    expect(days).toEqual(days.toSorted().reverse());
    const log = textOf(section('h-changes'));
    for (const { head } of content.interpretations) {
      expect(log).toContain(head.title);
      for (const { what } of head.updates) expect(log).toContain(what);
    }
    for (const { source, date } of dataset.meta.sources) {
      expect(log).toContain(source.replace(/\s+/gu, ' '));
      expect(days).toContain(date);
    }
  });
});
