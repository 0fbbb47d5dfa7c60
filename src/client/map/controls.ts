import type L from 'leaflet';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { el } from '../browser/elements.ts';

/** Creates the buttons to zoom in, to zoom out and to return to the whole city. */
export function zoomButtons(map: L.Map, home: L.LatLngBounds): HTMLElement {
  const box = el('div', 'zoom');
  const button = (text: string, name: string, act: () => void) => {
    const made = el('button', '', text);
    made.type = 'button';
    made.setAttribute('aria-label', name);
    made.addEventListener('click', act);
    box.append(made);
  };
  button('+', '放大', () => map.zoomIn(1));
  button('−', '缩小', () => map.zoomOut(1));
  button('全', '回到全市', () => map.fitBounds(home));
  return box;
}

/**
 * Fills the card below the map with the chosen stations, at most eight, and hides it where there are none. `path` is
 * the address that the ids are put after.
 */
export function showCard(
  card: HTMLElement,
  list: readonly MapStation[],
  path: string,
  byId: ReadonlyMap<string, MapStation>,
): void {
  card.replaceChildren();
  for (const { id } of list.slice(0, 8)) {
    const station = byId.get(id);
    if (station === undefined) continue;
    const line = el('p', '');
    const link = el('a', '', station.name);
    link.href = `${path}${station.id}/`;
    line.append(link, el('span', 'number', station.phone));
    if (!station.exact) line.append(el('span', 'small', '约略位置'));
    card.append(line);
  }
  if (list.length > 8) card.append(el('p', 'small', `还有${list.length - 8}个，见列表`));
  card.hidden = list.length === 0;
}
