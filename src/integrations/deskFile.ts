import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';
import { packFiles } from '../loading/formats/writeZip.ts';
import { paths } from '../domain/site/paths.ts';

const ENTRY = fileURLToPath(new URL('../client/caseDesk/case-desk.ts', import.meta.url));
const BOOT = fileURLToPath(new URL('../client/boot.js', import.meta.url));

/** The name of the page inside its archive. */
const FILE = '稿件台.html';

/** The desk as one classic script with all that it otherwise loads late: browsers load no module from a file. */
async function scriptOf(): Promise<string> {
  const bundle = await rolldown({ input: ENTRY, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false, comments: false });
  await bundle.close();
  return output[0].code.replaceAll('</script', '<\\/script');
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
        const text = pageOf(html, style, await scriptOf());
        writeFileSync(join(dist, paths.caseDeskFile()), await packFiles({ [FILE]: text }));
      },
    },
  };
}
