import { describe, expect, it } from 'vitest';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, mainSite, ROOT } from './builtSite.ts';

const site = mainSite();
const { dataset } = load(foldersOf(process.env, ROOT));

/** The page of a district's 居村委: under each letter the addresses that its entries lead to, and the letters to jump to. */
function indexOf(district: string) {
  const document = documentOf(site, `districts/${district}/committees/index.html`);
  const sections = [...document.querySelectorAll('main section')].map((section) => ({
    letter: section.querySelector('h2')?.textContent.trim() ?? '',
    names: [...section.querySelectorAll('li a')].map((link) => link.textContent.trim()),
    codes: [...section.querySelectorAll('li a')].map((link) => link.getAttribute('href')?.split('#')[1] ?? ''),
  }));
  const jumps = [...document.querySelectorAll('.letters a')].map((link) => ({
    letter: link.textContent.trim(),
    leads: document.querySelector(link.getAttribute('href') ?? '')?.textContent.trim() ?? null,
  }));
  return { sections, jumps };
}

describe('the list of 居村委 of a district', () => {
  it('holds each of them once, with its own place on the page of its 街镇', () => {
    for (const { code } of dataset.districts) {
      const own = dataset.committees.filter(({ townCode }) => townCode.startsWith(code)).map((one) => one.code);
      expect(
        indexOf(code)
          .sections.flatMap(({ codes }) => codes)
          .sort(),
      ).toEqual(own.sort());
    }
  });

  it('jumps to every letter, from A to Z', () => {
    for (const { code } of dataset.districts) {
      const { sections, jumps } = indexOf(code);
      expect(jumps.map(({ letter }) => letter)).toEqual(sections.map(({ letter }) => letter));
      expect(jumps.filter(({ letter, leads }) => leads !== letter)).toEqual([]);
      expect(sections.map(({ letter }) => letter)).toEqual(sections.map(({ letter }) => letter).sort());
    }
  });

  it('reads names of places as people do: 莘 under X, 殷行 under Y, 长 under C', () => {
    const letters = new Map(
      dataset.districts.flatMap(({ code }) =>
        indexOf(code).sections.flatMap(({ letter, names }) => names.map((name) => [name, letter] as const)),
      ),
    );
    for (const [begins, letter] of [
      ['莘', 'X'],
      ['长', 'C'],
      ['重华', 'C'],
      ['浜', 'B'],
    ] as const) {
      const found = [...letters].filter(([name]) => name.startsWith(begins));
      expect(new Set(found.map(([, under]) => under)), begins).toEqual(new Set(found.length === 0 ? [] : [letter]));
    }
  });
});
