import { writeRun } from '../../domain/place/extent.ts';
import type { DoorStep, PlaceRun } from '../types/places.ts';

/** The numbers of a run as people write them, `1–299号` or `555弄1–20号`; 全部 where it is all of its place. */
export const extentWords = (run: PlaceRun): string =>
  run.from === null && run.to === null
    ? run.inside || '全部'
    : writeRun({ ...run, unit: run.unit ?? '号', parity: '全' });

/** Which numbers of a run belong to it, in words; empty where it is one number or a whole place. */
export const parityWords = ({ from, to, parity }: PlaceRun): string =>
  parity === '单' ? '单号' : parity === '双' ? '双号' : from === to ? '' : '单号双号都是';

/** The numbered parts of an address as people write them: `700弄3号`. */
export const stepWords = (steps: readonly DoorStep[]): string =>
  steps.map(({ number, units: [unit = ''] }) => `${number}${unit}`).join('');
