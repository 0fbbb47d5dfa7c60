import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { classicScript } from '../loading/formats/classicScript.ts';
import { packFiles } from '../loading/formats/writeZip.ts';
import { paths } from '../domain/site/paths.ts';
import { privateNames } from './privateNames.ts';
import { scriptTargets } from './styles/browsers.ts';

const ENTRY = fileURLToPath(new URL('../client/caseDesk/case-desk.ts', import.meta.url));
const BOOT = fileURLToPath(new URL('../client/boot.js', import.meta.url));

/** The name of the page inside its archive. */
const FILE = '稿件台.html';

/** The name of the notices inside it. */
const LICENCES = '使用的程序和许可.txt';

/** The folder of the package that a module belongs to, `…/node_modules/@noble/hashes`; null for a module of ours. */
const packageOf = (module: string): string | null =>
  /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(module)?.[0] ?? null;

/** The name, version, licence and notice of a package. Throws where it brings no notice, which its licence asks for. */
function noticeOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const { name, version, license } = about;
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.\w+)?$/iu.test(one));
  if (file === undefined) throw new Error(`程序包${String(name)}没有带许可，不能放进稿件台`);
  // Names stay, addresses of mail don't: no file that is published holds anybody's.
  const notice = readFileSync(join(folder, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/ *<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?/gu, '')
    .trim();
  return `${String(name)} ${String(version)}（${String(license)}）\n\n${notice}`;
}

/** The notices of the packages that these modules come from, which their licences want beside every copy. */
export function noticesOf(modules: readonly string[]): string {
  const folders = [...new Set(modules.flatMap((module) => packageOf(module) ?? []))].sort();
  const first = '稿件台里用到下面这些程序，各自的许可如下。';
  return `${[first, ...folders.map(noticeOf)].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`.replaceAll('\n', '\r\n');
}

/**
 * The desk as one classic script with all that it otherwise loads late, because browsers load no module from a file;
 * and the modules in it.
 */
async function scriptOf(): Promise<{ readonly code: string; readonly modules: readonly string[] }> {
  const { code, modules } = await classicScript({ input: ENTRY, target: scriptTargets, plugins: [privateNames()] });
  const inside = Object.entries(modules).flatMap(([module, { renderedLength }]) =>
    renderedLength > 0 ? [module] : [],
  );
  return { code: code.replaceAll('</script', '<\\/script'), modules: inside };
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The part of a page between two marks, both included. */
function part(html: string, from: string, to: string): string {
  const start = html.indexOf(from);
  const end = html.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`稿件台的页面里没有${from}`);
  return html.slice(start, end + to.length);
}

/** The page of the desk as one file that needs nothing else and may ask for nothing. */
function pageOf(html: string, style: string, script: string): string {
  const boot = readFileSync(BOOT, 'utf8');
  const csp = [
    "default-src 'none'",
    'img-src data:',
    `script-src ${hashOf(boot)} ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join(';');
  const open = part(html, '<html', '>');
  return [
    `<!doctype html>${open}<head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${csp}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `${part(html, '<title>', '</title>')}<script>${boot}</script><style>${style}</style></head>`,
    `<body><main id="main"><div class="wrap"><h1 class="screen-only">稿件台</h1>`,
    `${part(html, '<case-desk', '</case-desk>')}</div></main><script>${script}</script></body></html>`,
  ].join('\n');
}

/**
 * An Astro integration that makes the case desk once more as a single file in an archive, for computers without a
 * network: it is unpacked, opened with a double click, and works from there.
 */
export function deskFile(): AstroIntegration {
  return {
    name: 'desk-file',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const page = join(dist, paths.caseDesk(), 'index.html');
        if (!existsSync(page)) return;
        const html = readFileSync(page, 'utf8');
        const sheets = [...html.matchAll(/<link rel="stylesheet" href="[^"]*?(\/_astro\/[^"]+\.css)"/gu)];
        const style = sheets.map(([, file = '']) => readFileSync(join(dist, file), 'utf8')).join('\n');
        const { code, modules } = await scriptOf();
        const files = { [FILE]: pageOf(html, style, code), [LICENCES]: `\uFEFF${noticesOf(modules)}` };
        writeFileSync(join(dist, paths.caseDeskFile()), await packFiles(files));
      },
    },
  };
}
