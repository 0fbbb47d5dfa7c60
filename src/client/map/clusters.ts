import type { MapStation } from '../../domain/map/mapFile.ts';
import type { Point } from '../../domain/place/region.ts';
import { ClusterIndex, type Area, type FoundCluster, type Indexed } from './clusterIndex.ts';
import type { ClusterAnswer, ClusterQuestion } from './clusterWorker.ts';

/** A station by itself, or several that are too close to each other to have markers of their own. */
export interface Cluster extends Point {
  readonly stations: readonly MapStation[];
  /** The zoom level at which it comes apart; above `MAX_ZOOM` where its stations lie at one place. */
  readonly opensAt: number;
}

/** From more stations than this on they are indexed in a worker: in the page a slow phone would stand still for it. */
const IN_PAGE = 5000;

/** A question to the worker, and what takes its answer. */
interface Asked {
  readonly question: ClusterQuestion;
  readonly done: (found: readonly FoundCluster[]) => void;
}

/** Starts the worker; null where it can't be had: in files, and where the browser refuses it. */
function startWorker(): Worker | null {
  if (location.protocol === 'file:') return null;
  try {
    return new Worker(new URL('./clusterWorker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

/** Finds the clusters of stations, of many of them in a worker. */
export class StationClusters {
  readonly #stations: readonly MapStation[];
  readonly #indexed: Indexed;
  #index: ClusterIndex | null = null;
  #worker: Worker | null = null;
  readonly #asked = new Map<number, Asked>();
  #questions = 0;

  /** `touch` is the size of a marker in pixels, `from` the farthest zoom level that will be asked for. */
  constructor(stations: readonly MapStation[], touch: number, from: number) {
    this.#stations = stations;
    this.#indexed = { points: stations.map(({ lon, lat }) => [lon, lat] as const), touch, from };
    if (stations.length > IN_PAGE) this.#start();
  }

  /** The clusters in a part of the map; a promise where the worker has to be asked. */
  within(area: Area, zoom: number): readonly Cluster[] | Promise<readonly Cluster[]> {
    const worker = this.#worker;
    if (worker === null) return this.#clusters(this.#inPage(area, zoom));
    const question = { id: (this.#questions += 1), area, zoom };
    return new Promise<readonly FoundCluster[]>((done) => {
      this.#asked.set(question.id, { question, done });
      worker.postMessage(question);
    }).then((found) => this.#clusters(found));
  }

  /** Ends the worker; what was asked stays without an answer. */
  end(): void {
    this.#worker?.terminate();
    this.#asked.clear();
  }

  #start(): void {
    const worker = startWorker();
    if (worker === null) return;
    worker.addEventListener('message', ({ data: { id, found } }: MessageEvent<ClusterAnswer>) => {
      this.#asked.get(id)?.done(found);
      this.#asked.delete(id);
    });
    // Older browsers have no workers of modules.
    worker.addEventListener('error', () => {
      worker.terminate();
      this.#worker = null;
      for (const { question, done } of this.#asked.values()) done(this.#inPage(question.area, question.zoom));
      this.#asked.clear();
    });
    worker.postMessage(this.#indexed);
    this.#worker = worker;
  }

  #inPage(area: Area, zoom: number): readonly FoundCluster[] {
    this.#index ??= new ClusterIndex(this.#indexed);
    return this.#index.within(area, zoom);
  }

  #clusters = (found: readonly FoundCluster[]): Cluster[] =>
    found.map(({ lon, lat, members, opensAt }) => ({
      lon,
      lat,
      opensAt,
      stations: members.flatMap((at) => this.#stations[at] ?? []),
    }));
}
