import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mainSite, read, ROOT } from './builtSite.ts';

/** Classes on the pages that no rule speaks of, and what they are for. */
const HOOKS: Readonly<Record<string, string>> = {
  advice: '<verified-mark> writes there what to do',
  age: '<verified-mark> writes the age there',
  own: '<station-plate> hides the own number once it is too old',
  city: '<station-plate> shows the city hotline instead',
  'all-notes': '<clause-notes> opens and closes all interpretations with it',
  'filter-acts': 'a test finds there the buttons of the filters',
  'filter-summary': '<station-directory> writes there what is filtered',
  'group-count': '<station-directory> writes there how many of a district are left',
  value: 'the swatch of a key is named like its part; the first one looks as every swatch does',
  bars: 'the swatch of a key is named like its chart; only that of cells looks otherwise',
  unit: 'a test finds there who answers for an interpretation',
};

/** Classes that have a rule and stand on no page of the sample, and where they do. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  changed: 'the record of changes, once a station has changed',
  'gap-names': 'the progress page of official data; a sample counts its gaps and names none',
  'notice-top': 'a page that comes from the device or from the pack, which says so at its head',
  'notice-bar': 'every page, while site.yaml has something to say',
  report: 'a station, where somebody is configured who mends errors',
};

/** The text of all files below a folder of `src` that end so. */
const sources = (folder: string, ending: string): string =>
  readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(ROOT, 'src', folder, file), 'utf8'))
    .join('\n');

/** The classes that selectors name; comments and declarations are left out. */
function classesOf(css: string): Set<string> {
  const selectors = css.replace(/\/\*[\s\S]*?\*\//gu, '').match(/[^{};]+(?=\{)/gu) ?? [];
  return new Set(selectors.flatMap((text) => [...text.matchAll(/\.([a-z][\w-]*)/giu)].map(([, name = '']) => name)));
}

const site = mainSite();
const styled = classesOf(sources('styles', '.css'));
const onPages = new Set(
  [...site.files]
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      [...read(site, file).matchAll(/\sclass="([^"]*)"/gu)].flatMap(([, names = '']) => names.split(/\s+/u)),
    )
    .filter((name) => name !== ''),
);
/** Words in quotes in what runs in the browser: the classes that scripts put on are among them. */
const inScripts = new Set(
  (sources('client', '.ts') + sources('domain/station', '.ts') + sources('domain/case', '.ts'))
    .match(/'[^'\n]*'|`[^`]*`/gu)
    ?.flatMap((text) => text.match(/[a-z][\w-]*/giu) ?? []),
);

describe('classes', () => {
  it('that have a rule stand on some page, or a script puts them on', () => {
    expect([...styled].filter((name) => !onPages.has(name) && !inScripts.has(name) && !(name in ELSEWHERE))).toEqual(
      [],
    );
  });

  it('on the pages have a rule, or a reason to have none', () => {
    expect([...onPages].filter((name) => !styled.has(name) && !(name in HOOKS))).toEqual([]);
  });

  it('that are listed are still what the list says', () => {
    expect(Object.keys(HOOKS).filter((name) => !onPages.has(name) || styled.has(name))).toEqual([]);
    expect(Object.keys(ELSEWHERE).filter((name) => !styled.has(name))).toEqual([]);
  });
});
