import { describe, expect, it } from 'vitest';
import { roomOf, WALLS } from './walls/rooms.ts';
import { broken, files, imports, importsOf, leadsTo, liesIn, placeOf } from './walls/sources.ts';

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
});
