import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/domain/dataset/dataset.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, few, read, type BuiltSite } from './builtSite.ts';
import { builtCity, foldersOfBuilt } from './cityBuild.ts';
import { harmInSite } from './harm.ts';
import { ACTING, cellsThatTake, INTERNAL, PLACES, REFUSED } from './hostileRows.ts';
import { unpackedPack } from './unpackedPack.ts';

describe('a cell', () => {
  it.each(Object.entries(REFUSED))('with %s is refused in every column, with file and row', (_, text) => {
    expect([...cellsThatTake(text)].filter((place) => !INTERNAL.has(place))).toEqual([]);
  });

  it('that becomes part of an address, or points to a row, takes nothing that acts', () => {
    const taken = cellsThatTake(ACTING);
    const pointers = PLACES.filter((place) =>
      /\.(?:id|slug|code|number|.*_code|field|operator|successor|services|topic|station|basis|clause)$/u.test(place),
    );
    expect(pointers.length).toBeGreaterThan(20);
    expect(pointers.filter((place) => taken.has(place))).toEqual([]);
    expect(taken.size).toBeGreaterThan(50);
  });
});

describe('a site with what acts in every cell that takes words, and in the head of a case', () => {
  let dataset: Dataset;
  let site: BuiltSite;
  let home: string;

  beforeAll(async () => {
    site = await builtCity('hostile');
    ({ dataset } = load(foldersOfBuilt('hostile')));
    home = mkdtempSync(join(tmpdir(), 'hostile-'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it('shows these words as they were written', () => {
    const shown = '甲<evil-mark onclick=evil()>乙</title></textarea></script><script>evil()</script>';
    const spoilt = dataset.stations.find(({ name }) => name === ACTING);
    for (const file of [`stations/${spoilt?.id ?? ''}/index.html`, 'cases/the-lamp-by-the-lake/index.html'])
      expect(documentOf(site, file).querySelector('h1')?.textContent, file).toContain(shown);
    expect(read(site, 'data/stations.csv')).toContain(ACTING.replaceAll('"', '""'));
  });

  it('has no file in which they act or that nothing can read: pages, data, tables, feeds, pictures, scripts, archives', async () => {
    expect(few(await harmInSite(site.dir))).toEqual([]);
  });

  it('makes a pack for computers without a network that is as harmless', async () => {
    const pack = await unpackedPack(site, dataset);
    expect(few(await harmInSite(pack))).toEqual([]);
    rmSync(pack, { recursive: true });
  });

  it('would not pass with one of them acting', async () => {
    const planted = {
      'a.html': '<p onclick=evil()>甲</p>',
      'b.html': '<evil-mark></evil-mark>',
      'c.html': '<script>evil()</script>',
      'd.html': '<a href="javascript:evil()">乙</a>',
      'e.html': '<script type="application/ld+json">{"name":"</script>',
      'f.csv': 'a,b\n1,=1+1\n',
      'g.json': '{"a":"\n"}',
      'h.xml': '<a><evil-mark/></a>',
      'i.svg': '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:evil()"/></svg>',
      'j.js': 'self.file="\n"',
    };
    for (const [name, text] of Object.entries(planted)) writeFileSync(join(home, name), text);
    const found = await harmInSite(home);
    expect(Object.keys(planted).filter((name) => !found.some((line) => line.startsWith(`${name}: `)))).toEqual([]);
  });
});
