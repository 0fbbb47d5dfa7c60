import { extractTextItems, getDocumentProxy, getMeta, getResolvedPDFJS, type StructuredTextItem } from 'unpdf';
import { documentNames, type DocumentName } from '../../domain/privacy/documentMetadata.ts';

/** Reads the words of PDF files; the only file that uses the package unpdf. */

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * What a document holds: all its words, the names of people in its properties and comments, and the files embedded in
 * it.
 */
export interface DocumentContents {
  readonly text: string;
  readonly names: readonly DocumentName[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/**
 * What to put between two pieces of text: nothing where they touch, a line end where a new line or table cell begins.
 */
function between(before: StructuredTextItem, next: StructuredTextItem): '' | ' ' | '\n' {
  const size = Math.max(before.fontSize, next.fontSize);
  const gap = next.x - before.x - before.width;
  if (before.hasEOL || Math.abs(next.y - before.y) > size / 2 || gap < -0.3 * size || gap > size) return '\n';
  return gap > 0.1 * size ? ' ' : '';
}

/**
 * The text of a page. A number that the PDF draws in pieces is joined, numbers of neighbouring cells are kept apart.
 */
function pageText(items: readonly StructuredTextItem[]): string {
  // Pieces of blanks are dropped: the gap between the pieces around them tells how wide a blank is.
  const pieces = items.filter(({ str }) => str.trim() !== '');
  return pieces.reduce((text, piece, at) => {
    const before = pieces[at - 1];
    return text + (before === undefined ? '' : between(before, piece)) + piece.str;
  }, '');
}

/** Whether a page paints a picture; `shapes` where letters drawn as shapes count as well. */
async function isPainted(document: PdfDocument, page: number, shapes: boolean): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const names = shapes ? /^(?:paint.*Image|constructPath|shadingFill|rawFillPath)/u : /^paint.*Image/u;
  const painting = new Set(Object.entries(OPS).flatMap(([name, code]) => (names.test(name) ? [code] : [])));
  const { fnArray } = await (await document.getPage(page)).getOperatorList();
  return fnArray.some((code) => painting.has(code));
}

/** How many letters and digits of its own a page with a picture must have, to be more than a scan with a stamp on it. */
const OWN_WORDS = 40;

/** How many letters and digits each page has beside the lines that it shares with another one, as watermarks are. */
function ownWords(pages: readonly string[]): number[] {
  const lines = pages.map((text) => [...new Set(text.split('\n').map((line) => line.replace(/[\d\s]+/gu, '')))]);
  const times = new Map<string, number>();
  for (const line of lines.flat()) times.set(line, (times.get(line) ?? 0) + 1);
  return pages.map((text) => {
    const own = text.split('\n').filter((line) => (times.get(line.replace(/[\d\s]+/gu, '')) ?? 0) < 2);
    return own.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  });
}

/** The words of all pages; null where a page is a scan, or its font doesn't map glyphs to characters. */
async function textOf(document: PdfDocument): Promise<string | null> {
  const { items } = await extractTextItems(document);
  const pages = items.map(pageText);
  if (pages.every((text) => text === '')) return null;
  for (const [at, own] of ownWords(pages).entries()) {
    if (own < OWN_WORDS && (await isPainted(document, at + 1, pages[at] === ''))) return null;
  }
  const text = pages.join('\n');
  return /[\0-\x08\x0e-\x1f\ufffd]/u.test(text) ? null : text;
}

/** The parts of a PDF annotation that hold words. */
interface Annotation {
  readonly titleObj?: { readonly str: string };
  readonly contentsObj?: { readonly str: string };
  readonly fieldValue?: unknown;
  readonly url?: string;
}

async function annotationsOf(document: PdfDocument): Promise<Annotation[]> {
  const pages = Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1));
  return (await Promise.all(pages.map(async (page) => (await page).getAnnotations()))).flat() as Annotation[];
}

async function filesOf(document: PdfDocument): Promise<DocumentContents['files']> {
  const listed = (await document.getAttachments()) as ReadonlyMap<string, { filename: string }> | null;
  const files = await Promise.all(
    [...(listed ?? [])].map(async ([id, { filename }]) => ({
      name: filename,
      bytes: await document.getAttachmentContent(id),
    })),
  );
  return files.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]));
}

/** All strings in a value of PDF metadata, which may be a nested list or dictionary. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

async function contentsOf(document: PdfDocument): Promise<DocumentContents | null> {
  const text = await textOf(document);
  if (text === null) return null;
  const { info, metadata } = await getMeta(document);
  const xmp = 'getRaw' in metadata ? metadata : null;
  const annotations = await annotationsOf(document);
  const said = annotations.flatMap(({ contentsObj, fieldValue, url }) => texts([contentsObj?.str, fieldValue, url]));
  return {
    text: [text, ...said, ...texts(info), ...texts(xmp?.getRaw())].join('\n'),
    names: [
      ...documentNames('文档作者', texts([info['Author'], xmp?.get('dc:creator')])),
      ...documentNames('批注作者', texts(annotations.map(({ titleObj }) => titleObj?.str))),
    ],
    files: await filesOf(document),
  };
}

/**
 * Reads a PDF; null where it is locked, broken, a scan, or its text can't be extracted, so that a person must read it.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentContents | null> {
  let lacking = false;
  /**
   * PDF.js asks this class for character tables of fonts that are not embedded. There are none, so the text counts as
   * unread.
   */
  class Tables {
    fetch({ kind }: { readonly kind: string }): Promise<never> {
      lacking ||= kind === 'cMapUrl';
      return Promise.reject(new Error('no such table'));
    }
  }
  try {
    // PDF.js transfers the buffer away from its caller, so it gets a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      BinaryDataFactory: Tables,
      stopAtErrors: true,
      verbosity: 0,
    });
    try {
      const contents = await contentsOf(document);
      return lacking ? null : contents;
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    // PDF.js throws errors of many classes for locked or broken files; each of them means that the file wasn't read.
    if (error instanceof Error) return null;
    throw error;
  }
}
