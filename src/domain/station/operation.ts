import type { IsoDate } from '../time/dates.ts';
import type { Station } from './station.ts';

/** What is known of when a station was open. */
export type Operation = Pick<Station, 'status' | 'openedOn' | 'statusFrom'>;

/**
 * Whether a station was in operation at the end of a day, from its own dates; null where they don't say. A station
 * that runs now is taken to have run since it opened: the table keeps no earlier interruptions.
 */
export function wasRunning({ status, openedOn, statusFrom }: Operation, on: IsoDate): boolean | null {
  if (status === '筹建') return false;
  if (openedOn !== null && openedOn > on) return false;
  if (status === '运行') return openedOn === null ? null : true;
  // Paused or closed: it ran until that began.
  if (statusFrom !== null && statusFrom <= on) return false;
  return openedOn === null || statusFrom === null ? null : true;
}

/** How many were surely in operation at the end of a day, and of how many nothing is known. */
export function runningOn(stations: readonly Operation[], on: IsoDate): { known: number; unknown: number } {
  const answers = stations.map((station) => wasRunning(station, on));
  return {
    known: answers.filter((answer) => answer === true).length,
    unknown: answers.filter((answer) => answer === null).length,
  };
}
