import { posix } from 'node:path';
import { fileOf } from '../addresses.ts';
import { withNotice } from '../../domain/site/offline.ts';

/** What a page of the pack needs to know of its site. */
export interface Surroundings {
  /** The path that the site was built for, with its last slash. */
  readonly base: string;
  /** The files of the pack. */
  readonly files: ReadonlySet<string>;
  /** The bundle that a script of the site is in. */
  readonly bundleOf: (script: string) => string;
}

/** Attributes to which scripts append a path: they name a folder and never its page. */
const FOLDERS = new Set(['data-base', 'data-station-path']);

/** Attributes that would have something asked for from a network. */
const OUTSIDE = new Set(['data-vector', 'data-labels']);

/** An opening tag, with its attributes; what stands in the text of a page is left alone. */
const TAG = /<[a-z][^\s>]*(?:[^>"]|"[^"]*")*>/giu;

const ATTRIBUTE = /(\s)([a-z][a-z-]*)="([^"]*)"/gu;

const MODULE = /<script type="module" src="([^"]*)"><\/script>/gu;

/** The way from the folder of a file to the root of the site: `../../`, or nothing. */
export const upFrom = (file: string): string => '../'.repeat(file.split('/').length - 1);

/** An address of the site as a relative one that names its file; null where it leads to no file of the pack. */
function relativeOf(address: string, file: string, { base, files }: Surroundings, folder = false): string | null {
  if (!address.startsWith(base)) return null;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/u.exec(address.slice(base.length - 1)) ?? [];
  if (folder) return `${upFrom(file)}${path.slice(1)}` || './';
  const target = fileOf(path);
  return files.has(target) ? `${upFrom(file)}${target}${rest}` : null;
}

/** The candidates of a `srcset`, each with its address made relative. */
const relativeSet = (value: string, relative: (address: string) => string) =>
  value
    .split(',')
    .map((one) => one.trim().replace(/^\S+/u, relative))
    .join(', ');

/** The rules for a page that is a file: nothing from a network, scripts and styles from files. `'self'` means none there. */
const fileRules = (csp: string) =>
  csp
    .replaceAll("'self'", 'file:')
    .replace(" 'wasm-unsafe-eval'", '')
    .replace(/connect-src[^;]*/u, "connect-src 'none'")
    .replace(/img-src[^;]*/u, 'img-src file: data:');

/** The scripts that a page of a built site loads, as files of the site. */
export const modulesIn = (html: string, base: string): readonly string[] =>
  [...html.matchAll(MODULE)].map(([, src = '']) => src.slice(base.length));

/** The tags of the scripts of a page: its bundles, each with the names of what it starts. */
const scriptTags = (modules: readonly string[], file: string, { bundleOf }: Surroundings): string =>
  [...Map.groupBy(modules, bundleOf)]
    .map(([bundle, started]) => {
      const names = started.map((module) => posix.basename(module)).join(' ');
      return `<script defer src="${upFrom(file)}${bundle}" data-start="${names}"></script>`;
    })
    .join('');

/** A page of a built site as a page of the pack: relative addresses, classic scripts, rules for files, and a notice. */
export function relativePage(html: string, file: string, around: Surroundings, notice: string): string {
  const relative = (address: string) => relativeOf(address, file, around) ?? address;
  const modules = modulesIn(html, around.base);
  const attribute = (_: string, space: string, name: string, value: string): string => {
    if (OUTSIDE.has(name)) return `${space}${name}=""`;
    if (FOLDERS.has(name)) return `${space}${name}="${relativeOf(value, file, around, true) ?? value}"`;
    return `${space}${name}="${name === 'srcset' ? relativeSet(value, relative) : relative(value)}"`;
  };
  let placed = false;
  const page = html
    .replace(MODULE, () => {
      if (placed) return '';
      placed = true;
      return scriptTags(modules, file, around);
    })
    .replace(TAG, (tag) => tag.replace(ATTRIBUTE, attribute))
    .replace(
      /(http-equiv="refresh" content="\d+; url=)([^"]*)/u,
      (_, start: string, to: string) => start + relative(to),
    )
    .replace(
      /(http-equiv="content-security-policy" content=")([^"]*)/u,
      (_, start: string, csp: string) => start + fileRules(csp),
    );
  return notice === '' ? page : withNotice(page, notice);
}

/** A style sheet with the addresses of its pictures made relative. */
export const relativeStyles = (css: string, file: string, around: Surroundings): string =>
  css.replace(/url\((\/[^)"']+)\)/gu, (all, address: string) => {
    const to = relativeOf(address, file, around);
    return to === null ? all : `url(${to})`;
  });
