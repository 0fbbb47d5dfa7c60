import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { zipSync, type Zippable } from 'fflate';
import type { Draft } from '../../domain/case/draft.ts';
import { isReady, type Remark } from '../../domain/case/draftCheck.ts';
import { PACKAGE, PACKAGE_FORMAT, type Manifest } from '../../domain/case/package.ts';
import { reviewSheet, sheetBody, type SheetFacts } from '../../domain/case/reviewSheet.ts';
import { storyHtml, storyText } from '../../domain/case/storyHtml.ts';
import { caseMd } from '../../domain/case/writeCase.ts';
import { escapeMarkup } from '../../domain/language/markup.ts';
import { dataUri, jpegOf, type Pixels } from './pixels.ts';

/** Everything that leaves the desk is made from this. */
export interface Work {
  readonly draft: Draft;
  readonly pixels: readonly Pixels[];
  readonly remarks: readonly Remark[];
  /** The name of the station. */
  readonly station: string;
  readonly site: string;
  readonly asAt: string;
  /** The day of today. */
  readonly today: string;
}

/** Gives the writer a file. */
export function download(name: string, bytes: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name for a file out of the title, without signs that Windows refuses. */
const fileName = ({ draft }: Work, kind: string, ending: string): string => {
  const title = draft.title.replace(/[\\/:*?"<>|\s.]+/gu, '').slice(0, 30) || '没有标题';
  return `${kind}-${title}.${ending}`;
};

const pictureHtml =
  ({ draft, pixels }: Work) =>
  (at: number): string => {
    const own = pixels[at];
    return own === undefined ? '' : `<img src="${dataUri(own)}" alt="${escapeMarkup(draft.pictures[at]?.alt ?? '')}">`;
  };

const factsOf = (work: Work, hashes: SheetFacts['hashes']): SheetFacts => ({
  site: work.site,
  madeOn: work.today,
  station: work.station,
  remarks: work.remarks,
  hashes,
  picture: pictureHtml(work),
});

async function jpegs(pixels: readonly Pixels[]): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (const own of pixels) all.push(new Uint8Array(await (await jpegOf(own)).arrayBuffer()));
  return all;
}

const zipped = (parts: Zippable): Blob =>
  new Blob([zipSync(parts, { mtime: new Date(1980, 0, 1, 12) }).slice()], { type: 'application/zip' });

/** The package of a draft. One that isn't ready for its readers is a draft, without 送审单. */
export async function packageOf(work: Work): Promise<{ readonly name: string; readonly bytes: Blob }> {
  const { draft, remarks, site, asAt, today } = work;
  const pictures = await jpegs(work.pixels);
  const parts: Record<string, Uint8Array> = { [PACKAGE.text]: utf8ToBytes(caseMd(draft)) };
  pictures.forEach((bytes, at) => (parts[`${PACKAGE.pictures}${at + 1}.jpg`] = bytes));
  const hashes = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytesToHex(sha256(bytes))]));
  const manifest: Manifest = { format: PACKAGE_FORMAT, made_on: today, site, data_as_at: asAt, files: hashes };
  const ready = isReady(remarks);
  const zip: Zippable = {
    ...parts,
    ...(ready ? { [PACKAGE.sheet]: utf8ToBytes(reviewSheet(draft, factsOf(work, hashes))) } : {}),
    [PACKAGE.manifest]: utf8ToBytes(`${JSON.stringify(manifest, null, 2)}\n`),
  };
  // Pictures are packed as small as they get already.
  for (const name of Object.keys(parts))
    if (name !== PACKAGE.text) zip[name] = [parts[name] as Uint8Array, { level: 0 }];
  return { name: fileName(work, ready ? '稿件' : '草稿', 'zip'), bytes: zipped(zip) };
}

/** The nodes of HTML that was made here, every word of it escaped. */
export function nodesOf(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html');
  return [...body.childNodes].map((node) => document.importNode(node, true));
}

/** 送审单 as nodes to print. */
export const sheetNodes = (work: Work): Node[] => nodesOf(sheetBody(work.draft, factsOf(work, {})));

/** The page as it will be, as nodes. */
export const previewNodes = (work: Work): Node[] => nodesOf(storyHtml(work.draft, work.station, pictureHtml(work)));

/** The story as a text file. */
export function saveText(work: Work): void {
  const text = `\uFEFF${storyText(work.draft, work.station)}\n`.replace(/\n/gu, '\r\n');
  download(fileName(work, '文字', 'txt'), new Blob([text], { type: 'text/plain' }));
}

/** Copies what is selected, where the browser has no other way, as on pages without https. */
function copySelected(html: string): boolean {
  const place = document.createElement('div');
  place.className = 'desk-copied';
  place.append(...nodesOf(html));
  document.body.append(place);
  getSelection()?.selectAllChildren(place);
  const done = document.execCommand('copy');
  place.remove();
  return done;
}

/** Copies the story for an editor of 公众号, and saves its pictures in their order; false where nothing was copied. */
export async function copyArticle(work: Work): Promise<boolean> {
  const mark = (at: number) => `<p>【图${at + 1}：${escapeMarkup(work.draft.pictures[at]?.alt ?? '')}】</p>`;
  const html = storyHtml(work.draft, work.station, mark).replace(/ (?:class|scope)="[^"]*"/gu, '');
  const text = new Blob([storyText(work.draft, work.station)], { type: 'text/plain' });
  let done = false;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': text }),
    ]);
    done = true;
  } catch {
    done = copySelected(html);
  }
  const pictures = await jpegs(work.pixels);
  if (pictures.length > 0) {
    const parts = Object.fromEntries(pictures.map((bytes, at) => [`图${at + 1}.jpg`, bytes]));
    download(fileName(work, '图片', 'zip'), zipped(parts));
  }
  return done;
}
