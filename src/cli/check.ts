import { parseArgs } from 'node:util';
import { clausesIn } from '../loading/content.ts';
import { foldersOf, inspect, type Input } from '../loading/folders.ts';
import { faultLine, isBlocking, type Fault } from '../loading/faults.ts';
import { coverageOf, type ClauseCoverage } from '../loading/policyRules.ts';

function grouped(faults: readonly Fault[]): string {
  const files = Map.groupBy(faults, ({ file }) => file);
  const groups = [...files].map(([file, found]) => {
    const ordered = found.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    return [
      `${file}（${found.length} 处）`,
      ...ordered.map((fault) => `  ${faultLine(fault)}${fault.code === 'input' ? '' : `〔${fault.code}〕`}`),
    ].join('\n');
  });
  return groups.join('\n\n');
}

/**
 * The faults as text for people: what must be mended, then what is only pointed out, each grouped by file, one line a
 * fault with the code of its rule, and a closing line.
 */
export function checkReport(faults: readonly Fault[]): string {
  const errors = faults.filter(isBlocking);
  const reminders = faults.filter((fault) => !isBlocking(fault));
  const files = new Set(errors.map(({ file }) => file)).size;
  const also = reminders.length === 0 ? '' : `另有 ${reminders.length} 处提醒，不挡发布。`;
  return [
    ...(errors.length === 0 ? [] : [`${reminders.length === 0 ? '' : '必须改：\n'}${grouped(errors)}`]),
    ...(reminders.length === 0 ? [] : [`提醒：\n${grouped(reminders)}`]),
    errors.length === 0
      ? `检查完了，没有错误。${also}`
      : `检查完了：${files} 个文件里有 ${errors.length} 处错误。${also}`,
  ].join('\n\n');
}

/** Which interpretation explains which clause, one line a clause; a gap says so. */
export function coverageReport(coverage: readonly ClauseCoverage[]): string {
  return [...Map.groupBy(coverage, ({ docNumber }) => docNumber)]
    .map(([docNumber, clauses]) => {
      const covered = clauses.filter(({ interpretations }) => interpretations.length > 0).length;
      const lines = clauses.map(({ name, title, interpretations }) => {
        const heading = name === title || title === '' ? name : `${name}${title}`;
        return `  ${heading}：${interpretations.join('；') || '没有解读'}`;
      });
      return [`${docNumber} 的 ${clauses.length} 条，有解读的 ${covered} 条：`, ...lines].join('\n');
    })
    .join('\n\n');
}

const coverageIn = (input: Input | null) => (input === null ? [] : coverageOf(input.content, clausesIn(input.content)));

function main(args: string[]): void {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const { input, faults } = inspect(foldersOf(process.env));
  const ok = !faults.some(isBlocking);
  const coverage = coverageIn(input);
  if (values.json) console.log(JSON.stringify({ ok, faults, coverage }, null, 2));
  else {
    if (input !== null) {
      console.log(`${input.dataset.stations.length} 个站点，${input.dataset.meta.title}。`);
      console.log(`${coverageReport(coverage)}\n`);
    }
    console.log(checkReport(faults));
  }
  if (!ok) process.exitCode = 1;
}

if (import.meta.main) main(process.argv.slice(2));
