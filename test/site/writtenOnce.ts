import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../src/cli/building/fingerprint.ts';
import { CITY } from '../loading/city.ts';
import { ROOT } from './builtSite.ts';

/**
 * Has `write` fill the folder `home` anew with a city made from the invented one, unless that was done from the same
 * sources, city and `writer`, a file beside this one. A build looks at the times of its input: what is written again is
 * built again.
 */
export async function writtenOnce(
  home: string,
  writer: string,
  write: (home: string) => Promise<unknown> | object,
): Promise<void> {
  const note = join(home, 'written-from');
  const city = fingerprint(ROOT, { DATA_DIR: CITY.data, CONTENT_DIR: CITY.content });
  const from = `${city}\n${readFileSync(join(import.meta.dirname, writer), 'utf8')}`;
  if (existsSync(note) && readFileSync(note, 'utf8') === from) return;
  rmSync(home, { recursive: true, force: true });
  await write(home);
  writeFileSync(note, from);
}
