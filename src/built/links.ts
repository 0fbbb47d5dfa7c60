import { pagesOf, type BuiltSite } from './builtSite.ts';

const ORIGIN = 'https://inside.test';

/** Anchors that name no element but are read by a script: `#s=<id>` selects a station on the map. */
const SCRIPTED = /^#s=[a-z0-9-]+$/u;

/** One line for each link inside the site whose page or anchor doesn't exist. */
export function brokenLinks(site: BuiltSite): string[] {
  const pages = pagesOf(site);
  const ids = new Map(pages.map(({ file, ids: own }) => [file, new Set(own)]));
  const prefix = site.base.endsWith('/') ? site.base : `${site.base}/`;
  return pages.flatMap(({ file, path, references }) =>
    [...new Set(references.map(({ href }) => href))].flatMap((href) => {
      if (/^(?:mailto|tel|sms|geo|data|javascript):/u.test(href)) return [];
      const url = URL.parse(href, `${ORIGIN}${prefix}${path.slice(1)}`);
      if (url === null) return [`${path}：“${href}”不是网址`];
      if (url.origin !== ORIGIN) return [];
      if (!url.pathname.startsWith(prefix)) return [`${path}：“${href}”不在目录 ${prefix} 下`];
      const inside = decodeURI(url.pathname.slice(prefix.length));
      const target = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
      if (!site.files.has(target)) return [`${path}：“${href}”没有这一页`];
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor === '' || SCRIPTED.test(url.hash) || !target.endsWith('.html')) return [];
      return ids.get(target)?.has(anchor)
        ? []
        : [`${file === target ? path : `${path} → /${target}`}：没有锚点“${anchor}”`];
    }),
  );
}
