import L from 'leaflet';
import { areasOf, type DistrictArea } from '../../domain/map/areas.ts';
import { FANNED } from '../../domain/map/fan.ts';
import type { MapData, MapStation } from '../../domain/map/mapFile.ts';
import type { Point } from '../../domain/place/region.ts';
import { MAX_ZOOM } from '../../domain/map/zoom.ts';
import { headOf, type AreaList } from './areaRows.ts';
import { listOf, openAfter } from './areaInView.ts';
import { controlBoxes, showCard } from './controls.ts';
import { goTo, goToCity, middleOf, viewOf, zoomToFit } from './fitting.ts';
import { MapBoxes } from './mapBoxes.ts';
import { nameSize, touchSize } from './markers.ts';
import type { drawNames } from './names.ts';
import { namesOf } from './namesOf.ts';
import { showNothing } from './nothing.ts';
import type { OpenAreas, Openness, Sizes, Thing } from './scene.ts';
import { Scenes } from './scenes.ts';
import { ThingLayer, type Fan } from './thingLayer.ts';

/** What a view needs of the page that it stands in. */
interface Setting {
  readonly map: L.Map;
  readonly host: HTMLElement;
  readonly data: MapData;
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
  readonly #boxes = new MapBoxes();
  #districts: readonly DistrictArea[] = [];
  #sizes: Sizes;
  #scenes: Scenes;
  /** Counts the pictures, so that one whose scene comes late is dropped; and the last of them. */
  #pictures = 0;
  #drawn: Promise<void> = Promise.resolve();
  #open: OpenAreas = { district: null, town: null };
  #chosen: string | null = null;
  #fan: Fan | null = null;

