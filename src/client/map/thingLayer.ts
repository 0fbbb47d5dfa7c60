import L from 'leaflet';
import type { Box } from '../../domain/map/boxes.ts';
import { fanOut } from '../../domain/map/fan.ts';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { MAX_ZOOM } from '../../domain/map/zoom.ts';
import { clusterMarker, clusterWords, nameMarker, onEnter, stationMarker, stationWords } from './markers.ts';
import { isDashed, plateMarker, plateWords } from './plateMarker.ts';
import { pointBox, type Sizes, type Thing } from './scene.ts';

/** Stations at one place that are fanned out around it, at the zoom level where the reader asked for it. */
export interface Fan {
  readonly at: L.LatLng;
  readonly stations: readonly MapStation[];
  readonly zoom: number;
}

interface Looks {
  /** The id of the station that the reader has chosen. */
  readonly chosen: string | null;
  readonly fan: Fan | null;
  readonly sizes: Sizes;
}

/** How far beyond its edge the map draws markers, as a share of its size. */
const BEYOND = 0.1;

const boxOf = (thing: Thing, sizes: Sizes): Box => (thing.kind === 'point' ? pointBox(thing, sizes) : thing.box);

/** The markers of what is in view. Those that stay keep their elements, and with them the focus. */
export class ThingLayer {
  readonly #map: L.Map;
  readonly #group: L.LayerGroup;
  readonly #ties: L.LayerGroup;
  readonly #open: (thing: Thing) => void;
  readonly #choose: (station: MapStation) => void;
  readonly #drawn = new Map<string, L.Marker>();
  #boxes: readonly Box[] = [];

  constructor(map: L.Map, open: (thing: Thing) => void, choose: (station: MapStation) => void) {
    this.#map = map;
    this.#open = open;
    this.#choose = choose;
    this.#group = L.layerGroup().addTo(map);
    this.#ties = L.layerGroup().addTo(map);
    // Lines from a mark to its place: the mark itself says it.
    map.getPane('overlayPane')?.setAttribute('aria-hidden', 'true');
  }

  /** The boxes of all markers that are drawn, in pixels of the map. */
  get boxes(): readonly Box[] {
    return this.#boxes;
  }

  /** Takes all markers away, as other stations or other sizes of markers come. */
  clear(): void {
    this.#group.clearLayers();
    this.#drawn.clear();
  }

