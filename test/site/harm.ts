import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse as parseScript } from 'acorn';
import Papa from 'papaparse';
import { pageIn, siteIn } from '../../src/built/builtSite.ts';
import { isFormula } from '../../src/domain/rules/formula.ts';
import { readXml } from '../../src/loading/formats/xml.ts';
import { unzip } from '../../src/loading/formats/readZip.ts';
import { documentOf, ROOT, type BuiltSite } from './builtSite.ts';

/** What `ACTING` would be if it acted: an element of its own, a function that is called, a host that is asked. */
const MARK = 'evil-mark';
const EVIL = /evil/u;

const LIMITS = { unzipped: 500_000_000, entries: 20_000 };
/** Kinds of files without words. */
const SILENT = /\.(?:png|webp|jpg|woff2?|pagefind|pf_index|pf_meta|pf_filter|css|docx|pdf|ttf)$/u;
const boot = readFileSync(join(ROOT, 'src/client/boot.js'), 'utf8');

/** A number may begin with a minus. */
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

function harmInCsv(text: string): string[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/u, '').trimEnd());
  const widths = new Set(data.map((row) => row.length));
  return [
    ...errors.map(({ message }) => message),
    ...(widths.size > 1 ? [`rows of ${[...widths].join(', ')} cells`] : []),
    ...data.flat().filter((cell) => isFormula(cell) && !NUMBER.test(cell)),
  ];
}

function harmInScript(text: string): string[] {
  try {
    parseScript(text, { ecmaVersion: 'latest', sourceType: 'module' });
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** What a JSON-LD or JSON block of a page, or a file of JSON, breaks. */
function harmInJson(text: string): string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

function harmInXml(text: string): string[] {
  const found: string[] = [];
  const fault = readXml(text, {
    tag: ({ name, attributes }) => {
      if (EVIL.test(name) || /^(?:script|foreignObject|f|hyperlink)$/u.test(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes))
        if (/^on/u.test(key) || (/href|src/u.test(key) && EVIL.test(value))) found.push(`${name} ${key}=${value}`);
    },
  });
  return fault === null ? found : [...found, fault.message];
}

/** Where the words of a page act: as elements, handlers, addresses or scripts. */
function harmInPage(site: BuiltSite, file: string): string[] {
  const { handlers, scripts, references, inlineStyles } = pageIn(site, file);
  const document = documentOf(site, file);
  return [
    ...[...document.querySelectorAll(MARK)].map((element) => `<${element.localName}>`),
    ...handlers,
    ...references
      .filter(({ href }) => /^\s*(?:javascript|data|vbscript):/iu.test(href) || isElsewhere(href))
      .map(({ href }) => href),
    ...scripts.flatMap(({ type, text, src }) => {
      if (src !== null || text === boot) return [];
      return /json/u.test(type) ? harmInJson(text) : [`inline script: ${text.slice(0, 60)}`];
    }),
    ...[...document.querySelectorAll('style')].flatMap(({ textContent }) => (EVIL.test(textContent) ? ['style'] : [])),
    ...(inlineStyles > 0 ? ['inline style'] : []),
  ];
}

/** Whether an address leads to where the words of the table want it: their host, or up out of the site. */
const isElsewhere = (href: string) => /^(?:https?:)?\/\/[^/]*evil/u.test(href) || /^[./]*\/evil$/u.test(href);

async function harmIn(path: string, bytes: Uint8Array): Promise<string[]> {
  const text = () => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const ending = /\.([\w]+)$/u.exec(path)?.[1] ?? '';
  if (SILENT.test(path)) return [];
  switch (ending) {
    case 'csv':
      return harmInCsv(text());
    case 'json':
    case 'geojson':
    case 'speculationrules':
      return harmInJson(text());
    case 'js':
      return harmInScript(text());
    case 'xml':
    case 'svg':
    case 'rels':
    case 'vml':
      return harmInXml(text());
    case 'txt':
      return text().includes('\0') ? ['a NUL'] : [];
    case 'pf_fragment':
      return harmInJson(
        gunzipSync(bytes)
          .toString('utf8')
          .replace(/^pagefind_dcd/u, ''),
      );
    case 'xlsx':
    case 'zip':
      return harmInZip(bytes);
    case 'html':
      return [];
    default:
      return ['a kind of file that nobody looks at'];
  }
}

async function harmInZip(bytes: Uint8Array): Promise<string[]> {
  const found: string[] = [];
  for (const [name, content] of unzip(bytes, LIMITS)) {
    if (name.startsWith('/') || name.split('/').includes('..')) found.push(`${name}: leads out`);
    found.push(...(await harmIn(name, content)).map((harm) => `${name}: ${harm}`));
  }
  return found;
}

/** Everything in the files of a folder that acts, or that a reader of its kind can't read, each with its path. */
export async function harmInSite(folder: string): Promise<string[]> {
  const site = siteIn(folder);
  const found: string[] = [];
  for (const { path } of site.listed) {
    const bytes = readFileSync(join(folder, path));
    const harm = path.endsWith('.html') ? harmInPage(site, path) : await harmIn(path, bytes);
    found.push(...harm.map((one) => `${path}: ${one}`));
    if (/evil/u.test(path)) found.push(`${path}: named by the table`);
  }
  return found;
}
