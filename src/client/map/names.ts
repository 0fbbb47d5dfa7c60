import L from 'leaflet';
import type { MapFile, MapPlace } from '../../domain/map/mapFile.ts';
import { el } from '../browser/elements.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const apart = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) > (a.w + b.w) / 2 + 4 || Math.abs(a.y - b.y) > (a.h + b.h) / 2 + 2;

/** The positions to try for a name, in heights of its text: on its point, above it, below it. */
const SHIFTS = [0, -1.9, 1.9] as const;

/**
 * Prepares the names of districts and, at close zoom, of towns; call `draw` after every move. A name that would cover a
 * marker or another name is left out.
 */
export function drawNames(map: L.Map, rows: MapFile['places']) {
  const places = rows.map(([name, level, lon, lat]): MapPlace => ({ name, level, lon, lat }));
  const group = L.layerGroup().addTo(map);
  let shown = false;
  const draw = (markers: readonly L.Point[], touch: number) => {
    group.clearLayers();
    if (!shown) return;
    const zoom = map.getZoom();
    const bounds = map.getBounds();
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const taken: Box[] = markers.map(({ x, y }) => ({ x, y, w: touch + 4, h: touch + 4 }));
    for (const place of places) {
      if (place.level === 0 ? zoom >= 13 : zoom < 11.5) continue;
      if (!bounds.contains([place.lat, place.lon])) continue;
      const { x, y } = map.latLngToContainerPoint([place.lat, place.lon]);
      const box = { x, y, w: place.name.length * size * 1.35, h: size * 1.2 };
      // At low zoom a name moved by one line would lie in another district.
      const shifts = zoom < 9.5 ? SHIFTS.slice(0, 1) : SHIFTS;
      const free = shifts
        .map((shift) => ({ ...box, y: y + shift * size }))
        .find((at) => taken.every((other) => apart(at, other)));
      if (free === undefined) continue;
      taken.push(free);
      const label = el('span', place.level === 0 ? 'place place-district' : 'place', place.name);
      label.setAttribute('aria-hidden', 'true');
      L.marker(map.containerPointToLatLng([free.x, free.y]), {
        icon: L.divIcon({ html: label, className: 'place-pin', iconSize: [0, 0] }),
        interactive: false,
        keyboard: false,
        zIndexOffset: -1000,
      }).addTo(group);
    }
  };
  return {
    draw,
    show() {
      shown = true;
    },
  };
}
