import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TABLES, type TableName } from '../../../src/domain/dataset/columns.ts';
import { RULES } from '../../../src/domain/rules/checkRules.ts';
import { chapterName } from '../../../src/domain/site/handbook.ts';
import { CONTENT } from '../../../src/schemas/content.ts';
import { readTable } from '../../../src/loading/tables/readTable.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const under = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));

const chapterFiles = readdirSync(join(ROOT, 'content/help')).filter((file) => file.endsWith('.mdx'));
const chapters = chapterFiles.map((file) => {
  const text = read(`content/help/${file}`);
  return {
    name: chapterName(file.replace(/\.mdx$/u, '')),
    text,
    blocks: [...text.matchAll(/^```\n([\s\S]*?)^```/gmu)].map(([, block = '']) => block),
    codes: [...text.replace(/^```\n[\s\S]*?^```/gmu, '').matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code),
  };
});

/** One line for each thing that a chapter names and `known` does not know. */
const strangers = (
  named: (chapter: (typeof chapters)[number]) => readonly string[],
  known: (name: string) => boolean,
) =>
  chapters.flatMap((chapter) =>
    named(chapter)
      .filter((name) => !known(name))
      .map((name) => `${chapter.name}: ${name}`),
  );

const commandLines = ({ blocks, codes }: (typeof chapters)[number]) =>
  [...blocks, ...codes].flatMap((code) => code.split('\n').filter((line) => /\bnpm (?:run|start|test)\b/u.test(line)));

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const programOf = (script: string) => /src\/cli\/\w+\.ts/u.exec(scripts[script] ?? '')?.[0];
const programs = Object.keys(scripts).flatMap((script) => programOf(script) ?? []);
const sources = under('src').filter((path) => /\.(?:ts|mjs|astro)$/u.test(path));
const sourceLines = sources.flatMap((path) => read(path).split('\n'));
const contentFiles = under('content');

/** Files that commands make, that hosts keep or that stand in examples: none of them is in the repository. */
const MADE =
  /^(?:dist.*|never-publish\.txt|content\/cases\/pictures|release\.json|(?:…-)?检查(?:结果)?\.html|…-收稿结果\.html|data\/(?:changes|places)\.csv|cases\/[a-z-]+\/index\.html)$/u;

function isFile(path: string): boolean {
  if (MADE.test(path)) return true;
  if (/^[a-z]+\.csv$/u.test(path)) return path.replace('.csv', '') in TABLES;
  if (existsSync(join(ROOT, path)) || existsSync(join(ROOT, 'data', path))) return true;
  return contentFiles.some((file) => file.endsWith(`/${path}`));
}

/** Whether a program says these words; numbers, names and dots in them stand for anything. */
function isSaid(words: string): boolean {
  const parts = words
    .split(/\d+|…+|“[^”]*”|某[一-龥]+?(?=[里的])|几|https?:\S*|\/\S*/u)
    .filter((part) => part.trim() !== '');
  return sourceLines.some((line) => {
    let from = 0;
    return parts.every((part) => {
      const at = line.indexOf(part.trim(), from);
      from = at + part.trim().length;
      return at >= 0;
    });
  });
}

