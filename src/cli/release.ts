import { fileURLToPath } from 'node:url';
import { foldersOf, load } from '../loading/folders.ts';
import { releaseReasons } from '../loading/releaseGate.ts';
import { buildSite, isForOperator } from './buildSite.ts';
import { untilStopped } from './signals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');
const SHOWN = 40;

try {
  const reasons = releaseReasons(load(foldersOf(process.env, root)), process.env['SITE_URL']);
  if (reasons.length > 0) {
    console.error(`不能正式发布，有 ${reasons.length} 条原因：`);
    for (const reason of reasons.slice(0, SHOWN)) console.error(`  ${reason}`);
    if (reasons.length > SHOWN) console.error(`  ……还有 ${reasons.length - SHOWN} 条，改完上面的再看。`);
    process.exitCode = 1;
  } else {
    await buildSite({ root, env: process.env, log: (line) => console.log(line), signal: untilStopped() });
  }
} catch (error) {
  if (!isForOperator(error)) throw error;
  console.error(error.message);
  process.exitCode ??= 1;
}
