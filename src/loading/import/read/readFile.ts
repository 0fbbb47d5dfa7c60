import { extname } from 'node:path';
import { IMPORT_RULES, type ImportRule } from '../../../domain/rules/importRules.ts';
import { readDelimited } from '../../formats/delimited.ts';
import { fileFault, importFault, type Fault } from '../../faults/fault.ts';
import { fileKind } from '../../formats/fileKind.ts';
import { GridError, type Grid } from '../../formats/grid.ts';
import { LIMITS, type ImportLimits, type InputFile } from './limits.ts';

/** The sheets of a file, or why it can't be read. `workbook` says that the bytes are one that can go back marked. */
export interface FileReading {
  readonly grid: Grid | null;
  readonly workbook: boolean;
  readonly faults: readonly Fault[];
}

const refused = (fault: Fault, code: ImportRule): FileReading => ({
  grid: null,
  workbook: false,
  faults: [{ ...fault, level: IMPORT_RULES[code].level, code }],
});

/** Reads a file whatever it is; a fault instead of an exception for everything that a file can be. */
export async function readInput({ name, bytes }: InputFile, limits: ImportLimits = LIMITS): Promise<FileReading> {
  if (bytes.length > limits.bytes) {
    const megabytes = (bytes.length / 1e6).toFixed(1);
    return refused(
      fileFault(name, `有 ${megabytes} MB，超过 ${limits.bytes / 1e6} MB`, '删掉图片和空白行，或分成几个文件'),
      'file.large',
    );
  }
  const kind = fileKind(bytes);
  if (typeof kind === 'object') return refused(fileFault(name, kind.refused, kind.remedy), 'file.kind');
  try {
    // exceljs is large: a text needs none of it.
    const { readWorkbook } = kind === 'xlsx' ? await import('../../formats/workbook/read.ts') : { readWorkbook: null };
    const grid =
      readWorkbook !== null
        ? await readWorkbook(bytes, limits)
        : readDelimited(bytes, extname(name).toLowerCase() === '.tsv', limits);
    const notes = [
      ...grid.notes,
      ...grid.sheets.flatMap((sheet) => sheet.notes.map((note) => `“${sheet.name ?? ''}”表：${note}`)),
    ];
    return {
      grid,
      workbook: kind === 'xlsx',
      faults: notes
        .filter((note) => !note.startsWith('文字编码'))
        .map((note) => importFault('file.note', name, '', note)),
    };
  } catch (error) {
    if (!(error instanceof GridError)) throw error;
    return refused({ ...fileFault(name, error.message, error.remedy), row: error.row, sheet: error.sheet }, error.code);
  }
}
