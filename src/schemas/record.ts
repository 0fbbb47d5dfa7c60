import { z } from 'astro/zod';
import { type CamelCase, camelCase } from '../domain/dataset/columns.ts';
import { memoize } from '../domain/dataset/memoize.ts';
import type { Point } from '../domain/place/region.ts';

type Camel<Row> = { readonly [Name in keyof Row & string as CamelCase<Name>]: Row[Name] };

/** The names of columns in records: there are few, and tens of thousands of rows. */
const inRecord = memoize((name): string => camelCase(name));

/** A row with the names that its fields have in records. */
export const camel = <Row extends object>(row: Row): Camel<Row> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [inRecord(name), value])) as Camel<Row>;

/** The schema of rows whose records differ from their cells only in the names of the fields. */
export const record = <const Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).transform((row) => camel(row));

/** The point that two cells give; null where one of them is empty. */
export const pointOf = (lon: number | null, lat: number | null): Point | null =>
  lon === null || lat === null ? null : { lon, lat };

/** The record of a row whose coordinates are WGS-84 already. */
export const placed = <Row extends { lon: number | null; lat: number | null }>({ lon, lat, ...row }: Row) => ({
  ...camel(row),
  point: pointOf(lon, lat),
});
