import L from 'leaflet';
import { partsWithin, roomAlong } from '../../domain/map/alongLine.ts';
import { BoxGrid, type Box, type Spot } from '../../domain/map/boxes.ts';
import type { MapData } from '../../domain/map/mapFile.ts';
import { worldPixel } from '../../domain/map/projection.ts';
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
const WATER = 'place place-water';
/** The space between names. */
const GAP = 3;

/** A name that has its place: where its middle is in the window of the map, and how it is turned. */
interface Placed {
  readonly name: string;
  readonly className: string;
  readonly spot: Spot;
  readonly angle: number;
}

/**
 * Prepares the names on the sketch map; call `draw` after every move with the names that are wanted and the boxes, in
 * pixels of the map, that must stay free. Waters are named along their lines. A name that would cover something is left
 * out; one that stays where it was keeps its element.
 */
export function drawNames(map: L.Map, { rivers, lakes, seas }: Pick<MapData, 'rivers' | 'lakes' | 'seas'>) {
  const group = L.layerGroup().addTo(map);
  const named = rivers.filter(([name]) => name !== '');
  const still = [...seas, ...lakes.flatMap(([name, ring]) => (name === '' ? [] : [[name, ...middle(ring)] as const]))];
  const drawn = new Map<string, L.Marker>();
  let shown = false;

  const put = ({ name, className, spot: { x, y }, angle }: Placed): L.Marker => {
    const label = el('span', className, name);
    label.setAttribute('aria-hidden', 'true');
    if (angle !== 0) label.style.transform = `rotate(${angle.toFixed(1)}deg)`;
    return L.marker(map.containerPointToLatLng([x, y]), {
      icon: L.divIcon({ html: label, className: 'place-pin', iconSize: [0, 0] }),
      interactive: false,
      keyboard: false,
      zIndexOffset: -1000,
    }).addTo(group);
  };

  /** The names that find room, the waters first. */
  const placed = (points: readonly PointName[], taken: BoxGrid, touch: number, origin: Spot): Placed[] => {
    const size = nameSize();
    const { x: width, y: height } = map.getSize();
    const zoom = map.getZoom();
    const spotOf = (lat: number, lon: number): Spot => {
      const { x, y } = worldPixel({ lat, lon }, zoom);
      return { x: x - origin.x, y: y - origin.y };
    };
    const inView = ({ x, y, w, h }: Box) => x - w / 2 > 0 && y - h / 2 > 0 && x + w / 2 < width && y + h / 2 < height;
    const isFree = (box: Box) => inView(box) && !taken.touches(box, GAP);
    const found: Placed[] = [];
    const take = (name: string, className: string, box: Box, spot: Spot = box, angle = 0) => {
      taken.add(box);
      found.push({ name, className, spot, angle });
    };

    for (const [name, lon, lat] of still) {
      const box = { ...spotOf(lat, lon), w: name.length * size * 1.25, h: size * 1.2 };
      if (isFree(box)) take(name, WATER, box);
    }
    for (const [name, line] of named) {
      const length = name.length * size * 1.25;
      const onScreen = line.map(([lon, lat]) => spotOf(lat, lon));
      for (const part of partsWithin(onScreen, { width, height }, length)) {
        const room = roomAlong(part, { length, height: size }, isFree);
        if (room === null) continue;
        take(name, WATER, room.box, room.spot, room.spot.angle);
        break;
      }
    }
    for (const { name, kind, lat, lon } of points) {
      const at = spotOf(lat, lon);
      if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
      const w = name.length * size * (kind === 'district' ? 1.35 : kind === 'town' ? 1.15 : 1.02);
      // The name of a station begins beside its marker, which stands above its point.
      const spot = kind === 'station' ? { x: at.x + touch / 2 + GAP + w / 2, y: at.y - touch * 0.45 } : at;
      const shifts = kind === 'station' || zoom < 9.5 ? SHIFTS.slice(0, 1) : SHIFTS;
      const box = shifts.map((shift) => ({ w, h: size * 1.2, x: spot.x, y: spot.y + shift * size })).find(isFree);
      if (box !== undefined) take(name, CLASSES[kind], box);
    }
    return found;
  };

  const draw = (points: readonly PointName[], markers: readonly Box[], touch: number) => {
    const { min: origin = L.point(0, 0) } = map.getPixelBounds();
    const names = shown ? placed(points, new BoxGrid(markers), touch, origin) : [];
    const keyOf = ({ name, className, spot: { x, y }, angle }: Placed) =>
      [map.getZoom(), name, className, Math.round(x + origin.x), Math.round(y + origin.y), angle.toFixed(1)].join();
    const wanted = new Map(names.map((one) => [keyOf(one), one]));
    for (const [key, marker] of drawn) {
      if (wanted.has(key)) continue;
      group.removeLayer(marker);
      drawn.delete(key);
    }
    for (const [key, one] of wanted) if (!drawn.has(key)) drawn.set(key, put(one));
  };
  return {
    draw,
    show() {
      shown = true;
    },
  };
}

/** The middle of the box around a ring. */
function middle(ring: MapData['land'][number]): readonly [lon: number, lat: number] {
  const { x, y } = L.bounds(ring.map(([lon, lat]) => L.point(lon, lat))).getCenter();
  return [x, y];
}
