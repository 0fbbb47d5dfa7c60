import type L from 'leaflet';
import type { Box } from '../../domain/map/boxes.ts';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { metresPerPixel } from '../../domain/map/projection.ts';
import { scaleBar } from '../../domain/map/scaleBar.ts';
import { el, link } from '../browser/elements.ts';

/** Creates the buttons to zoom in, to zoom out and to return to the whole city. */
export function zoomButtons(map: L.Map, home: () => void): HTMLElement {
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
  button('全', '回到全市', home);
  return box;
}

/** Creates the arrow that tells where north is: up, always. */
export function northMark(): HTMLElement {
  const mark = el('div', 'north', '北');
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', '上面是北');
  return mark;
}

/** The longest that a scale bar may be, in pixels. */
const LONGEST = 120;

/** Creates a scale bar, which is right for the middle of the map after every move. */
export function scaleOf(map: L.Map): HTMLElement {
  const words = el('span');
  const bar = el('i');
  const measure = () => {
    const scale = scaleBar(metresPerPixel(map.getCenter().lat, map.getZoom()), LONGEST);
    words.textContent = scale.words;
    bar.style.width = `${Math.round(scale.length)}px`;
  };
  map.on('moveend', measure);
  measure();
  return el('div', 'scale', '', [words, bar]);
}

/** The boxes of the controls over the map in its pixels, which names stay clear of. */
export function controlBoxes(map: L.Map, host: HTMLElement): Box[] {
  const { left, top } = map.getContainer().getBoundingClientRect();
  return [...host.querySelectorAll('.zoom, .north, .scale, .map-note')].map((control) => {
    const { x, y, width, height } = control.getBoundingClientRect();
    return { x: x - left + width / 2, y: y - top + height / 2, w: width, h: height };
  });
}

/** Fills the card at the foot of the map with the chosen stations, and hides it where there are none. */
export function showCard(card: HTMLElement, list: readonly MapStation[], path: string): void {
  card.replaceChildren(
    ...list.map(({ id, name, phone, exact }) =>
      el('p', '', '', [
        link(`${path}${id}/`, name),
        el('span', 'number', phone),
        ...(exact ? [] : [el('span', 'small', '约略位置')]),
      ]),
    ),
  );
  card.scrollTop = 0;
  card.hidden = list.length === 0;
}
