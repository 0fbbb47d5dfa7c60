import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { publicationDay } from '../domain/time/dates.ts';
import { lockOutput } from './building/buildLock.ts';
import { settleBuilds } from './building/commit.ts';
import { outOf, realOf } from './building/outputFolder.ts';
import { deploySite, rollBack, type Deployed } from './deploying/deploySite.ts';
import { currentOf, prune, releasesIn } from './deploying/releases.ts';
import { fetchReleases, pathOnServer, pushReleases } from './deploying/rsync.ts';
import { openBucket } from './deploying/storage/bucket.ts';
import { deployToBucket, pruneBucket, rollBackInBucket } from './deploying/storage/deployToBucket.ts';
import { Shelf } from './deploying/storage/shelf.ts';
import { accessOf, targetOf, type Target } from './deploying/storage/target.ts';
import { listed } from './deploying/versions.ts';
import { UsageError } from './options.ts';
import { Progress } from './progress.ts';
import { runCommand } from './runCommand.ts';
import { untilStopped } from './signals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');
const { env } = process;

const USAGE = `用法：npm run deploy -- --to 文件夹或 s3://桶名/前缀 [选项]
  把建好的网站（OUT_DIR，默认 dist）放进文件夹里的 releases，压好，再一步切换过去；
  或放进对象存储，密钥等写在环境变量里：S3_ENDPOINT、S3_REGION、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY
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
  if (values.to === undefined || positionals.length > (values.rollback ? 1 : 0))
    throw new UsageError('要写 --to 和一个文件夹；版本只和 --rollback 一起写。');
  if (!/^[1-9]\d{0,2}$/u.test(values.keep)) throw new UsageError('--keep 后面写 1 到 999。');
  const { rsync, rollback, list, to } = values;
  const target = targetOf(to);
  if (target !== null && rsync !== undefined) throw new UsageError('--rsync 不和对象存储一起写。');
  return {
    to,
    target,
    rsync: rsync?.replace(/\/+$/u, ''),
    rollback,
    list,
    keep: Number(values.keep),
    asked: positionals[0],
  };
}

type Job = ReturnType<typeof parse>;
const say = (line: string) => void console.log(line);

/** Calls `work` with the folder of the built site while no build may replace it. */
async function withSite<T>(work: (out: string) => Promise<T>): Promise<T> {
  settleBuilds(root);
  const out = realOf(outOf(env, root));
  const unlock = lockOutput(join(root, '.cache'), out);
  return work(out).finally(unlock);
}

function deployedWords({ name, before, isNew, isSample }: Deployed): string {
  if (!isNew) return `正在用的 ${name} 已经是这一版，没有换。`;
  const sample = isSample ? '这是示例，每页都写着示例。' : '';
  return `换上了 ${name}${before === null ? '' : `，原来是 ${before}`}。${sample}`;
}

const rolledBackWords = ({ name, before }: { readonly name: string; readonly before: string | null }): string =>
  before === name ? `正在用的就是 ${name}，没有换。` : `退回到 ${name}，原来是 ${before ?? '（没有）'}。`;

async function deployToFolder(dir: string, { rsync, rollback, list, keep, asked }: Job): Promise<void> {
  const onServer = rsync === undefined ? dir : pathOnServer(rsync);
  const progress = new Progress();
  const told = async (stage: string, work: () => void | Promise<void>) => {
    progress.stage(stage);
    try {
      await work();
    } finally {
      progress.end();
    }
  };
  if (rsync !== undefined) await told('从服务器取回正在用的', () => fetchReleases(dir, rsync));
  if (list) return say(listed(dir, releasesIn(dir), currentOf(dir)));
  // Room first: on a full disk the new version would never come to its end.
  const early = rollback ? [] : prune(dir, keep);
  if (rollback) say(rolledBackWords(rollBack(dir, asked)));
  else
    await told('压好文件', async () => {
      const tell = (packed: number, total: number) => progress.count(packed, total, '个文件');
      const job = { dir, onServer, today: publicationDay(env), signal: untilStopped(), tell };
      const done = await withSite((out) => deploySite({ out, ...job }));
      progress.end();
      say(`${deployedWords(done)}用了 ${progress.took}。`);
      if (done.isNew) say(`服务器的设置在 ${onServer}/current/server；转走的旧网址变了的，让服务器重读一次设置。`);
    });
  const gone = rollback ? [] : [...early, ...prune(dir, keep)];
  if (rsync !== undefined) await told('送到服务器', () => pushReleases(dir, rsync));
  if (gone.length > 0) say(`删掉了旧的 ${gone.length} 版，留着 ${releasesIn(dir).length} 版。`);
}

async function deployToStorage(target: Target, { to, rollback, list, keep, asked }: Job): Promise<void> {
  const shelf = await Shelf.open(openBucket(target, accessOf(env)));
  if (list) return say(listed(to, shelf.versions, shelf.state.served));
  const signal = untilStopped();
  if (rollback) return say(rolledBackWords(await rollBackInBucket(shelf, asked, signal)));
  const job = { today: publicationDay(env), signal, log: say };
  const done = await withSite((out) => deployToBucket(shelf, { out, ...job }));
  say(deployedWords(done));
  const after = await shelf.again();
  const gone = await pruneBucket(after, keep, signal);
  if (gone.length > 0) say(`删掉了旧的 ${gone.length} 版，留着 ${after.versions.length - gone.length} 版。`);
  if (!`/${target.prefix}`.endsWith(done.base))
    say(
      `注意：网站是给 ${done.base} 造的，放在 /${target.prefix}。两个不一样的，要由 CDN 转过去，不然样式和图找不到。`,
    );
  if (await after.isOpen())
    say(`注意：桶里 ${target.prefix}.shegongzhan/ 谁都能读，旧版也在里面。怎么改：在桶的权限里不让人读这个前缀。`);
}

async function main(args: string[]): Promise<void> {
  const job = parse(args);
  const dir = resolve(job.to);
  const unlock = lockOutput(join(root, '.cache'), job.target === null ? dir : job.to);
  await (job.target === null ? deployToFolder(dir, job) : deployToStorage(job.target, job)).finally(unlock);
}

await runCommand(main, USAGE);
