import { COLUMN_TYPES } from '../domain/site/pageTags.ts';
import { paths } from '../domain/site/paths.ts';
import { icpLink, policeRecordLink } from '../domain/site/filings.ts';
import type { SiteIdentity } from '../domain/dataset/dataset.ts';
import { filesOf, isApart } from './addresses.ts';
import { pagesOf, type BuiltSite } from './builtSite.ts';
import type { Page } from './page.ts';

const COLUMN_TAGS = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'] as const;
const ARTICLE_TAGS = ['ArticleTitle', 'PubDate', 'ContentSource'] as const;
const EMPTY = /^\s*(?:null|undefined)?\s*$/u;
const TYPES = new Set<string>(COLUMN_TYPES);

const ARTICLES = [paths.policy, paths.policyPrint, paths.interpretation, paths.case].map(filesOf);

const isArticle = ({ file }: Page) => ARTICLES.some((files) => files.test(file));

/** The fault of a meta tag that must stand exactly once and have content; null where it does. */
function tagFault({ metas }: Page, name: string): string | null {
  const values = metas.get(name) ?? [];
  if (values.length !== 1) return `标签 ${name} 有 ${values.length} 个`;
  return EMPTY.test(values[0] ?? '') ? `标签 ${name} 是空的` : null;
}

const valueOf = ({ metas }: Page, name: string) => metas.get(name)?.[0] ?? '';

function siteTags(page: Page, identity: SiteIdentity): (string | null)[] {
  const code = page.metas.get('SiteIDCode') ?? [];
  return [
    tagFault(page, 'SiteName') ?? (valueOf(page, 'SiteName') === identity.siteName ? null : 'SiteName 不是网站名称'),
    tagFault(page, 'SiteDomain') ??
      (/^[a-z0-9.-]+$/u.test(valueOf(page, 'SiteDomain')) ? null : 'SiteDomain 不是单独的域名'),
    code.join('|') === identity.siteIdCode ? null : 'SiteIDCode 和配置的不同',
  ];
}

function articleTags(page: Page): (string | null)[] {
  const title = valueOf(page, 'ArticleTitle');
  const date = valueOf(page, 'PubDate');
  return [
    ...ARTICLE_TAGS.map((name) => tagFault(page, name)),
    title === page.h1[0] ? null : 'ArticleTitle 和标题不同',
    /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u.test(date) ? null : `PubDate 写成了“${date}”`,
    page.dateTimes.some((shown) => shown.startsWith(date.slice(0, 10))) ? null : 'PubDate 不是页面上的日期',
    page.metas.has('ColumnName') ? '既是文章又是栏目' : null,
  ];
}

function columnTags(page: Page): (string | null)[] {
  const type = valueOf(page, 'ColumnType');
  return [
    ...COLUMN_TAGS.map((name) => tagFault(page, name)),
    TYPES.has(type) ? null : `ColumnType“${type}”不在规定的词里`,
    page.metas.has('ArticleTitle') ? '既是栏目又是文章' : null,
  ];
}

/** One line for each page tag that is missing, empty, twice or wrong (docs/norms.md §2). */
export function tagFaults(site: BuiltSite, identity: SiteIdentity): string[] {
  return pagesOf(site).flatMap((page) =>
    [...siteTags(page, identity), ...(isArticle(page) ? articleTags(page) : columnTags(page))].flatMap((fault) =>
      fault === null ? [] : [`${page.path}：${fault}`],
    ),
  );
}

/**
 * One line for each thing that a footer should say and doesn't (docs/norms.md §3); what is not configured is not asked
 * for.
 */
export function footerFaults(site: BuiltSite, identity: SiteIdentity): string[] {
  const words = [
    ['网站标识码', identity.siteIdCode],
    ['ICP备案号', identity.icp],
    ['公安备案号', identity.policeRecord],
    ['主办单位', identity.organiser],
    ['承办单位', identity.undertaker],
    ['联系方式', identity.contact],
  ] as const;
  const links = [
    ['ICP备案的链接', icpLink(identity.icp)],
    ['公安备案的链接', policeRecordLink(identity.policeRecord)],
  ] as const;
  return pagesOf(site).flatMap(({ file, path, footer }) => {
    if (isApart(file)) return [];
    if (footer === null) return [`${path}：没有页脚`];
    const missing = [
      ...words.filter(([, value]) => value !== '' && !footer.text.includes(value)),
      ...links.filter(([, href]) => href !== null && !footer.links.includes(href)),
      ...(footer.links.some((href) => href.endsWith(paths.sitemap())) ? [] : [['网站地图'] as const]),
    ].map(([name]) => name);
    return missing.length === 0 ? [] : [`${path}：页脚里没有${missing.join('、')}`];
  });
}
