import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { broken, files, imports, leadsTo, paths, placeOf, root } from './sources.ts';

describe('the house', () => {
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
