import { parseArgs } from 'node:util';
import { foldersOf, inspect } from '../loading/folders.ts';
import { faultLine, type Fault } from '../loading/faults.ts';

/** The faults as text for people: grouped by file, one line each, and a closing line. */
export function checkReport(faults: readonly Fault[]): string {
  if (faults.length === 0) return '检查完了，没有错误。';
  const files = Map.groupBy(faults, ({ file }) => file);
  const groups = [...files].map(([file, found]) => {
    const ordered = found.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    return [`${file}（${found.length} 处）`, ...ordered.map((fault) => `  ${faultLine(fault)}`)].join('\n');
  });
  return `${groups.join('\n\n')}\n\n检查完了：${files.size} 个文件里有 ${faults.length} 处错误。`;
}

function main(args: string[]): void {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const { input, faults } = inspect(foldersOf(process.env));
  if (values.json) console.log(JSON.stringify({ ok: faults.length === 0, faults }, null, 2));
  else {
    if (input !== null) console.log(`${input.dataset.stations.length} 个站点，${input.dataset.meta.title}。`);
    console.log(checkReport(faults));
  }
  if (faults.length > 0) process.exitCode = 1;
}

if (import.meta.main) main(process.argv.slice(2));
