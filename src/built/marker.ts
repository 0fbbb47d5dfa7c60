import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file in every site that a build has made. A folder that holds it may be replaced whole by a later build. */
export const MARKER = 'shegongzhan-site.txt';

const WORDS = '这个文件夹是社工站指南建的网站，下一次建站会把它整个换掉。不要把别的东西放进来。\n';

/** Writes the marker into a folder that a build fills. */
export function markSite(folder: string): void {
  writeFileSync(join(folder, MARKER), WORDS);
}

/** Whether a folder was made by a build of this program. */
export function isMarked(folder: string): boolean {
  const path = join(folder, MARKER);
  return existsSync(path) && statSync(path).isFile();
}
