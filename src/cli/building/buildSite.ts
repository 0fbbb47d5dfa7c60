import { join, relative } from 'node:path';
import { publishedCases } from '../../loading/publishedCases.ts';
import { isPartsNumber, wantsParts } from '../../domain/site/lookupParts.ts';
import { mayKeep } from '../../domain/site/offline.ts';
import { publicationDay, type IsoDate } from '../../domain/time/dates.ts';
import { isValidDate } from '../../domain/time/validDate.ts';
import { check, type SiteCheck } from '../../built/check.ts';
import { markSite } from '../../built/marker.ts';
import { writeMemberCard } from '../../built/memberCard.ts';
import { normalBase } from '../../built/addresses.ts';
import { siteIn } from '../../built/builtSite.ts';
import { writeServiceWorker } from '../../built/offline/writeServiceWorker.ts';
import { auditTable } from '../../built/pageAudit.ts';
import { writePrefetchRules } from '../../built/prefetchRules.ts';
import { writeRedirectPages, type Place } from '../../built/redirects.ts';
import { inlineSheets, type Styled } from '../../built/sheets/inlineSheets.ts';
import { serverFiles } from '../../built/servers/files.ts';
import { releaseNote, writeReleaseNote, type Versions } from '../../built/releaseNote.ts';
import { MANIFEST, readManifest } from '../../built/urlManifest.ts';
import { actingFileFaultsIn } from '../../loading/actingFiles.ts';
import { DataFaultsError } from '../../loading/faults/lines.ts';
import { foldersOf } from '../../loading/folders.ts';
import { load, type Input } from '../../loading/input.ts';
import { CHANGE_LOG } from '../../loading/tables/changeLog.ts';
import type { Progress } from '../progress.ts';
import { checkWords } from './checkWords.ts';
import { commitSite } from './commit.ts';
import { fingerprint, isCurrent, noteBuild } from './fingerprint.ts';
import { moveFolder, type Stage } from './folderSwap.ts';
import { freezeInput, type FrozenInput } from './frozenInput.ts';
import { cacheOf, inStage, ownWork } from './inStage.ts';
import { KeptPages } from './keptPages.ts';
import { assertReplaceable, outOf, realOf } from './outputFolder.ts';
import { isUntouched, logChanges, unloggedMessage, type LoggedChanges } from './publishedChanges.ts';
import { assertNotStopped, BuildFailedError, runAstro, type Env } from './runAstro.ts';

/** The additional steps of a release: a check of the input, and the versions for release.json. */
export interface ReleaseSteps {
  /** Checks the frozen input before anything is built; throws BuildFailedError where it may not be released. */
  readonly admit: (input: FrozenInput) => Promise<void>;
  readonly versions: Versions;
}

/** The options of a build. `root` is the repository, `env` names the folders, `log` gets the lines for the operator. */
export interface BuildOptions {
  readonly root: string;
  readonly env: Env;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
  /** Shows the stages while they run. */
  readonly progress: Progress;
  readonly release?: ReleaseSteps;
  /** Whether urls.txt is started anew after this build: then no published address counts as missing. */
  readonly freshAddresses?: boolean;
}

const published = (input: Input, today: IsoDate) => publishedCases(input, today).map(({ slug }) => slug);

/**
 * Whether the output folder already holds what a build would make now, so that it can be skipped. Throws
 * DataFaultsError on faulty input.
 */
export function isBuilt(root: string, env: Env): boolean {
  const cases = published(load(foldersOf(env, root)), publicationDay(env));
  return isCurrent(root, realOf(outOf(env, root)), { fingerprint: fingerprint(root, env), cases });
}

/** Where the site will be published, by `SITE_BASE` and `SITE_URL`; the same defaults as in astro.config.mjs. */
export const placeOf = (env: Env): Place => ({
  base: normalBase(env['SITE_BASE'] ?? '/'),
  site: env['SITE_URL'] ?? 'https://example.org',
});

/** A site that is ready to take its place: what its check found, and the styles of its pages. */
interface Filled {
  readonly checked: SiteCheck;
  readonly styled: ReadonlyMap<string, Styled>;
}

/** Builds the frozen input into the stage and checks the result. Throws BuildFailedError with every fault. */
async function fill(
  { root, env, log, signal, progress, release, freshAddresses = false }: BuildOptions,
  frozen: FrozenInput,
  input: Input,
  { ready }: Stage,
  kept: KeptPages | null,
): Promise<Filled> {
  const today = publicationDay(env);
  const place = placeOf(env);
  await runAstro(frozen, input, { ...env, ...kept?.env }, today, { progress, signal });
  progress.stage('检查网站');
  moveFolder(frozen.site, ready);
  markSite(ready);
  const styled = inlineSheets(siteIn(ready, place.base), kept?.looks());
  const unchanged = kept?.takeOver(ready, styled);
  const site = siteIn(ready, place.base);
  writePrefetchRules(site);
  writeRedirectPages(ready, input.dataset.redirects, place, site.files);
  await writeServiceWorker(site, input.dataset.meta.asAt, mayKeep(env));
  writeMemberCard(site, input.dataset, new URL(place.base, place.site).href);
  const checked = await check(ready, input, {
    today,
    base: place.base,
    ...(unchanged === undefined ? {} : { unchanged }),
    manifest: freshAddresses ? null : readManifest(foldersOf(env, root).data),
    release: release !== undefined,
  });
  const words = checkWords(checked.faults);
  if (words !== null) throw new BuildFailedError(words);
  if (release !== undefined)
    writeReleaseNote(ready, releaseNote(checked.site, input, checked.audit, release.versions, place.site));
  if (unchanged !== undefined) log(`沿用了上次做的 ${unchanged.size} 个文件（网页和分享图）。`);
  return { checked, styled };
}

