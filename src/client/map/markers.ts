import L from 'leaflet';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { exactnessWords } from '../../domain/map/marker.ts';
import { el } from '../browser/elements.ts';
import type { Cluster } from './clusters.ts';
import { markerBody } from './markerBody.ts';
import { TIP } from './scene.ts';

/** The size of a touch target in pixels; larger in 长辈版 (docs/norms.md §6). */
export const touchSize = (host: HTMLElement) => parseFloat(getComputedStyle(host).getPropertyValue('--target'));

/** The size of the names on the map in pixels: that of small text. */
export const nameSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.89;

/** The marker of a station at a place; `touch` is its size in pixels. */
export function stationMarker(station: MapStation, at: L.LatLng, chosen: boolean, touch: number): L.Marker {
  const body = markerBody(station);
  if (chosen) {
    body.setAttribute('aria-current', 'true');
    body.dataset['name'] = station.name;
  }
  // The tip of an exact marker touches its point; an approximate marker has no tip and is centred.
  const anchor: [number, number] = [touch / 2, station.exact ? touch * TIP : touch / 2];
  return L.marker(at, {
    icon: L.divIcon({ html: body, className: 'pin', iconSize: [touch, touch], iconAnchor: anchor }),
    zIndexOffset: chosen ? 1000 : 0,
  });
}

/** The marker of stations that are too close to each other for markers of their own. */
export function clusterMarker({ lat, lon, stations }: Cluster, touch: number): L.Marker {
  const body = el('span', 'marker marker-cluster');
  body.append(el('span', '', String(stations.length)));
  return L.marker([lat, lon], { icon: L.divIcon({ html: body, className: 'pin', iconSize: [touch, touch] }) });
}

/** Calls `act` when Enter or space is pressed on the marker, which must be on the map already. */
export function onEnter(marker: L.Marker, act: () => void): void {
  marker.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  });
}

/** The name of the marker of a station for screen readers. */
export const stationWords = ({ name, exact }: MapStation) => `${name}，${exactnessWords(exact)}`;

/** The name of the marker of a cluster: how many stations it holds, and what a press does. */
export const clusterWords = ({ stations, opensAt }: Cluster, highest: number) =>
  `${stations.length}个站，${opensAt > highest ? '在同一处，打开来看' : '放大来看'}`;

/** Gives a marker that is on the map its name; Leaflet itself only makes it a focusable button. */
export function nameMarker(marker: L.Marker, words: string, chosen = false): void {
  const element = marker.getElement();
  element?.setAttribute('aria-label', words);
  if (chosen) element?.setAttribute('aria-pressed', 'true');
}
