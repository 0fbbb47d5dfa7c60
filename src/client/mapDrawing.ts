import L from 'leaflet';
import Supercluster, { type ClusterProperties } from 'supercluster';
import { readMapStations, type MapFile, type MapStation } from '../domain/map/mapFile.ts';
import { exactnessWords, shapeOf } from '../domain/map/marker.ts';
import { el } from './elements.ts';
import { drawNames } from './mapNames.ts';
import { drawTiles, MAX_ZOOM } from './mapTiles.ts';

const CLUSTER_UNTIL = 15;

interface Options {
  readonly signal: AbortSignal;
  /** Ids that the filters let through; null means all. */
  readonly visible: () => ReadonlySet<string> | null;
}

type Index = Supercluster<MapStation>;
type Feature = ReturnType<Index['getClusters']>[number];
type ClusterProps = ClusterProperties;

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

/** Draws the map into its element: land or tiles, names, and only those markers that are in view. */
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
      // Leaflet makes the marker focusable but leaves the keys to us.
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

function clusterIndex(stations: readonly MapStation[], touch: number): Index {
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

/** The side of a touch target in pixels: larger in 长辈版 (norms.md §6). */
const touchSize = (host: HTMLElement) => parseFloat(getComputedStyle(host).getPropertyValue('--target'));

function toMarker(feature: Feature, selected: string | null, touch: number): L.Marker {
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
  // An exact marker's tip touches the point; an approximate one has no tip and stands centred.
  const anchor: [number, number] = [touch / 2, station.exact ? touch * 0.93 : touch / 2];
  return L.marker([lat, lon], {
    icon: L.divIcon({ html: body, className: 'pin', iconSize: [touch, touch], iconAnchor: anchor }),
    zIndexOffset: station.id === selected ? 1000 : 0,
  });
}

function onEnter(marker: L.Marker, act: () => void): void {
  marker.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  });
}

/** Leaflet makes the marker a focusable button; its name comes from us. */
function nameMarker(marker: L.Marker, { properties }: Feature, selected: string | null): void {
  const element = marker.getElement();
  if (element === undefined) return;
  if ('cluster_id' in properties) {
    element.setAttribute('aria-label', `${(properties as ClusterProps).point_count} 个站，放大来看`);
    return;
  }
  const station = properties as MapStation;
  element.setAttribute('aria-label', `${station.name}，${exactnessWords(station.exact)}`);
  if (station.id === selected) element.setAttribute('aria-pressed', 'true');
}

function drawLand(map: L.Map, file: MapFile): void {
  map.createPane('land').classList.add('land-pane');
  for (const ring of file.land) {
    L.polygon(
      ring.map((point) => beyondFrame(point, file.frame)),
      { pane: 'land', className: 'land', interactive: false, smoothFactor: 0.5 },
    ).addTo(map);
  }
}

const BEYOND = 5;

/** The land is cut along a frame: its corners there move far out, so that no cut edge is ever in view. */
function beyondFrame([lon, lat]: readonly [number, number], frame: MapFile['frame']): [number, number] {
  const [west, south, east, north] = frame;
  const x = lon <= west ? west - BEYOND : lon >= east ? east + BEYOND : lon;
  const y = lat <= south ? south - BEYOND : lat >= north ? north + BEYOND : lat;
  return [y, x];
}

function zoomButtons(map: L.Map, home: L.LatLngBounds): HTMLElement {
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

function showCard(
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
  if (list.length > 8) card.append(el('p', 'small', `还有 ${list.length - 8} 个，见列表`));
  card.hidden = list.length === 0;
}
