import type { DataRule } from '../domain/dataRules.ts';
import { RULES, type RuleCode } from '../domain/rules.ts';
import { TEXT_RULES, type TextRule } from '../domain/textRules.ts';

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

/** A fault against a rule of data; the rule says how grave it is, and what to do where nothing better is said. */
export function ruleFault(code: DataRule, file: string, value: string, message: string, remedy = ''): Fault {
  const rule = RULES[code];
  return { ...fileFault(file, message, remedy === '' ? rule.remedy : remedy), code, level: rule.level, value };
}

/** Whether a word is the code of a rule of the check. */
export const isRule = (code: string): code is RuleCode => code in RULES;

/** Whether a fault stops what was asked for. */
export const isBlocking = ({ level }: Fault): boolean => level === '必须改';

/** Where a fault lies: file, sheet, Excel row and column. */
export function faultPlace(fault: Fault): string {
  return [
    fault.file,
    fault.sheet ? `“${fault.sheet}”表` : null,
    fault.row === null ? null : `第 ${fault.row} 行`,
    fault.column === null ? null : `“${fault.column}”列`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** Where, what stands there, what is wrong; without what to do. */
export function faultText(fault: Fault): string {
  const shown = fault.value.length > 40 ? `${fault.value.slice(0, 40)}…` : fault.value;
  const value = shown === '' ? '' : `“${shown.replace(/\s*\n\s*/gu, ' ⏎ ')}”`;
  return `${faultPlace(fault)}：${value}${fault.message}。`;
}

/** One line a fault: where, what stands there, what is wrong, what to do. */
export function faultLine(fault: Fault): string {
  return `${faultText(fault)}怎么改：${fault.remedy}。`;
}

/** The line of a fault with its level before it, for lists that mix the two. */
export function gradedLine(fault: Fault): string {
  return `【${fault.level}】${faultLine(fault)}`;
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
