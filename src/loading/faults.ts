import { TEXT_RULES, type TextRule } from '../domain/textRules.ts';

/** 必须改 stops a build; 提醒 is only told. */
export type Level = '必须改' | '提醒';

/** One thing wrong in one place. `row` is the row number that Excel shows, null where the whole file is meant. */
export interface Fault {
  /** A stable word for the rule that was broken, e.g. `cite-title`; `input` for whatever can't be read or joined. */
  readonly code: string;
  readonly level: Level;
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

/** A fault of a whole file. */
export function fileFault(file: string, message: string, remedy: string): Fault {
  return { code: 'input', level: '必须改', file, row: null, column: null, value: '', message, remedy };
}

/** A fault against a rule of texts; the rule says how grave it is. */
export function textFault(code: TextRule, file: string, value: string, message: string, remedy: string): Fault {
  return { ...fileFault(file, message, remedy), code, level: TEXT_RULES[code].level, value };
}

/** Whether a fault stops a build. */
export const mustMend = ({ level }: Fault): boolean => level === '必须改';

/** One line a fault: where, what stands there, what is wrong, what to do. */
export function faultLine(fault: Fault): string {
  const place = [
    fault.file,
    fault.row === null ? null : `第 ${fault.row} 行`,
    fault.column === null ? null : `“${fault.column}”列`,
  ].filter((part) => part !== null);
  const shown = fault.value.length > 40 ? `${fault.value.slice(0, 40)}…` : fault.value;
  const value = shown === '' ? '' : `“${shown}”`;
  return `${place.join(' ')}：${value}${fault.message}。怎么改：${fault.remedy}。`;
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
