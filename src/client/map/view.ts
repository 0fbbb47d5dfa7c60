import L from 'leaflet';
import { areasOf, type DistrictArea } from '../../domain/map/areas.ts';
import { FANNED } from '../../domain/map/fan.ts';
import type { MapFile, MapStation } from '../../domain/map/mapFile.ts';
import type { Point } from '../../domain/place/region.ts';
import { MAX_ZOOM } from '../../domain/map/zoom.ts';
import { el } from '../browser/elements.ts';
import { headOf, type AreaList } from './areaRows.ts';
import { inMiddle, listOf, stillOpen } from './areaInView.ts';
import { controlBoxes, showCard } from './controls.ts';
import { CITY_SHARE, goTo, zoomToFit } from './fitting.ts';
import { nameSize, touchSize } from './markers.ts';
import type { drawNames } from './names.ts';
import { namesOf } from './namesOf.ts';
import { showNothing } from './nothing.ts';
import { levelsFor, sceneOf, type Levels, type Opened, type Openness, type Sizes, type Thing } from './scene.ts';
import { ThingLayer, type Fan } from './thingLayer.ts';

/** What a view needs of the page that it stands in. */
interface Setting {
  readonly map: L.Map;
  readonly host: HTMLElement;
  readonly file: MapFile;
  readonly stations: readonly MapStation[];
  readonly names: ReturnType<typeof drawNames>;
  /** The address that the ids of stations are put after. */
  readonly stationPath: string;
  /** Called with what the list beside the map is to show. */
  readonly tell: (list: AreaList) => void;
  /** Called with the id of the station that the reader has chosen. */
  readonly choose: (id: string) => void;
}

/** A station is shown from at least this zoom level; a town that is opened comes no closer, so that what is around it stays in view. */
const CLOSE = 15;

/**
 * What the map shows at present: the stations that pass the filters, as plates of districts, of towns, or as markers,
 * by zoom level and by what the reader has opened. Owns the card, the box that says that nothing is in view, and the
 * words for screen readers.
 */
export class MapView {
  readonly #set: Setting;
  readonly #layer: ThingLayer;
  readonly #card = el('div', 'map-card');
  readonly #nothing = el('div', 'map-none');
  readonly #words = el('p', 'visually-hidden');
  #districts: readonly DistrictArea[] = [];
  #sizes: Sizes;
  #levels: Levels = { towns: 0, stations: 0 };
  #district: Opened | null = null;
  #town: Opened | null = null;
  #chosen: string | null = null;
  #fan: Fan | null = null;
  #scene: { readonly key: string; readonly things: readonly Thing[] } = { key: '', things: [] };

