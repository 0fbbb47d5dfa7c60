import { join, resolve, dirname, basename } from 'node:path';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkHtml, checkReport, coverageReport } from '../loading/handouts/checkReport.ts';
import { publishedFileFaults } from '../loading/publishedFiles.ts';
import { clausesIn } from '../loading/rules/texts.ts';
import { faultLine } from '../loading/faults/lines.ts';
import { fileFault, isBlocking } from '../loading/faults/fault.ts';
import { foldersOf } from '../loading/folders.ts';
import { inspect } from '../loading/input.ts';
import { coverageOf } from '../loading/texts/coverage.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { dayOf, UsageError } from './options.ts';
import { Progress } from './progress.ts';
import { runCommand } from './runCommand.ts';

const USAGE = `用法：npm run check -- [选项]
  --json              给程序读的结果
  --html 文件         另写一份能打印的网页
  --today 2026-11-23  按哪一天检查；不写就是今天`;

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false }, html: { type: 'string' }, today: { type: 'string' } },
  });
  const today = dayOf(values.today, process.env);
  const folders = foldersOf(process.env);
  const progress = new Progress();
  progress.stage('读数据和文章，核对');
  const { input, reading, content, faults: found } = inspect(folders, today);
  progress.stage('查别的文件');
  const faults = [
    ...found,
    ...(await publishedFileFaults(
      { content: folders.content, public: join(process.cwd(), 'public') },
      reading.site?.reviewedFiles,
    )),
  ];
  progress.end();
  const ok = !faults.some(isBlocking);
  const coverage = input === null ? [] : coverageOf(content, clausesIn(content));
  if (values.html !== undefined) {
    const file = resolve(process.env['INIT_CWD'] ?? '.', values.html);
    if (!existsSync(dirname(file)))
      throw new UsageError(faultLine(fileFault(file, '文件夹不存在', '先建好，或换一个地方')));
    writeTogether(dirname(file), { [basename(file)]: checkHtml(reading.meta?.title ?? '数据', today, faults) });
  }
  if (values.json) console.log(JSON.stringify({ ok, today, faults, coverage }, null, 2));
  else {
    if (input !== null) {
      console.log(`${input.dataset.stations.length} 个站点，${input.dataset.meta.title}。`);
      console.log(`${coverageReport(coverage)}\n`);
    }
    console.log(checkReport(faults));
    if (values.html !== undefined) console.log(`网页写好了：${resolve(process.env['INIT_CWD'] ?? '.', values.html)}`);
  }
  if (!ok) process.exitCode = 1;
}

await runCommand(main, USAGE);
