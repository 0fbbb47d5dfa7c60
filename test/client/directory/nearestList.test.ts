import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nearestList, nearestWords } from '../../../src/client/directory/nearestList.ts';
import type { NearStation } from '../../../src/domain/map/nearby.ts';

const near = (id: string, metres: number): NearStation => ({
  station: { id, name: id, type: '综合', mark: '综', lon: 0, lat: 0, exact: true, phone: '', town: '', verified: null },
  metres,
  words: `东面${metres}米`,
});

let document: Document;
beforeEach(() => {
  ({ document } = parseHTML('<ul></ul>'));
  vi.stubGlobal('document', document);
});
afterEach(() => vi.unstubAllGlobals());

/** Rows as the page has them, by id. */
function rows(...ids: readonly string[]): Map<string, HTMLLIElement> {
  return new Map(
    ids.map((id) => {
      const row = document.createElement('li');
      row.id = `s-${id}`;
      row.dataset['id'] = id;
      const body = document.createElement('div');
      body.className = 'body';
      row.append(body);
      return [id, row];
    }),
  );
}

const idsOf = (list: Element) => [...list.children].map((row) => row.getAttribute('data-id'));

describe('the list of the nearest', () => {
  it('holds the rows that it is given from the nearest on, each with its distance', () => {
    const list = nearestList([near('b', 100), near('c', 200), near('a', 300)], rows('a', 'b'));
    expect(idsOf(list)).toEqual(['b', 'a']);
    expect([...list.querySelectorAll('.distance')].map(({ textContent }) => textContent)).toEqual([
      '东面100米',
      '东面300米',
    ]);
  });

  it('leaves the rows of the page as they are, and no id is there twice', () => {
    const own = rows('a');
    const list = nearestList([near('a', 100)], own);
    expect(own.get('a')?.querySelector('.distance')).toBeNull();
    expect(list.querySelector('[id]')).toBeNull();
  });

  it('ends after thirty, and says how many there are', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `s${at}`);
    const list = nearestList(
      ids.map((id, at) => near(id, at)),
      rows(...ids),
    );
    expect(list.children).toHaveLength(30);
    expect(nearestWords(30)).toContain('最近的 30 个站');
    expect(nearestWords(0)).toBe('');
  });
});
