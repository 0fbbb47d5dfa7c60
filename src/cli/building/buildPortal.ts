import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pagesOf, siteIn } from '../../built/builtSite.ts';
import { markSite } from '../../built/marker.ts';
import { writePrefetchRules } from '../../built/prefetchRules.ts';
import { filesNote, writeReleaseNote } from '../../built/releaseNote.ts';
import { serverFiles } from '../../built/servers/files.ts';
import { isSampleData } from '../../domain/dataset/sample.ts';
import { MEMBER_CARD } from '../../domain/openData/memberCard.ts';
import { publicationDay } from '../../domain/time/dates.ts';
import { DataFaultsError } from '../../loading/faults/lines.ts';
import { remove } from '../../loading/formats/replaceTogether.ts';
import { passPortal } from '../../loading/members/passedPortal.ts';
import { keptMember, type Member, readMember } from '../../loading/members/readMember.ts';
import type { MemberEntry, PortalConfig } from '../../schemas/portal.ts';
import { lockOutput } from './buildLock.ts';
import { type BuildOptions, placeOf } from './buildSite.ts';
import { commitSite } from './commit.ts';
import { clearDead, moveFolder, type Stage } from './folderSwap.ts';
import { freezeSources } from './frozenInput.ts';
import { cacheOf, inStage, ownWork } from './inStage.ts';
import { assertReplaceable, realOf } from './outputFolder.ts';
import { assertNotStopped, BuildFailedError, spawnAstro } from './runAstro.ts';
import { versionsOf } from './versions.ts';

/** The options of a portal besides those of a build. */
export interface PortalOptions extends Omit<BuildOptions, 'release' | 'freshAddresses'> {
  readonly config: PortalConfig;
  /** The folder that paths in portal.yaml start from. */
  readonly folder: string;
  readonly out: string;
  /** Whether a city that can't be read is kept as an earlier run has taken it in. */
  readonly keepLast: boolean;
}

/** The version of Pagefind that the portal's own full text is made with; package.json names it exactly. */
function pagefindVersion(root: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: { readonly pagefind: string };
  };
  return dependencies.pagefind;
}

/** The folder with the last good copy of each member. */
const membersOf = (root: string) => join(cacheOf(root), 'portal');

/**
 * Takes all members in, each into a folder of its own below `.cache/portal`, which holds the last good copy for later
 * runs. Throws DataFaultsError with what is wrong with every city, unless `keepLast` finds an earlier copy of it.
 */
async function takeMembers({
  root,
  config,
  folder,
  keepLast,
  progress,
  log,
}: PortalOptions): Promise<readonly Member[]> {
  const kept = membersOf(root);
  const pagefind = pagefindVersion(root);
  clearDead(kept, 'new-');
  const faults: DataFaultsError[] = [];
  const members: Member[] = [];
  const take = async (entry: MemberEntry): Promise<Member> => {
    const last = join(kept, entry.id);
    const fresh = join(kept, `new-${process.pid}`);
    try {
      remove(fresh);
      const member = await readMember(entry, folder, fresh, pagefind);
      moveFolder(fresh, last);
      return { ...member, folder: last };
    } catch (error) {
      remove(fresh);
      const earlier = keepLast && error instanceof DataFaultsError ? keptMember(entry, last) : null;
      if (earlier === null) throw error;
      log(
        `${error instanceof Error ? error.message : ''}\n  “${entry.name}”用上一次取来的，数据截至 ${earlier.card.asAt}。`,
      );
      return earlier;
    }
  };
  for (const [at, entry] of config.members.entries()) {
    progress.count(at, config.members.length, '个城市');
    try {
      members.push(await take(entry));
    } catch (error) {
      if (!(error instanceof DataFaultsError)) throw error;
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new DataFaultsError(faults.flatMap((error) => error.faults));
  return members;
}

/** Puts what a portal hosts of its members beside its own pages: their search files and full texts. */
function hostMembers(members: readonly Member[], site: string): void {
  for (const { entry, folder } of members)
    cpSync(folder, join(site, 'members', entry.id), {
      recursive: true,
      filter: (path) => path !== join(folder, dirname(MEMBER_CARD)),
    });
}

/** Writes release.json into an official portal, without which no deploy takes it. */
function writeNote({ root, env, config }: PortalOptions, members: readonly Member[], ready: string): void {
  const { base, site } = placeOf(env);
  const built = siteIn(ready, base);
  const sum = (of: 'stations' | 'towns' | 'committees') => members.reduce((all, { card }) => all + card[of], 0);
  writeReleaseNote(ready, {
    title: config.site.siteName,
    kind: 'official',
    as_at: members.map(({ card }) => card.asAt).sort()[0] ?? '',
    site_name: config.site.siteName,
    url: site,
    versions: versionsOf(root),
    counts: {
      cities: members.length,
      stations: sum('stations'),
      towns: sum('towns'),
      committees: sum('committees'),
    },
    pages: pagesOf(built).length,
    ...filesNote(built),
  });
}

async function buildInto(options: PortalOptions, out: string, stage: Stage, work: string): Promise<void> {
  const { root, env, log, signal, progress, config } = options;
  progress.stage('取各个城市的数据');
  const members = await takeMembers(options);
  if (env['SITE_URL'] === undefined && !members.some(({ card }) => isSampleData(card)))
    throw new BuildFailedError(
      '正式的门户要知道自己的网址，没有做。怎么改：把 SITE_URL 设成 https:// 开头的网址再运行。',
    );
  assertNotStopped(signal);
  const frozen = freezeSources(root, work);
  const input = join(work, 'portal.json');
  passPortal(input, { site: config.site, members });
  await spawnAstro(frozen, { ...env, PORTAL_INPUT: input }, publicationDay(env), { progress, signal });
  moveFolder(frozen.site, stage.ready);
  hostMembers(members, stage.ready);
  markSite(stage.ready);
  const { base } = placeOf(env);
  writePrefetchRules({ dir: stage.ready, base });
  const samples = members.filter(({ card }) => isSampleData(card)).map(({ entry }) => entry.name);
  const stations = members.reduce((sum, { card }) => sum + card.stations, 0);
  if (samples.length === 0) writeNote(options, members, stage.ready);
  assertNotStopped(signal);
  progress.stage('换上');
  commitSite(root, stage, new Map(serverFiles(out, [], base, env['SITE_HSTS'] === '1')));
  progress.end();
  const files = siteIn(out, base).listed.length;
  log(`门户建好了：${members.length} 个城市，${stations} 个站，${files} 个文件，用了 ${progress.took} → ${out}`);
  if (samples.length > 0) log(`有示例数据：${samples.join('、')}。整个门户都标成示例，不给搜索引擎收。`);
}

/**
 * Builds a portal beside its output folder and puts it there in one step, or leaves everything as it was. Throws
 * DataFaultsError where a city can't be taken in, and what `buildSite` throws.
 */
export async function buildPortal(options: PortalOptions): Promise<void> {
  const { root, folder, progress, out: asked } = options;
  const work = ownWork(root);
  const locals = options.config.members.map(({ from }) => join(folder, from)).filter((path) => existsSync(path));
  assertReplaceable(asked, root, locals);
  const out = realOf(asked);
  const unlockMembers = lockOutput(cacheOf(root), membersOf(root));
  try {
    await inStage(root, out, work, (stage) => buildInto(options, out, stage, work));
  } finally {
    progress.end();
    unlockMembers();
  }
}
