import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that every build writes into its site. Only a folder that holds it may be replaced by a later build. */
export const MARKER = 'shegongzhan-site.txt';

const WORDS = '这个文件夹是社工站指南建的网站，下一次建站会把它整个换掉。不要把别的东西放进来。\n';

/** Writes the marker into the folder of a site under construction. */
export function markSite(folder: string): void {
  writeFileSync(join(folder, MARKER), WORDS);
}

/** Whether a folder holds the marker and so was made by a build of this program. */
export function isMarked(folder: string): boolean {
  const path = join(folder, MARKER);
  return existsSync(path) && statSync(path).isFile();
}
