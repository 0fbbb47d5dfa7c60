import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const toPosix = (path: string) => path.split(sep).join('/');

const paths = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).map((entry) => ({
  path: toPosix(relative(root, join(entry.parentPath, entry.name))),
  isFile: entry.isFile(),
}));
const files = paths
  .filter(({ path, isFile }) => isFile && /\.(?:ts|astro|mjs|js)$/u.test(path))
  .map(({ path }) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** One import: where it stands, what it names, and whether only types come or it stands in a browser script. */
interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
  readonly typeOnly: boolean;
  readonly inScript: boolean;
}

const IMPORT =
  /^[ \t]*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?['"](?<static>[^'"]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"]+)['"]\s*\)/gmu;

function importsOf({ path, text }: { path: string; text: string }): Import[] {
  const scripts = [...text.matchAll(/<script\b[^>]*>[\s\S]*?<\/script>/gu)].map(
    ({ index, 0: all }) => [index, index + all.length] as const,
  );
  return [...text.matchAll(IMPORT)].map(({ index, groups = {} }) => {
    const at = index + (text.slice(index).search(/\S/u) || 0);
    return {
      file: path,
      line: text.slice(0, at).split('\n').length,
      target: groups['static'] ?? groups['dynamic'] ?? '',
      typeOnly: groups['type'] !== undefined,
      inScript: path.endsWith('.astro') && scripts.some(([from, to]) => at > from && at < to),
    };
  });
}

/** The part of a path that a wall may be named for: `domain/station/hours/week` of `src/domain/station/hours/week.ts`. */
const placeOf = (path: string) => path.replace(/^src\//u, '').replace(/\.(?:ts|astro|mjs|js|css)$/u, '');

/** What an import leads to: a place under src/, or `npm:<package>`, `node:`, `astro:<module>`. */
function leadsTo({ file, target }: Import): string {
  if (target.startsWith('.')) return placeOf(posix.join(posix.dirname(file), target.replace(/\?.*$/u, '')));
  if (target.startsWith('node:')) return 'node:';
  if (target.startsWith('astro:')) return target;
  return `npm:${target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '')}`;
}

/** Whether a place is a room or lies in it: `domain/station` holds `domain/station/hours/week`. */
const liesIn = (place: string, room: string) => place === room || place.startsWith(`${room}/`);

type Rule = (entry: Import, to: string) => boolean;

const rooms =
  (...names: readonly string[]): Rule =>
  (_, to) =>
    names.some((name) => liesIn(to, name));
const domain = (...names: readonly string[]): Rule => rooms(...names.map((name) => `domain/${name}`));
const search = (...names: readonly string[]): Rule => rooms(...names.map((name) => `search/${name}`));
const loading = (...names: readonly string[]): Rule => rooms(...names.map((name) => `loading/${name}`));
const but =
  (rule: Rule, ...names: readonly string[]): Rule =>
  (entry, to) =>
    rule(entry, to) && !names.some((name) => liesIn(to, name));
const packages =
  (...names: readonly string[]): Rule =>
  (_, to) =>
    names.some((name) => to === `npm:${name}`);
const npm: Rule = (_, to) => to.startsWith('npm:') && to !== 'npm:papaparse';
const npmToo: Rule = (_, to) => to.startsWith('npm:');
const node: Rule = (_, to) => to === 'node:';
const astroTypes: Rule = ({ typeOnly }, to) => to === 'npm:astro' && typeOnly;
const astroZod: Rule = ({ target }) => target === 'astro/zod';
const onlyTypesOf =
  (...names: readonly string[]): Rule =>
  ({ typeOnly }, to) =>
    typeOnly && names.some((name) => liesIn(to, name));
const clientScript: Rule = ({ inScript }, to) => inScript && liesIn(to, 'client');
const clientRaw: Rule = ({ target }, to) => liesIn(to, 'client') && target.endsWith('?raw');
const tokensRaw: Rule = ({ target }) => target.endsWith('/styles/tokens/palettes.css?raw');
const astroContent: Rule = (_, to) => to === 'astro:content';

/** Where clerks' own words are read; pages and browsers only meet what came of them. */
const anyDomain = but(rooms('domain'), 'domain/tidy');
/** The search without its packing, which is for builds alone. */
const anySearch = but(rooms('search'), 'search/pack');

/**
 * Who may import whom. A file obeys the longest of these names that its place lies in, and may always import from
 * that same room.
 */
const WALLS: Readonly<Record<string, readonly Rule[]>> = {
  'domain/time': [],
  'domain/language': [],
  'domain/place': [],
  'domain/rules': [],
  'domain/privacy': [],
  'domain/policy': [domain('time')],
  'domain/case': [domain('time')],
  'domain/site': [domain('time')],
  'domain/service': [domain('policy')],
  'domain/station': [domain('time', 'language', 'place', 'service')],
  'domain/dataset': [domain('place', 'policy', 'service', 'station')],
  'domain/figures': [but(anyDomain, 'domain/openData', 'domain/map')],
  'domain/openData': [but(anyDomain, 'domain/figures', 'domain/map')],
  'domain/map': [but(anyDomain, 'domain/figures', 'domain/openData')],
  'domain/tidy': [but(anyDomain, 'domain/figures', 'domain/openData', 'domain/map')],
  views: [onlyTypesOf('domain')],
  'search/types': [onlyTypesOf('domain/station', 'domain/language')],
  'search/text': [search('types'), domain('station', 'language')],
  'search/files': [search('types', 'text'), domain('station', 'language', 'site')],
  'search/match': [search('types', 'text'), domain('station', 'language')],
  'search/fullText': [search('types', 'text'), domain('station', 'language')],
  'search/answers': [search('types', 'text', 'match'), domain('station', 'language', 'site')],
  search: [anySearch, domain('station', 'language', 'site')],
  'search/pack': [search('files', 'types', 'text'), anyDomain, packages('pinyin-pro', 'opencc-js')],
  client: [but(anyDomain, 'domain/rules', 'domain/figures'), anySearch, packages('leaflet', 'supercluster')],
  schemas: [anyDomain, astroZod],
  'loading/faults': [rooms('domain')],
  'loading/adapters': [rooms('domain'), packages('gcoord', 'chinese-days')],
  'loading/formats': [rooms('domain'), npmToo, node],
  'loading/tables': [rooms('domain', 'schemas'), loading('faults', 'adapters', 'formats'), npmToo, node],
  'loading/texts': [rooms('domain', 'schemas'), loading('faults', 'adapters', 'formats'), packages('astro')],
  'loading/attachments': [rooms('domain', 'schemas'), loading('faults', 'adapters', 'formats'), npm, node],
  'loading/rules': [
    rooms('domain', 'schemas'),
    loading('tables', 'texts', 'faults', 'adapters', 'formats/xml', 'formats/decode'),
    packages('astro', 'satteri'),
  ],
  'loading/handouts': [rooms('domain'), but(rooms('loading'), 'loading/import', 'loading/register', 'loading/sample')],
  'loading/register': [
    rooms('domain'),
    loading('tables', 'texts', 'faults', 'adapters', 'formats', 'rules'),
    npmToo,
    node,
  ],
  'loading/sample': [
    rooms('domain', 'schemas'),
    loading('tables', 'texts', 'faults', 'adapters', 'formats', 'rules'),
    packages('papaparse'),
  ],
  'loading/import': [
    rooms('domain', 'schemas'),
    loading('tables', 'texts', 'faults', 'adapters', 'formats', 'rules', 'handouts/reportPage', 'dataset'),
    npmToo,
    node,
  ],
  loading: [rooms('loading', 'schemas', 'domain'), npm, node],
  built: [rooms('loading'), anyDomain, npm, node],
  integrations: [rooms('loading'), anyDomain, npm, node],
  charts: [anyDomain, packages('@observablehq/plot', 'linkedom'), tokensRaw],
  queries: [
    rooms('loading', 'charts', 'views', 'search/pack'),
    anyDomain,
    onlyTypesOf('schemas'),
    astroContent,
    astroTypes,
    npm,
  ],
  components: [rooms('views', 'styles'), anyDomain, clientScript, astroTypes],
  layouts: [rooms('components', 'views', 'styles'), anyDomain, clientScript, clientRaw, astroTypes],
  pages: [rooms('layouts', 'components', 'queries', 'views', 'styles'), anyDomain, clientScript, astroTypes],
  cli: [rooms('built', 'loading', 'schemas', 'domain', 'integrations'), npm, node],
  'content.config': [rooms('schemas'), astroContent, packages('astro')],
};

/** The wall that a place obeys: the longest name that it lies in; undefined for a stranger. */
const roomOf = (place: string) =>
  Object.keys(WALLS)
    .filter((room) => liesIn(place, room))
    .sort((a, b) => b.length - a.length)[0];

const imports = files.flatMap(importsOf);

const broken = (entries: readonly Import[], words: string) =>
  entries.map(({ file, line, target }) => `${file}:${line} ${words} ${target}`);

describe('the walls of the house', () => {
  it('reads the import lines at all', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.filter(({ inScript }) => inScript).length).toBeGreaterThan(3);
    const page = importsOf({
      path: 'src/pages/x.astro',
      text: "---\nimport type { A } from '../domain/a.ts';\n---\n<p />\n<script>\n  import '../client/b.ts';\n</script>\n",
    });
    expect(page).toEqual([
      { file: 'src/pages/x.astro', line: 2, target: '../domain/a.ts', typeOnly: true, inScript: false },
      { file: 'src/pages/x.astro', line: 6, target: '../client/b.ts', typeOnly: false, inScript: true },
    ]);
  });

  it('knows a room for every file', () => {
    const strangers = files.filter(({ path }) => roomOf(placeOf(path)) === undefined).map(({ path }) => path);
    expect(strangers).toEqual([]);
    const empty = Object.keys(WALLS).filter((room) => !files.some(({ path }) => roomOf(placeOf(path)) === room));
    expect(empty).toEqual([]);
  });

  for (const [room, rules] of Object.entries(WALLS)) {
    it(`${room} imports only what it may`, () => {
      const own = imports.filter(({ file }) => roomOf(placeOf(file)) === room);
      const outside = own.filter((entry) => {
        const to = leadsTo(entry);
        return roomOf(to) !== room && !rules.some((rule) => rule(entry, to));
      });
      expect(broken(outside, 'must not import')).toEqual([]);
    });
  }

  it('keeps papaparse and node: in loading, cli and integrations', () => {
    const allowed = ['loading', 'cli', 'integrations', 'built'];
    const outside = imports.filter(
      (entry) =>
        ['node:', 'npm:papaparse'].includes(leadsTo(entry)) &&
        !allowed.some((room) => liesIn(placeOf(entry.file), room)),
    );
    expect(broken(outside, 'must not import')).toEqual([]);
  });

  it('has no folder whose name refuses nothing', () => {
    const vague = /^(?:utils?|lib|helpers?|common|misc|shared|types-of-everything)$/u;
    expect(paths.filter(({ path }) => path.split('/').some((part) => vague.test(part)))).toEqual([]);
  });

  it('has no two files that lead to each other', () => {
    const leads = Map.groupBy(imports, ({ file }) => placeOf(file));
    const round = new Set<string>();
    const done = new Set<string>();
    const visit = (place: string, way: readonly string[]): void => {
      const at = way.indexOf(place);
      if (at >= 0) round.add(way.slice(at).toSorted().join(' ↔ '));
      if (at >= 0 || done.has(place)) return;
      for (const entry of leads.get(place) ?? []) visit(leadsTo(entry), [...way, place]);
      done.add(place);
    };
    for (const { path } of files) visit(placeOf(path), []);
    expect([...round]).toEqual([]);
  });

  it('keeps only types in views/ and search/types/', () => {
    const values = files
      .filter(({ path }) => /^src\/(?:views|search\/types)\//u.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^(?:export\s+)?(?:default|const|let|var|function|async|class|enum|namespace)\b.*$/gmu)].map(
          ([line]) => `${path}: ${line}`,
        ),
      );
    expect(values).toEqual([]);
  });

  it('has no barrel files', () => {
    const barrels = files
      .filter(({ path }) => path.endsWith('.ts'))
      .filter(({ text }) => {
        const lines = text
          .replace(/\/\*[\s\S]*?\*\//gu, '')
          .split('\n')
          .filter((line) => line.trim() !== '');
        return lines.length > 0 && lines.every((line) => /^export .* from /u.test(line));
      })
      .map(({ path }) => path);
    expect(barrels).toEqual([]);
  });

  it('never writes HTML from data in the browser', () => {
    const writes = files
      .filter(
        ({ path, text }) =>
          path.startsWith('src/client/') &&
          /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/u.test(text),
      )
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, index) =>
            /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/u.test(line)
              ? [`${path}:${index + 1} ${line.trim()}`]
              : [],
          ),
      );
    expect(writes).toEqual([]);
  });

  it('gives every import a file that exists', () => {
    const missing = imports.filter(({ file, target }) => {
      if (!target.startsWith('.')) return false;
      const path = join(root, posix.join(posix.dirname(file), target.replace(/\?.*$/u, '')));
      return statSync(path, { throwIfNoEntry: false }) === undefined;
    });
    expect(broken(missing, 'imports what is not there:')).toEqual([]);
  });
});
