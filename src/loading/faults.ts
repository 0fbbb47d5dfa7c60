import { DATA_RULES, type DataRule } from '../domain/rules/dataRules.ts';
import { IMPORT_RULES, type ImportRule } from '../domain/rules/importRules.ts';
import type { RuleEntry } from '../domain/rules/rule.ts';
import { RULES, type RuleCode } from '../domain/rules/checkRules.ts';
import { TEXT_RULES, type TextRule } from '../domain/rules/textRules.ts';

/** 必须改 stops what was asked for; 提醒 is told and goes on. */
export type FaultLevel = '必须改' | '提醒';

/** One thing wrong in one place. `row` is the row number that Excel shows, null where the whole file is meant. */
export interface Fault {
  /** A stable word for the rule that was broken, e.g. `cite-title`, `hours.unread`; `input` for whatever can't be read or joined. */
  readonly code: string;
  readonly level: FaultLevel;
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
  /** The sheet of a workbook, null or left out for files that are one table. */
  readonly sheet?: string | null;
  /** The column counted from 0, where the fault lies in one cell of somebody's own table. */
  readonly at?: number;
}

/** A fault of a whole file. */
export function fileFault(file: string, message: string, remedy: string): Fault {
  return { code: 'input', level: '必须改', file, row: null, column: null, value: '', message, remedy };
}

/** A fault against a rule of texts; the rule says how grave it is. */
export function textFault(code: TextRule, file: string, value: string, message: string, remedy: string): Fault {
  return { ...fileFault(file, message, remedy), code, level: TEXT_RULES[code].level, value };
}

const ofRule = (
  code: string,
  { level, remedy: usual }: RuleEntry,
  file: string,
  value: string,
  message: string,
  remedy: string,
): Fault => ({ ...fileFault(file, message, remedy === '' ? usual : remedy), code, level, value });

/** A fault against a rule of data; the rule says how grave it is, and what to do where nothing better is said. */
export const ruleFault = (code: DataRule, file: string, value: string, message: string, remedy = ''): Fault =>
  ofRule(code, DATA_RULES[code], file, value, message, remedy);

/** A fault that an import tells; the rule says how grave it is, and what to do where nothing better is said. */
export const importFault = (code: ImportRule, file: string, value: string, message: string, remedy = ''): Fault =>
  ofRule(code, IMPORT_RULES[code], file, value, message, remedy);

/** Whether a word is the code of a rule of the check. */
export const isRule = (code: string): code is RuleCode => code in RULES;

/** Whether a fault stops what was asked for. */
export const isBlocking = ({ level }: Fault): boolean => level === '必须改';

/** Where a fault lies: file, sheet, Excel row (or rows, already in words) and column. */
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

/** Where, what stands there, what is wrong; without what to do. */
export function faultText(fault: Fault): string {
  return `${faultPlace(fault)}：${quoted(fault.value)}${fault.message}。`;
}

/** One line a fault: where, what stands there, what is wrong, what to do. */
export function faultLine(fault: Fault): string {
  return `${faultText(fault)}怎么改：${fault.remedy}。`;
}

/** The line of a fault with its level before it, for lists that mix the two. */
export function gradedLine(fault: Fault): string {
  return `【${fault.level}】${faultLine(fault)}`;
}

/** Rows and values that are shown of one fault that many rows have. */
const SHOWN_RUNS = 20;
const SHOWN_VALUES = 3;

/** 第 2、5–9、12 行 */
function rowsText(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const texts = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `第 ${texts.slice(0, SHOWN_RUNS).join('、')}${texts.length > SHOWN_RUNS ? ' 等' : ''} 行`;
}

/** Faults that differ in nothing but row and value, together, in the order in which they are first met. */
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

/** One line for faults that are alike: every row of them, and the first few values. */
export function gradedGroupLine(group: readonly [Fault, ...Fault[]]): string {
  const [first] = group;
  if (group.length === 1) return `${gradedLine(first)}〔${first.code}〕`;
  const rows = group.flatMap(({ row }) => (row === null ? [] : [row]));
  const values = [...new Set(group.map(({ value }) => value))].filter((value) => value !== '');
  const shown = values.slice(0, SHOWN_VALUES).map(quoted).join('、') + (values.length > SHOWN_VALUES ? '等' : '');
  const place = faultPlace(first, rowsText(rows));
  return `【${first.level}】${place}（${group.length} 处）：${shown}${first.message}。怎么改：${first.remedy}。〔${first.code}〕`;
}

/** Thrown once with every fault found in every file. */
export class DataFaultsError extends Error {
  override readonly name = 'DataFaultsError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`数据有 ${faults.length} 处错误：\n${faults.map((fault) => `  ${faultLine(fault)}`).join('\n')}`);
    this.faults = faults;
  }
}
