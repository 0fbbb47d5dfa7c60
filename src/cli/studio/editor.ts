import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ENTRY = fileURLToPath(new URL('../../client/studio/studio.ts', import.meta.url));

/** The folder of the fonts and pictures that the editor brings. */
export const EDITOR_ASSETS = fileURLToPath(new URL('assets', `${dirname(import.meta.resolve('@sveltia/cms'))}/`));

/** A font on somebody else's server, as the style sheets of the editor name it. */
const FOREIGN_FONT = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/gu;

/** A script in which fonts come from the package, which brings them too. */
function withOwnFonts(code: string, assets: readonly string[]): string {
  return code.replace(FOREIGN_FONT, (whole, font: string, cut: string) => {
    const own = assets.find((name) => name.startsWith(`${font}-${cut}-`));
    return own === undefined ? whole : `/assets/${own}`;
  });
}

/** The editor with our check as modules that browsers load, by their path: `/studio.js` first of all. */
export async function editorScripts(): Promise<ReadonlyMap<string, string>> {
  const bundle = await rolldown({ input: ENTRY, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', comments: false });
  await bundle.close();
  const assets = readdirSync(EDITOR_ASSETS);
  return new Map(
    output.flatMap((part) =>
      part.type === 'chunk' ? [[`/${part.fileName}`, withOwnFonts(part.code, assets)] as const] : [],
    ),
  );
}

/** The page of the editor. */
export const EDITOR_PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="robots" content="noindex">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="/favicon.svg">
    <title>案例编辑器</title>
    <script type="module" src="/studio.js"></script>
  </head>
  <body><noscript>要开着JavaScript才能用。</noscript></body>
</html>
`;

/**
 * What the page may load: its own, and what it asks of the server of the repository. The editor writes its styles into
 * the page; it stands on no site.
 */
export function editorPolicy(server: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src 'self' blob: data: ${server}`.trimEnd(),
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
