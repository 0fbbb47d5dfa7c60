import type { IsoDate } from '../time/dates.ts';
import type { Station } from './station.ts';

/** The facts that tell when a station was open. */
export type Operation = Pick<Station, 'status' | 'openedOn' | 'statusFrom'>;

/**
 * Whether a station was in operation at the end of a day, by its own dates; null where they do not tell. A station that
 * is 运行 now counts as open since `openedOn`, because the table keeps no earlier interruptions.
 */
export function wasRunning({ status, openedOn, statusFrom }: Operation, on: IsoDate): boolean | null {
  if (status === '筹建') return false;
  if (openedOn !== null && openedOn > on) return false;
  if (status === '运行') return openedOn === null ? null : true;
  // Paused or closed: it was in operation until then.
  if (statusFrom !== null && statusFrom <= on) return false;
  return openedOn === null || statusFrom === null ? null : true;
}

/** The number of stations certainly in operation at the end of a day, and of those for which it is unknown. */
export function runningOn(stations: readonly Operation[], on: IsoDate): { known: number; unknown: number } {
  const answers = stations.map((station) => wasRunning(station, on));
  return {
    known: answers.filter((answer) => answer === true).length,
    unknown: answers.filter((answer) => answer === null).length,
  };
}
