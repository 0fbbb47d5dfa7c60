import { unzipSync } from 'fflate';
import { emptyDraft, type Draft } from '../../domain/case/draft.ts';
import { MOST_BYTES, MOST_ENTRIES, PACKAGE } from '../../domain/case/package.ts';
import { draftOf, splitFront } from '../../domain/case/readCase.ts';
import { blocksOfText, sortBlocks } from '../../domain/case/sortBlocks.ts';
import { DeskFault } from './fault.ts';
import { blocksOfHtml } from './htmlBlocks.ts';
import type { Incoming } from './pictures.ts';

/** What a file held: the draft, its pictures, and what else to tell the writer. */
export interface Opened {
  readonly draft: Draft;
  readonly pictures: readonly Incoming[];
  readonly notes: readonly string[];
}

const LARGEST = 100 * 1024 * 1024;

/** Loads what opens a file; it comes late, so it may fail where the page did not. */
const late = <T>(loading: Promise<T>): Promise<T> =>
  loading.catch(() => {
    throw new DeskFault('打开文件的程序没有取到，可能是网断了。连上网再试一次，已经写的都还在。');
  });

/** Reads a text in the writing that it has: UTF-8, or GB 18030 as older programs on Windows write it. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What a Word file holds besides its text, which isn't read. */
function unreadIn(bytes: ArrayBuffer): readonly string[] {
  const names: string[] = [];
  unzipSync(new Uint8Array(bytes), { filter: ({ name }) => names.push(name) < 0 });
  return names.some((name) => /^word\/(?:comments|header\d*|footer\d*)\.xml$/u.test(name))
    ? ['批注、页眉、页脚里的字没有带进来，有用的请另外贴。']
    : [];
}

async function openDocx(bytes: ArrayBuffer): Promise<Opened> {
  const { default: mammoth } = await late(import('mammoth'));
  const pictures: Incoming[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const file = new Blob([await image.readAsArrayBuffer()], { type: image.contentType });
    pictures.push({ file, name: `稿子里的第${pictures.length + 1}张图` });
    return { src: '' };
  });
  const options = { convertImage, styleMap: ["p[style-name='Title'] => h1:fresh"] };
  const result = await mammoth.convertToHtml({ arrayBuffer: bytes }, options).catch(() => null);
  if (result === null) throw new DeskFault('这个Word文件打不开。用Word或WPS打开，另存为.docx再试。');
  return { draft: sortBlocks(blocksOfHtml(result.value)), pictures, notes: unreadIn(bytes) };
}

/** A text with front matter as our cases have it; without, its paragraphs are sorted. */
async function openText(text: string): Promise<Draft> {
  const { front, body } = splitFront(text);
  if (front === null) return sortBlocks(blocksOfText(body));
  const { parse } = await late(import('yaml'));
  let head: unknown;
  try {
    head = parse(front, { maxAliasCount: 20 });
  } catch {
    throw new DeskFault('文件开头两条---之间的几行看不懂。用稿件台存的文件不要手改开头。');
  }
  return draftOf(head, body);
}

async function openPackage(bytes: ArrayBuffer): Promise<Opened> {
  let entries = 0;
  let total = 0;
  let parts: Readonly<Record<string, Uint8Array>>;
  try {
    parts = unzipSync(new Uint8Array(bytes), {
      filter: ({ name, originalSize }) => {
        entries += 1;
        total += originalSize;
        if (entries > MOST_ENTRIES || total > MOST_BYTES) throw new DeskFault('这个压缩包太大，不是稿件包。');
        return name === PACKAGE.text || /^pictures\/[\da-z-]+\.(?:jpg|png|webp)$/u.test(name);
      },
    });
  } catch (error) {
    if (error instanceof DeskFault) throw error;
    throw new DeskFault('这个压缩包打不开，可能没有拷完整。请对方再发一次。');
  }
  const text = parts[PACKAGE.text];
  if (text === undefined) throw new DeskFault(`这个压缩包里没有${PACKAGE.text}，不是稿件包。`);
  const draft = await openText(textOf(text.slice().buffer));
  const found = draft.pictures.map((about) => ({ about, bytes: parts[PACKAGE.pictures + about.file] }));
  return {
    draft: { ...draft, pictures: [] },
    pictures: found.flatMap(({ about, bytes: own }) =>
      own === undefined ? [] : [{ file: new Blob([own.slice()]), name: about.file, about }],
    ),
    notes: found.filter(({ bytes: own }) => own === undefined).map(({ about }) => `稿件包里少了图片${about.file}。`),
  };
}

/** Opens a Word file, a text or an earlier package. Rejects with a DeskFault that says what to do instead. */
export async function openFile(file: File): Promise<Opened> {
  if (file.size > LARGEST) throw new DeskFault('这个文件超过100 MB。把里面的图片先缩小，再打开。');
  const ending = /\.([^.]+)$/u.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const bytes = await file.arrayBuffer();
  if (ending === 'docx') return openDocx(bytes);
  if (ending === 'zip') return openPackage(bytes);
  if (ending === 'md' || ending === 'txt') return { draft: await openText(textOf(bytes)), pictures: [], notes: [] };
  if (ending === 'doc' || ending === 'wps')
    throw new DeskFault(`.${ending}打不开。用Word或WPS打开它，另存为.docx，再放进来。`);
  throw new DeskFault('打不开这种文件。认得Word（.docx）、.md、.txt和稿件包（.zip）。');
}

/** Sorts what was pasted: a text in which lines with # are headings. */
export const openPasted = (text: string): Opened => ({
  draft: text.trim() === '' ? emptyDraft() : sortBlocks(blocksOfText(text)),
  pictures: [],
  notes: [],
});

/** What is pasted with its formatting, as a text whose headings are marked. */
export const pastedText = (html: string): string =>
  blocksOfHtml(html)
    .map(({ text, level }) => (level > 0 ? `${'#'.repeat(level)} ${text}` : text))
    .join('\n');
