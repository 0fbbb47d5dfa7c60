import { documentNames, type DocumentName } from '../../domain/privacy/documentMetadata.ts';

/** An XML part of an office file by its name. */
type Part = readonly [path: string, xml: string];

const LINE_ENDS = /<\/(?:w:p|a:p|text:p|si|c|row|t)>/gu;

/** Attributes that hold words or addresses: names of sheets, links, descriptions of pictures, hints of cells. */
const WORDS =
  /\s(?:name|table:name|Target|xlink:href|descr|title|svg:title|display|tooltip|prompt|promptTitle|error|errorTitle|location)="([^"]*)"/gu;

const NAMED_SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML text with its character references read. */
const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu,
    (all, hex?: string, ten?: string, name = '') => {
      const code = hex === undefined ? Number(ten ?? NaN) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : (NAMED_SIGNS[String(name)] ?? all);
    },
  );

/** What a link holds behind its scheme, with its percent signs read. */
function linkWords(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

/** The words of the parts, so that a number in several runs is whole; those of attributes each on a line of its own. */
export const officeText = (parts: readonly Part[]): string =>
  parts
    .flatMap(([, xml]) => [
      unescaped(xml.replace(LINE_ENDS, '\n').replace(/<[^>]*>/gu, '')),
      ...[...xml.matchAll(WORDS)].map(([, words = '']) => linkWords(unescaped(words))),
    ])
    .join('\n');

/** The numbers and addresses behind the links of a page of HTML, each on a line of its own. */
export const linkedNumbers = (html: string): string =>
  [...html.matchAll(/\b(?:tel|sms|callto|mailto|weixin):([^"'\s<>]+)/giu)]
    .map(([, target = '']) => linkWords(unescaped(target)))
    .join('\n');

/** Where an office file keeps the names of people: the XML part by its name, and the tag that a name stands in. */
const NAMED: readonly (readonly [DocumentName['kind'], part: RegExp, name: RegExp])[] = [
  ['文档作者', /^(?:docProps\/core|meta)\.xml$/u, /<(?:dc:creator|meta:initial-creator)(?:\s[^>]*)?>([^<]*)</gu],
  ['文档作者', /^docProps\/app\.xml$/u, /<Manager(?:\s[^>]*)?>([^<]*)</gu],
  ['最后修改人', /^docProps\/core\.xml$/u, /<cp:lastModifiedBy(?:\s[^>]*)?>([^<]*)</gu],
  ['最后修改人', /^meta\.xml$/u, /<meta:printed-by(?:\s[^>]*)?>([^<]*)</gu],
  ['最后修改人', /^xl\/(?:workbook|revisions\/.*)\.xml$/u, /\buserName="([^"]*)"/gu],
  ['批注作者', /^word\/.*\.xml$/u, /\bw(?:15)?:author="([^"]*)"/gu],
  ['批注作者', /^xl\/comments[^/]*\.xml$/u, /<author(?:\s[^>]*)?>([^<]*)</gu],
  ['批注作者', /^xl\/persons\/.*\.xml$/u, /\bdisplayName="([^"]*)"/gu],
  ['批注作者', /^ppt\/(?:commentAuthors|authors)\.xml$/u, /\sname="([^"]*)"/gu],
  ['批注作者', /^content\.xml$/u, /<dc:creator(?:\s[^>]*)?>([^<]*)</gu],
];

/** The names of people in the properties and remarks of an office file. */
export const officeNames = (parts: readonly Part[]): DocumentName[] =>
  NAMED.flatMap(([kind, part, name]) =>
    documentNames(
      kind,
      parts.flatMap(([path, xml]) =>
        part.test(path) ? [...xml.matchAll(name)].map(([, found = '']) => unescaped(found)) : [],
      ),
    ),
  );
