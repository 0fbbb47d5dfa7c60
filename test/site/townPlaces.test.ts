import { describe, expect, it } from 'vitest';
import { writeRun } from '../../src/domain/place/extent.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, few, mainSite, ROOT } from './builtSite.ts';

const site = mainSite();
const { dataset } = load(foldersOf(process.env, ROOT));
const places = Map.groupBy(dataset.places, ({ committeeCode }) => committeeCode);

describe('the page of a 街镇', () => {
  it('has one place for each of its 居村委, where its estates, roads and numbers stand', () => {
    const missing = dataset.towns.flatMap(({ code }) => {
      const document = documentOf(site, `towns/${code}/index.html`);
      return dataset.committees
        .filter(({ townCode }) => townCode === code)
        .flatMap((committee) => {
          const own = document.querySelectorAll(`[id="${committee.code}"]`);
          const text = own[0]?.textContent.replace(/\s+/gu, '') ?? '';
          const words = (places.get(committee.code) ?? []).flatMap((place) => [place.name, writeRun(place)]);
          return [
            ...(own.length === 1 ? [] : [`${committee.code} stands ${own.length} times`]),
            ...words.filter((word) => !text.includes(word)).map((word) => `${committee.code} lacks ${word}`),
          ];
        });
    });
    expect(few(missing)).toEqual([]);
  });
});
