import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** The files that put markup into a page as it stands, and who has made it so that no word of a row can act in it. */
const RAW: Readonly<Record<string, string>> = {
  'components/caseDesk/CaseDesk.astro': 'scriptJson',
  'components/figures/FigureSection.astro': 'charts, which escape their words',
  'components/frame/HeadTags.astro': 'scriptJson',
  'components/interpretation/Cite.astro': 'the slot of a text, which Astro has escaped',
  'components/interpretation/Term.astro': 'the slot of a text, which Astro has escaped',
  'components/station/OpenStateScript.astro': 'scriptJson',
  'components/station/StationMain.astro': 'scriptJson',
  'layouts/Base.astro': 'the boot script, which is ours',
};

describe('markup that is put into a page as it stands', () => {
  it('stands in no other file than those that are known, each with who makes it', () => {
    const found = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.astro') && readFileSync(join(SRC, file), 'utf8').includes('set:html'))
      .map((file) => file.replaceAll('\\', '/'));
    expect(found.sort()).toEqual(Object.keys(RAW).sort());
  });
});
