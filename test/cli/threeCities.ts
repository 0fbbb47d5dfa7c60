import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CITY } from '../loading/city.ts';

/** Three small cities from the invented one, each with codes of its own; the second has a 居委会 that no other has. */
export const THREE_CITIES = [
  { id: 'yunze', name: '云泽', code: '9901', edits: [] },
  {
    id: 'lanzhou',
    name: '岚洲',
    code: '9902',
    edits: [
      ['荷花', '雁栖'],
      ['2026-11-20', '2026-11-18'],
    ],
  },
  { id: 'shuangcheng', name: '霜城', code: '9903', edits: [] },
] as const;

type City = (typeof THREE_CITIES)[number];

/** Writes one of the cities below a folder, as folders `data` and `content`. */
export function writeOneOfThree({ name, code, edits }: City, folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(CITY.data, join(folder, 'data'), { recursive: true });
  cpSync(CITY.content, join(folder, 'content'), { recursive: true });
  for (const part of ['data', 'content'])
    for (const entry of readdirSync(join(folder, part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:csv|ya?ml|json|mdx?)$/u.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      let text = readFileSync(file, 'utf8')
        .replaceAll('云泽', name)
        .replaceAll(/\b9901(?=\d{2})/gu, code);
      for (const [from, to] of edits) text = text.replaceAll(from, to);
      writeFileSync(file, text);
    }
}
