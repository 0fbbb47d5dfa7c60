import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isValidDate } from '../domain/time/validDate.ts';
import { changesBetween, countChanges, withChanges, type StationChange } from '../domain/station/changes.ts';
import { CHANGE_LOG, readChangeLog, writeChangeLog } from '../loading/tables/changeLog.ts';
import { stationsAt } from '../loading/tables/earlierStations.ts';
import { DataFaultsError, faultLine } from '../loading/faults/lines.ts';
import { fileFault } from '../loading/faults/fault.ts';
import { fileReader, foldersOf } from '../loading/folders.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { readPackage } from '../loading/tables/settings.ts';
import { settleBuilds } from './building/commit.ts';
import { tellFailure } from './failure.ts';

const USAGE = `用法：npm run changes -- 旧名单 [新名单] [选项]
  名单可以是 stations.csv、本站发布的 CSV、数据文件夹、建好的网站的文件夹
  不写新名单，就和数据文件夹里现在的比，并记进 ${CHANGE_LOG}
  --on 2026-11-23   变更算在哪一天；不写就用 datapackage.json 的 as_at
  --dry-run         只列出来，不记
  --json            列成 JSON`;

function refuse(what: string, message: string): never {
  throw new DataFaultsError([fileFault(what, message, `看下面的用法\n${USAGE}\n`)]);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) refuse('npm run changes', `看不懂写的选项（${error.message}）`);
    throw error;
  }
}

function asAtOf(data: string): string {
  const { value, faults } = readPackage(fileReader(data));
  if (value === null) throw new DataFaultsError(faults);
  return value.asAt;
}

const line = ({ station, kind, before, after }: StationChange) =>
  `  ${kind} ${station}${before === '' && after === '' ? '' : `：${before || '（空）'} → ${after || '（空）'}`}`;

function main(args: string[]): void {
  const { values, positionals } = parse(args);
  const [older, newer, ...rest] = positionals;
  if (older === undefined || rest.length > 0) refuse('npm run changes', '要写一份旧名单，最多再写一份新名单');
  // A release that was killed in its swap is completed first, because that also writes the log.
  settleBuilds(fileURLToPath(new URL('../..', import.meta.url)));
  const { data } = foldersOf(process.env);
  const on = values.on ?? asAtOf(data);
  if (!isValidDate(on)) refuse('--on', `${on} 不是日期`);
  // npm runs scripts in the repository; a relative path is meant from the folder where the operator typed it.
  const from = process.env['INIT_CWD'] ?? '.';
  const changes = changesBetween(
    stationsAt(resolve(from, older)),
    stationsAt(newer === undefined ? data : resolve(from, newer)),
    on,
  );
  if (values.json) console.log(JSON.stringify(changes, null, 2));
  else console.log([...changes.map(line), countChanges(changes) || '没有变更'].join('\n'));
  const logged = newer === undefined && !values['dry-run'];
  if (!logged || changes.length === 0) return;
  writeTogether(data, { [CHANGE_LOG]: writeChangeLog(withChanges(readChangeLog(data), changes)) });
  if (!values.json) console.log(`记进了 ${CHANGE_LOG}，日期 ${on}`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (error instanceof DataFaultsError) {
    console.error(error.faults.map(faultLine).join('\n'));
    process.exitCode = 1;
  } else tellFailure(error);
}
