import { parse, type AnyNode } from 'acorn';
import postcss, { type Declaration } from 'postcss';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { gzippedSize } from '../../src/loading/formats/gzip.ts';
import { readSheet, sheetFor } from '../../src/built/sheets/sheet.ts';
import { isSearchScript, scriptsOf, stylesOf } from '../../src/built/pageFiles.ts';
import { gzipSize, mainSite, pagesOf, read, ROOT } from './builtSite.ts';
import { PAGE_KINDS } from './pageKinds.ts';

/*
 * What is built must be readable for the oldest browsers that package.json names: Chrome 86, Safari 14, Firefox 91. A
 * script with a word that a browser doesn't know isn't run at all, a rule of style with one isn't followed.
 */

const site = mainSite();
const filesOf = (ending: string) =>
  [...site.files].filter((file) => /^(?:_astro|pagefind)\//u.test(file) && file.endsWith(ending)).sort();

/** The case desk, a tool for those who write, looks behind in its rules of privacy: there Safari must be 16.4. */
const DESK = /^_astro\/CaseDesk\./u;

/** All nodes of a syntax tree. */
function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const value of Object.values(node) as unknown[])
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof child === 'object' && child !== null && 'type' in child) yield* nodesOf(child as AnyNode);
}

/** Why Safari 14 or another of the oldest can't read this, though it is in ES2022; null where all can. */
function tooNew(node: AnyNode): string | null {
  if (node.type === 'PrivateIdentifier') return `#${node.name}`;
  if (node.type === 'StaticBlock') return 'static {}';
  if (node.type === 'PropertyDefinition' && node.static) return 'static x =';
  if (node.type === 'Literal' && 'regex' in node && node.regex)
    return /\(\?<[=!]/u.test(node.regex.pattern) || /[dv]/u.test(node.regex.flags) ? String(node.raw) : null;
  return null;
}

/** Faults of one script: what stands in it that is too new. */
function scriptFaults(text: string): string[] {
  const program = parse(text, { ecmaVersion: 2022, sourceType: 'module' });
  const late = program.body.some(
    (node) => node.type === 'ExpressionStatement' && node.expression.type === 'AwaitExpression',
  );
  return [...(late ? ['await on its own'] : []), ...[...nodesOf(program)].flatMap((node) => tooNew(node) ?? [])];
}

/** Properties that they lack and that a page would miss. */
const MISSED = /^(?:inset|translate|rotate|scale)$|^(?:inset|margin|padding|border)-(?:block|inline)/u;
/** Selectors that make a browser which doesn't know them pass over the whole rule. */
const SELECTORS = /:(?:is|where|dir)\(|&|:not\([^()]*,/u;
const WORDS = /\b(?:color-mix|light-dark|oklch|oklab|lch|lab|hwb)\(|\d(?:dvh|svh|lvh|dvw|cqw)\b/u;

/** Faults of one sheet: what a browser of 2020 would not understand. */
function styleFaults(text: string): string[] {
  const faults: string[] = [];
  const root = postcss.parse(text);
  root.walkAtRules(/^(?:layer|scope|starting-style|property)$/u, ({ name }) => void faults.push(`@${name}`));
  root.walkAtRules('media', ({ params }) => {
    if (/[<>]/u.test(params)) faults.push(`@media ${params}`);
  });
  root.walkRules(({ selector, selectors }) => {
    if (SELECTORS.test(selector)) faults.push(selector);
    // Alone in its rule `:has()` only loses that rule.
    if (/:has\(|:focus-visible/u.test(selector) && selectors.some((one) => !/:has\(|:focus-visible/u.test(one)))
      faults.push(selector);
  });
  root.walkDecls((declaration) => {
    const { prop, value } = declaration;
    if (MISSED.test(prop) || WORDS.test(value)) faults.push(`${prop}: ${value}`);
    if (/var\(/u.test(value) && /\b(?:min|max|clamp)\(|cq[iwh]\b/u.test(value) && !isAsked(declaration))
      faults.push(`${prop}: ${value}`);
  });
  return faults;
}

/**
 * Whether it is asked first whether the browser knows the function: a declaration with a variable isn't passed over
 * where it can't be understood, it takes the one before it along.
 */
function isAsked({ parent }: Declaration): boolean {
  for (
    let at = parent as { type: string; name?: string; parent?: unknown } | undefined;
    at;
    at = at.parent as typeof at
  )
    if (at.type === 'atrule' && at.name === 'supports') return true;
  return false;
}

describe('what is built for old browsers', () => {
  it.each(filesOf('.js'))('%s has only syntax that the oldest can read', (file) => {
    const faults = scriptFaults(read(site, file));
    expect(DESK.test(file) ? faults.filter((fault) => !/\(\?<[=!]/u.test(fault)) : faults).toEqual([]);
  });

  it.each(filesOf('.css').filter((file) => file.startsWith('_astro/')))('%s says nothing they pass over', (file) => {
    expect(styleFaults(read(site, file))).toEqual([]);
  });

  it('would be noticed otherwise', () => {
    expect(scriptFaults('class A { #a = /(?<=b)c/; static x = 1; static { f() } }').length).toBe(4);
    const style =
      '@layer a { b:is(c, d) { inset: 0; height: min(var(--a), 2px) } } @media (width >= 1px) { e { top: 0 } }';
    expect(styleFaults(style).length).toBe(5);
  });
});

/** The styles as they are written, packed for browsers of today, without the layers around them. */
async function writtenStyles(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    css: { postcss: { plugins: [] } },
    build: {
      write: false,
      // Nested rules came with Chrome 112: here they are taken apart, so that those of one kind of page can be found.
      cssTarget: ['chrome111', 'firefox113', 'safari16.4'],
      rolldownOptions: { input: 'src/styles/layers.css' },
    },
  });
  const sheets = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const sheet = sheets.find(({ fileName }) => fileName.endsWith('.css'));
  if (sheet?.type !== 'asset') throw new Error('no style came out');
  const root = postcss.parse(sheet.source.toString());
  root.walkAtRules('layer', (layer) => void layer.replaceWith(layer.nodes ?? []));
  return root.toString();
}

/** Every element, class and id that the rules of a style name. */
function namesIn(style: string): ReadonlySet<string> {
  const names = new Set<string>();
  postcss
    .parse(style)
    .walkRules(({ selector }) => selector.match(/[A-Za-z_][\w-]*/gu)?.forEach((name) => names.add(name)));
  return names;
}

describe('what old browsers cost the others', () => {
  it('is at most 5 % of the bytes of the pages that people open', async () => {
    const opened = [
      'home',
      'stations',
      'station',
      'map',
      'town',
      'field',
      'policy',
      'interpretation',
      'case',
      'search',
    ];
    const written = readSheet(await writtenStyles());
    const kinds = PAGE_KINDS.filter(({ name }) => opened.includes(name));
    const shares = kinds.flatMap(({ name, file }) => {
      const page = pagesOf(site).find((one) => file.test(one.file));
      if (page === undefined) return [];
      // The page of results loads its search at once.
      const scripts = scriptsOf(site, page, name === 'search' ? isSearchScript : undefined);
      const files = new Set([page.file, ...stylesOf(site, page), ...scripts]);
      const bytes = [...files].reduce((sum, one) => sum + gzipSize(site, one), 0);
      const html = read(site, page.file);
      const [, style = ''] = /<style>(.*?)<\/style>/su.exec(html) ?? [];
      const forToday = sheetFor(written, namesIn(style));
      expect([name, forToday.length < style.length && forToday.length > style.length / 2]).toEqual([name, true]);
      const today = html.replace(style, () => forToday);
      const cost = gzippedSize(html) - gzippedSize(today);
      return [{ name, share: cost / (bytes - cost) }];
    });
    expect(shares.length).toBe(opened.length);
    expect(shares.filter(({ share }) => share > 0.05)).toEqual([]);
  });
});
