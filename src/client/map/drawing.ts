import L from 'leaflet';
import { readMap, type MapData, type MapFile } from '../../domain/map/mapFile.ts';
import { MAX_ZOOM } from '../../domain/map/zoom.ts';
import { el } from '../browser/elements.ts';
import '../directory/map-list.ts';
import './area-list.ts';
import { AREA_CHANGE, AREA_SHOW } from './areaRows.ts';
import { northMark, scaleOf, zoomButtons } from './controls.ts';
import { drawLand } from './land.ts';
import { drawNames } from './names.ts';
import { MapView } from './view.ts';

interface Options {
  readonly signal: AbortSignal;
  /** The ids of the stations that pass the filters; null means all. */
  readonly visible: () => ReadonlySet<string> | null;
}

/** Lets others have a turn, so that no part of the drawing keeps a slow phone from answering; rejects once it is aborted. */
const turn = (signal: AbortSignal) =>
  new Promise<void>((done, failed) => setTimeout(() => (signal.aborted ? failed(new Error('aborted')) : done())));

async function loaded(src: string, signal: AbortSignal): Promise<MapData> {
  const response = await fetch(src, { signal });
  if (!response.ok) throw new Error(`地图数据没有取到：${response.status}`);
  const file = (await response.json()) as MapFile;
  await turn(signal);
  return readMap(file);
}

/**
 * Draws the map into its element: land and waters or tiles, names, and the plates and markers of what is in view. Runs
 * until `signal` aborts; rejects where the data cannot be loaded.
 */
export async function drawMap(host: HTMLElement, { signal, visible }: Options): Promise<void> {
  const { src, vector = '', labels = '', stationPath = '' } = host.dataset;
  if (src === undefined) throw new Error('<station-map> needs data-src');
  const data = await loaded(src, signal);
  await turn(signal);
  for (const wait of host.querySelectorAll('.map-wait')) wait.remove();
  const canvas = el('div', 'map-canvas');
  host.prepend(canvas);
  const map = L.map(canvas, {
    zoomControl: false,
    attributionControl: false,
    maxZoom: MAX_ZOOM,
    zoomSnap: 0.25,
    zoomDelta: 1,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
  });
  signal.addEventListener('abort', () => map.remove());
  await turn(signal);

  const names = drawNames(map, data);
  const view = new MapView({
    map,
    host,
    data,
    names,
    stationPath,
    tell: (list) => document.dispatchEvent(new CustomEvent(AREA_CHANGE, { detail: list })),
    choose: (id) => host.dispatchEvent(new CustomEvent('station-select', { bubbles: true, detail: id })),
  });
  signal.addEventListener('abort', () => view.end());
  const on = <T>(target: EventTarget, type: string, act: (detail: T, event: Event) => void) =>
    target.addEventListener(type, (event) => act((event as CustomEvent<T>).detail, event), { signal });
  on<ReadonlySet<string> | null>(document, 'directory-change', (ids) => view.show(ids));
  view.show(visible());
  await turn(signal);

  view.home();
  map.setMaxBounds(map.getBounds().pad(0.6));
  on(document.documentElement, 'view-change', () => view.measure());
  on<string>(document, 'station-show', (id) => view.select(id));
  on<string>(document, AREA_SHOW, (code, event) => {
    // The list then leaves its link alone.
    if (view.openArea(code)) event.preventDefault();
  });
  await turn(signal);

  const drawWaters = drawLand(map, data);
  await turn(signal);
  drawWaters();
  await turn(signal);

  const sketch = () => {
    names.show();
    view.draw();
  };
  if (vector !== '')
    import('./tiles.ts').then(({ drawTiles }) => drawTiles(map, host, [vector, labels], sketch), sketch);
  host.append(
    northMark(),
    zoomButtons(map, () => view.home()),
    scaleOf(map),
    ...view.boxes,
  );
  await turn(signal);
  // Lays out all that is there by now, before the first picture asks where it stands.
  host.getBoundingClientRect();
  await turn(signal);
  view.moved(false);
  await turn(signal);

  map.on('moveend', () => view.moved());
  view.moved();
  await turn(signal);
  // The names come a turn after the plates.
  if (vector === '') sketch();
  const asked = /^#s=([a-z0-9-]+)$/u.exec(location.hash)?.[1];
  if (asked !== undefined) view.select(asked);
  host.dataset['ready'] = '';
  await turn(signal);
  view.prepare();
}