  /** Draws the things of a scene that are in view or nearly; returns those whose point is in view. */
  draw(things: readonly Thing[], looks: Looks): readonly Thing[] {
    const { chosen, fan, sizes } = looks;
    const { min = L.point(0, 0), max = L.point(0, 0) } = this.#map.getPixelBounds();
    const { x: width, y: height } = this.#map.getSize();
    const zoom = this.#map.getZoom();
    const within = (x: number, y: number, share: number) =>
      x >= min.x - share * width &&
      x <= max.x + share * width &&
      y >= min.y - share * height &&
      y <= max.y + share * height;
    const near = things.filter((thing) => {
      const { x, y } = boxOf(thing, sizes);
      return within(x, y, BEYOND);
    });
    const isChosen = (stations: readonly MapStation[]) => stations.some(({ id }) => id === chosen);
    const made = new Map<string, () => L.Marker>();
    for (const thing of near) {
      const stations = thing.kind === 'point' ? thing.cluster.stations : thing.stations;
      const first = thing.kind === 'point' ? (stations[0]?.id ?? '') : thing.areas.map(({ code }) => code).join();
      const mark = (thing.kind === 'rest' || stations.length === 1) && isChosen(stations) ? '*' : '';
      const { x, y } = boxOf(thing, sizes);
      const key = [zoom, thing.kind, first, stations.length, Math.round(x), Math.round(y)].join(':');
      made.set(`${key}${mark}`, () => this.#marker(thing, mark !== '', sizes));
    }
    this.#ties.clearLayers();
    for (const thing of near) this.#tie(thing);
    const fanned =
      fan === null
        ? []
        : fanOut(fan.stations.length, sizes.touch).map((offset, index) => ({ offset, station: fan.stations[index] }));
    const middle = fan === null ? null : this.#map.project(fan.at);
    for (const { offset, station } of fanned) {
      if (station === undefined || middle === null) continue;
      const at = this.#map.unproject(middle.add(L.point(offset)));
      const mark = station.id === chosen ? '*' : '';
      L.polyline([this.#map.unproject(middle), at], { className: 'tie', interactive: false }).addTo(this.#ties);
      made.set(`${zoom}:fan:${station.id}${mark}`, () => this.#fanned(station, at, mark !== '', sizes));
    }
    this.#replace(made);
    this.#boxes = [
      ...near.map((thing) => boxOf(thing, sizes)),
      ...fanned.map(({ offset }) => ({
        x: (middle?.x ?? 0) + offset.x,
        y: (middle?.y ?? 0) + offset.y,
        w: sizes.touch,
        h: sizes.touch,
      })),
    ].map((box) => ({ ...box, x: box.x - min.x, y: box.y - min.y }));
    return things.filter(({ at }) => within(at.x, at.y, 0));
  }

  /** Takes away what is no longer wanted and adds what is new; a chosen marker keeps the focus of its former self. */
  #replace(wanted: ReadonlyMap<string, () => L.Marker>): void {
    const plain = (key: string) => key.replace(/\*$/u, '');
    let focused = '';
    for (const [key, marker] of this.#drawn) {
      if (wanted.has(key)) continue;
      if (marker.getElement() === document.activeElement) focused = plain(key);
      this.#group.removeLayer(marker);
      this.#drawn.delete(key);
    }
    for (const [key, make] of wanted) {
      if (this.#drawn.has(key)) continue;
      const marker = make();
      this.#drawn.set(key, marker);
      if (plain(key) === focused) marker.getElement()?.focus({ preventScroll: true });
    }
  }

  #add(marker: L.Marker, words: string, chosen: boolean, act: () => void): L.Marker {
    marker.on('click', act);
    marker.addTo(this.#group);
    // Leaflet makes markers focusable but does not handle Enter and space.
    onEnter(marker, act);
    nameMarker(marker, words, chosen);
    return marker;
  }

  #marker(thing: Thing, chosen: boolean, { touch }: Sizes): L.Marker {
    const open = () => this.#open(thing);
    if (thing.kind !== 'point') {
      const at = this.#map.unproject(L.point(thing.box));
      return this.#add(plateMarker(thing, at, chosen), plateWords(thing), chosen, open);
    }
    const [station, ...others] = thing.cluster.stations;
    if (station === undefined || others.length > 0)
      return this.#add(clusterMarker(thing.cluster, touch), clusterWords(thing.cluster, MAX_ZOOM), false, open);
    const at = L.latLng(station.lat, station.lon);
    return this.#add(stationMarker(station, at, chosen, touch), stationWords(station), chosen, open);
  }

  #fanned(station: MapStation, at: L.LatLng, chosen: boolean, { touch }: Sizes): L.Marker {
    const marker = stationMarker(station, at, chosen, touch).setZIndexOffset(2000);
    return this.#add(marker, stationWords(station), chosen, () => this.#choose(station));
  }

  /** A hair line from a plate that had to move to the point that it stands for. */
  #tie(thing: Thing): void {
    if (thing.kind === 'point' || Math.hypot(thing.box.x - thing.at.x, thing.box.y - thing.at.y) < thing.box.h / 3)
      return;
    const [at, to] = [this.#map.unproject(L.point(thing.at)), this.#map.unproject(L.point(thing.box))];
    const className = isDashed(thing) ? 'tie tie-dashed' : 'tie';
    L.polyline([at, to], { className, interactive: false }).addTo(this.#ties);
    L.circleMarker(at, { className: 'tie-point', radius: 3, interactive: false }).addTo(this.#ties);
  }
}
