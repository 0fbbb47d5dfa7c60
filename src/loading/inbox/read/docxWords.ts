import mammoth from 'mammoth';
import { parseHTML } from 'linkedom';
import { FACES, type Faces } from '../../../domain/case/case.ts';
import { sectionOf } from '../../../domain/case/sections.ts';
import { inboxFault } from '../../faults/fault.ts';
import { Refused } from '../submission.ts';

/** A picture of a Word document, with what the line below it says. */
export interface WordPicture {
  readonly bytes: Uint8Array;
  readonly alt: string;
  readonly faces: Faces | null;
}

/** The words of a Word document: its title, the rows of the tables before the first section, its text as Markdown. */
export interface Words {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly body: string;
  readonly pictures: readonly WordPicture[];
}

/** 图1：一张空书桌（没有人脸）. */
const CAPTION = new RegExp(
  `^图片?\\s*[\\d一二三四五六七八九十]*\\s*[:：、.．\\s]\\s*(.+?)\\s*[（(]\\s*(${FACES.join('|')})\\s*[）)]。?$`,
  'u',
);
/** A heading is no longer than this. */
const LONGEST_HEADING = 20;

const plain = (text: string) => text.replace(/[\s\u00a0]+/gu, ' ').trim();

/** Text as Markdown that means nothing but itself. */
const markdown = (text: string): string =>
  plain(text)
    .replace(/[\\`*_[\]<>~|]/gu, '\\$&')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/^(?=[#+=-])/u, '\\')
    .replace(/^(\d+)(?=[.)])/u, '$1\\');

const cellsOf = (row: Element) => [...row.querySelectorAll('td, th')].map((cell) => plain(cell.textContent ?? ''));

function tableLines(table: Element): string {
  const rows = [...table.querySelectorAll('tr')].map((row) => cellsOf(row).map(markdown));
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}

const listLines = (list: Element): string =>
  [...list.querySelectorAll('li')]
    .map((item, at) => `${list.tagName === 'OL' ? `${at + 1}.` : '-'} ${markdown(item.textContent ?? '')}`)
    .join('\n');

/** Reads the blocks of a document in order; pictures are known by their number. */
class Reading {
  title = '';
  readonly rows: (readonly [string, string])[] = [];
  readonly pictures: { bytes: Uint8Array; alt: string; faces: Faces | null }[];
  readonly #blocks: string[] = [];
  /** The level of the headings that are sections; 0 where they are plain lines. */
  #level = 0;
  #begun = false;
  #waiting: number[] = [];

  constructor(pictures: readonly Uint8Array[]) {
    this.pictures = pictures.map((bytes) => ({ bytes, alt: '', faces: null }));
  }

  read(block: Element): void {
    for (const image of block.querySelectorAll('img')) this.#waiting.push(Number(image.getAttribute('src')));
    for (const end of block.querySelectorAll('br')) end.replaceWith('\n');
    if (block.tagName === 'TABLE') this.#table(block);
    else if (block.tagName === 'UL' || block.tagName === 'OL') this.#blocks.push(listLines(block));
    else for (const line of (block.textContent ?? '').split('\n')) this.#line(block.tagName, plain(line));
  }

  #table(block: Element): void {
    if (this.#begun) this.#blocks.push(tableLines(block));
    else for (const row of block.querySelectorAll('tr')) this.rows.push(this.#row(cellsOf(row)));
  }

  #row([label = '', ...values]: readonly string[]): readonly [string, string] {
    return [label.replace(/[\s:：]+$/u, ''), values.join('；').trim()];
  }

  #line(tag: string, text: string): void {
    if (text === '') return;
    const caption = this.#waiting.length > 0 ? CAPTION.exec(text) : null;
    const picture = this.pictures[this.#waiting[0] ?? -1];
    if (caption !== null && picture !== undefined) {
      [picture.alt, picture.faces] = [caption[1] ?? '', FACES.find((kind) => kind === caption[2]) ?? null];
      this.#waiting.shift();
      return;
    }
    const level = /^H([1-6])$/u.exec(tag)?.[1];
    const section = [...text].length <= LONGEST_HEADING ? sectionOf(text) : null;
    if (section !== null) {
      this.#begun = true;
      this.#level = Number(level ?? 0);
      this.#blocks.push(`## ${section.title}`);
    } else if (!this.#begun && this.title === '' && [...text].length <= 60) this.title = text;
    else if (level === undefined) this.#blocks.push(markdown(text));
    else this.#blocks.push(`${this.#begun && Number(level) > this.#level ? '###' : '##'} ${markdown(text)}`);
  }

  get body(): string {
    return this.#blocks.join('\n\n');
  }
}

/** The words and pictures of a Word document that was made plain before (`plainDocx`). Throws Refused. */
export async function wordsOf(name: string, docx: Uint8Array): Promise<Words> {
  const pictures: Uint8Array[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    pictures.push(new Uint8Array(await image.readAsArrayBuffer()));
    return { src: `${pictures.length - 1}` };
  });
  const options = {
    convertImage,
    includeEmbeddedStyleMap: false,
    styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
  };
  try {
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) }, options);
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    const reading = new Reading(pictures);
    for (const block of document.body.children) reading.read(block);
    return { title: reading.title, rows: reading.rows, body: reading.body, pictures: reading.pictures };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Refused(inboxFault('docx.broken', name, '', error instanceof RangeError ? '套得太深' : '读不懂'));
  }
}
