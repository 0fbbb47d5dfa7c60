import { formatDate } from '../time/dates.ts';
import type { Station } from './station.ts';

/**
 * What a reader is told first of a station that isn't open: 这个站从2026年11月1日起暂停开放。 Empty where it runs. `successor` is
 * the name of the station that took over, null where there is none.
 */
export function statusSentence(
  { status, statusFrom, statusUntil }: Pick<Station, 'status' | 'statusFrom' | 'statusUntil'>,
  successor: string | null,
): string {
  const [from, until] = [statusFrom, statusUntil].map((date) => (date === null ? '' : formatDate(date)));
  switch (status) {
    case '运行':
      return '';
    case '撤并':
      return `这个站${from}${successor === null ? '撤并了' : `并入${successor}`}。`;
    case '暂停':
      return `这个站${from && `从${from}起`}暂停开放${until && `，到${until}`}。`;
    case '筹建':
      return `这个站还在筹建${until && `，预计${until}开放`}。`;
  }
}
