import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { publicationDay } from '../domain/time/dates.ts';
import { lockOutput } from './building/buildLock.ts';
import { settleBuilds } from './building/commit.ts';
import { outOf, realOf } from './building/outputFolder.ts';
import { DeployError } from './deploying/deployError.ts';
import { deploySite, rollBack } from './deploying/deploySite.ts';
import { currentOf, prune, releasesIn } from './deploying/releases.ts';
import { fetchReleases, pathOnServer, pushReleases } from './deploying/rsync.ts';
import { tellFailure } from './failure.ts';
import { Progress } from './progress.ts';
import { isUsage } from './options.ts';
import { untilStopped } from './signals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');
const { env } = process;

const USAGE = `用法：npm run deploy -- --to 文件夹 [选项]
  把建好的网站（OUT_DIR，默认 dist）放进文件夹里的 releases，压好，再一步切换过去
  --rsync 账号@主机:/路径  再用 rsync 送到另一台服务器；文件夹是那边的一份副本
  --rollback [版本]        退回上一版，或写明的那一版
  --list                   列出有哪几版
  --keep 5                 留几版；--keep 1 只留正在用的`;

function parse(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      rsync: { type: 'string' },
      rollback: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      keep: { type: 'string', default: '5' },
    },
  });
  if (values.to === undefined || positionals.length > (values.rollback ? 1 : 0)) throw new DeployError(USAGE);
  if (!/^[1-9]\d{0,2}$/u.test(values.keep)) throw new DeployError(`--keep 后面写 1 到 999。\n${USAGE}`);
  const { rsync, rollback, list, to } = values;
  return {
    dir: resolve(to),
    rsync: rsync?.replace(/\/+$/u, ''),
    rollback,
    list,
    keep: Number(values.keep),
    asked: positionals[0],
  };
}

function listed(dir: string): string {
  const current = currentOf(dir);
  const lines = releasesIn(dir).map(
    ({ name, withdrawn }) => `  ${name}${name === current ? '（正在用）' : ''}${withdrawn ? '（退掉的）' : ''}`,
  );
  return lines.length === 0 ? `${dir} 里还没有网站。` : lines.join('\n');
}

/** Deploys the built site while no build may replace it. */
async function deploy(dir: string, onServer: string, progress: Progress): Promise<string> {
  settleBuilds(root);
  const out = realOf(outOf(env, root));
  const unlock = lockOutput(join(root, '.cache'), out);
  try {
    progress.stage('压好文件');
    const done = await deploySite({
      out,
      dir,
      onServer,
      today: publicationDay(env),
      signal: untilStopped(),
      tell: (packed, total) => progress.count(packed, total, '个文件'),
    });
    const sample = done.isSample ? '这是示例，每页都写着示例。' : '';
    if (!done.isNew) return `正在用的 ${done.name} 已经是这一版，没有换。`;
    return `换上了 ${done.name}${done.before === null ? '' : `，原来是 ${done.before}`}。${sample}用了 ${progress.took}。\n服务器的设置在 ${onServer}/current/server；转走的旧网址变了的，让服务器重读一次设置。`;
  } finally {
    progress.end();
    unlock();
  }
}

async function main(args: string[], log: (line: string) => void): Promise<void> {
  const { dir, rsync, rollback, list, keep, asked } = parse(args);
  const onServer = rsync === undefined ? dir : pathOnServer(rsync);
  const progress = new Progress();
  const unlock = lockOutput(join(root, '.cache'), dir);
  try {
    if (rsync !== undefined) {
      progress.stage('从服务器取回正在用的');
      fetchReleases(dir, rsync);
      progress.end();
    }
    if (list) return log(listed(dir));
    // Room first: on a full disk the new version would never come to its end.
    const early = rollback ? [] : prune(dir, keep);
    if (rollback) {
      const { name, before } = rollBack(dir, asked);
      log(before === name ? `正在用的就是 ${name}，没有换。` : `退回到 ${name}，原来是 ${before ?? '（没有）'}。`);
    } else {
      log(await deploy(dir, onServer, progress));
    }
    const gone = rollback ? [] : [...early, ...prune(dir, keep)];
    if (rsync !== undefined) {
      progress.stage('送到服务器');
      pushReleases(dir, rsync);
      progress.end();
    }
    if (gone.length > 0) log(`删掉了旧的 ${gone.length} 版，留着 ${releasesIn(dir).length} 版。`);
  } finally {
    progress.end();
    unlock();
  }
}

try {
  await main(process.argv.slice(2), console.log);
} catch (error) {
  tellFailure(isUsage(error) ? new DeployError(`${error.message}\n${USAGE}`) : error);
}
