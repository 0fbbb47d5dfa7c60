import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteIn } from '../built/builtSite.ts';
import { AUDIT_NAMES, releaseAudit } from '../built/releaseAudit.ts';
import { RELEASE_NOTE, releaseNote, writeReleaseNote, type Versions } from '../built/releaseNote.ts';
import { attachmentFaultsIn } from '../loading/attachments/attachments.ts';
import { isBlocking } from '../loading/faults/fault.ts';
import { foldersOf } from '../loading/folders.ts';
import { inspect } from '../loading/input.ts';
import { releaseReasons } from '../loading/releaseGate.ts';
import { BuildFailedError, buildSite, isForOperator, outOf, placeOf, todayOf } from './building/buildSite.ts';
import { logChanges } from './building/publishedChanges.ts';
import { untilStopped } from './signals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

function versions(): Versions {
  const versionIn = (path: string) =>
    (JSON.parse(readFileSync(join(root, path), 'utf8')) as { version: string }).version;
  return {
    site: versionIn('package.json'),
    node: process.versions.node,
    astro: versionIn('node_modules/astro/package.json'),
  };
}

const refused = (reasons: readonly string[]) =>
  [`不能正式发布，有 ${reasons.length} 条原因，原来的网站没有动：`, ...reasons.map((reason) => `  ${reason}`)].join(
    '\n',
  );

async function main(): Promise<void> {
  const { env } = process;
  const folders = foldersOf(env, root);
  const found = inspect(folders, todayOf(env));
  const attached = await attachmentFaultsIn(
    folders.content,
    join(root, 'public'),
    found.reading.site?.reviewedFiles ?? [],
  );
  const reasons = releaseReasons(found, attached, env['SITE_URL'], todayOf(env));
  if (reasons.length > 0) throw new BuildFailedError(refused(reasons));
  const reminders = [...found.faults, ...attached].filter((fault) => !isBlocking(fault)).length;
  if (reminders > 0) console.log(`有 ${reminders} 处提醒，不挡发布；npm run check 能看到。`);
  const logged = found.input === null ? null : logChanges(outOf(env, root), folders.data, found.input);
  if (logged !== null) console.log(logged.words);
  await buildSite({
    root,
    env,
    log: (line) => console.log(line),
    signal: untilStopped(),
    finish: async (folder, input, audit) => {
      const { base, site } = placeOf(env);
      const faults = await releaseAudit(siteIn(folder, base), input.dataset.site);
      if (faults.length > 0) throw new BuildFailedError(refused(faults));
      writeReleaseNote(folder, releaseNote(folder, input, audit, versions(), site));
    },
  }).catch((error: unknown) => {
    // What did not go out has not changed for anybody.
    logged?.undo();
    throw error;
  });
  console.log(`查过了：${AUDIT_NAMES.join('、')}。清单在 ${RELEASE_NOTE}。`);
}

try {
  await main();
} catch (error) {
  if (!isForOperator(error)) throw error;
  console.error(error.message);
  process.exitCode ??= 1;
}