  constructor(setting: Setting) {
    this.#set = setting;
    this.#sizes = this.#measured();
    this.#layer = new ThingLayer(
      setting.map,
      (thing) => this.open(thing),
      (station) => this.#choose([station]),
    );
    for (const box of [this.#card, this.#nothing, this.#words]) box.setAttribute('role', 'status');
    this.#card.hidden = true;
    this.#nothing.hidden = true;
  }

  /** The boxes that stand over the map. */
  get boxes(): readonly HTMLElement[] {
    return [this.#card, this.#nothing, this.#words];
  }

  /** Shows the stations with these ids; null means all. */
  show(ids: ReadonlySet<string> | null): void {
    const { file, stations } = this.#set;
    this.#districts = areasOf(file, ids === null ? stations : stations.filter(({ id }) => ids.has(id)));
    this.#anew();
  }

  /** Takes the sizes again after the reader has switched to 长辈版 or back. */
  measure(): void {
    this.#sizes = this.#measured();
    this.#anew();
  }

  /** Goes to where all stations are in view. */
  home(): void {
    this.#district = null;
    this.#town = null;
    this.#fit(this.#districts.flatMap(({ stations }) => stations));
  }

  /** Opens the district or town with this code, or goes to the whole city where it is empty. */
  openArea(code: string): void {
    const district = this.#districts.find((area) => code.startsWith(area.code));
    const town = district?.towns.find((area) => area.code === code);
    if (district === undefined) return this.home();
    const { stations } = this.#levels;
    const { touch } = this.#sizes;
    if (town === undefined) {
      const zoom = zoomToFit(this.#set.map, district.towns, stations - 0.5, touch);
      this.#town = null;
      this.#district = { code, zoom };
      return goTo(this.#set.map, district.towns, zoom, touch);
    }
    const places = [...town.stations, ...(town.stations.some(({ exact }) => !exact) ? [town] : [])];
    const zoom = zoomToFit(this.#set.map, places, CLOSE, touch);
    if (this.#district?.code !== district.code) this.#district = { code: district.code, zoom };
    this.#town = { code, zoom };
    goTo(this.#set.map, places, zoom, touch);
  }

  /** Shows a station by its id, wherever it is, and chooses it. */
  select(id: string): void {
    const station = this.#districts.flatMap(({ stations }) => stations).find((one) => one.id === id);
    if (station === undefined) return;
    if (station.exact) goTo(this.#set.map, [station], Math.max(this.#set.map.getZoom(), this.#levels.stations, CLOSE));
    else this.openArea(station.town);
    const holds = ({ stations }: { readonly stations: readonly MapStation[] }) => stations.includes(station);
    const point = this.#scene.things.find((thing) => thing.kind === 'point' && holds(thing.cluster));
    if (point?.kind === 'point' && point.cluster.stations.length > 1) {
      if (point.cluster.opensAt <= MAX_ZOOM) goTo(this.#set.map, [station], point.cluster.opensAt);
      else this.#fanOut(point.cluster, point.cluster.stations);
    }
    const rest = this.#scene.things.find((thing) => thing.kind === 'rest' && holds(thing));
    if (rest?.kind === 'rest') this.open(rest);
    this.#choose([station]);
  }

  /** Opens what was pressed: an area, a cluster, or a station's card. */
  open(thing: Thing): void {
    const { map } = this.#set;
    if (thing.kind === 'point') {
      const { stations, opensAt } = thing.cluster;
      if (stations.length === 1) return this.#choose(stations);
      if (opensAt <= MAX_ZOOM) return goTo(this.#set.map, [thing.cluster], Math.max(opensAt, map.getZoom() + 1));
      this.#fanOut(thing.cluster, stations);
      return this.#choose(stations);
    }
    const [area, ...others] = thing.areas;
    if (area === undefined) return;
    if (thing.kind === 'rest') {
      this.#fanOut(area, thing.stations, map.unproject(L.point(thing.box)));
      this.#choose(thing.stations);
    } else if (others.length === 0) this.openArea(area.code);
    else {
      const last = thing.kind === 'district' ? this.#levels.towns : this.#levels.stations;
      goTo(
        this.#set.map,
        thing.areas,
        Math.max(map.getZoom() + 0.5, zoomToFit(this.#set.map, thing.areas, last - 0.5)),
      );
    }
    this.#set.map.getContainer().focus();
  }

  /** Draws what is in view now, after the map has moved. */
  moved(): void {
    const { map } = this.#set;
    const zoom = map.getZoom();
    const { lat, lng } = map.getCenter();
    const seen = (stations: readonly MapStation[]) =>
      stations.some((station) => map.getBounds().contains([station.lat, station.lon]));
    this.#town = stillOpen(
      this.#town,
      zoom,
      this.#districts.flatMap(({ towns }) => towns),
      seen,
    );
    this.#district =
      stillOpen(this.#district, zoom, this.#districts, seen) ??
      (zoom < this.#levels.towns ? null : inMiddle(this.#districts, { lat, lon: lng }, this.#levels.towns));
    this.draw();
  }

  /** Draws what is in view. */
  draw(): void {
    const { map, host, file, names } = this.#set;
    const open: Openness = { zoom: map.getZoom(), levels: this.#levels, district: this.#district, town: this.#town };
    const key = [open.zoom, this.#district?.code, this.#town?.code].join();
    if (key !== this.#scene.key) {
      if (this.#fan !== null && this.#fan.zoom !== open.zoom) this.#fan = null;
      this.#scene = { key, things: sceneOf(this.#districts, open, this.#sizes) };
    }
    const inView = this.#layer.draw(this.#scene.things, { chosen: this.#chosen, fan: this.#fan, sizes: this.#sizes });
    names.draw(
      namesOf(file, this.#scene.things, open),
      [...this.#layer.boxes, ...controlBoxes(map, host)],
      this.#sizes.touch,
    );
    this.#nothing.hidden = inView.length > 0;
    if (inView.length === 0) {
      const { lat, lng } = map.getCenter();
      this.#choose([], false);
      const towns = this.#districts.flatMap((district) => district.towns);
      showNothing(this.#nothing, { lat, lon: lng }, towns, (code) => this.openArea(code));
    } else this.#tell(inView, open);
  }

  /** Tells the list, and who can't see the map, which area is in view. */
  #tell(inView: readonly Thing[], open: Openness): void {
    const { lat, lng } = this.#set.map.getCenter();
    const list = listOf(this.#districts, inView, open, { lat, lon: lng });
    const { title, count } = headOf(list);
    const words = `${title}，${count}`;
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.#set.tell(list);
  }

  #measured(): Sizes {
    return { touch: touchSize(this.#set.host), text: nameSize() };
  }

  #anew(): void {
    this.#levels = levelsFor(this.#districts, this.#sizes);
    this.#scene = { key: '', things: [] };
    this.#fan = null;
    if (this.#set.host.dataset['ready'] !== undefined) this.moved();
  }

  #fit(points: readonly Point[]): void {
    const [west, south, east, north] = this.#set.file.bounds;
    const city = [
      { lon: west, lat: south },
      { lon: east, lat: north },
    ];
    const shown = points.length === 0 ? city : points;
    goTo(this.#set.map, shown, zoomToFit(this.#set.map, shown, CLOSE, 0, CITY_SHARE));
  }

  #fanOut(at: Point, stations: readonly MapStation[], middle = L.latLng(at.lat, at.lon)): void {
    this.#fan = stations.length > FANNED ? null : { at: middle, stations, zoom: this.#set.map.getZoom() };
  }

  /** Shows the stations on the card; one of them alone is chosen. */
  #choose(list: readonly MapStation[], redraw = true): void {
    const [only] = list;
    this.#chosen = only !== undefined && list.length === 1 ? only.id : null;
    showCard(this.#card, list, this.#set.stationPath);
    if (redraw) this.draw();
    if (this.#chosen !== null) this.#set.choose(this.#chosen);
  }
}
