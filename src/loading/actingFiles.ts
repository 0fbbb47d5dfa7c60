import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { TEXT_RULES } from '../domain/rules/textRules.ts';
import { decode } from './formats/decode.ts';
import { textFault, type Fault } from './faults/fault.ts';
import { drawingFaults } from './rules/drawings.ts';

/** The folders whose files are published as they are, by the name that messages give them. */
export interface PublishedFolders {
  readonly content: string;
  readonly public: string;
}

/** What a browser opens as a page, what may hold one, and what it runs for a page. */
const PAGE = /\.(?:x?html?|shtml|xht|mht(?:ml)?|htc)$/iu;
const XML = /\.(?:xml|xslt?|rss|atom|rdf|mml|kml)$/iu;
const PROGRAM = /\.(?:[cm]?[jt]sx?|wasm|swf|jar|hta|vbs|php\d?|jspx?|aspx?|cgi|exe|bat|cmd|ps1|sh)$/iu;

/** What makes a page of an XML file. */
const PAGE_IN_XML = /xhtml|xml-stylesheet|XSL\/Transform|2000\/svg/iu;

/** What kind of file acts when somebody opens it, in Chinese; null where none does. */
function acting(name: string, bytes: Uint8Array): string | null {
  if (PROGRAM.test(name)) return '是程序';
  if (!PAGE.test(name) && !XML.test(name)) return null;
  const text = decode(bytes)?.text;
  // A page of plain words is a proof that a search engine asks for.
  const harmless = text !== undefined && (PAGE.test(name) ? !text.includes('<') : !PAGE_IN_XML.test(text));
  return harmless ? null : '是网页';
}

/**
 * What in a file that is published as it is would act when somebody opens it: an SVG must show a picture and do
 * nothing else; pages and programs aren't published.
 */
export function actingFileFaults(name: string, bytes: Uint8Array): Fault[] {
  if (/\.svgz?$/iu.test(name)) return drawingFaults(name, bytes);
  const kind = acting(name, bytes);
  return kind === null
    ? []
    : [textFault('file-acts', name, '', `${kind}，会在本站的网址下运行`, TEXT_RULES['file-acts'].remedy)];
}

/** The faults of every file beside the texts and under `public` that acts. */
export function actingFileFaultsIn({ content, public: files }: PublishedFolders): Fault[] {
  return [['content', content] as const, ['public', files] as const].flatMap(([title, folder]) =>
    (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .flatMap((path) => actingFileFaults([title, ...relative(folder, path).split(sep)].join('/'), readFileSync(path))),
  );
}
