import L from 'leaflet';
import { readMapStations, type MapFile } from '../../domain/map/mapFile.ts';
import { MAX_ZOOM } from '../../domain/map/zoom.ts';
import { el } from '../browser/elements.ts';
import './area-list.ts';
import { AREA_CHANGE, AREA_SHOW } from './areaRows.ts';
import { northMark, scaleOf, zoomButtons } from './controls.ts';
import { drawLand } from './land.ts';
import { drawNames } from './names.ts';
import { drawTiles } from './tiles.ts';
import { MapView } from './view.ts';

interface Options {
  readonly signal: AbortSignal;
  /** The ids of the stations that pass the filters; null means all. */
  readonly visible: () => ReadonlySet<string> | null;
}

/**
 * Draws the map into its element: land and waters or tiles, names, and the plates and markers of what is in view. Runs
 * until `signal` aborts; rejects where the data cannot be loaded.
 */
export async function drawMap(host: HTMLElement, { signal, visible }: Options): Promise<void> {
  const { src, vector = '', labels = '', stationPath = '' } = host.dataset;
  if (src === undefined) throw new Error('<station-map> needs data-src');
  const response = await fetch(src, { signal });
  if (!response.ok) throw new Error(`地图数据没有取到：${response.status}`);
  const file = (await response.json()) as MapFile;

  host.querySelector('.map-wait')?.remove();
  const canvas = el('div', 'map-canvas');
  host.prepend(canvas);
  const map = L.map(canvas, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 8,
    maxZoom: MAX_ZOOM,
    zoomSnap: 0.25,
    zoomDelta: 1,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
  });
  signal.addEventListener('abort', () => map.remove());
  const names = drawNames(map, file);
  const view = new MapView({
    map,
    host,
    file,
    stations: readMapStations(file),
    names,
    stationPath,
    tell: (list) => document.dispatchEvent(new CustomEvent(AREA_CHANGE, { detail: list })),
    choose: (id) => {
      // For a list whose script comes later than the map.
      host.dataset['selected'] = id;
      host.dispatchEvent(new CustomEvent('station-select', { bubbles: true, detail: id }));
    },
  });
  view.show(visible());
  view.home();
  map.setMaxBounds(map.getBounds().pad(0.6));

  drawLand(map, file);
  if (vector === '') names.show();
  else
    drawTiles(map, host, [vector, labels], () => {
      names.show();
      view.draw();
    });
  host.append(
    northMark(),
    zoomButtons(map, () => view.home()),
    scaleOf(map),
    ...view.boxes,
  );

  map.on('moveend', () => view.moved());
  const on = <T>(target: EventTarget, type: string, act: (detail: T, event: Event) => void) =>
    target.addEventListener(type, (event) => act((event as CustomEvent<T>).detail, event), { signal });
  on<ReadonlySet<string> | null>(document, 'directory-change', (ids) => view.show(ids));
  on(document.documentElement, 'view-change', () => view.measure());
  on<string>(document, 'station-show', (id) => view.select(id));
  on<string>(document, AREA_SHOW, (code, event) => {
    // The list then leaves its link alone.
    event.preventDefault();
    view.openArea(code);
  });
  view.moved();
  const asked = /^#s=([a-z0-9-]+)$/u.exec(location.hash)?.[1];
  if (asked !== undefined) view.select(asked);
  host.dataset['ready'] = '';
}
