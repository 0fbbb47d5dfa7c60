import { DATA_RULES, type DataRule } from '../../domain/rules/dataRules.ts';
import { IMPORT_RULES, type ImportRule } from '../../domain/rules/importRules.ts';
import type { RuleEntry } from '../../domain/rules/rule.ts';
import { RULES, type RuleCode } from '../../domain/rules/checkRules.ts';
import { TEXT_RULES, type TextRule } from '../../domain/rules/textRules.ts';

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
