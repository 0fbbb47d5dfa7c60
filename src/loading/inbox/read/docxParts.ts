import { readXml } from '../../formats/xml.ts';
import { packFiles } from '../../formats/writeZip.ts';
import { inboxFault, type Fault } from '../../faults/fault.ts';
import { partName, Refused, type Parts } from '../submission.ts';
import { readArchive } from './archive.ts';
import { INBOX_LIMITS } from './limits.ts';

/** The parts that the words and pictures stand in; authors, comments, headers, settings and macros are none of them. */
const KEPT =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document\d*|styles|numbering)\.xml|word\/_rels\/document\d*\.xml\.rels|word\/media\/[^/]+)$/u;
const DOCUMENT = /^word\/document\d*\.xml$/u;
/** The names that a document gives to the language of Word; it must be `w` and nothing else, as Word and WPS write it. */
const NAMESPACE =
  /xmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main["']/gu;

// The patterns below are used on well-formed XML without comments and CDATA alone: every tag that they find is one.
const HIDDEN = /<w:(?:vanish|specVanish|webHidden)(?![^>]*w:val\s*=\s*["'](?:0|false|off)["'])(?=[\s/>])/u;
const STYLE =
  /<w:style\s[^>]*w:styleId\s*=\s*["']([^"']*)["'][^>]*(?<!\/)>((?:(?!<\/w:style\s*>)[\s\S])*)<\/w:style\s*>/gu;
const RUN = /<w:r(?:\s[^>]*)?(?<!\/)>(?:(?!<\/w:r\s*>)[\s\S])*<\/w:r\s*>/gu;
const PARAGRAPH = /<w:p(?:\s[^>]*)?(?<!\/)>(?:(?!<\/w:p\s*>)[\s\S])*<\/w:p\s*>/gu;
/** How a run looks now; what it looked like before a tracked change is left out. */
const FORMAT = /<w:rPr(?:\s[^>]*)?>[\s\S]*?<\/w:rPr\s*>/u;
const EARLIER_FORMAT = /<w:rPrChange\b[\s\S]*?<\/w:rPrChange\s*>/gu;

/** A relation that leads out of the document, and where to. */
const OUTSIDE = /<Relationship\b[^>]*\sTargetMode="External"[^>]*>/gu;
const TARGET = /\sTarget="[^"]*"/u;

/** What a case can't be made of, and what it is called. */
const UNREADABLE: readonly (readonly [RegExp, string])[] = [
  [/<w:txbxContent\b/u, '文本框'],
  [/<w:(?:footnote|endnote)Reference\b/u, '脚注或尾注'],
  [/<a:blip\b[^>]*\br:link=/u, '放在别处的图片'],
  [/<c:chart\b|<dgm:relIds\b|<o:OLEObject\b|<w:altChunk\b/u, '图表或嵌入的文件'],
];

/** The style that a piece names; empty where it names none. */
const styleOf = (xml: string, tag: 'rStyle' | 'pStyle' | 'basedOn'): string =>
  new RegExp(`<w:${tag}\\s[^>]*w:val\\s*=\\s*["']([^"']*)["']`, 'u').exec(xml)?.[1] ?? '';

/** The ids of the styles that hide what is written in them, and of those based on them. */
function hiddenStyles(styles: string): ReadonlySet<string> {
  const all = [...styles.matchAll(STYLE)].map(([, id = '', inner = '']) => ({
    id,
    hidden: HIDDEN.test(inner),
    base: styleOf(inner, 'basedOn'),
  }));
  const hidden = new Set(all.filter((style) => style.hidden).map(({ id }) => id));
  for (let before = -1; before < hidden.size;) {
    before = hidden.size;
    for (const { id, base } of all) if (hidden.has(base)) hidden.add(id);
  }
  return hidden;
}

/** The document without what Word hides; `found` tells whether there was any. */
function withoutHidden(xml: string, styles: ReadonlySet<string>): { readonly xml: string; readonly found: boolean } {
  let found = false;
  const drop = () => {
    found = true;
    return '';
  };
  const seen = xml
    .replace(PARAGRAPH, (paragraph) => (styles.has(styleOf(paragraph, 'pStyle')) ? drop() : paragraph))
    .replace(RUN, (run) => {
      const format = FORMAT.exec(run.replace(EARLIER_FORMAT, ''))?.[0] ?? '';
      return HIDDEN.test(format) || styles.has(styleOf(format, 'rStyle')) ? drop() : run;
    });
  return { xml: seen, found };
}

/** Tags inside tags go no deeper than this in what people write; readers take ever longer beyond. */
const DEEPEST = 500;

/** Whether tags nest deeper than anybody writes; looked at before any reader is asked. */
function isDeep(xml: string): boolean {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<[^?!<>][^<>]*>/gu)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** A Word document with nothing but its visible words and pictures, and what was left out of it. */
export interface PlainDocx {
  readonly bytes: Uint8Array;
  readonly notes: readonly Fault[];
}

function sound(name: string, parts: Parts): string {
  const macro = [...parts.keys()].find((part) => /vbaProject|\.bin$/iu.test(part) && part.startsWith('word/vba'));
  if (macro !== undefined) throw new Refused(inboxFault('docx.macro', partName(name, macro), '', '是宏，打开时会运行'));
  const broken = (part: string, message: string) =>
    new Refused(inboxFault('docx.broken', partName(name, part), '', message));
  const document = [...parts.keys()].find((part) => DOCUMENT.test(part));
  if (document === undefined) throw broken('word/document.xml', '没有正文');
  for (const [part, bytes] of parts) {
    if (!/\.(?:xml|rels)$/u.test(part) || !KEPT.test(part)) continue;
    if (bytes.length > INBOX_LIMITS.words) throw broken(part, `有${Math.round(bytes.length / 1e6)}MB，不像一篇案例`);
    const xml = new TextDecoder().decode(bytes);
    if (xml.includes('<!')) throw broken(part, '里面有Word不会写的定义或注解');
    if (isDeep(xml)) throw broken(part, '套得太深');
    if (readXml(xml) !== null) throw broken(part, '文档坏了');
    const names = [...xml.matchAll(NAMESPACE)].map(([, prefix]) => prefix);
    if (part === document && (names.length === 0 || names.some((prefix) => prefix !== 'w')))
      throw broken(part, '不是Word或WPS存的文档');
  }
  return document;
}

function leftOut(name: string, parts: Parts, xml: string, hidden: boolean): Fault[] {
  const has = (pattern: RegExp) => [...parts.keys()].some((part) => pattern.test(part));
  const left = [
    ...(hidden ? ['隐藏的文字'] : []),
    ...(has(/^word\/comments/u) ? ['批注'] : []),
    ...(/<w:(?:del|moveFrom)\b/u.test(xml) ? ['修订里删掉的字'] : []),
    ...(has(/^word\/(?:header|footer)\d*\.xml$/u) ? ['页眉和页脚'] : []),
  ];
  return left.length === 0 ? [] : [inboxFault('docx.left', name, '', `没有读：${left.join('、')}`)];
}

/**
 * Reads a Word document that may be hostile, and gives one that holds only the parts which a case is made of. Throws
 * Refused where something visible would be lost.
 */
export async function plainDocx(name: string, bytes: Uint8Array): Promise<PlainDocx> {
  const parts = readArchive(name, bytes, INBOX_LIMITS.wordEntries);
  const document = sound(name, parts);
  const text = (part: string) => new TextDecoder().decode(parts.get(part) ?? new Uint8Array());
  const { xml, found } = withoutHidden(text(document), hiddenStyles(text('word/styles.xml')));
  const lost = UNREADABLE.filter(([pattern]) => pattern.test(xml)).map(([, what]) => what);
  if (lost.length > 0) throw new Refused(inboxFault('docx.parts', name, '', `里面有${lost.join('、')}`));
  const kept = [...parts].flatMap(([part, content]): [string, string | Uint8Array][] => {
    if (!KEPT.test(part)) return [];
    if (part === document) return [[part, xml]];
    // Where a link leads is not read; its words are.
    if (part.endsWith('.rels'))
      return [[part, text(part).replace(OUTSIDE, (link) => link.replace(TARGET, ' Target="#"'))]];
    return [[part, content]];
  });
  return { bytes: await packFiles(Object.fromEntries(kept)), notes: leftOut(name, parts, text(document), found) };
}
