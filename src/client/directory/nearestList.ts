import type { NearStation } from '../../domain/map/nearby.ts';
import { el } from '../browser/elements.ts';

/**
 * All stations, the nearest first, or the sentence to say instead, for the file of the map at that address. The code comes
 * with the first question.
 */
export const askNear = (mapUrl: string): Promise<readonly NearStation[] | string> =>
  import('../browser/position.ts').then(
    ({ nearMe }) => nearMe(mapUrl),
    () => '站点的位置没有取到。请再按一次，或写街道的名字来找。',
  );

/** At most this many of the nearest stations are listed. */
const NEAREST = 30;

/**
 * Creates a list of the nearest stations from copies of their rows (`rows` by id), each with its distance. Stations
 * without a row are left out.
 */
export function nearestList(near: readonly NearStation[], rows: ReadonlyMap<string, HTMLLIElement>): HTMLOListElement {
  const list = el('ol', 'list');
  for (const { station, words } of near) {
    const row = rows.get(station.id);
    if (row === undefined) continue;
    const copy = row.cloneNode(true) as HTMLLIElement;
    copy.removeAttribute('id');
    // Its turn in the list may not have come yet.
    copy.hidden = false;
    copy.querySelector('.body')?.append(el('p', 'distance', words));
    list.append(copy);
    if (list.childElementCount === NEAREST) break;
  }
  return list;
}

/** The sentence above a list of so many nearest stations. */
export const nearestWords = (count: number): string =>
  count === 0
    ? ''
    : `距离最近的 ${count} 个站，按直线距离排。最近的不一定负责您住的地方：写居委会名字可以查到负责的站。`;
