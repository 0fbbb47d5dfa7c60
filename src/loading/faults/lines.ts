import type { Fault } from './fault.ts';

/**
 * The place of a fault in words: file, sheet, row and column. `rows` replaces the row where the fault stands for
 * several.
 */
export function faultPlace(fault: Fault, rows = fault.row === null ? '' : `第 ${fault.row} 行`): string {
  return [
    fault.file,
    fault.sheet ? `“${fault.sheet}”表` : null,
    rows,
    fault.column === null ? null : `“${fault.column}”列`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

/** A value as messages quote it, on one line and not too long; nothing for an empty one. */
function quoted(value: string): string {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return shown === '' ? '' : `“${shown.replace(/\s*\n\s*/gu, ' ⏎ ')}”`;
}

/** A fault in one sentence without the remedy: place, value, message. */
export function faultText(fault: Fault): string {
  return `${faultPlace(fault)}：${quoted(fault.value)}${fault.message}。`;
}

/** A fault in one line with the remedy: place, value, message, 怎么改. */
export function faultLine(fault: Fault): string {
  return `${faultText(fault)}怎么改：${fault.remedy}。`;
}

/** A fault in one line with its level in front, for lists that hold both 必须改 and 提醒. */
export function gradedLine(fault: Fault): string {
  return `【${fault.level}】${faultLine(fault)}`;
}

/** How many runs of rows are named in the line of a fault that many rows share. */
const SHOWN_RUNS = 20;

/** How many different values are quoted in such a line. */
const SHOWN_VALUES = 3;

/** Row numbers in words, rows in sequence as a range: 第 2、5–9、12 行. */
function rowsText(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const runs: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const texts = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `第 ${texts.slice(0, SHOWN_RUNS).join('、')}${texts.length > SHOWN_RUNS ? ' 等' : ''} 行`;
}

/**
 * Groups faults that differ only in row and value, so that each group can be reported in one line; first met, first
 * listed.
 */
export function alikeFaults(faults: readonly Fault[]): readonly (readonly [Fault, ...Fault[]])[] {
  const groups = new Map<string, [Fault, ...Fault[]]>();
  for (const fault of faults) {
    const { level, file, sheet, column, code, message, remedy } = fault;
    const key = JSON.stringify([level, file, sheet ?? null, column, code, message, remedy]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fault]);
    else group.push(fault);
  }
  return [...groups.values()];
}

/** The line of such a group: level, all rows, the first few values, message, remedy and the code of the rule. */
export function gradedGroupLine(group: readonly [Fault, ...Fault[]]): string {
  const [first] = group;
  if (group.length === 1) return `${gradedLine(first)}〔${first.code}〕`;
  const rows = group.flatMap(({ row }) => (row === null ? [] : [row]));
  const values = [...new Set(group.map(({ value }) => value))].filter((value) => value !== '');
  const shown = values.slice(0, SHOWN_VALUES).map(quoted).join('、') + (values.length > SHOWN_VALUES ? '等' : '');
  const place = faultPlace(first, rowsText(rows));
  return `【${first.level}】${place}（${group.length} 处）：${shown}${first.message}。怎么改：${first.remedy}。〔${first.code}〕`;
}

/**
 * Thrown when the input has faults of level 必须改; carries every fault of every file, and its message is ready to print.
 */
export class DataFaultsError extends Error {
  override readonly name = 'DataFaultsError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`数据有 ${faults.length} 处错误：\n${faults.map((fault) => `  ${faultLine(fault)}`).join('\n')}`);
    this.faults = faults;
  }
}
