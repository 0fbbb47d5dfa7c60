import L from 'leaflet';
import Supercluster from 'supercluster';
import type { ClusterProperties } from 'supercluster';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { exactnessWords, shapeOf } from '../../domain/map/marker.ts';
import { el } from '../browser/elements.ts';

/** Up to this zoom level, markers that are close together are shown as one cluster. */
export const CLUSTER_UNTIL = 15;

type Index = Supercluster<MapStation>;

/** A station or a cluster of stations. */
export type Feature = ReturnType<Index['getClusters']>[number];

/** The properties of a cluster: its id, and how many stations it holds. */
export type ClusterProps = ClusterProperties;

const SVG = 'http://www.w3.org/2000/svg';

function markerBody(station: MapStation): HTMLElement {
  const body = el('span', `marker${station.exact ? '' : ' marker-dashed'}`);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#${shapeOf(station.type, station.exact)}`);
  svg.append(use);
  const mark = el('span', '', station.mark);
  mark.setAttribute('aria-hidden', 'true');
  body.append(svg, mark);
  return body;
}

/** The index that groups stations into clusters; `touch` is the size of a marker in pixels. */
export function clusterIndex(stations: readonly MapStation[], touch: number): Index {
  const index: Index = new Supercluster({ radius: touch * 1.4, extent: 256, maxZoom: CLUSTER_UNTIL });
  index.load(
    stations.map((station) => ({
      type: 'Feature',
      properties: station,
      geometry: { type: 'Point', coordinates: [station.lon, station.lat] },
    })),
  );
  return index;
}

/** The size of a touch target in pixels; larger in 长辈版 (docs/norms.md §6). */
export const touchSize = (host: HTMLElement) => parseFloat(getComputedStyle(host).getPropertyValue('--target'));

/**
 * The marker of a station or a cluster; `selected` is the id of the chosen station, `touch` the size of a marker in
 * pixels.
 */
export function toMarker(feature: Feature, selected: string | null, touch: number): L.Marker {
  const [lon = 0, lat = 0] = feature.geometry.coordinates;
  const { properties } = feature;
  if ('cluster_id' in properties) {
    const body = el('span', 'marker marker-cluster');
    body.append(el('span', '', String((properties as ClusterProps).point_count)));
    return L.marker([lat, lon], { icon: L.divIcon({ html: body, className: 'pin', iconSize: [touch, touch] }) });
  }
  const station = properties as MapStation;
  const body = markerBody(station);
  if (station.id === selected) {
    body.setAttribute('aria-current', 'true');
    body.dataset['name'] = station.name;
  }
  // The tip of an exact marker touches its point; an approximate marker has no tip and is centred.
  const anchor: [number, number] = [touch / 2, station.exact ? touch * 0.93 : touch / 2];
  return L.marker([lat, lon], {
    icon: L.divIcon({ html: body, className: 'pin', iconSize: [touch, touch], iconAnchor: anchor }),
    zIndexOffset: station.id === selected ? 1000 : 0,
  });
}

/** Calls `act` when Enter or space is pressed on the marker, which must be on the map already. */
export function onEnter(marker: L.Marker, act: () => void): void {
  marker.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  });
}

/** Gives the marker its accessible name; Leaflet itself only makes it a focusable button. */
export function nameMarker(marker: L.Marker, { properties }: Feature, selected: string | null): void {
  const element = marker.getElement();
  if (element === undefined) return;
  if ('cluster_id' in properties) {
    element.setAttribute('aria-label', `${(properties as ClusterProps).point_count}个站，放大来看`);
    return;
  }
  const station = properties as MapStation;
  element.setAttribute('aria-label', `${station.name}，${exactnessWords(station.exact)}`);
  if (station.id === selected) element.setAttribute('aria-pressed', 'true');
}
