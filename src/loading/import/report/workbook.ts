import type { Fault } from '../../faults/fault.ts';
import type { Grid } from '../../formats/grid.ts';
import { annotatedWorkbook, type CellMark } from '../../formats/workbook/annotate.ts';
import { writeWorkbook, type NewSheet } from '../../formats/workbook/write.ts';
import { LIMITS, type ImportLimits, type InputFile } from '../read/limits.ts';
import type { FileReading } from '../read/readFile.ts';

const level = (fault: Fault) => fault.level ?? '必须改';

/** The sheet 问题清单: what must be mended first, in the order of rows. */
function problemSheet(faults: readonly Fault[], sheets: boolean): NewSheet {
  const ordered = [
    ...faults.filter((fault) => level(fault) === '必须改'),
    ...faults.filter((fault) => level(fault) === '提醒'),
  ];
  return {
    name: '问题清单',
    wrap: true,
    columns: [
      { title: '级别', width: 9 },
      ...(sheets ? [{ title: '工作表', width: 12 }] : []),
      { title: '行', width: 7 },
      { title: '列', width: 14 },
      { title: '原值', width: 30 },
      { title: '问题', width: 46 },
      { title: '怎么改', width: 46 },
    ],
    rows: ordered.map((fault) => [
      level(fault),
      ...(sheets ? [fault.sheet ?? ''] : []),
      fault.row === null ? '' : String(fault.row),
      fault.column ?? '',
      fault.value,
      fault.message,
      fault.remedy,
    ]),
  };
}

function marksOf(faults: readonly Fault[], grid: Grid): CellMark[] {
  const rows = new Set(grid.sheets.flatMap(({ name, rows: own }) => own.map(({ row }) => `${name ?? ''}|${row}`)));
  return faults.flatMap((fault): CellMark[] => {
    if (fault.row === null || !rows.has(`${fault.sheet ?? ''}|${fault.row}`)) return [];
    return [
      {
        sheet: fault.sheet ?? null,
        row: fault.row,
        column: fault.at ?? 0,
        level: level(fault),
        text: `${fault.message}。怎么改：${fault.remedy}`,
      },
    ];
  });
}

/** The clerk's workbook with marks and the list of problems; for a file that couldn't be read, the list alone. */
export async function reportWorkbook(
  file: InputFile,
  reading: FileReading,
  faults: readonly Fault[],
  limits: ImportLimits = LIMITS,
): Promise<Uint8Array> {
  const own = faults.filter((fault) => fault.file === file.name || fault.file === 'stations.csv');
  const list = problemSheet(own, (reading.grid?.sheets.length ?? 0) > 1);
  if (reading.grid === null) return writeWorkbook([list]);
  return annotatedWorkbook(
    reading.workbook ? file.bytes : null,
    reading.grid,
    marksOf(own, reading.grid),
    list,
    limits,
  );
}
