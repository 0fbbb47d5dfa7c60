import { headOf, isRedirect, type BuiltSite } from './builtSite.ts';

const LINK = /<link\b[^>]*\brel="?stylesheet"?[^>]*>/giu;
const STYLE = /<style>[^<]/iu;
const HREF = /\bhref="?([^"\s>]+)/iu;

/**
 * One line for each style sheet that pages name but the site lacks, and for each page without any style. Those of
 * `checked` are left out.
 */
export function styleSheetFaults(site: BuiltSite, checked: ReadonlySet<string> = new Set()): string[] {
  const base = site.base.endsWith('/') ? site.base : `${site.base}/`;
  const missing = new Map<string, number>();
  const count = (what: string) => missing.set(what, (missing.get(what) ?? 0) + 1);
  for (const file of site.files) {
    if (!file.endsWith('.html') || checked.has(file)) continue;
    const head = headOf(site, file);
    if (isRedirect(head)) continue;
    const hrefs = [...head.matchAll(LINK)].map(([link]) => HREF.exec(link)?.[1] ?? '');
    if (hrefs.length === 0 && !STYLE.test(head)) count(`/${file} 没有样式表`);
    for (const href of hrefs) {
      const path = href.startsWith(base) ? href.slice(base.length) : href;
      if (!site.files.has(path)) count(`样式表 ${href} 不在网站里`);
    }
  }
  return [...missing].map(([what, pages]) => (pages > 1 ? `${what}（${pages} 页）` : what));
}
