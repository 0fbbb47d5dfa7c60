import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles } from '../src/built/listFiles.ts';
import { Progress } from '../src/cli/progress.ts';
import { measure } from './measure.ts';
import { keepResults, stagesIn, type Built } from './results.ts';
import { ROOT, TODAY, writeSize } from './sizes.ts';

/**
 * `npm run bench:build [-- --sizes 1k,10k,40k --from node_modules --cold]`: builds the sample (1k), that of a province
 * (10k) and that of six (40k): cold, cold with KEEP_PAGES=1, and so again with one row in a hundred changed; with --cold
 * only the first. Prints processor, wall, peak memory, pages and bytes beside those of the last time and the share of
 * each stage, and keeps them in bench/results/.
 */

/** Builds once in a process of its own. */
async function build(env: Readonly<Record<string, string>>, out: string): Promise<Built> {
  const { said, ...taken } = await measure([process.execPath, join(ROOT, 'src/cli/build.ts')], ROOT, {
    SITE_TODAY: TODAY,
    ...env,
    OUT_DIR: out,
  });
  const files = listFiles(out);
  return {
    ...taken,
    pages: files.filter(({ path }) => path.endsWith('.html')).length,
    megabytes: Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
    stages: stagesIn(said),
  };
}

/** Changes the address of about one station in a hundred, always the same ones. */
function changeRows(data: string): void {
  const file = join(data, 'stations.csv');
  const lines = readFileSync(file, 'utf8').split('\n');
  const changed = lines.map((line, at) => (at % 100 === 50 ? line.replace(/号(?=[,，])/u, '号甲') : line));
  writeFileSync(file, changed.join('\n'));
}

const CHANGED = '改了百分之一再建';
/** Every page is made in the first; the second keeps them for the third. */
const RUNS = [
  { kind: '从头建', keep: '' },
  { kind: '从头建，留下做好的页', keep: '1' },
  { kind: CHANGED, keep: '1' },
] as const;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1k' },
    from: { type: 'string' },
    cold: { type: 'boolean', default: false },
  },
});
const progress = new Progress();
const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
const results: Record<string, Built> = {};
try {
  for (const size of values.sizes.split(',')) {
    const { data, content } = writeSize(size, join(folder, size), values.from, (name) => progress.stage(name));
    const env = { DATA_DIR: data, CONTENT_DIR: content };
    for (const { kind, keep } of values.cold ? RUNS.slice(0, 1) : RUNS) {
      if (kind === CHANGED) changeRows(data);
      progress.stage(`${size} ${kind}`);
      results[`${size} ${kind}`] = await build({ ...env, KEEP_PAGES: keep }, join(folder, size, 'dist'));
    }
    rmSync(join(folder, size), { recursive: true });
  }
} finally {
  progress.end();
  rmSync(folder, { recursive: true, force: true });
  // What was measured before something failed counts too.
  if (Object.keys(results).length > 0) console.log(`记在 ${keepResults(results)}，一共用了 ${progress.took}。`);
}
