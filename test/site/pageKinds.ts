import type { BuiltSite } from './builtSite.ts';

/** Every kind of page that the site has, by the files it is made of. One list for all tests that go through them. */
export const PAGE_KINDS: readonly { readonly name: string; readonly file: RegExp }[] = [
  { name: 'home', file: /^index\.html$/u },
  { name: 'stations', file: /^stations\/index\.html$/u },
  { name: 'station', file: /^stations\/[^/]+\/index\.html$/u },
  { name: 'poster', file: /^stations\/[^/]+\/poster\/index\.html$/u },
  { name: 'town poster', file: /^towns\/[^/]+\/poster\/index\.html$/u },
  { name: 'case poster', file: /^cases\/[^/]+\/poster\/index\.html$/u },
  { name: 'map', file: /^map\/index\.html$/u },
  { name: 'district', file: /^districts\/[^/]+\/index\.html$/u },
  { name: 'committee index', file: /^districts\/[^/]+\/committees\/index\.html$/u },
  { name: 'town', file: /^towns\/[^/]+\/index\.html$/u },
  { name: 'town embed', file: /^embed\/towns\/[^/]+\/index\.html$/u },
  { name: 'station embed', file: /^embed\/stations\/[^/]+\/index\.html$/u },
  { name: 'fields', file: /^fields\/index\.html$/u },
  { name: 'field', file: /^fields\/[^/]+\/index\.html$/u },
  { name: 'services', file: /^services\/index\.html$/u },
  { name: 'service', file: /^services\/[^/]+\/index\.html$/u },
  { name: 'organizations', file: /^organizations\/index\.html$/u },
  { name: 'organization', file: /^organizations\/[^/]+\/index\.html$/u },
  { name: 'policies', file: /^policies\/index\.html$/u },
  { name: 'policy', file: /^policies\/[^/]+\/index\.html$/u },
  { name: 'printed guide', file: /^policies\/[^/]+\/print\/index\.html$/u },
  { name: 'interpretation', file: /^interpretations\/[^/]+\/index\.html$/u },
  { name: 'glossary', file: /^glossary\/index\.html$/u },
  { name: 'cases', file: /^cases\/index\.html$/u },
  { name: 'case', file: /^cases\/[^/]+\/index\.html$/u },
  { name: 'progress', file: /^progress\/index\.html$/u },
  { name: 'gaps', file: /^progress\/gaps\/index\.html$/u },
  { name: 'press', file: /^press\/index\.html$/u },
  { name: 'search', file: /^search\/index\.html$/u },
  { name: 'data', file: /^data\/index\.html$/u },
  { name: 'changes', file: /^data\/changes\/index\.html$/u },
  { name: 'help', file: /^help\/index\.html$/u },
  { name: 'chapter', file: /^help\/(?!rules\/|case-desk\/)[^/]+\/index\.html$/u },
  { name: 'case desk', file: /^help\/case-desk\/index\.html$/u },
  { name: 'rules', file: /^help\/rules\/(?:[^/]+\/)?index\.html$/u },
  { name: 'about', file: /^about\/index\.html$/u },
  { name: 'accessibility', file: /^accessibility\/index\.html$/u },
  { name: 'privacy', file: /^privacy\/index\.html$/u },
  { name: 'sitemap', file: /^sitemap\/index\.html$/u },
  { name: 'english', file: /^en\/index\.html$/u },
  { name: 'english district', file: /^en\/districts\/[^/]+\/index\.html$/u },
  { name: 'english field', file: /^en\/fields\/[^/]+\/index\.html$/u },
  { name: 'offline', file: /^offline\/index\.html$/u },
  { name: 'leave', file: /^leave\/index\.html$/u },
  { name: 'not found', file: /^404\.html$/u },
];

/** The files of one kind, sorted. */
export function filesOfKind({ files }: BuiltSite, name: string): string[] {
  const kind = PAGE_KINDS.find((entry) => entry.name === name);
  if (kind === undefined) throw new Error(`no kind of page is called ${name}`);
  return [...files].filter((file) => kind.file.test(file)).sort();
}

/** One page of each kind that the site has; the last of its kind, which is not the one that was looked at most. */
export function oneOfEachKind(
  site: BuiltSite,
): { readonly name: string; readonly file: string; readonly path: string }[] {
  return PAGE_KINDS.flatMap(({ name }) => {
    const file = filesOfKind(site, name).at(-1);
    return file === undefined ? [] : [{ name, file, path: `/${file.replace(/index\.html$/u, '')}` }];
  });
}
