import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type Column, TABLES } from '../../domain/dataset/columns.ts';
import type { Cells, PointCells, Register } from './divisions.ts';
import { RegisterError } from './packages.ts';
import { pointOf } from './points.ts';

/**
 * Carries over what the operator has entered in the earlier tables (points, departments, aliases), for rows that still
 * exist.
 */
export function withKept(register: Register, earlier: Pick<Register, 'districts' | 'towns'>): Register {
  const point = (row: PointCells) =>
    pointOf(row).length === 0 ? {} : { lon: row.lon, lat: row.lat, point_source: row.point_source };
  const districts = new Map(earlier.districts.map((row) => [row.code, row]));
  const towns = new Map(earlier.towns.map((row) => [row.code, row]));
  return {
    ...register,
    districts: register.districts.map((row) => {
      const old = districts.get(row.code);
      if (old === undefined) return row;
      const { lead_department, phone, lead_verified_on = '' } = old;
      return { ...row, lead_department, phone, lead_verified_on, ...point(old) };
    }),
    towns: register.towns.map((row) => {
      const old = towns.get(row.code);
      return old === undefined ? row : { ...row, served_by: old.served_by, aliases: old.aliases, ...point(old) };
    }),
  };
}

/**
 * The rows of one of our tables in `folder`; empty where the file is missing. Throws RegisterError where a column is.
 */
export function readRows<T extends 'districts' | 'towns'>(folder: string, table: T): Register[T] {
  const file = join(folder, `${table}.csv`);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  const { data, meta } = Papa.parse<Cells>(text, { delimiter: ',', header: true, skipEmptyLines: true });
  const columns: readonly Column[] = TABLES[table];
  const missing = columns.filter(({ name, late }) => late !== true && !(meta.fields ?? []).includes(name));
  if (missing.length > 0) {
    const names = missing.map((column) => column.name).join('、');
    throw new RegisterError(`${file} 缺少列 ${names}，无法保留其中人工填写的内容。请先补上表头，或移走这个文件。`);
  }
  // The header was checked above, so that every row has a cell for every column of the table.
  return data as unknown as Register[T];
}
