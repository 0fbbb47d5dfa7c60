import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
import { paths } from '../../domain/site/paths.ts';
import { filesOf } from '../addresses.ts';
import { read, type BuiltSite } from '../builtSite.ts';
import { fileBehind, isSearchScript, withImports } from '../pageFiles.ts';
import { readSheet, sheetFor } from './sheet.ts';

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

/** A function that works each answer out once. */
function remembered<Answer>(work: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const answer = known.get(key) ?? work(key);
    known.set(key, answer);
    return answer;
  };
}

/** Whether a page has its style in itself, and asks for no sheet. */
export const hasOwnSheet = (file: string): boolean =>
  file.endsWith('.html') && !SHARES.some((shares) => shares.test(file));

const OWN_STYLES = "style-src 'self'";
const LINK = /<link rel="stylesheet" href="([^"]+)">/gu;
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/gu;
/** All that a script does which only starts another. */
const STARTS = /^import"\.\/([^"]+)";?\s*$/u;
const MARKUP = /<([a-z][a-z0-9-]*)|\s(?:class|id)="([^"]*)"/giu;

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

const targets = (site: BuiltSite, html: string, tag: RegExp) =>
  [...html.matchAll(tag)].map(([, href = '']) => fileBehind(site, href));

/**
 * The words of all texts in a script and in what it loads, late parts too: classes that it puts on are among them.
 * `searches` says whether the page has a field of the search, without which that is never loaded.
 */
function wordsOfScript(site: BuiltSite, entry: string, searches: boolean): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string) => text.split(/[^\w-]+/u).forEach((word) => words.add(word));
  const visitor = new Visitor({
    Literal: ({ value }) => void (typeof value === 'string' && add(value)),
    TemplateElement: ({ value }) => add(value.raw),
  });
  const isLate = (file: string) => searches || !isSearchScript(file);
  for (const file of withImports(site, [entry], isLate)) visitor.visit(parseSync(file, read(site, file)).program);
  return words;
}

/** Adds the elements, classes and ids of a page; `seen` are the attributes whose names are there already. */
function addMarkup(html: string, words: Set<string>, seen: Set<string>): void {
  for (const [, tag, names = ''] of html.matchAll(MARKUP)) {
    if (tag !== undefined) words.add(tag);
    else if (!seen.has(names)) {
      seen.add(names);
      for (const name of names.split(/\s+/u)) words.add(name);
    }
  }
}

/** A style as it stands in a page, and how the policy of the page allows it. */
interface Style {
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

/** The words of a script, on pages with a field of the search and on those where it is never loaded. */
type WordsIn = Readonly<Record<'searching' | 'other', (script: string) => ReadonlySet<string>>>;

/** The pages of one kind, with what the part of the sheets for them depends on. */
interface Kind {
  readonly pages: readonly string[];
  readonly words: Set<string>;
}

/**
 * The pages among these files that link to sheets, with their elements, classes and ids, and the words of their scripts,
 * which `wordsIn` gives for pages with and without a field of the search.
 */
function kindOf(site: BuiltSite, files: readonly string[], wordsIn: WordsIn): Kind {
  const words = new Set<string>();
  const seen = new Set<string>();
  const scripts = new Set<string>();
  const pages = files.filter((file) => {
    const html = bytesOf(site, file);
    if (html.search(LINK) === -1) return false;
    addMarkup(html, words, seen);
    for (const script of targets(site, html, SCRIPT)) scripts.add(script);
    return true;
  });
  const read = words.has('search-box') ? wordsIn.searching : wordsIn.other;
  for (const script of scripts) read(script).forEach((word) => words.add(word));
  return { pages, words };
}

/**
 * Writes into pages that people land on the part of the style sheets that their kind needs, so that the first answer
 * holds all that a page looks like and nothing has to be waited for; their scripts are named without a detour. Each kind of page has one such style, and its hash
 * stands in the policy of the page. Changes the files of the site; the sheets stay for the other pages.
 */
export function inlineSheets(site: BuiltSite): void {
  const sheetIn = remembered((file) => readSheet(read(site, file)));
  const wordsIn: WordsIn = {
    searching: remembered((script) => wordsOfScript(site, script, true)),
    other: remembered((script) => wordsOfScript(site, script, false)),
  };
  const started = remembered((file): string => {
    const [, name] = STARTS.exec(read(site, file)) ?? [];
    return name === undefined ? file : started(posix.join(posix.dirname(file), name));
  });
  const files = Map.groupBy(
    [...site.files].filter(hasOwnSheet),
    (file) => KINDS.find((kind) => kind.test(file)) ?? file,
  );
  const kinds = new Map([...files].map(([kind, pages]) => [kind, kindOf(site, pages, wordsIn)]));
  for (const { pages, words } of kinds.values()) {
    // <my-station> shows parts of another page.
    if (words.has('my-station')) kinds.get(SHOWN_ELSEWHERE)?.words.forEach((word) => words.add(word));
    const styleFor = remembered((linked) => {
      const parts = linked.split(' ').map((sheet) => sheetFor(sheetIn(sheet), words));
      return styleOf(parts.join(''));
    });
    const styled = (html: string, file: string) => withStyle(html, file, styleFor(targets(site, html, LINK).join(' ')));
    for (const file of pages) rewrite(site, file, (html) => withScripts(styled(html, file), site, started));
  }
}
