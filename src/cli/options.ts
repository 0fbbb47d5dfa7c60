import { isValidDate, publicationDay, type IsoDate } from '../domain/time/dates.ts';

/** An option that can't be used; the message is ready to print. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether an error says that a command was written wrong: by us, or by the reader of its options. */
export const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof TypeError && ((error as NodeJS.ErrnoException).code ?? '').startsWith('ERR_PARSE_ARGS'));

/** The day that was asked for, else `SITE_TODAY`, else today in China. Throws UsageError on what is no day. */
export function dayOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): IsoDate {
  const day = asked ?? publicationDay(env);
  if (!isValidDate(day)) throw new UsageError(`“${day}”不是日期。怎么改：按 2026-11-23 的样子写。`);
  return day;
}
