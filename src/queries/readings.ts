import { nameReader } from '../loading/adapters/pinyin.ts';
import { derived } from './dataset.ts';

/** The reader of names of this build: readings.csv first, then the package. */
export const getReader = derived(({ readings }) => nameReader(readings));
