import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileFault } from '../loading/faults/fault.ts';
import { faultLine } from '../loading/faults/lines.ts';
import { foldersOf } from '../loading/folders.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { fromDisk } from '../loading/inbox/read/fromDisk.ts';
import { inboxHtml, inboxReportName } from '../loading/inbox/report/page.ts';
import { inboxText } from '../loading/inbox/report/words.ts';
import { runInbox } from '../loading/inbox/runInbox.ts';
import { faultOfSystem } from './failure.ts';
import { dayOf, UsageError } from './options.ts';
import { Progress } from './progress.ts';
import { runCommand } from './runCommand.ts';

const USAGE = `用法：npm run inbox -- 稿件.zip [更多的稿件] [选项]
  稿件可以是稿件包（.zip）、Word文档（.docx），或放着一篇稿子和图片的文件夹
  --dry-run           只检查，什么都不写
  --out 文件夹        收稿结果放在哪里；不写就放在稿件旁边
  --today 2026-11-23  按哪一天收；不写就是今天`;

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      out: { type: 'string' },
      today: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new UsageError('没有写要收哪个稿件。');
  // npm runs scripts in the repository; a relative path is meant from the folder where the operator typed it.
  const here = process.env['INIT_CWD'] ?? '.';
  const paths = positionals.map((path) => resolve(here, path));
  const out = values.out === undefined ? null : resolve(here, values.out);
  if (out !== null && !existsSync(out))
    throw new UsageError(faultLine(fileFault(out, '文件夹不存在', '先建好，或去掉--out')));
  const dryRun = values['dry-run'];
  const progress = new Progress();
  progress.stage('收稿，核对');
  const outcomes = await runInbox(
    paths.map((path) => ({ name: basename(path), read: () => fromDisk(path) })),
    foldersOf(process.env),
    { today: dayOf(values.today, process.env), dryRun, explain: faultOfSystem },
  ).finally(() => progress.end());
  const reports = dryRun
    ? []
    : outcomes.map((outcome, at) => {
        const folder = out ?? dirname(paths[at] ?? '.');
        const name = inboxReportName(outcome.name);
        // What is not there has no page beside it.
        if (!existsSync(paths[at] ?? '') || !existsSync(folder)) return null;
        writeTogether(folder, { [name]: inboxHtml(outcome) });
        return `收稿结果：${join(folder, name)}`;
      });
  const ok = outcomes.every(({ state }) => state !== 'refused');
  // Printed only after everything was written: it tells what was done, not what was planned.
  console[ok ? 'log' : 'error']([inboxText(outcomes, dryRun), ...reports.filter((line) => line !== null)].join('\n'));
  if (!ok) process.exitCode = 1;
}

await runCommand(main, USAGE);
