import type { DoorStep, PlaceRun } from '../types/places.ts';

/** The numbers of a run as people write them, `1–299号` or `555弄1–20号`; 全部 where it is all of its place. */
export function extentWords({ inside, unit, from, to }: PlaceRun): string {
  const word = unit ?? '号';
  if (from === null && to === null) return inside === '' ? '全部' : inside;
  if (from === to) return `${inside}${from}${word}`;
  if (to === null) return `${inside}${from}${word}以后`;
  return from === null ? `${inside}${to}${word}以前` : `${inside}${from}–${to}${word}`;
}

/** Which numbers of a run belong to it, in words; empty where it is one number or a whole place. */
export const parityWords = ({ from, to, parity }: PlaceRun): string =>
  parity === '单' ? '单号' : parity === '双' ? '双号' : from === to ? '' : '单号双号都是';

/** The numbered parts of an address as people write them: `700弄3号`. */
export const stepWords = (steps: readonly DoorStep[]): string =>
  steps.map(({ number, units: [unit = ''] }) => `${number}${unit}`).join('');
