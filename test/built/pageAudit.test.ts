import { describe, expect, it } from 'vitest';
import type { SiteFile } from '../../src/built/listFiles.ts';
import { auditFaults, auditSite, auditTable } from '../../src/built/pageAudit.ts';
import { load } from '../../src/loading/input.ts';
import { CITY } from '../loading/city.ts';

const input = load(CITY);
const { dataset, content } = input;
const page = (path: string): SiteFile => ({ path: `${path}index.html`, bytes: 1000 });

/** A listing of the city's site as it should be. */
const site: readonly SiteFile[] = [
  page(''),
  page('stations/'),
  ...dataset.stations.flatMap(({ id }) => [page(`stations/${id}/`), page(`stations/${id}/poster/`)]),
  ...dataset.districts.map(({ code }) => page(`districts/${code}/`)),
  ...dataset.towns.map(({ code }) => page(`towns/${code}/`)),
  ...dataset.fields.map(({ slug }) => page(`fields/${slug}/`)),
  ...dataset.services.map(({ id }) => page(`services/${id}/`)),
  ...dataset.organizations.map(({ id }) => page(`organizations/${id}/`)),
  ...content.policies.flatMap(({ slug }) => [page(`policies/${slug}/`), page(`policies/${slug}/print/`)]),
  ...content.interpretations.map(({ slug }) => page(`interpretations/${slug}/`)),
  page('cases/the-lamp-by-the-lake/'),
  { path: '404.html', bytes: 500 },
  { path: 'favicon.svg', bytes: 300 },
];
const audit = (files: readonly SiteFile[], today = '2026-11-23') => auditSite(files, input, today);

describe('the audit of a built site', () => {
  it('finds nothing wrong where each row has its page', () => {
    expect(auditFaults(audit(site))).toEqual([]);
  });

  it('counts pages, files and bytes', () => {
    expect(audit(site)).toMatchObject({ otherPages: 3, files: site.length, pages: site.length - 1 });
    expect(auditTable(audit(site)).join('\n')).toMatch(/站点 +12 页 +stations\.csv 12 行\n +海报 +12 页/u);
  });

  it('names the page that is missing', () => {
    expect(auditFaults(audit(site.filter(({ path }) => path !== 'stations/990101002-z/index.html')))).toEqual([
      '站点：11 页，stations.csv 有 12 行；少了 990101002-z',
    ]);
  });

  it('is not deceived by equal numbers of wrong pages', () => {
    const swapped = site.map((file) => (file.path === 'fields/jin-du/index.html' ? page('fields/jin-yan/') : file));
    expect(auditFaults(audit(swapped))).toEqual(['领域：3 页，fields.csv 有 3 行；少了 jin-du；多了 jin-yan']);
  });

  it('finds the page of a case that may not be seen yet', () => {
    expect(auditFaults(audit([...site, page('cases/not-yet/')]))).toEqual([expect.stringContaining('多了 not-yet')]);
    expect(auditFaults(audit([...site, page('cases/not-yet/')], '2099-06-01'))).toEqual([]);
  });

  it('knows pages of redirects', () => {
    const moved = {
      ...input,
      dataset: { ...dataset, redirects: [{ from: '/stations/old/', to: '/stations/990101001-z/' }] },
    };
    expect(auditFaults(auditSite([...site, page('stations/old/')], moved, '2026-11-23'))).toEqual([]);
  });
});
