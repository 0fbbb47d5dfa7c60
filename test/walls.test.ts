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

/** The room that a path lies in; `content.config` and `astro.config` are rooms of one file. */
const roomOf = (path: string) => /^src\/([^/]+?)(?:\.ts)?(?:\/|$)/u.exec(path)?.[1] ?? '';

/** What an import leads to: a room, or `npm:<package>`, `node:`, `astro:<module>`. */
function leadsTo({ file, target }: Import): string {
  if (target.startsWith('.')) return roomOf(posix.join(posix.dirname(file), target.replace(/\?.*$/u, '')));
  if (target.startsWith('node:')) return 'node:';
  if (target.startsWith('astro:')) return target;
  return `npm:${target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '')}`;
}

type Rule = (entry: Import, to: string) => boolean;

const rooms =
  (...names: readonly string[]): Rule =>
  (_, to) =>
    names.includes(to);
const npm: Rule = (_, to) => to.startsWith('npm:') && to !== 'npm:papaparse';
const npmToo: Rule = (_, to) => to.startsWith('npm:');
const node: Rule = (_, to) => to === 'node:';
const astroTypes: Rule = ({ typeOnly }, to) => to === 'npm:astro' && typeOnly;
const astroZod: Rule = ({ target }) => target === 'astro/zod';
const onlyTypesOf =
  (...names: readonly string[]): Rule =>
  ({ typeOnly }, to) =>
    typeOnly && names.includes(to);
const clientScript: Rule = ({ inScript }, to) => inScript && to === 'client';
const clientRaw: Rule = ({ target }, to) => to === 'client' && target.endsWith('?raw');
const tokensRaw: Rule = ({ target }) => target.endsWith('/styles/tokens/palettes.css?raw');
const astroContent: Rule = (_, to) => to === 'astro:content';

const WALLS: Readonly<Record<string, readonly Rule[]>> = {
  pages: [rooms('layouts', 'components', 'queries', 'views', 'domain', 'styles'), clientScript, astroTypes],
  layouts: [rooms('layouts', 'components', 'views', 'domain', 'styles'), clientScript, clientRaw, astroTypes],
  components: [rooms('components', 'views', 'domain', 'styles'), clientScript, astroTypes],
  charts: [rooms('charts', 'domain'), (_, to) => ['npm:@observablehq/plot', 'npm:linkedom'].includes(to), tokensRaw],
  queries: [
    rooms('queries', 'loading', 'charts', 'views', 'search', 'domain'),
    onlyTypesOf('schemas'),
    astroContent,
    astroTypes,
    npm,
  ],
  loading: [rooms('loading', 'schemas', 'domain'), npmToo, node],
  schemas: [rooms('schemas', 'domain'), astroZod],
  domain: [rooms('domain')],
  views: [rooms('views', 'domain')],
  search: [rooms('search', 'domain'), npm],
  built: [rooms('built', 'loading', 'domain'), npm, node],
  client: [rooms('client', 'search', 'domain'), (_, to) => ['npm:leaflet', 'npm:supercluster'].includes(to)],
  integrations: [rooms('integrations', 'built', 'loading', 'domain'), npm, node],
  cli: [rooms('cli', 'built', 'loading', 'schemas', 'domain', 'integrations'), npm, node],
  'content.config': [rooms('schemas'), astroContent, (_, to) => to === 'npm:astro'],
};

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
    const strangers = files.filter(({ path }) => !(roomOf(path) in WALLS)).map(({ path }) => path);
    expect(strangers).toEqual([]);
  });

  for (const [room, rules] of Object.entries(WALLS)) {
    it(`${room} imports only what it may`, () => {
      const outside = imports.filter(
        (entry) => roomOf(entry.file) === room && !rules.some((rule) => rule(entry, leadsTo(entry))),
      );
      expect(broken(outside, 'must not import')).toEqual([]);
    });
  }

  it('keeps papaparse and node: in loading, cli and integrations', () => {
    const allowed = ['loading', 'cli', 'integrations', 'built'];
    const outside = imports.filter(
      (entry) => ['node:', 'npm:papaparse'].includes(leadsTo(entry)) && !allowed.includes(roomOf(entry.file)),
    );
    expect(broken(outside, 'must not import')).toEqual([]);
  });

  it('has no folder whose name refuses nothing', () => {
    const vague = /^(?:utils?|lib|helpers?|common|misc|shared)$/u;
    expect(paths.filter(({ path }) => path.split('/').some((part) => vague.test(part)))).toEqual([]);
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
