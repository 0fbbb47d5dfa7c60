import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
import { paths } from '../../domain/site/paths.ts';
import { filesOf } from '../addresses.ts';
import { read, type BuiltSite } from '../builtSite.ts';
import { fileBehind, isSearchScript, withImports } from '../pageFiles.ts';
import { LINK, type Look, lookReader, MY_STATION, SCRIPT, SEARCH_BOX } from './look.ts';
import { memoize } from '../../domain/dataset/memoize.ts';
import { namesIn, readSheet, sheetFor } from './sheet.ts';

/** The pages of 街镇 for frames, parts of which <my-station> shows on other pages. */
const SHOWN_ELSEWHERE = filesOf(paths.townEmbed);

/** The kinds of pages that are many: all of a kind get the same sheet. Every other page is a kind of its own. */
const KINDS = [
  SHOWN_ELSEWHERE,
  ...[
    paths.station,
    paths.stationEmbed,
    paths.district,
    paths.committeeIndex,
    paths.town,
    paths.field,
    paths.service,
    paths.organization,
    paths.policy,
    paths.interpretation,
    paths.case,
    paths.englishDistrict,
    paths.englishField,
  ].map(filesOf),
];

/**
 * Pages for those who work with the site, and pages for paper. They are opened in a row, at a desk: there one sheet that
 * the browser keeps costs less than one in each page.
 */
const SHARES = [
  /^(?:help|data|press)\//u,
  ...[paths.poster, paths.townPoster, paths.casePoster, paths.policyPrint].map(filesOf),
];

/** Whether a page has its style in itself, and asks for no sheet. */
export const hasOwnSheet = (file: string): boolean =>
  file.endsWith('.html') && !SHARES.some((shares) => shares.test(file));

const OWN_STYLES = "style-src 'self'";
/** All that a script does which only starts another. */
const STARTS = /^import"\.\/([^"]+)";?\s*$/u;

/**
 * Pages are read and written as bytes, a letter each: what is looked for in them is ASCII, and nothing needs to be decoded.
 */
const bytesOf = ({ dir }: BuiltSite, file: string) => readFileSync(join(dir, file), 'latin1');

/**
 * Writes a page anew over itself. It isn't emptied first: file systems put what replaces an emptied file on the disk at
 * once, which took half of the time for the pages of a province.
 */
function rewrite(site: BuiltSite, file: string, change: (html: string) => string): void {
  const path = join(site.dir, file);
  const before = bytesOf(site, file);
  const after = change(before);
  writeFileSync(path, after, { encoding: 'latin1', flag: 'r+' });
  if (after.length < before.length) truncateSync(path, after.length);
}

const asBytes = (text: string) => Buffer.from(text).toString('latin1');

/** The words of all texts in a script: classes that it puts on are among them. */
function wordsOfTexts(site: BuiltSite, file: string): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string) => text.split(/[^\w-]+/u).forEach((word) => words.add(word));
  const visitor = new Visitor({
    Literal: ({ value }) => void (typeof value === 'string' && add(value)),
    TemplateElement: ({ value }) => add(value.raw),
  });
  visitor.visit(parseSync(file, read(site, file)).program);
  return words;
}

/** A style as it stands in a page, and how the policy of the page allows it. */
export interface Style {
  readonly element: string;
  readonly source: string;
}

function styleOf(text: string): Style {
  const hash = createHash('sha256').update(text).digest('base64');
  return { element: asBytes(`<style>${text}</style>`), source: `${OWN_STYLES} 'sha256-${hash}'` };
}

/** A page with a style in the place of its links to sheets. */
function withStyle(html: string, file: string, { element, source }: Style): string {
  const allowed = html.replace(OWN_STYLES, source);
  if (allowed === html) throw new Error(`/${file} 没有写明可以用哪些样式：${OWN_STYLES}`);
  const [first = ''] = allowed.match(LINK) ?? [];
  return allowed.replace(first, () => element).replace(LINK, '');
}

/** A finished page, as bytes, with another style than it has. */
export const withNewStyle = (html: string, { element, source }: Style): string =>
  html.replace(/<style>.*?<\/style>/su, () => element).replace(/style-src 'self' 'sha256-[^']+'/u, () => source);

