import Papa from 'papaparse';
import { TABLES } from '../../../domain/dataset/columns.ts';
import { decode } from '../../formats/decode.ts';
import type { StationRecord } from './match.ts';

const COLUMNS = TABLES.stations.map(({ name }) => name);

/** The rows of stations.csv as text, cells as they stand; the table must have passed the strict reader. */
export function stationRecords(bytes: Uint8Array): readonly StationRecord[] {
  const text = decode(bytes)?.text ?? '';
  const [header = [], ...lines] = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: 'greedy' }).data;
  const places = COLUMNS.map((column) => [column, header.findIndex((name) => name.trim() === column)] as const);
  return lines.map(
    (cells) => Object.fromEntries(places.map(([column, at]) => [column, (cells[at] ?? '').trim()])) as StationRecord,
  );
}

/** stations.csv as text: UTF-8 without a mark, LF, columns in the order of the dictionary. */
export function stationsCsv(records: readonly StationRecord[]): string {
  const data = records.map((record) => COLUMNS.map((column) => record[column]));
  return `${Papa.unparse({ fields: COLUMNS, data }, { delimiter: ',', newline: '\n' })}\n`;
}
