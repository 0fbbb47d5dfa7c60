import { pinyin } from 'pinyin-pro';
import type { ReadName } from '../../domain/language/englishNames.ts';
import type { Reading } from '../../domain/place/region.ts';

/**
 * Makes the reader of names. Words of readings.csv are read as they say there, the longest first; all others as the
 * package reads them in their context.
 */
export function nameReader(readings: readonly Reading[]): ReadName {
  const own = readings
    .map(({ word, pinyin: syllables }) => ({ word: [...word], syllables: syllables.split(' ') }))
    .sort((a, b) => b.word.length - a.word.length);
  return (name) => {
    const chars = [...name];
    const read = pinyin(name, { toneType: 'none', type: 'array' });
    for (let at = 0; at < chars.length;) {
      const known = own.find(({ word }) => word.every((char, offset) => chars[at + offset] === char));
      known?.syllables.forEach((syllable, offset) => {
        read[at + offset] = syllable;
      });
      at += known?.word.length ?? 1;
    }
    return read;
  };
}
