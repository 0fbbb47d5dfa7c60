import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shanghaiNow, type IsoDate } from '../../domain/time/dates.ts';
import { isPublished } from '../../domain/case/publication.ts';
import { redirectFaults, writeRedirectPages, writeServerFiles, type Place } from '../../built/redirects.ts';
import { auditFaults, auditSite, auditTable, listFiles, type SiteAudit } from '../../built/pageAudit.ts';
import { lastingAddresses, MANIFEST, readManifest, vanished, vanishedMessage } from '../../built/urlManifest.ts';
import { DataFaultsError } from '../../loading/faults/lines.ts';
import { foldersOf } from '../../loading/folders.ts';
import { load, type Input } from '../../loading/input.ts';
import { fingerprint, isCurrent, noteBuild } from './fingerprint.ts';
import { unloggedMessage } from './publishedChanges.ts';
import {
  assertReplaceable,
  clearDead,
  clearLeftovers,
  moveFolder,
  OutputFolderError,
  swapIn,
  temporaryBeside,
  writableByAstro,
} from './folderSwap.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A build that did not come to its end; the message is ready to print. */
export class BuildFailedError extends Error {
  override readonly name = 'BuildFailedError';
}

/** Where to build from and to; `log` gets the lines that the operator reads. */
export interface BuildOptions {
  readonly root: string;
  readonly env: Env;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
  /** What else the finished folder must pass or be given before it takes its place; throws what stops that. */
  readonly finish?: (folder: string, input: Input, audit: SiteAudit) => Promise<void>;
}

/** The final folder of a build. */
export const outOf = (env: Env, root: string): string => resolve(root, env['OUT_DIR'] ?? 'dist');

/** The day that decides which cases are published: `SITE_TODAY`, else today in China. */
export const todayOf = (env: Env): IsoDate => env['SITE_TODAY'] ?? shanghaiNow(new Date()).date;

const published = ({ content }: Input, today: IsoDate) =>
  content.cases.filter(({ head }) => isPublished(head, today)).map(({ slug }) => slug);

/** Whether the final folder already holds what a build would make now. Throws DataFaultsError on faulty input. */
export function isBuilt(root: string, env: Env): boolean {
  const cases = published(load(foldersOf(env, root)), todayOf(env));
  return isCurrent(root, outOf(env, root), { fingerprint: fingerprint(root, env), cases });
}

/** Names that Vite would take from the environment into import.meta.env, over what the configuration says. */
const VITE_NAMES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'SITE', 'ASSETS_PREFIX'];

/** What Astro is started with: our own words, and nothing that a CI or a test runner happens to set. */
function astroEnv(env: Env, own: Env): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !VITE_NAMES.includes(name));
  return { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...own };
}

/** Runs Astro in a process of its own; resolves when it has ended well. */
function runAstro(root: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    const script = fileURLToPath(new URL('./astroBuild.ts', import.meta.url));
    const child = spawn(process.execPath, [script], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    let killer: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill('SIGTERM');
      killer = setTimeout(() => child.kill('SIGKILL'), 3000);
    };
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', failed);
    child.once('exit', (code) => {
      clearTimeout(killer);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) failed(new BuildFailedError('已停止，原来的网站没有动。'));
      else if (code === 0) done();
      else failed(new BuildFailedError('没有建成，原因见上面。原来的网站没有动。'));
    });
  });
}

/** Checks the finished pages against the rows; throws when a page is missing or nobody's. */
function audited(folder: string, input: Input, today: IsoDate): SiteAudit {
  const audit = auditSite(listFiles(folder), input, today);
  const faults = auditFaults(audit);
  if (faults.length > 0) {
    throw new BuildFailedError(
      ['页面和数据对不上，没有发布，原来的网站没有动：', ...faults.map((fault) => `  ${fault}`)].join('\n'),
    );
  }
  return audit;
}

/** Where the site will stand, as the configuration of Astro has it. */
export const placeOf = (env: Env): Place => ({
  base: env['SITE_BASE'] ?? '/',
  site: env['SITE_URL'] ?? 'https://example.org',
});

const fileSet = (folder: string) => new Set(listFiles(folder).map(({ path }) => path));

/** Puts the pages of redirects into the finished site; throws when one leads nowhere or stands on a page. */
function redirected(folder: string, { dataset }: Input, place: Place): void {
  const faults = redirectFaults(dataset.redirects, fileSet(folder));
  if (faults.length > 0) {
    throw new BuildFailedError(['旧网址转得不对，没有发布，原来的网站没有动：', ...faults].join('\n  '));
  }
  writeRedirectPages(folder, dataset.redirects, place);
}

/** Throws when an address that was published is gone; answers what to say of the list of addresses. */
function permanent(folder: string, dataFolder: string, input: Input, today: IsoDate): string {
  const manifest = readManifest(dataFolder);
  if (manifest === null) return `没有 ${MANIFEST}，没有查发布过的网址还在不在。运行 npm run urls 建一份。`;
  const files = fileSet(folder);
  const message = vanishedMessage(vanished(manifest, files, input, today));
  if (message !== null) throw new BuildFailedError(message);
  const known = new Set(manifest);
  const added = lastingAddresses([...files], input).filter((address) => !known.has(address)).length;
  const news = added === 0 ? '' : `，新的 ${added} 个还没有记，运行 npm run urls`;
  return `发布过的 ${manifest.length} 个网址都在${news}。`;
}

/**
 * Builds the site beside its final folder and puts it there in one step when everything is right. Until then the
 * final folder is not touched. Throws DataFaultsError, OutputFolderError or BuildFailedError.
 */
export async function buildSite({ root, env, log, signal, finish }: BuildOptions): Promise<SiteAudit> {
  const began = performance.now();
  const out = outOf(env, root);
  const cache = join(root, '.cache');
  assertReplaceable(out, root);
  clearLeftovers(out);
  clearDead(cache, 'astro-');
  const before = fingerprint(root, env);
  const input = load(foldersOf(env, root));
  const today = todayOf(env);
  const unlogged = unloggedMessage(out, input);
  const temporary = temporaryBeside(out);
  const astroCache = join(cache, `astro-${process.pid}`);
  try {
    mkdirSync(astroCache, { recursive: true });
    const built = writableByAstro(root, temporary, astroCache);
    await runAstro(root, astroEnv(env, { OUT_DIR: built, ASTRO_CACHE_DIR: astroCache, SITE_TODAY: today }), signal);
    moveFolder(built, temporary);
    redirected(temporary, input, placeOf(env));
    const audit = audited(temporary, input, today);
    const addresses = permanent(temporary, foldersOf(env, root).data, input, today);
    await finish?.(temporary, input, audit);
    if (signal.aborted) throw new BuildFailedError('已停止，原来的网站没有动。');
    swapIn(temporary, out);
    writeServerFiles(out, input.dataset.redirects, placeOf(env).base);
    noteBuild(root, out, { fingerprint: before, cases: published(input, today) });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const shown = relative(root, out);
    log(`网站建好了，用了 ${seconds} 秒 → ${shown.startsWith('..') ? out : `${shown}/`}`);
    auditTable(audit).forEach(log);
    log(addresses);
    if (unlogged !== null) log(unlogged);
    return audit;
  } finally {
    for (const folder of [temporary, astroCache]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether an error's message alone tells the operator what to do. */
export function isForOperator(error: unknown): error is Error {
  return error instanceof BuildFailedError || error instanceof OutputFolderError || error instanceof DataFaultsError;
}