  constructor(setting: Setting) {
    this.#set = setting;
    this.#sizes = this.#measured();
    this.#scenes = new Scenes(setting.map, [], this.#sizes);
    this.#layer = new ThingLayer(
      setting.map,
      (thing) => this.open(thing),
      (station) => this.#choose([station]),
    );
  }

  /** The boxes that stand over the map. */
  get boxes(): readonly HTMLElement[] {
    return this.#boxes.all;
  }

  /** Shows the stations with these ids; null means all. */
  show(ids: ReadonlySet<string> | null): void {
    const { data } = this.#set;
    const stations = ids === null ? data.stations : data.stations.filter(({ id }) => ids.has(id));
    this.#districts = areasOf(data, stations);
    this.#anew();
  }

  /** Takes the sizes again after the reader has switched to 长辈版 or back. */
  measure(): void {
    this.#sizes = this.#measured();
    this.#anew();
  }

  /** Goes to where all stations are in view. */
  home(): void {
    this.#open = { district: null, town: null };
    const { map, data } = this.#set;
    const [west, south, east, north] = data.bounds;
    const all = this.#districts.flatMap(({ stations }) => stations);
    goToCity(map, all, { west, south, east, north }, CLOSE);
  }

  /**
   * Opens the district or town with this code, or goes to the whole city where it is empty; answers whether it is on the
   * map.
   */
  openArea(code: string): boolean {
    if (code === '') {
      this.home();
      return true;
    }
    const district = this.#districts.find((area) => code.startsWith(area.code));
    if (district === undefined) return false;
    const town = district.towns.find((area) => area.code === code);
    const { stations } = this.#scenes.levels;
    const { touch } = this.#sizes;
    if (town === undefined) {
      const zoom = zoomToFit(this.#set.map, district.towns, stations - 0.5, touch);
      this.#open = { district: { code, zoom }, town: null };
      goTo(this.#set.map, district.towns, zoom, touch);
      return true;
    }
    const places = [...town.stations, ...(town.stations.some(({ exact }) => !exact) ? [town] : [])];
    const zoom = zoomToFit(this.#set.map, places, CLOSE, touch);
    const was = this.#open.district;
    this.#open = {
      district: was?.code === district.code ? was : { code: district.code, zoom },
      town: { code, zoom },
    };
    goTo(this.#set.map, places, zoom, touch);
    return true;
  }

  /** Shows a station by its id, wherever it is, and chooses it. */
  select(id: string): void {
    const station = this.#districts.flatMap(({ stations }) => stations).find((one) => one.id === id);
    if (station === undefined) return;
    const { map } = this.#set;
    if (station.exact) goTo(map, [station], Math.max(map.getZoom(), this.#scenes.levels.stations, CLOSE));
    else this.openArea(station.town);
    void this.#drawn.then(() => this.#pickOut(station));
  }

  /** Chooses a station on the map that has just gone there: out of its cluster, or of those without an exact place. */
  #pickOut(station: MapStation): void {
    const holds = ({ stations }: { readonly stations: readonly MapStation[] }) => stations.includes(station);
    const { things } = this.#scenes;
    const point = things.find((thing) => thing.kind === 'point' && holds(thing.cluster));
    if (point?.kind === 'point' && point.cluster.stations.length > 1) {
      if (point.cluster.opensAt <= MAX_ZOOM) goTo(this.#set.map, [station], point.cluster.opensAt);
      else this.#fanOut(point.cluster, point.cluster.stations);
    }
    const rest = things.find((thing) => thing.kind === 'rest' && holds(thing));
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
      const last = this.#scenes.levels[thing.kind === 'district' ? 'towns' : 'stations'];
      goTo(
        this.#set.map,
        thing.areas,
        Math.max(map.getZoom() + 0.5, zoomToFit(this.#set.map, thing.areas, last - 0.5)),
      );
    }
    this.#set.map.getContainer().focus();
  }

  /** Draws what is in view now, after the map has moved; or only finds out what stands where, a turn before the first picture. */
  moved(draws = true): void {
    const { map } = this.#set;
    this.#open = openAfter(this.#districts, this.#openness(), viewOf(map), middleOf(map));
    if (draws) this.draw();
    else void this.#scenes.current(this.#open);
  }

  /** Draws what is in view. */
  draw(): void {
    const picture = (this.#pictures += 1);
    const open = this.#openness();
    const put = (things: readonly Thing[]) => void (picture === this.#pictures && this.#put(things, open));
    const things = this.#scenes.current(this.#open);
    if (things instanceof Promise) this.#drawn = things.then(put);
    else {
      this.#drawn = Promise.resolve();
      put(things);
    }
  }

  /** Indexes the stations while nobody waits for them. */
  prepare(): void {
    this.#scenes.prepare();
  }

  /** Ends what runs beside the page. */
  end(): void {
    this.#pictures += 1;
    this.#scenes.end();
  }

  #put(things: readonly Thing[], open: Openness): void {
    const { map, host, data, names } = this.#set;
    const controls = controlBoxes(map, host);
    if (this.#fan !== null && this.#fan.zoom !== open.zoom) this.#fan = null;
    const inView = this.#layer.draw(things, { chosen: this.#chosen, fan: this.#fan, sizes: this.#sizes });
    names.draw(namesOf(data, things, open), [...this.#layer.boxes, ...controls], this.#sizes.touch);
    const { nothing } = this.#boxes;
    nothing.hidden = inView.length > 0;
    if (inView.length === 0) {
      this.#choose([], false);
      const towns = this.#districts.flatMap((district) => district.towns);
      showNothing(nothing, middleOf(map), towns, (code) => this.openArea(code));
    } else this.#tell(inView, open);
  }

  /** Tells the list, and who can't see the map, which area is in view. */
  #tell(inView: readonly Thing[], open: Openness): void {
    const list = listOf(this.#districts, inView, open, middleOf(this.#set.map));
    const { title, count } = headOf(list);
    this.#boxes.say(`${title}，${count}`);
    this.#set.tell(list);
  }

  #openness = (): Openness => ({ zoom: this.#set.map.getZoom(), levels: this.#scenes.levels, ...this.#open });

  #measured(): Sizes {
    return { touch: touchSize(this.#set.host), text: nameSize() };
  }

  #anew(): void {
    this.#scenes.end();
    this.#scenes = new Scenes(this.#set.map, this.#districts, this.#sizes);
    this.#layer.clear();
    this.#fan = null;
    if (this.#set.host.dataset['ready'] !== undefined) this.moved();
  }

  #fanOut(at: Point, stations: readonly MapStation[], middle = L.latLng(at.lat, at.lon)): void {
    this.#fan = stations.length > FANNED ? null : { at: middle, stations, zoom: this.#set.map.getZoom() };
  }

  /** Shows the stations on the card; one of them alone is chosen. */
  #choose(list: readonly MapStation[], redraw = true): void {
    const [only] = list;
    this.#chosen = only !== undefined && list.length === 1 ? only.id : null;
    showCard(this.#boxes.card, list, this.#set.stationPath);
    if (redraw) this.draw();
    if (this.#chosen !== null) this.#set.choose(this.#chosen);
  }
}
