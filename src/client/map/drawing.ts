import {
  CLUSTER_UNTIL,
  type Feature,
  type ClusterProps,
  clusterIndex,
  touchSize,
  toMarker,
  onEnter,
  nameMarker,
} from './markers.ts';
import { drawLand } from './land.ts';
import { zoomButtons, showCard } from './controls.ts';
import L from 'leaflet';
import type {} from 'supercluster';
import { readMapStations, type MapFile, type MapStation } from '../../domain/map/mapFile.ts';
import { el } from '../browser/elements.ts';
import { drawNames } from './names.ts';
import { drawTiles, MAX_ZOOM } from './tiles.ts';

interface Options {
  readonly signal: AbortSignal;
  /** The ids of the stations that pass the filters; null means all. */
  readonly visible: () => ReadonlySet<string> | null;
}

/**
 * Draws the map into its element: land or tiles, names, and markers for what is in view. Runs until `signal` aborts;
 * rejects where the data cannot be loaded.
 */
export async function drawMap(host: HTMLElement, { signal, visible }: Options): Promise<void> {
  const { src, vector = '', labels = '', stationPath = '' } = host.dataset;
  if (src === undefined) throw new Error('<station-map> needs data-src');
  const response = await fetch(src, { signal });
  if (!response.ok) throw new Error(`地图数据没有取到：${response.status}`);
  const file = (await response.json()) as MapFile;
  const stations = readMapStations(file);
  const byId = new Map(stations.map((station) => [station.id, station]));
  const [west, south, east, north] = file.bounds;
  const home = L.latLngBounds([south, west], [north, east]);

  host.querySelector('.map-wait')?.remove();
  const canvas = el('div', 'map-canvas');
  host.prepend(canvas);
  const map = L.map(canvas, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 8,
    maxZoom: MAX_ZOOM,
    maxBounds: home.pad(0.6),
    zoomSnap: 0.5,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
  });
  map.fitBounds(home);
  signal.addEventListener('abort', () => map.remove());

  drawLand(map, file);
  const names = drawNames(map, file.places);
  if (vector !== '')
    drawTiles(map, host, [vector, labels], () => {
      names.show();
      drawMarkers();
    });
  else names.show();

  const card = el('div', 'map-card');
  card.setAttribute('role', 'status');
  card.hidden = true;
  host.append(zoomButtons(map, home), card);

  const group = L.layerGroup().addTo(map);
  const drawn = new Map<string, L.Marker>();
  let index = clusterIndex(stations, touchSize(host));
  let selected: string | null = null;
  let shown: ReadonlySet<string> | null = null;

  const choose = (list: readonly MapStation[]) => {
    selected = list.length === 1 ? (list[0]?.id ?? null) : null;
    showCard(card, list, stationPath, byId);
    drawMarkers();
    if (selected !== null) {
      // For a list whose script comes later than the map.
      host.dataset['selected'] = selected;
      host.dispatchEvent(new CustomEvent('station-select', { bubbles: true, detail: selected }));
    }
  };

  const open = (feature: Feature) => {
    const { properties } = feature;
    if (!('cluster_id' in properties)) return choose([properties as MapStation]);
    const id = (properties as ClusterProps).cluster_id;
    const zoom = index.getClusterExpansionZoom(id);
    if (zoom > CLUSTER_UNTIL) return choose(index.getLeaves(id, Infinity).map((leaf) => leaf.properties));
    const [lon = 0, lat = 0] = feature.geometry.coordinates;
    map.setView([lat, lon], Math.max(zoom, map.getZoom() + 1));
    canvas.focus();
  };

  function drawMarkers(): void {
    const bounds = map.getBounds().pad(0.1);
    const box: [number, number, number, number] = [
      bounds.getWest(),
      bounds.getSouth(),
      bounds.getEast(),
      bounds.getNorth(),
    ];
    const wanted = new Map<string, Feature>();
    for (const feature of index.getClusters(box, Math.floor(map.getZoom()))) {
      const { properties } = feature;
      const key =
        'cluster_id' in properties
          ? `c${(properties as ClusterProps).cluster_id}-${(properties as ClusterProps).point_count}`
          : `${(properties as MapStation).id}${(properties as MapStation).id === selected ? '*' : ''}`;
      wanted.set(key, feature);
    }
    for (const [key, marker] of drawn) {
      if (wanted.has(key)) continue;
      group.removeLayer(marker);
      drawn.delete(key);
    }
    for (const [key, feature] of wanted) {
      if (drawn.has(key)) continue;
      const marker = toMarker(feature, selected, touchSize(host));
      marker.on('click', () => open(feature));
      // Leaflet makes markers focusable but does not handle Enter and space.
      marker.on('add', () => onEnter(marker, () => open(feature)));
      marker.addTo(group);
      nameMarker(marker, feature, selected);
      drawn.set(key, marker);
    }
    names.draw(
      [...drawn.values()].map((marker) => map.latLngToContainerPoint(marker.getLatLng())),
      touchSize(host),
    );
  }

  const reindex = (ids: ReadonlySet<string> | null) => {
    shown = ids;
    index = clusterIndex(ids === null ? stations : stations.filter(({ id }) => ids.has(id)), touchSize(host));
    group.clearLayers();
    drawn.clear();
    drawMarkers();
  };

  const select = (id: string) => {
    const station = byId.get(id);
    if (station === undefined) return;
    map.setView([station.lat, station.lon], Math.max(map.getZoom(), 15));
    choose([station]);
  };

  map.on('moveend', drawMarkers);
  document.addEventListener('directory-change', (event) => reindex((event as CustomEvent).detail), { signal });
  document.documentElement.addEventListener('view-change', () => reindex(shown), { signal });
  document.addEventListener('station-show', (event) => select((event as CustomEvent<string>).detail), { signal });
  reindex(visible());
  const asked = /^#s=([a-z0-9-]+)$/u.exec(location.hash)?.[1];
  if (asked !== undefined) select(asked);
  host.dataset['ready'] = '';
}