describe('the handbook is true', () => {
  it('in the commands that it names', () => {
    const scriptsIn = (line: string) =>
      [...line.matchAll(/\bnpm (?:run )?([a-z:]+)/gu)].map(([, script = '']) => script);
    const named = (chapter: (typeof chapters)[number]) => commandLines(chapter).flatMap(scriptsIn);
    expect(chapters.flatMap(named).length).toBeGreaterThan(40);
    expect(strangers(named, (script) => script in scripts)).toEqual([]);
  });

  it('in the options of the commands', () => {
    const lines = chapters.flatMap(commandLines).filter((line) => line.includes(' -- '));
    const unknown = lines.flatMap((line) => {
      const program = programOf(/npm run (\w+)/u.exec(line)?.[1] ?? '');
      return [...line.matchAll(/ (--[a-z-]+)/gu)]
        .filter(([, option = '']) => program === undefined || !read(program).includes(option))
        .map(([, option]) => `${line}: ${option}`);
    });
    expect(lines.length).toBeGreaterThan(8);
    expect(unknown).toEqual([]);
    const alone = ({ codes }: (typeof chapters)[number]) =>
      codes.filter((code) => /^--[a-z]/u.test(code)).map((code) => code.split(' ')[0] ?? '');
    const all = programs.map(read).join('\n');
    expect(strangers(alone, (option) => all.includes(option))).toEqual([]);
  });

  it('in the files that it names', () => {
    const named = ({ codes }: (typeof chapters)[number]) =>
      codes.filter((code) =>
        /^[^\s/][^\s]*\.(?:csv|mdx?|ya?ml|json|txt|html)$|^(?:data|content|public|docs)\//u.test(code),
      );
    expect(chapters.flatMap(named).length).toBeGreaterThan(60);
    expect(strangers(named, isFile)).toEqual([]);
  });

  it('in the columns and settings that it names', () => {
    const columns = Object.values(TABLES).flatMap((table) => table.map(({ name }): string => name));
    const words = new Set([...columns, ...Object.keys(TABLES), ...Object.keys(CONTENT), ...Object.keys(RULES)]);
    const settings = `${read('data/site.yaml')}\n${read('data/datapackage.json')}\n${under('src/schemas').map(read).join('\n')}`;
    const named = ({ codes }: (typeof chapters)[number]) => codes.filter((code) => /^[a-z]+(?:_[a-z]+)+$/u.test(code));
    expect(strangers(named, (name) => words.has(name) || new RegExp(`\\b${name}\\b`, 'u').test(settings))).toEqual([]);
  });

  it('in the messages that it explains', () => {
    const bold = ({ text }: (typeof chapters)[number]) =>
      [...text.matchAll(/^(?:\*\*(?=“[^*]+”\*\*)|- (?=“[^”]+”(?:。|$)))(“[^*\n]+?”)(?=\*\*|。|$)/gmu)].flatMap(
        ([, said = '']) => [...said.matchAll(/“([^”]+)”/gu)].map(([, words = '']) => words),
      );
    const shown = ({ blocks }: (typeof chapters)[number]) =>
      blocks.flatMap((block) =>
        [...block.matchAll(/^\w+\.csv 第 \d+ 行(?: “[^”]+”列)?：(?:“[^”]*”)?([^。]+)。怎么改：([^。]+)。/gmu)].flatMap(
          ([, fault = '', remedy = '']) => [fault, remedy],
        ),
      );
    expect(chapters.flatMap(bold).length).toBeGreaterThan(12);
    expect(chapters.flatMap(shown).length).toBeGreaterThan(6);
    expect(strangers((chapter) => [...bold(chapter), ...shown(chapter)], isSaid)).toEqual([]);
  });

  it('in the pictures that it shows, each with words for who cannot see it', () => {
    const pictures = chapters.flatMap(({ text }) => [...text.matchAll(/!\[([^\]]*)\]\(\.\/([^)]+)\)/gu)]);
    expect(pictures.length).toBeGreaterThan(3);
    expect(pictures.filter(([, alt = '']) => alt.length < 20).map(([, , file]) => file)).toEqual([]);
    const shown = pictures.map(([, , file = '']) => file).toSorted();
    expect(shown).toEqual(
      under('content/help/pictures')
        .map((file) => file.replace('content/help/', ''))
        .toSorted(),
    );
    const sizes = shown.map((file) => statSync(join(ROOT, 'content/help', file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400 * 1024);
  });

  it('in the links from chapter to chapter', () => {
    const named = ({ text }: (typeof chapters)[number]) =>
      [...text.matchAll(/\]\(\/help\/([a-z-]+)\/\)/gu)].map(([, name = '']) => name);
    expect(
      strangers(
        named,
        (name) => ['rules', 'case-desk'].includes(name) || chapters.some((chapter) => chapter.name === name),
      ),
    ).toEqual([]);
  });
});

/** The chapters about one table, which list its columns and show a row of it. */
const ABOUT: Readonly<Record<string, TableName>> = {
  station: 'stations',
  services: 'services',
  hotlines: 'hotlines',
  needs: 'needs',
  glossary: 'glossary',
};

describe('a chapter about a table', () => {
  it.each(Object.entries(ABOUT))('lists the columns: %s', (name, table) => {
    const text = chapters.find((chapter) => chapter.name === name)?.text ?? '';
    const listed = [...(text.split('|---|---|---|\n')[1] ?? '').matchAll(/^\| (\w+) \|/gmu)].map(
      ([, column]) => column,
    );
    expect(listed).toEqual(TABLES[table].map((column) => column.name));
  });

  it.each(Object.entries(ABOUT).filter(([name]) => name !== 'station'))(
    'shows a row that is read: %s',
    (name, table) => {
      const { text, blocks } = chapters.find((chapter) => chapter.name === name) ?? { text: '', blocks: [] };
      expect(text).toContain('## 写得好的一行');
      const header = TABLES[table].map((column) => column.name).join(',');
      const { rows, faults } = readTable(
        table,
        `${table}.csv`,
        new TextEncoder().encode(`${header}\n${blocks[0] ?? ''}`),
      );
      expect(faults).toEqual([]);
      expect(rows).toHaveLength(1);
    },
  );
});
