import { describe, expect, it } from 'vitest';
import { TABLES, type TableName } from '../../../src/domain/dataset/columns.ts';
import { brokenCharacterIn } from '../../../src/domain/language/brokenCharacters.ts';
import { OPTIONAL_TABLES, readDataset } from '../../../src/loading/dataset.ts';
import { fileReader } from '../../../src/loading/folders.ts';
import { dataRuleFaults } from '../../../src/loading/rules/allTables.ts';
import { textCharacterFaults } from '../../../src/loading/rules/characters.ts';
import { readContent } from '../../../src/loading/texts/documents.ts';
import { CITY, cityText, cityWith, contentWith, swap } from '../city.ts';

const faultsOf = (file: string, edit: (text: string) => string) =>
  dataRuleFaults(readDataset(cityWith({ [file]: edit })), '2026-11-23').filter(
    ({ code }) => code === 'control-character',
  );

describe('characters that break what is made of a text', () => {
  it.each([
    '\u0001',
    '\u000b',
    '\f',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u009f',
    '\ud800',
    '\udc00x',
    '\ufffe',
    '\uffff',
    '\u{1ffff}',
    '\u202e',
    '\u2067',
    'a\rb',
  ])('are found: %j', (char) => {
    expect(brokenCharacterIn(`甲${char}乙`)?.at).toBe(char === 'a\rb' ? 2 : 1);
  });

  it('are not those of plain texts', () => {
    expect(brokenCharacterIn('甲\t乙\n丙\r\n丁 𠮷😀é（）～·—…℃㎡\u3000\u00a0\u200b\u200f')).toBeNull();
  });

  it('are refused in every table, with row and column', () => {
    const lost = (Object.keys(TABLES) as TableName[]).filter((table) => {
      if (OPTIONAL_TABLES.includes(table) && fileReader(CITY.data)(`${table}.csv`) === null) return false;
      const file = `${table}.csv`;
      const column = TABLES[table].find(({ name }) =>
        /^(?:name|title|note|summary|term|what|after|purpose)$/u.test(name),
      );
      const [head = '', first] = cityText(file).split(/\r?\n/u);
      if (first === undefined || first === '' || column === undefined || first.includes('"')) return false;
      const at = head.split(',').indexOf(column.name);
      const cells = first.split(',');
      cells[at] = `${cells[at] ?? ''}\u000b甲`;
      const found = faultsOf(file, swap(first, cells.join(',')));
      return !found.some(({ row, column: title }) => row === 2 && title === column.title);
    });
    expect(lost).toEqual([]);
  });

  it('are refused in the log of changes and in the settings', () => {
    const change = '2026-11-20,990101001-z,迁址,示例路1号\u000b2楼,示例路5号';
    const [found] = faultsOf('changes.csv', (text) => `${text.trimEnd()}\n${change}\n`);
    expect(found).toMatchObject({ file: 'changes.csv', value: '示例路1号�2楼', level: '必须改' });
    expect(
      faultsOf('site.yaml', (text) => text.replace(/^site_name: .*$/mu, 'site_name: "云泽\\u202e指南"')),
    ).toHaveLength(1);
  });

  it('are refused in texts with the line, and in front matter', () => {
    const file = 'cases/the-lamp-by-the-lake.md';
    const { documents } = readContent(
      contentWith({
        [file]: (text) =>
          swap('title: 湖边的灯', 'title: "湖边\\u000b的灯"')(swap('老周（化名）', '老\u202e周（化名）')(text)),
      }),
    );
    expect(textCharacterFaults(documents).map(({ row }) => row)).toEqual([null, 50]);
  });
});
