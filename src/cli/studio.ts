import { parseArgs } from 'node:util';
import { isWebAddress } from '../domain/site/webLinks.ts';
import { publicationDay } from '../domain/time/dates.ts';
import { foldersOf } from '../loading/folders.ts';
import type { Repository } from '../loading/studio/config.ts';
import { studioInputs } from '../loading/studio/inputs.ts';
import { UsageError } from './options.ts';
import { runCommand } from './runCommand.ts';
import { portOf } from './serve.ts';
import { serveStudio } from './studio/server.ts';

const USAGE = `用法：npm run studio -- [选项]
  不写选项，只编辑这台电脑上的文件夹。仓库在单位的Git服务器上的，写：
  --kind gitea|gitlab|github  是哪一种服务器
  --repo 单位/仓库            仓库的名字
  --branch main               哪个分支；不写就是main
  --address https://…         服务器的网址；gitlab.com和github.com不写
  --application 编号          服务器上登记这个应用时给的编号；不写就用访问令牌登录`;

/** The port of the editor where `PORT` says none: not that of the site, so that both can be open. */
const PORT = 4322;

const KINDS = ['gitea', 'gitlab', 'github'] as const;

function repositoryOf(values: Readonly<Record<string, string | undefined>>): Repository | null {
  const { kind, repo, branch = 'main', address = '', application = '' } = values;
  if (Object.values(values).every((value) => value === undefined)) return null;
  const known = KINDS.find((name) => name === kind);
  if (known === undefined) throw new UsageError(`--kind 只能是：${KINDS.join('、')}。`);
  if (repo === undefined || !/^[^/\s]+(?:\/[^/\s]+)+$/u.test(repo))
    throw new UsageError('--repo 写成 单位/仓库 的样子。');
  if (address !== '' && !isWebAddress(address)) throw new UsageError('--address 要写成 https:// 开头的网址。');
  if (known === 'gitea' && address === '') throw new UsageError('用gitea的，要写 --address。');
  return { kind: known, repo, branch, address: address.replace(/\/+$/u, ''), application };
}

/** The origin that the page asks for a repository; empty where people work in a folder. */
function serverOf(repository: Repository | null): string {
  if (repository === null) return '';
  if (repository.address !== '') return new URL(repository.address).origin;
  return repository.kind === 'github' ? 'https://api.github.com' : 'https://gitlab.com';
}

async function main(args: string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { kind: text, repo: text, branch: text, address: text, application: text },
  });
  const repository = repositoryOf({ ...values });
  const inputs = studioInputs(foldersOf(process.env), () => publicationDay(process.env), repository);
  // What is wrong with the tables is told here, before anybody opens the page.
  inputs.config();
  const { url, close } = await serveStudio({
    ...inputs,
    server: serverOf(repository),
    port: portOf(process.env, PORT),
  });
  console.log(`用Chrome或Edge打开 ${url}`);
  console.log('只在这台电脑上能打开。按 Ctrl+C 结束。');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
}

await runCommand(main, USAGE);
