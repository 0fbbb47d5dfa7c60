import { fileURLToPath } from 'node:url';
import { publicationDay } from '../domain/time/dates.ts';
import { AUDIT_NAMES } from '../built/releaseAudit.ts';
import { RELEASE_NOTE } from '../built/releaseNote.ts';
import { publishedFileFaults } from '../loading/publishedFiles.ts';
import { isBlocking } from '../loading/faults/fault.ts';
import { inspect } from '../loading/input.ts';
import { releaseReasons } from '../loading/releaseGate.ts';
import { buildSite } from './building/buildSite.ts';
import { releaseRefusal } from './building/checkWords.ts';
import type { FrozenInput } from './building/frozenInput.ts';
import { BuildFailedError } from './building/runAstro.ts';
import { versionsOf } from './building/versions.ts';
import { tellFailure } from './failure.ts';
import { onTerminal } from './onTerminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');
const { env } = process;

const options = onTerminal(root);

/** Checks the input of a release. Throws BuildFailedError with every reason why it may not be published. */
async function admit(input: FrozenInput): Promise<void> {
  options.progress.stage('查能不能发布');
  const today = publicationDay(env);
  const found = inspect(input, today);
  const attached = await publishedFileFaults(input, found.reading.site?.reviewedFiles);
  const reasons = releaseReasons(found, attached, env['SITE_URL'], today);
  if (reasons.length > 0) throw new BuildFailedError(releaseRefusal(reasons));
  const reminders = [...found.faults, ...attached].filter((fault) => !isBlocking(fault)).length;
  options.progress.end();
  if (reminders > 0) console.log(`有 ${reminders} 处提醒，不挡发布；npm run check 能看到。`);
}

try {
  await buildSite({ ...options, release: { admit, versions: versionsOf(root) } });
  console.log(`查过了：${AUDIT_NAMES.join('、')}。清单在 ${RELEASE_NOTE}。`);
} catch (error) {
  tellFailure(error);
}
