import { alikeFaults, gradedGroupLine } from '../../faults/lines.ts';
import { isBlocking, type Fault } from '../../faults/fault.ts';
import type { Merge } from '../merge/merge.ts';
import type { Touched } from '../merge/touched.ts';
import type { ImportOutcome } from '../outcome.ts';
import { extentLines } from './extents.ts';

/** How many stations, faults and changes a terminal shows before it points to the report. */
const SHOWN = 60;
const SHOWN_MISSING = 10;

/** 新增 3 · 更新 2 · 不变 210 · 缺失 1. */
export function countsLine({ added, updated, unchanged, missing, retired }: Merge): string {
  return [
    `新增 ${added.length}`,
    `更新 ${updated.length}`,
    `不变 ${unchanged}`,
    `缺失 ${missing.length}`,
    ...(retired.length > 0 ? [`改成撤并 ${retired.length}`] : []),
  ].join(' · ');
}

const cell = (text: string) => (text === '' ? '（空）' : text.replace(/\s*\n\s*/gu, ' '));

/** One line a changed cell: 电话：021-… → 021-…. */
export function changeLines({ changes }: Touched): string[] {
  return changes.map(({ column, from, to }) => `${column}：${cell(from)} → ${cell(to)}`);
}

function touchedLines(title: string, all: readonly Touched[], withChanges: boolean, most = SHOWN): string[] {
  if (all.length === 0) return [];
  const lines = all
    .slice(0, most)
    .flatMap((touched) => [
      `  ${touched.id} ${touched.name}`,
      ...(withChanges ? changeLines(touched).map((line) => `    ${line}`) : []),
    ]);
  return ['', `${title}：`, ...lines, ...(all.length > most ? [`  ……还有 ${all.length - most} 个，见检查结果`] : [])];
}

/** What the package says of itself, and what that means for what was just imported. */
export function honestyLines({ meta, placeholders }: ImportOutcome): string[] {
  if (meta?.kind !== 'sample') return [];
  return [
    '这份数据仍标为示例：网站每一页还会写“示例数据”，导入不会改它。',
    ...(placeholders > 0 ? [`还有 ${placeholders} 行里有示例内容（示例的名称、地址、电话）。`] : []),
    '全部换成真实数据以后：把 data/datapackage.json 的 kind 改成 official，写上 as_at、来源和许可，再运行 npm run release。',
  ];
}

/** What is wrong in the same way in many rows is said once, with the rows; the report has every cell. */
function gradedLines(faults: readonly Fault[]): string[] {
  const groups = alikeFaults(faults);
  const lines = groups.slice(0, SHOWN).map((group) => `  ${gradedGroupLine(group)}`);
  const rest = groups.slice(SHOWN).reduce((sum, group) => sum + group.length, 0);
  return [...lines, ...(rest > 0 ? [`  ……还有 ${rest} 处，见检查结果`] : [])];
}

/** The tables that are written, or would be. */
const writtenTables = ({ table, places }: ImportOutcome): string[] => [
  ...(table === null ? [] : ['stations.csv']),
  ...(places === null ? [] : ['places.csv']),
];

/** What happened, or would happen, in one sentence. */
export function verdict(outcome: ImportOutcome, dryRun: boolean): string {
  const { faults, merge, extents, leftOut } = outcome;
  const written = writtenTables(outcome);
  const blocking = faults.filter(isBlocking).length;
  if (written.length === 0 && blocking > 0) {
    const stations = merge !== null && merge.added.length + merge.updated.length + merge.unchanged > 0;
    const places = extents !== null && extents.merge.touched.length + extents.merge.unchanged > 0;
    const can = leftOut > 0 && (stations || places);
    return `没有导入，data/ 没有动：有 ${blocking} 处必须改。${can ? '改好再导入一次；要先导入没有问题的行，加 --skip-faulty。' : '改好再导入一次。'}`;
  }
  if (written.length === 0) return '没有变化，data/ 没有动。';
  const without = leftOut > 0 ? `，留下 ${leftOut} 行没有导入` : '';
  return dryRun ? `试运行，没有写${without}。去掉 --dry-run 就会写入。` : `已写入 ${written.join('、')}${without}。`;
}

/** The whole report for the terminal. */
export function summaryText(outcome: ImportOutcome, dryRun: boolean): string {
  const { files, faults, merge, extents } = outcome;
  const blocking = faults.filter(isBlocking);
  const reminders = faults.filter((fault) => !isBlocking(fault));
  const lines = [
    ...files.flatMap(({ file, notes }) => [file.name, ...notes.map((note) => `  ${note}`)]),
    ...(blocking.length > 0 ? ['', `必须改（${blocking.length} 处）：`, ...gradedLines(blocking)] : []),
    ...(reminders.length > 0 ? ['', `提醒（${reminders.length} 处）：`, ...gradedLines(reminders)] : []),
    ...(merge === null
      ? []
      : [
          ...touchedLines('新增', merge.added, false),
          ...touchedLines('更新', merge.updated, true),
          ...touchedLines('改成撤并', merge.retired, false),
          ...touchedLines('表里没有的站（没有删，要标为撤并加 --retire）', merge.missing, false, SHOWN_MISSING),
          '',
          countsLine(merge),
        ]),
    ...(extents === null ? [] : ['', ...extentLines(extents)]),
    verdict(outcome, dryRun),
    ...honestyLines(outcome),
  ];
  return lines.join('\n').replace(/^\n+/u, '');
}
