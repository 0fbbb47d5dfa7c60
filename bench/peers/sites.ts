import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../../src/built/listFiles.ts';
import { parse } from './html.ts';
import { KINDS } from './kinds.ts';
import { go, nunjucks } from './languages.ts';
import { partsOf, written } from './parts.ts';
import type { Row } from './rows.ts';
import { templateOf } from './template.ts';

/** Eleventy reads the rows once and makes a page of each, in an order that no other page depends on. */
const ELEVENTY_CONFIG = `import { readFileSync } from 'node:fs';
export default function (config) {
  const kinds = ${JSON.stringify(KINDS.map(({ name }) => name))};
  const rowsOf = (kind) => {
    const bytes = readFileSync(new URL('rows/' + kind + '.jsonl', import.meta.url));
    const rows = [];
    for (let from = 0, to; (to = bytes.indexOf(10, from)) >= 0; from = to + 1)
      rows.push(JSON.parse(bytes.toString('utf8', from, to)));
    return rows;
  };
  for (const kind of kinds) config.addGlobalData('rows_' + kind, () => rowsOf(kind));
  return { templateFormats: ['njk'], htmlTemplateEngine: false, markdownTemplateEngine: false, dataTemplateEngine: false };
}
`;

/** Eleventy compiles a template for Nunjucks again for each page, but not what the template includes. */
const eleventyPage = (kind: string) => `---js
{
  eleventyExcludeFromCollections: true,
  pagination: { data: 'rows_${kind}', size: 1, alias: 'p', addAllPagesToCollections: false },
  permalink: ({ p }) => p.at,
}
---
{% include "${kind}.njk" %}`;

/** Nothing is made but the pages of the rows. */
const HUGO_CONFIG = `baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
`;

const hugoPage = (address: string, fields: Row) =>
  `${JSON.stringify({ url: address, _build: { list: 'never' }, row: fields })}\n`;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * Makes a site for Eleventy and one for Hugo of the pages in `built`: of each kind a template learned from its pages,
 * and for each page a row of what differs. They come into the folders `eleventy` and `hugo` below `folder`.
 */
export function writePeers(built: string, folder: string, stage: (name: string) => void): void {
  const [eleventy, hugo] = [join(folder, 'eleventy'), join(folder, 'hugo')];
  write(join(eleventy, 'eleventy.config.js'), ELEVENTY_CONFIG);
  write(join(hugo, 'hugo.toml'), HUGO_CONFIG);
  const files = listFiles(built).map(({ path }) => path);
  for (const { name, title, files: own } of KINDS) {
    stage(`学${title}的模板`);
    const lines: string[] = [];
    const template = templateOf(
      files.filter((file) => own.test(file)),
      (file) => parse(readFileSync(join(built, file), 'utf8')),
      (file, fields) => {
        lines.push(`${JSON.stringify({ at: file, ...fields })}\n`);
        const address = `/${file.replace(/index\.html$/u, '')}`;
        write(join(hugo, 'content', name, `${lines.length}.md`), hugoPage(address, fields));
      },
    );
    const parts = partsOf(template);
    write(join(eleventy, 'rows', `${name}.jsonl`), lines.join(''));
    write(join(eleventy, 'src', `${name}.njk`), eleventyPage(name));
    write(join(eleventy, 'src/_includes', `${name}.njk`), written(parts, nunjucks));
    write(join(hugo, 'layouts', name, 'single.html'), `{{- $p := .Params.row -}}${written(parts, go)}`);
  }
}
