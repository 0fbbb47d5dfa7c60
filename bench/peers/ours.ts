import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteIn } from '../../src/built/builtSite.ts';
import { inlineSheets } from '../../src/built/sheets/inlineSheets.ts';
import { freezeInput } from '../../src/cli/building/frozenInput.ts';
import { ownWork } from '../../src/cli/building/inStage.ts';
import { runAstro } from '../../src/cli/building/runAstro.ts';
import { Progress } from '../../src/cli/progress.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { KINDS } from './kinds.ts';
import { ROOT, TODAY } from '../sizes.ts';

/*
 * Our own build with only the pages that the peers build too, a program of its own: rows are read, Astro makes the
 * pages, the style sheets are written into them. Search, full text, cards, sitemap, downloads and checks are left out,
 * for the peers have none of them. DATA_DIR, CONTENT_DIR and OUT_DIR name the folders.
 */

/** Integrations of Astro that make what no page of these kinds holds. */
const LEFT_OUT = ['search-index', 'desk-file', '@astrojs/sitemap'];

const CONFIG = `import whole from './whole.config.mjs';
const left = ${JSON.stringify(LEFT_OUT)};
export default { ...whole, integrations: whole.integrations.flat().filter(({ name }) => !left.includes(name)) };
`;

/** In the place of src/queries/cards.ts: the address of a card, without drawing it. */
const CARDS = `import { paths } from '../domain/site/paths.ts';
export const stationCardPath = async (id) => paths.card('station-' + id);
`;

/** Leaves only these files in a folder, and no empty folder. */
function leave(folder: string, files: readonly string[]): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.includes(path)) rmSync(path);
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).reverse()) {
    const path = join(folder, name);
    if (!files.includes(path) && readdirSync(path).length === 0) rmdirSync(path);
  }
}

const { env } = process;
const out = env['OUT_DIR'];
if (out === undefined || existsSync(out)) throw new Error('OUT_DIR 要是一个还没有的文件夹');
const progress = new Progress();
const work = ownWork(ROOT);
try {
  progress.stage('读数据和文章');
  const frozen = freezeInput(ROOT, foldersOf(env, ROOT), work);
  const pages = join(frozen.root, 'src/pages');
  leave(
    pages,
    KINDS.map(({ page }) => join(pages, page)),
  );
  renameSync(join(frozen.root, 'astro.config.mjs'), join(frozen.root, 'whole.config.mjs'));
  writeFileSync(join(frozen.root, 'astro.config.mjs'), CONFIG);
  const cards = join(frozen.root, 'src/queries/cards.ts');
  if (!readFileSync(cards, 'utf8').includes('stationCardPath')) throw new Error('站点的页不再从 cards.ts 问卡片');
  writeFileSync(cards, CARDS);
  const signal = new AbortController().signal;
  await runAstro(frozen, load(frozen), env, TODAY, { progress, signal });
  progress.stage('写进样式');
  inlineSheets(siteIn(frozen.site));
  renameSync(frozen.site, out);
} finally {
  progress.end();
  rmSync(work, { recursive: true, force: true });
}
