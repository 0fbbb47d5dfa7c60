import { parseBox } from '../loading/register/makeBackdrop.ts';
import { isValidDate, publicationDay, type IsoDate } from '../domain/time/dates.ts';

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

/** The box given on the command line. Throws UsageError where it can't be read. */
export function boxOf(text: string): NonNullable<ReturnType<typeof parseBox>> {
  const box = parseBox(text);
  if (box === null) throw new UsageError(`看不懂范围“${text}”。怎么改：按 西,南,东,北 写，如 120.75,30.55,122.1,32。`);
  return box;
}
