import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const toPosix = (path: string) => path.split(sep).join('/');

/** Every file and folder below src/. */
export const paths = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).map((entry) => ({
  path: toPosix(relative(root, join(entry.parentPath, entry.name))),
  isFile: entry.isFile(),
}));
/** Every file below src/ that can import, with its text. */
export const files = paths
  .filter(({ path, isFile }) => isFile && /\.(?:ts|astro|mjs|js)$/u.test(path))
  .map(({ path }) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** One import: where it stands, what it names, and whether only types come or it stands in a browser script. */
export interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
  readonly typeOnly: boolean;
  readonly inScript: boolean;
}

const IMPORT =
  /^[ \t]*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?['"](?<static>[^'"]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"]+)['"]\s*\)/gmu;

/** Reads the imports of a file, those in scripts of a page included. */
export function importsOf({ path, text }: { path: string; text: string }): Import[] {
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
export const placeOf = (path: string) => path.replace(/^src\//u, '').replace(/\.(?:ts|astro|mjs|js|css)$/u, '');

/** What an import leads to: a place under src/, or `npm:<package>`, `node:`, `astro:<module>`. */
export function leadsTo({ file, target }: Import): string {
  if (target.startsWith('.')) return placeOf(posix.join(posix.dirname(file), target.replace(/\?.*$/u, '')));
  if (target.startsWith('node:')) return 'node:';
  if (target.startsWith('astro:')) return target;
  return `npm:${target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '')}`;
}

/** Whether a place is a room or lies in it: `domain/station` holds `domain/station/hours/week`. */
export const liesIn = (place: string, room: string) => place === room || place.startsWith(`${room}/`);

/** Every import below src/. */
export const imports = files.flatMap(importsOf);

/** One line for each import that breaks a rule. */
export const broken = (entries: readonly Import[], words: string) =>
  entries.map(({ file, line, target }) => `${file}:${line} ${words} ${target}`);
