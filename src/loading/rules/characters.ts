import { TABLES, type TableName } from '../../domain/dataset/columns.ts';
import { brokenCharacterIn, type BrokenCharacter } from '../../domain/language/brokenCharacters.ts';
import { at } from '../faults/cellFault.ts';
import { ruleFault, type Fault } from '../faults/fault.ts';
import type { DatasetReading, Tables } from '../tables/tables.ts';
import type { Documents } from '../texts/documents.ts';

const words = ({ kind, code }: BrokenCharacter) => `里面有${kind}（${code}）`;

/** The text with a sign in place of each broken character, for messages. */
const shown = (text: string) =>
  [...text]
    .map((char) => (brokenCharacterIn(char) === null || char === '\r' ? char : '�'))
    .join('')
    .trim();

/** Every text inside a value of settings or front matter. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Cells with a character that would break feeds, pictures or the order of words; the internal note too. */
export function cellCharacterFaults(tables: Tables): Fault[] {
  return (Object.keys(TABLES) as TableName[]).flatMap((table) =>
    tables[table].rows.flatMap(({ row, cells }) =>
      Object.entries(cells).flatMap(([column, text]) => {
        const found = brokenCharacterIn(text);
        return found === null ? [] : [at('control-character', table, row, column, shown(text), words(found))];
      }),
    ),
  );
}

function settingFaults(file: string, settings: unknown): Fault[] {
  return textsIn(settings).flatMap((text) => {
    const found = brokenCharacterIn(text);
    return found === null ? [] : [ruleFault('control-character', file, shown(text), words(found))];
  });
}

/** The same in what the settings say. */
export const settingCharacterFaults = ({ meta, site }: DatasetReading): Fault[] => [
  ...settingFaults('datapackage.json', meta),
  ...settingFaults('site.yaml', site),
];

/** The same in texts and their front matter. */
export function textCharacterFaults(documents: Documents): Fault[] {
  return Object.values(documents)
    .flat()
    .flatMap(({ file, head, body, bodyLine }) => {
      const lines = body.split('\n').flatMap((line, index): Fault[] => {
        const found = brokenCharacterIn(line.replace(/\r$/u, ''));
        if (found === null) return [];
        const fault = ruleFault('control-character', file, shown(line), words(found), '删掉这个字符，重新打一遍字');
        return [{ ...fault, row: bodyLine + index }];
      });
      return [...settingFaults(file, head), ...lines];
    });
}
