import { listFiles, type SiteFile } from '../../src/built/listFiles.ts';
import { KINDS } from './kinds.ts';

/** How the pages of one kind in a peer's site compare with ours. */
export interface Likeness {
  readonly title: string;
  readonly pages: number;
  readonly bytes: number;
  /** Bytes of all of them, as a share of ours. */
  readonly ratio: number;
  /** The same of the page that differs most. */
  readonly worst: number;
}

/** So much may the pages of a kind differ from ours in bytes. */
const TOLERANCE = 0.02;

const pagesIn = (folder: string) => listFiles(folder).filter(({ path }) => KINDS.some(({ files }) => files.test(path)));

const sum = (files: readonly SiteFile[]) => files.reduce((total, { bytes }) => total + bytes, 0);

/** The number of these pages in a site, and their megabytes. */
export function weigh(folder: string): { readonly pages: number; readonly megabytes: number } {
  const pages = pagesIn(folder);
  return { pages: pages.length, megabytes: Math.round(sum(pages) / 1e5) / 10 };
}

/** Compares the pages of two sites by kind. Throws where one lacks a page, or where those of a kind differ too much. */
export function compare(ours: string, peer: string, name: string): readonly Likeness[] {
  const known = new Map(pagesIn(peer).map(({ path, bytes }) => [path, bytes]));
  const all = pagesIn(ours);
  return KINDS.map(({ title, files }) => {
    const own = all.filter(({ path }) => files.test(path));
    const ratios = own.map(({ path, bytes }) => {
      const other = known.get(path);
      if (other === undefined) throw new Error(`${name} 没有 /${path}`);
      return other / bytes;
    });
    const theirs = own.reduce((total, { path }) => total + (known.get(path) ?? 0), 0);
    const ratio = theirs / sum(own);
    if (Math.abs(ratio - 1) > TOLERANCE) throw new Error(`${name} 的${title}页是本站的 ${ratio.toFixed(3)} 倍，不能比`);
    const worst = ratios.reduce((far, one) => (Math.abs(one - 1) > Math.abs(far - 1) ? one : far), 1);
    return { title, pages: own.length, bytes: sum(own), ratio, worst };
  });
}
