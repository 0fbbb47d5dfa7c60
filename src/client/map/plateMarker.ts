import L from 'leaflet';
import { el } from '../browser/elements.ts';
import { noneVerified } from './areaRows.ts';
import type { PlateThing } from './scene.ts';

/** Whether a plate is dashed: its stations have no exact place, or none of them has been verified lately. */
export const isDashed = ({ kind, areas }: PlateThing) => kind === 'rest' || areas.every(noneVerified);

/** The name of a plate for screen readers: the area, how many stations it has, and what a press does. */
export function plateWords(plate: PlateThing): string {
  const { kind, label, stations, areas } = plate;
  if (kind === 'rest') return `${label}，${stations.length}个站只知道在这里，打开来看`;
  const stale = isDashed(plate) ? '，都还没核实' : '';
  return `${label}，${stations.length}个站${stale}，${areas.length === 1 ? '打开' : '放大来看'}`;
}

/** The marker of a plate, as large as its box; `at` is the middle of the box. */
export function plateMarker(plate: PlateThing, at: L.LatLng, chosen: boolean): L.Marker {
  const { label, stations, areas, box } = plate;
  const body = el('span', 'area-plate', '', [el('b', '', label), ` ${stations.length}`]);
  body.classList.toggle('area-dashed', isDashed(plate));
  body.classList.toggle('area-group', areas.length > 1);
  if (chosen) body.setAttribute('aria-current', 'true');
  return L.marker(at, {
    icon: L.divIcon({ html: body, className: 'pin', iconSize: [box.w, box.h] }),
    zIndexOffset: chosen ? 900 : 0,
  });
}
