import L from 'leaflet';
import { roomAlong } from '../../domain/map/alongLine.ts';
import { touches, type Box, type Spot } from '../../domain/map/boxes.ts';
import type { MapFile } from '../../domain/map/mapFile.ts';
import { el } from '../browser/elements.ts';
import { nameSize } from './markers.ts';

/** A name that stands on its point, or beside it where a marker stands there: of a station. */
export interface PointName {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly kind: 'district' | 'town' | 'station';
}

/** The positions to try for a name, in heights of its text: on its point, above it, below it. */
const SHIFTS = [0, -1.9, 1.9] as const;
const CLASSES = { district: 'place place-district', town: 'place', station: 'place place-station' } as const;
/** The space between names. */
const GAP = 3;

/**
 * Prepares the names on the sketch map; call `draw` after every move with the names that are wanted and the boxes, in
 * pixels of the map, that must stay free. Waters are named along their lines. A name that would cover something is left
 * out.
 */
export function drawNames(map: L.Map, { rivers, lakes, seas }: Pick<MapFile, 'rivers' | 'lakes' | 'seas'>) {
  const group = L.layerGroup().addTo(map);
  const named = rivers.filter(([name]) => name !== '');
  const still = [...seas, ...lakes.flatMap(([name, ring]) => (name === '' ? [] : [[name, ...middle(ring)] as const]))];
  let shown = false;

  const put = (name: string, className: string, { x, y }: Spot, angle = 0) => {
    const label = el('span', className, name);
    label.setAttribute('aria-hidden', 'true');
    if (angle !== 0) label.style.transform = `rotate(${angle.toFixed(1)}deg)`;
    L.marker(map.containerPointToLatLng([x, y]), {
      icon: L.divIcon({ html: label, className: 'place-pin', iconSize: [0, 0] }),
      interactive: false,
      keyboard: false,
      zIndexOffset: -1000,
    }).addTo(group);
  };

  const draw = (points: readonly PointName[], markers: readonly Box[], touch: number) => {
    group.clearLayers();
    if (!shown) return;
    const size = nameSize();
    const view = map.getSize();
    const taken: Box[] = [...markers];
    const spotOf = (lat: number, lon: number) => map.latLngToContainerPoint([lat, lon]);
    const inView = ({ x, y, w, h }: Box) => x - w / 2 > 0 && y - h / 2 > 0 && x + w / 2 < view.x && y + h / 2 < view.y;
    const isFree = (box: Box) => inView(box) && taken.every((other) => !touches(box, other, GAP));

    for (const [name, lon, lat] of still) {
      const box = { ...spotOf(lat, lon), w: name.length * size * 1.25, h: size * 1.2 };
      if (!isFree(box)) continue;
      taken.push(box);
      put(name, 'place place-water', box);
    }
    for (const [name, line] of named) {
      const length = name.length * size * 1.25;
      const onScreen = line.map(([lon, lat]) => spotOf(lat, lon));
      const room = roomAlong(onScreen, { length, height: size }, isFree);
      if (room === null) continue;
      taken.push(room.box);
      put(name, 'place place-water', room.spot, room.spot.angle);
    }
    for (const { name, kind, lat, lon } of points) {
      const at = spotOf(lat, lon);
      const w = name.length * size * (kind === 'district' ? 1.35 : kind === 'town' ? 1.15 : 1.02);
      // The name of a station begins beside its marker, which stands above its point.
      const middle = kind === 'station' ? { x: at.x + touch / 2 + GAP + w / 2, y: at.y - touch * 0.45 } : at;
      const shifts = kind === 'station' || map.getZoom() < 9.5 ? SHIFTS.slice(0, 1) : SHIFTS;
      const box = shifts.map((shift) => ({ w, h: size * 1.2, x: middle.x, y: middle.y + shift * size })).find(isFree);
      if (box === undefined) continue;
      taken.push(box);
      put(name, CLASSES[kind], box);
    }
  };
  return {
    draw,
    show() {
      shown = true;
    },
  };
}

/** The middle of the box around a ring. */
function middle(ring: MapFile['land'][number]): readonly [lon: number, lat: number] {
  const { x, y } = L.bounds(ring.map(([lon, lat]) => L.point(lon, lat))).getCenter();
  return [x, y];
}
