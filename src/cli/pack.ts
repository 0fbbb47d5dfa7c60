import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { siteIn } from '../built/builtSite.ts';
import { packName, packSite } from '../built/pack/packSite.ts';
import { formatBytes } from '../domain/openData/fileSize.ts';
import { fileFault } from '../loading/faults/fault.ts';
import { faultLine } from '../loading/faults/lines.ts';
import { foldersOf } from '../loading/folders.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { load } from '../loading/input.ts';
import { buildSite, isBuilt, placeOf } from './building/buildSite.ts';
import { lockOutput } from './building/buildLock.ts';
import { outOf, realOf } from './building/outputFolder.ts';
import { UsageError } from './options.ts';
import { runCommand } from './runCommand.ts';
import { Progress } from './progress.ts';
import { untilStopped } from './signals.ts';

const USAGE = '用法：npm run pack，或 npm run pack -- --out 文件名.zip';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { out: { type: 'string' } } });
  const { env } = process;
  const progress = new Progress();
  if (values.out !== undefined && !values.out.endsWith('.zip'))
    throw new UsageError(faultLine(fileFault('--out', `“${values.out}”不是 .zip 文件`, '文件名以 .zip 结尾')));
  if (!isBuilt(root, env)) {
    console.log('正在建网站……');
    await buildSite({ root, env, log: (line) => console.log(line), signal: untilStopped(), progress });
  }
  const { meta, site } = load(foldersOf(env, root)).dataset;
  const file = resolve(env['INIT_CWD'] ?? '.', values.out ?? packName(meta, site.siteName));
  const out = realOf(outOf(env, root));
  const unlock = lockOutput(join(root, '.cache'), out);
  progress.stage('打包');
  const bytes = await packSite(siteIn(out, placeOf(env).base), meta, site.siteName, (done, total) =>
    progress.count(done, total, '个文件'),
  ).finally(() => {
    progress.end();
    unlock();
  });
  mkdirSync(dirname(file), { recursive: true });
  writeTogether(dirname(file), { [basename(file)]: bytes });
  console.log(
    `打包好了：${join(dirname(file), basename(file))}，${formatBytes(bytes.length)}，用了 ${progress.took}。全部解压以后，双击“打开网站.html”。`,
  );
}

await runCommand(main, USAGE);
