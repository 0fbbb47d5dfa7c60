import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetMeta } from '../../domain/dataset/dataset.ts';
import { paths } from '../../domain/site/paths.ts';
import { formatDate } from '../../domain/time/dates.ts';
import { packFiles } from '../../loading/formats/writeZip.ts';
import { fileOf, isApart } from '../addresses.ts';
import { read, type BuiltSite } from '../builtSite.ts';
import { headNotice } from '../headNotice.ts';
import { MARKER } from '../marker.ts';
import { packScript } from './classicScripts.ts';
import { modulesIn, relativePage, relativeStyles, type Surroundings } from './relativePage.ts';

/** The folder of the pages inside the archive. */
const FOLDER = 'site';

/** What is of use on a server alone: full text, pictures for messengers, the worker, lists for search engines. */
const LEFT_OUT =
  /^(?:pagefind|cards)\/|^_astro\/.*\.js$|^(?:sw\.js|robots\.txt|release\.json|prefetch\.speculationrules|sitemap-[^/]*\.xml)$/u;

const DESK = fileOf(paths.caseDesk());
const SEARCH = fileOf(paths.search());

/** What stands at the head of a page of the pack; nothing on posters and on the page of 快速离开. */
function noticeOn(file: string, { asAt }: DatasetMeta): string {
  if (isApart(file)) return '';
  const more = file === SEARCH ? '这里的查找不查政策和案例的正文，只查名字、地址、电话和难处。' : '';
  return headNotice(`这是不联网用的一份，数据截至${formatDate(asAt)}。${more}`);
}

const OPEN = [
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>打开网站</title>',
  `<meta http-equiv="refresh" content="0; url=${FOLDER}/index.html"></head>`,
  `<body><p><a href="${FOLDER}/index.html">打开网站</a></p>`,
  '<p>打不开的，先把压缩包全部解压，再打开解压出来的这个文件。</p></body></html>\n',
].join('\n');

const readMe = ({ asAt, kind }: DatasetMeta, name: string): string =>
  [
    `${name}，不联网用的一份${kind === 'sample' ? '（示例数据，不是真的站点）' : ''}。数据截至${formatDate(asAt)}。`,
    '',
    '怎么用',
    '一、把压缩包全部解压。不要在压缩包里面直接点开。',
    '二、双击“打开网站.html”。用Edge、Chrome、Firefox都可以。',
    '',
    '能用的：所有页面，查找社工站、居委会、街道、地址、难处，列表的筛选，示意地图，打印，稿件台。',
    '不能用的：',
    '- 查找不查政策和案例的正文。',
    '- 地图没有街道底图，只有示意图。',
    '- “记住我住在这里”记不住。',
    '- 隐私说明里说的“没有网络时用的”，这里用不到，也不会存东西。',
    '',
    '数据不会自己变新。要新的，向给您这份的单位要。',
    '',
  ].join('\r\n');

/** The files of the site that go into the pack. */
const packed = ({ files }: BuiltSite) => [...files].filter((file) => !LEFT_OUT.test(file) && file !== MARKER);

/** A file of data that scripts load, once more as a script, because pages may not read files. */
const asScript = (text: string) => `self.sgzFile=${JSON.stringify(text)};\n`;

/** Called with how many files of how many are in the archive. */
export type Packed = (done: number, total: number) => void;

/**
 * A built site as a ZIP for computers without a network: unpacked, its pages open from files and find, filter and link
 * as on a server. `name` is that of the site, `tell` is told of every file.
 */
export async function packSite(
  site: BuiltSite,
  meta: DatasetMeta,
  name: string,
  tell: Packed = () => undefined,
): Promise<Uint8Array> {
  const names = packed(site);
  const pages = new Map(names.filter((file) => file.endsWith('.html')).map((file) => [file, read(site, file)]));
  const modulesOf = (file: string) => modulesIn(pages.get(file) ?? '', site.base);
  const common = new Set([...pages.keys()].filter((file) => file !== DESK).flatMap(modulesOf));
  const around: Surroundings = {
    base: site.base,
    files: new Set(names),
    bundleOf: () => 'site.js',
  };
  // The desk has a script of its own, with all that its page starts: what both scripts held would be started twice.
  const aroundDesk: Surroundings = { ...around, bundleOf: () => 'desk.js' };
  const files: Record<string, string | Uint8Array> = {
    '打开网站.html': OPEN,
    '先看这里.txt': `\uFEFF${readMe(meta, name)}`,
    [`${FOLDER}/site.js`]: await packScript(site.dir, [...common]),
    [`${FOLDER}/desk.js`]: await packScript(site.dir, modulesOf(DESK)),
  };
  for (const [at, file] of names.entries()) {
    tell(at + 1, names.length);
    const html = pages.get(file);
    const bytes = readFileSync(join(site.dir, file));
    files[`${FOLDER}/${file}`] =
      html !== undefined
        ? relativePage(html, file, file === DESK ? aroundDesk : around, noticeOn(file, meta))
        : file.endsWith('.css')
          ? relativeStyles(bytes.toString('utf8'), file, around)
          : bytes;
    if (file.endsWith('.json') && !file.startsWith('data/')) files[`${FOLDER}/${file}.js`] = asScript(bytes.toString());
  }
  return packFiles(files);
}

/** The name of the archive. */
export const packName = ({ asAt, kind }: DatasetMeta, name: string): string =>
  `${kind === 'sample' ? '示例-' : ''}${name.replace(/[\\/:*?"<>|]/gu, '')}-不联网-${asAt}.zip`;
