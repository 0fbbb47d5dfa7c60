import { fileOf, filesOf } from './addresses.ts';
import type { SiteFile } from './listFiles.ts';
import type { IsoDate } from '../domain/time/dates.ts';
import { publishedCases } from '../loading/publishedCases.ts';
import { paths } from '../domain/site/paths.ts';
import type { Input } from '../loading/input.ts';

/** One kind of page (stations, cases …): the addresses that the input asks for, and those that the site has. */
export interface KindCount {
  readonly name: string;
  /** The file that the pages come from, for messages, e.g. `stations.csv`. */
  readonly rows: string;
  readonly expected: number;
  readonly found: number;
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/** The figures of a built site: pages by kind, other pages, files and bytes. */
export interface SiteAudit {
  readonly kinds: readonly KindCount[];
  readonly otherPages: number;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

interface Kind {
  readonly name: string;
  readonly rows: string;
  /** Matches the file of a page of this kind; the first group is the id. */
  readonly page: RegExp;
  readonly ids: (input: Input, today: IsoDate) => readonly string[];
}

const KINDS: readonly Kind[] = [
  {
    name: '站点',
    rows: 'stations.csv',
    page: filesOf(paths.station),
    ids: ({ dataset }) => dataset.stations.map(({ id }) => id),
  },
  {
    name: '海报',
    rows: 'stations.csv',
    page: filesOf(paths.poster),
    ids: ({ dataset }) => dataset.stations.map(({ id }) => id),
  },
  {
    name: '区',
    rows: 'districts.csv',
    page: filesOf(paths.district),
    ids: ({ dataset }) => dataset.districts.map(({ code }) => code),
  },
  {
    name: '街镇',
    rows: 'towns.csv',
    page: filesOf(paths.town),
    ids: ({ dataset }) => dataset.towns.map(({ code }) => code),
  },
  {
    name: '领域',
    rows: 'fields.csv',
    page: filesOf(paths.field),
    ids: ({ dataset }) => dataset.fields.map(({ slug }) => slug),
  },
  {
    name: '服务',
    rows: 'services.csv',
    page: filesOf(paths.service),
    ids: ({ dataset }) => dataset.services.map(({ id }) => id),
  },
  {
    name: '机构',
    rows: 'organizations.csv',
    page: filesOf(paths.organization),
    ids: ({ dataset }) => dataset.organizations.map(({ id }) => id),
  },
  {
    name: '政策',
    rows: 'content/policies',
    page: filesOf(paths.policy),
    ids: ({ content }) => content.policies.map(({ slug }) => slug),
  },
  {
    name: '打印',
    rows: 'content/policies',
    page: filesOf(paths.policyPrint),
    ids: ({ content }) => content.policies.map(({ slug }) => slug),
  },
  {
    name: '解读',
    rows: 'content/interpretations',
    page: filesOf(paths.interpretation),
    ids: ({ content }) => content.interpretations.map(({ slug }) => slug),
  },
  {
    name: '案例',
    rows: 'content/cases（已发布）',
    page: filesOf(paths.case),
    ids: (input, today) => publishedCases(input, today).map(({ slug }) => slug),
  },
];

/**
 * Compares the files of a built site with the rows that ask for a page. `files` must not contain the pages of
 * redirects.
 */
export function auditSite(files: readonly SiteFile[], input: Input, today: IsoDate): SiteAudit {
  const redirects = new Set(input.dataset.redirects.map(({ from }) => fileOf(from)));
  const pages = files.map(({ path }) => path).filter((path) => path.endsWith('.html'));
  const kinds = KINDS.map(({ name, rows, page, ids }): KindCount => {
    const found = new Set(pages.flatMap((path) => (redirects.has(path) ? [] : (page.exec(path)?.[1] ?? []))));
    const expected = new Set(ids(input, today));
    return {
      name,
      rows,
      expected: expected.size,
      found: found.size,
      missing: [...expected].filter((id) => !found.has(id)),
      unexpected: [...found].filter((id) => !expected.has(id)),
    };
  });
  return {
    kinds,
    otherPages: pages.length - kinds.reduce((sum, { found }) => sum + found, 0),
    pages: pages.length,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** One line for each kind of page where pages are missing or left over; empty where they match the rows. */
export function auditFaults({ kinds }: SiteAudit): string[] {
  const some = (ids: readonly string[]) =>
    `${ids.slice(0, 5).join('、')}${ids.length > 5 ? ` 等 ${ids.length} 个` : ''}`;
  return kinds.flatMap(({ name, rows, expected, found, missing, unexpected }) => {
    if (missing.length === 0 && unexpected.length === 0) return [];
    const parts = [
      `${name}：${found} 页，${rows} 有 ${expected} 行`,
      ...(missing.length > 0 ? [`少了 ${some(missing)}`] : []),
      ...(unexpected.length > 0 ? [`多了 ${some(unexpected)}`] : []),
    ];
    return [parts.join('；')];
  });
}

/** The width of a text in terminal columns, two for a Han character. */
const width = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** The table that a build prints at its end: one line for each kind of page, and the totals. */
export function auditTable({ kinds, otherPages, pages, files, bytes }: SiteAudit): string[] {
  const line = (name: string, count: number, from = '') =>
    `  ${name}${' '.repeat(Math.max(0, 8 - width(name)))}${String(count).padStart(6)} 页${from}`;
  return [
    ...kinds.map(({ name, found, expected, rows }) => line(name, found, `   ${rows} ${expected} 行`)),
    line('其他', otherPages),
    line('合计', pages, `   ${files} 个文件，${(bytes / 1_000_000).toFixed(1)} MB`),
  ];
}