/**
 * A page whose scripts are what scripts that only start another would start, each once: `started` gives the file. The
 * bundler makes such a script for every component.
 */
function withScripts(html: string, site: BuiltSite, started: (file: string) => string): string {
  const given = new Set<string>();
  return html.replace(SCRIPT, (_, src: string) => {
    const file = started(fileBehind(site, src));
    if (given.has(file)) return '';
    given.add(file);
    return `<script type="module" src="${site.base}${file}"></script>`;
  });
}

/** The scripts that a script loads, late ones too, on pages with a field of the search and on those where it is never loaded. */
type LoadedBy = Readonly<Record<'searching' | 'other', (script: string) => ReadonlySet<string>>>;

function loadedBy(site: BuiltSite): LoadedBy {
  const all = (isLate: (file: string) => boolean) => memoize((script) => withImports(site, [script], isLate));
  return { searching: all(() => true), other: all((file) => !isSearchScript(file)) };
}

/** How a page looks, and the style that it has for it. */
export interface Styled {
  readonly look: Look;
  readonly style: Style;
}

/** The words of a kind of pages: of the pages themselves, and of the scripts that they load. */
function wordsOfKind(looks: Iterable<Look>, loaded: LoadedBy, wordsIn: (script: string) => ReadonlySet<string>) {
  const different = [...new Set(looks)];
  const words = new Set(different.flatMap((look) => look.words));
  const load = words.has(SEARCH_BOX) ? loaded.searching : loaded.other;
  const scripts = new Set(different.flatMap((look) => look.scripts).flatMap((script) => [...load(script)]));
  for (const script of scripts) wordsIn(script).forEach((word) => words.add(word));
  return words;
}

/**
 * Writes into pages that people land on the part of the style sheets that their kind needs, so that the first answer
 * holds all that a page looks like and nothing has to be waited for; their scripts are named without a detour. Each kind
 * of page has one such style, and its hash stands in the policy of the page. Changes the files of the site; the sheets
 * stay for the other pages.
 *
 * `kept` are the looks of pages, by file, that are finished already and lie elsewhere. They count for the style of their
 * kind; `withNewStyle` gives it to those that have another. Gives look and style of every page that has its own.
 */
export function inlineSheets(
  site: BuiltSite,
  kept: ReadonlyMap<string, Look> = new Map(),
): ReadonlyMap<string, Styled> {
  const sheetIn = memoize((file) => readSheet(read(site, file)));
  const wordsIn = memoize((script) => wordsOfTexts(site, script));
  const loaded = loadedBy(site);
  const started = memoize((file): string => {
    const [, name] = STARTS.exec(read(site, file)) ?? [];
    return name === undefined ? file : started(posix.join(posix.dirname(file), name));
  });
  const lookOf = lookReader(
    site,
    memoize((sheet) => namesIn(sheetIn(sheet))),
  );
  const looks = new Map(kept);
  for (const file of site.files) {
    const look = hasOwnSheet(file) ? lookOf(bytesOf(site, file)) : null;
    if (look !== null) looks.set(file, look);
  }
  const kinds = Map.groupBy(looks, ([file]) => KINDS.find((kind) => kind.test(file)) ?? file);
  const words = new Map(
    [...kinds].map(([kind, pages]) => [
      kind,
      wordsOfKind(
        pages.map(([, look]) => look),
        loaded,
        wordsIn,
      ),
    ]),
  );
  const styled = new Map<string, Styled>();
  for (const [kind, pages] of kinds) {
    const ofKind = words.get(kind) ?? new Set<string>();
    // <my-station> shows parts of another page.
    if (ofKind.has(MY_STATION)) words.get(SHOWN_ELSEWHERE)?.forEach((word) => ofKind.add(word));
    const styleFor = memoize((sheets) =>
      styleOf(
        sheets
          .split(' ')
          .map((sheet) => sheetFor(sheetIn(sheet), ofKind))
          .join(''),
      ),
    );
    for (const [file, look] of pages) {
      const style = styleFor(look.sheets.join(' '));
      styled.set(file, { look, style });
      if (!kept.has(file)) rewrite(site, file, (html) => withScripts(withStyle(html, file, style), site, started));
    }
  }
  return styled;
}
