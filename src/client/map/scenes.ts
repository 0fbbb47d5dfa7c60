import L from 'leaflet';
import type { DistrictArea } from '../../domain/map/areas.ts';
import type { MapStation } from '../../domain/map/mapFile.ts';
import type { Area } from './clusterIndex.ts';
import { StationClusters, type Cluster } from './clusters.ts';
import {
  levelsFor,
  openTowns,
  sceneOf,
  showsAll,
  type Levels,
  type OpenAreas,
  type Sizes,
  type Thing,
} from './scene.ts';

/** How far beyond the edge of the map a scene reaches, as a share of its size: within that a move needs no other. */
const BEYOND = 0.5;

/** A scene, and the part of the map that it holds for. */
interface Made<T> {
  readonly key: string;
  readonly reach: L.Bounds;
  readonly things: T;
}

const placed = (stations: readonly MapStation[]) => stations.filter(({ exact }) => exact);

/**
 * Makes the scenes of a map, and keeps the last for as long as it holds: until another zoom level, other areas that are
 * open, or a part of the map that it doesn't reach. Of many thousand stations only those near the window are looked at.
 */
export class Scenes {
  readonly #map: L.Map;
  readonly #districts: readonly DistrictArea[];
  readonly #sizes: Sizes;
  readonly levels: Levels;
  #clusters: StationClusters | null = null;
  #last: Made<readonly Thing[]> | null = null;
  /** The scene that a worker is asked for. */
  #coming: Made<Promise<readonly Thing[]>> | null = null;

  constructor(map: L.Map, districts: readonly DistrictArea[], sizes: Sizes) {
    this.#map = map;
    this.#districts = districts;
    this.#sizes = sizes;
    this.levels = levelsFor(districts, sizes);
  }

  /** The things of the last scene. */
  get things(): readonly Thing[] {
    return this.#last?.things ?? [];
  }

  /** Indexes the stations ahead of the first scene that shows them, where that is done in a worker. */
  prepare(): void {
    this.#indexed();
  }

  #indexed(): StationClusters {
    this.#clusters ??= new StationClusters(
      this.#districts.flatMap(({ stations }) => placed(stations)),
      this.#sizes.touch,
      this.levels.stations,
    );
    return this.#clusters;
  }

  /** The scene for what is in view now; a promise where a worker has to be asked. */
  current(areas: OpenAreas): readonly Thing[] | Promise<readonly Thing[]> {
    const zoom = this.#map.getZoom();
    const key = [zoom, areas.district?.code, areas.town?.code].join();
    const view = this.#map.getPixelBounds();
    const made = [this.#last, this.#coming].find((scene) => scene?.key === key && scene.reach.contains(view));
    if (made) return made.things;
    const reach = reachOf(view);
    const open = { zoom, levels: this.levels, ...areas };
    const put = (clusters: readonly Cluster[]): readonly Thing[] => {
      const things = sceneOf(this.#districts, open, this.#sizes, clusters, ({ x, y }) => reach.contains([x, y]));
      this.#last = { key, reach, things };
      return things;
    };
    const ask = (found: Promise<readonly Cluster[]>): Promise<readonly Thing[]> => {
      const things = found.then((clusters) => {
        if (this.#coming === coming) this.#coming = null;
        return put(clusters);
      });
      const coming = { key, reach, things };
      this.#coming = coming;
      return coming.things;
    };
    if (!showsAll(open)) {
      const stations = openTowns(this.#districts, open).flatMap((town) => placed(town.stations));
      if (stations.length === 0) return put([]);
      const own = new StationClusters(stations, this.#sizes.touch, zoom);
      const found = own.within(EVERYWHERE, zoom);
      return found instanceof Promise ? ask(found.finally(() => own.end())) : put(found);
    }
    const found = this.#indexed().within(this.#areaOf(reach), zoom);
    return found instanceof Promise ? ask(found) : put(found);
  }

  /** Ends what runs for these scenes. */
  end(): void {
    this.#clusters?.end();
  }

  #areaOf({ min = L.point(0, 0), max = L.point(0, 0) }: L.Bounds): Area {
    const [from, to] = [this.#map.unproject(min), this.#map.unproject(max)];
    return [from.lng, to.lat, to.lng, from.lat];
  }
}

const EVERYWHERE: Area = [-180, -85, 180, 85];

function reachOf(view: L.Bounds): L.Bounds {
  const beyond = view.getSize().multiplyBy(BEYOND);
  const { min = L.point(0, 0), max = L.point(0, 0) } = view;
  return L.bounds(min.subtract(beyond), max.add(beyond));
}
