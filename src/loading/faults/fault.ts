import { DATA_RULES, type DataRule } from '../../domain/rules/dataRules.ts';
import { IMPORT_RULES, type ImportRule } from '../../domain/rules/importRules.ts';
import { INBOX_RULES, type InboxRule } from '../../domain/rules/inboxRules.ts';
import type { RuleEntry } from '../../domain/rules/rule.ts';
import { RULES, type RuleCode } from '../../domain/rules/checkRules.ts';
import { TEXT_RULES, type TextRule } from '../../domain/rules/textRules.ts';

/** How grave a fault is: 必须改 stops the build, check or import that met it, 提醒 is only reported. */
export type FaultLevel = '必须改' | '提醒';

/**
 * One mistake in one place of the input. `row` is the row number that Excel shows, null where the whole file is meant.
 */
export interface Fault {
  /**
   * The rule that was broken, e.g. `cite-title`, `hours.unread`; `input` where a file or cell couldn't be read at all.
   */
  readonly code: string;
  readonly level: FaultLevel;
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
  /** The name of the sheet in a workbook; null or absent for a file that is a single table. */
  readonly sheet?: string | null;
  /**
   * The index of the column from 0, set in tables whose headings aren't ours, where `column` alone doesn't find the
   * cell.
   */
  readonly at?: number;
}

/** Makes a fault that concerns a file as a whole, such as one that is missing or can't be read. */
export function fileFault(file: string, message: string, remedy: string): Fault {
  return { code: 'input', level: '必须改', file, row: null, column: null, value: '', message, remedy };
}

/** Makes a fault against a rule of texts; its level is the one in the rule table. */
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

/**
 * Makes a fault against a rule of data; its level comes from the rule table, and so does the remedy where none is
 * given.
 */
export const ruleFault = (code: DataRule, file: string, value: string, message: string, remedy = ''): Fault =>
  ofRule(code, DATA_RULES[code], file, value, message, remedy);

/** Makes a fault of an import; its level comes from the rule table, and so does the remedy where none is given. */
export const importFault = (code: ImportRule, file: string, value: string, message: string, remedy = ''): Fault =>
  ofRule(code, IMPORT_RULES[code], file, value, message, remedy);

/** Makes a fault of the inbox; its level comes from the rule table, and so does the remedy where none is given. */
export const inboxFault = (code: InboxRule, file: string, value: string, message: string, remedy = ''): Fault =>
  ofRule(code, INBOX_RULES[code], file, value, message, remedy);

/** Whether the code of a fault stands in the rule table; `input` doesn't. */
export const isRule = (code: string): code is RuleCode => code in RULES;

/** Whether a fault is of level 必须改 and stops the build, check or import. */
export const isBlocking = ({ level }: Fault): boolean => level === '必须改';
