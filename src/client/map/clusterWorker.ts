/* The worker that finds clusters among many stations: it gets the points once, then questions, and answers each. */
import { ClusterIndex, type Area, type FoundCluster, type Indexed } from './clusterIndex.ts';

/** What a question to the worker holds. */
export interface ClusterQuestion {
  readonly id: number;
  readonly area: Area;
  readonly zoom: number;
}

/** The answer to the question with the same id. */
export interface ClusterAnswer {
  readonly id: number;
  readonly found: readonly FoundCluster[];
}

let index: ClusterIndex | null = null;

self.addEventListener('message', ({ data }: MessageEvent<Indexed | ClusterQuestion>) => {
  if ('points' in data) index = new ClusterIndex(data);
  else {
    const found = index?.within(data.area, data.zoom) ?? [];
    self.postMessage({ id: data.id, found } satisfies ClusterAnswer);
  }
});
