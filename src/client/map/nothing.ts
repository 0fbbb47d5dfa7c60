import { formatDistance } from '../../domain/place/coordinates.ts';
import type { TownArea } from '../../domain/map/areas.ts';
import type { Point } from '../../domain/place/region.ts';
import { el } from '../browser/elements.ts';
import { nearestArea } from './areaInView.ts';

/**
 * Fills the box that stands at the foot of a map without any station in view: where the nearest is, in a straight line
 * from the middle of the map, and a button that goes there.
 */
export function showNothing(
  box: HTMLElement,
  here: Point,
  towns: readonly TownArea[],
  go: (code: string) => void,
): void {
  const nearest = nearestArea(towns, here);
  if (nearest === null) {
    box.replaceChildren(el('p', '', '', [el('b', '', '没有合适的站。'), '可以少选一项。']));
    return;
  }
  const { area: town, metres } = nearest;
  const button = el('button', 'btn', `去看${town.name}`);
  button.type = 'button';
  button.addEventListener('click', () => go(town.code));
  const words = `最近的在${town.name}，约${formatDistance(metres)}。`;
  box.replaceChildren(el('p', '', '', [el('b', '', '这里没有社工站。'), words]), el('p', '', '', [button]));
}
