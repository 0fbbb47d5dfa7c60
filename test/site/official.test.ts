import { beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../src/loading/input.ts';
import { isIndexed } from '../../src/domain/site/indexed.ts';
import { CITY } from '../loading/city.ts';
import { documentOf, few, pagesOf, read, type BuiltSite } from './builtSite.ts';
import { builtCity } from './cityBuild.ts';
import { brokenLinks } from '../../src/built/links.ts';
import { filesOfKind, PAGE_KINDS } from './pageKinds.ts';

const { dataset } = load(CITY);
let site: BuiltSite;

beforeAll(async () => {
  site = await builtCity();
});

const page = (file: string) => documentOf(site, file);
const station = (id: string) => page(`stations/${id}/index.html`);

describe('the official site of another city', () => {
  it('has every kind of page', () => {
    expect(PAGE_KINDS.filter(({ name }) => filesOfKind(site, name).length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('shows the one station of a special service in full, and marks the service at the station', () => {
    const service = page('services/letter-desk/index.html');
    expect(service.querySelector('#h-where')?.textContent?.trim()).toBe('只有这个站登记了这项服务');
    expect(service.querySelector('.card h3 a')?.getAttribute('href')).toBe('/stations/990101002-z/');
    expect(service.querySelector('.card .tel')?.textContent?.trim()).not.toBe('');
    expect(service.querySelectorAll('.district-index')).toHaveLength(0);
    const marked = [...station('990101002-z').querySelectorAll('.service-rows a')].filter((link) =>
      link.nextElementSibling?.textContent?.includes('只有这个站有'),
    );
    expect(marked.map((link) => link.getAttribute('href'))).toEqual(['/services/letter-desk/']);
    expect(page('services/quit/index.html').querySelectorAll('.district-index').length).toBeGreaterThan(0);
  });

  it('says nowhere that its data are a sample, and nothing of Shanghai', () => {
    const files = [...site.files].filter(
      (file) => /\.(?:html|xml|json|csv|txt)$/u.test(file) && !file.startsWith('pagefind/'),
    );
    expect(few(files.filter((file) => /示例数据|Sample data/u.test(read(site, file))))).toEqual([]);
    expect(few(files.filter((file) => /上海|沪民|shmz-2021|徐家汇|莘庄/u.test(read(site, file))))).toEqual([]);
  });

  it('lets robots in, except where nobody should arrive from a search', () => {
    const closed = pagesOf(site).filter(({ metas }) => metas.get('robots')?.join().includes('noindex'));
    const paths = closed.map(({ path }) => path);
    expect(few(paths.filter(isIndexed))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['/help/rules/', '/search/', '/offline/']));
    expect(read(site, 'robots.txt')).not.toMatch(/^Disallow: \/$/mu);
  });

  it('dials every public telephone', () => {
    for (const { id, phones, publishLevel, status, verifiedOn } of dataset.stations) {
      if (publishLevel === '仅街镇' || phones.length === 0 || status === '撤并' || verifiedOn === null) continue;
      const links = [...station(id).querySelectorAll('a[href^="tel:"]')].map((link) => link.getAttribute('href'));
      expect(links, id).toContain(`tel:${phones[0]?.tel ?? ''}`);
    }
  });

  it('tells search engines what a station is, and nothing above its publish level', () => {
    const factsOf = (id: string) => station(id).querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    const facts = JSON.parse(factsOf('990101001-z')) as Record<string, unknown>;
    expect(facts).toMatchObject({ name: '荷桥街道社工站' });
    expect(JSON.stringify(facts)).toContain('schema.org');
    expect(factsOf('990101001-z')).toContain('2010011');
    expect(factsOf('990102001-jin-du')).not.toMatch(/telephone|streetAddress|latitude/u);
    expect(factsOf('990101002-jin-du')).not.toMatch(/streetAddress|latitude/u);
  });

  it('tells search engines what a case is, and nothing of one that is not shown', () => {
    const facts = JSON.parse(
      page('cases/the-lamp-by-the-lake/index.html').querySelector('script[type="application/ld+json"]')?.textContent ??
        '{}',
    ) as Record<string, unknown>;
    expect(facts).toMatchObject({ '@type': 'Article', datePublished: '2026-10-12T09:00:00+08:00' });
    expect(String(facts['headline'])).toMatch(/\p{Script=Han}/u);
  });

  it('has posters without a watermark and exports under their own names', () => {
    const posters = filesOfKind(site, 'poster').filter((file) => {
      const main = page(file).querySelector('main');
      return (main?.querySelector('.watermark') ?? null) !== null || /示例/u.test(main?.textContent ?? '');
    });
    expect(posters).toEqual([]);
    expect([...site.files].filter((file) => file.includes('sample'))).toEqual([]);
  });

  it('says in its footer who it is', () => {
    const footer = page('index.html').querySelector('footer');
    const { site: identity } = dataset;
    for (const words of [
      identity.organiser,
      identity.siteIdCode,
      identity.icp,
      identity.policeRecord,
      identity.contact,
    ]) {
      expect(footer?.textContent).toContain(words);
    }
    const links = [...(footer?.querySelectorAll('a[href^="https:"]') ?? [])].map((link) => link.getAttribute('href'));
    expect(links).toContain('https://beian.miit.gov.cn/');
    expect(links).toContain('https://beian.mps.gov.cn/#/query/webSearch?code=99010102000001');
    expect(links).toContain('https://www.yunze.example/');
    expect(footer?.textContent).not.toContain('未配置');
  });

  it('sends reports of faults to the owner, with the station in them', () => {
    const mail = station('990101001-z').querySelector('a[href^="mailto:"]')?.getAttribute('href') ?? '';
    expect(mail).toMatch(/^mailto:jiucuo@yunze\.example\?/u);
    expect(decodeURIComponent(mail)).toContain('990101001-z');
  });

  it('carries the approval of its map', () => {
    expect(page('map/index.html').body.textContent).toContain('泽S(2026)001号');
  });

  it('keeps the page of a closed station, which points on', () => {
    const links = [...station('990102001-wei-bao').querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('/stations/990102001-z/');
  });

  it('leaves no trace of a case that is not out yet', () => {
    const traces = [...site.files].filter(
      (file) => file.includes('not-yet') || /还没有到日子的案例|小榛/u.test(read(site, file)),
    );
    expect(traces).toEqual([]);
  });

  it('prints { and < of a case as they were typed', () => {
    expect(page('cases/the-lamp-by-the-lake/index.html').body.textContent).toContain(
      '费用 {不收} 任何一方，来回 <20 分钟',
    );
  });

  it('has one content security policy on every page, which allows nothing inline and nobody else', () => {
    const loose = pagesOf(site).filter(
      ({ csp: [policy = '', ...more] }) =>
        more.length > 0 ||
        !policy.includes("default-src 'none'") ||
        /unsafe-inline|'unsafe-eval'|https?:|\*/u.test(policy),
    );
    expect(few(loose.map(({ path }) => path))).toEqual([]);
  });

  it('has no broken link', () => {
    expect(few(brokenLinks(site))).toEqual([]);
  });
});