/** The line for the operator about urls.txt: whether it exists, and how many new addresses it lacks. */
function addressWords(dataFolder: string, { unlisted }: SiteCheck): string {
  const manifest = readManifest(dataFolder);
  if (manifest === null) return `没有 ${MANIFEST}，没有查发布过的网址还在不在。运行 npm run urls 建一份。`;
  const news = unlisted.length === 0 ? '' : `，新的 ${unlisted.length} 个还没有记，运行 npm run urls`;
  return `发布过的 ${manifest.length} 个网址都在${news}。`;
}

/**
 * The files that are replaced together with the site, by path: configurations of servers, and the log of changes of
 * a release.
 */
function companionsOf({ root, env }: BuildOptions, { dataset }: Input, logged: LoggedChanges | null) {
  const companions = new Map(
    serverFiles(outOf(env, root), dataset.redirects, placeOf(env).base, env['SITE_HSTS'] === '1'),
  );
  if (logged === null) return companions;
  const { data } = foldersOf(env, root);
  if (!isUntouched(data, logged))
    throw new BuildFailedError(`${CHANGE_LOG} 在建的时候被改了，没有发布，原来的网站没有动。再运行一次。`);
  return companions.set(join(data, CHANGE_LOG), logged.text);
}

/** Throws DataFaultsError where a file that is published as it is acts: an SVG with code, a page, a program. */
function refuseActing(frozen: FrozenInput): void {
  const acting = actingFileFaultsIn(frozen);
  if (acting.length > 0) throw new DataFaultsError(acting);
}

async function buildInto(options: BuildOptions, out: string, stage: Stage, work: string): Promise<SiteCheck> {
  const { root, env, log, signal, progress, release } = options;
  progress.stage('读数据和文章');
  const folders = foldersOf(env, root);
  const before = fingerprint(root, env);
  const frozen = freezeInput(root, folders, work);
  // A release looks at its files together with everything else that may stop it.
  if (release !== undefined) await release.admit(frozen);
  else refuseActing(frozen);
  const logged = release === undefined ? null : logChanges(out, frozen.data, load(frozen));
  // Read again: the changes that were just logged are part of what is built.
  const input = load(frozen);
  const unlogged = unloggedMessage(out, input);
  const inParts = wantsParts(input.dataset.stations.length, env);
  const kept = env['KEEP_PAGES'] === '1' ? new KeptPages(cacheOf(root), out, frozen, env, inParts) : null;
  const { checked, styled } = await fill(options, frozen, input, stage, kept);
  assertNotStopped(signal);
  progress.stage('换上');
  commitSite(root, stage, companionsOf(options, input, logged));
  const notes = [
    ...noteBuild(root, out, { fingerprint: before, cases: published(input, publicationDay(env)) }),
    ...(kept?.note(styled) ?? []),
  ];
  progress.end();
  const shown = relative(root, outOf(env, root));
  log(`网站建好了，用了 ${progress.took} → ${shown.startsWith('..') ? outOf(env, root) : `${shown}/`}`);
  const more = [addressWords(folders.data, checked), logged?.words ?? unlogged, ...notes];
  for (const line of [...auditTable(checked.audit), ...more]) if (line !== null) log(line);
  return checked;
}

/**
 * Builds the site beside its output folder and puts it there in one step once all checks have passed; until then the
 * folder isn't touched. Throws DataFaultsError, OutputFolderError, BuildFailedError or an error of the system.
 */
export async function buildSite(options: BuildOptions): Promise<SiteCheck> {
  const { root, env, progress } = options;
  const { data, content } = foldersOf(env, root);
  if (!isValidDate(publicationDay(env)))
    throw new BuildFailedError(`SITE_TODAY“${publicationDay(env)}”不是日期。怎么改：按 2026-11-23 的样子写。`);
  if (!isPartsNumber(env))
    throw new BuildFailedError(
      `LOOKUP_PARTS_ABOVE“${env['LOOKUP_PARTS_ABOVE']}”不是站数。怎么改：写成 10000 这样的数，或者不设。`,
    );
  const out = realOf(outOf(env, root));
  const work = ownWork(root);
  assertReplaceable(outOf(env, root), root, [data, content]);
  return inStage(root, out, work, (stage) => buildInto(options, out, stage, work)).finally(() => progress.end());
}
