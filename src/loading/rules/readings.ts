import { at } from '../faults/cellFault.ts';
import type { Fault } from '../faults/fault.ts';
import type { Tables } from '../tables/tables.ts';

/** Readings that don't have one syllable for each character. */
export const readingFaults = ({ readings }: Tables): Fault[] =>
  readings.rows.flatMap(({ row, value: { word, pinyin } }) => {
    const [chars, syllables] = [[...word].length, pinyin.split(' ').length];
    return chars === syllables
      ? []
      : [at('reading-length', 'readings', row, 'pinyin', pinyin, `${word} 有 ${chars} 个字，写了 ${syllables} 个音节`)];
  });
