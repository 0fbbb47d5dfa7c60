import { publicationDay, type IsoDate } from '../domain/time/dates.ts';
import { isValidDate } from '../domain/time/validDate.ts';
import type { Box } from '../loading/register/coastline.ts';

/** Thrown when a command was given an option or a value that it can't use; the message is ready to print. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether an error is about the options of a command: a UsageError, or one thrown by Node's `parseArgs`. */
export const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof TypeError && ((error as NodeJS.ErrnoException).code ?? '').startsWith('ERR_PARSE_ARGS'));

/** The day given on the command line, else `SITE_TODAY`, else today in China. Throws UsageError where it is no date. */
export function dayOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): IsoDate {
  const day = asked ?? publicationDay(env);
  if (!isValidDate(day)) throw new UsageError(`“${day}”不是日期。怎么改：按 2026-11-23 的样子写。`);
  return day;
}

/** The box given on the command line as `西,南,东,北`, in degrees. Throws UsageError where it is none. */
export function boxOf(text: string): Box {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...rest] = text
    .split(',')
    .map((part) => Math.round(Number(part) * 1e4) / 1e4);
  const inWorld = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (rest.length > 0 || !(west < east && south < north && inWorld))
    throw new UsageError(`看不懂范围“${text}”。怎么改：按 西,南,东,北 写，如 120.75,30.55,122.1,32。`);
  return [west, south, east, north];
}
