import Supercluster, { type ClusterProperties } from 'supercluster';
import { MAX_ZOOM } from '../../domain/map/zoom.ts';
import type { Point } from '../../domain/place/region.ts';

/** A part of the map in degrees. */
export type Area = readonly [west: number, south: number, east: number, north: number];

/** Points that are too close to each other to have markers of their own, or one by itself. */
export interface FoundCluster extends Point {
  /** The places of its points among those that were indexed. */
  readonly members: readonly number[];
  /** The zoom level at which it comes apart; above `MAX_ZOOM` where its points lie at one place, 0 for one by itself. */
  readonly opensAt: number;
}

/** What an index is made of; a worker gets it as a message. */
export interface Indexed {
  readonly points: readonly (readonly [lon: number, lat: number])[];
  /** The size of a marker in pixels. */
  readonly touch: number;
  /** The farthest zoom level that will be asked for. */
  readonly from: number;
}

/** The clusters of points at each zoom level. */
export class ClusterIndex {
  readonly #index: Supercluster<{ at: number }>;

  constructor({ points, touch, from }: Indexed) {
    const minZoom = Math.floor(from);
    this.#index = new Supercluster({ radius: touch * 1.4, extent: 256, minZoom, maxZoom: MAX_ZOOM });
    this.#index.load(
      points.map(([lon, lat], at) => ({
        type: 'Feature',
        properties: { at },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      })),
    );
  }

  /** The clusters in a part of the map. */
  within(area: Area, zoom: number): FoundCluster[] {
    return this.#index.getClusters([...area], Math.floor(zoom)).map(({ geometry, properties }): FoundCluster => {
      const [lon = 0, lat = 0] = geometry.coordinates;
      if (!('cluster_id' in properties)) return { lon, lat, members: [properties.at], opensAt: 0 };
      const { cluster_id: id } = properties as ClusterProperties;
      return {
        lon,
        lat,
        members: this.#index.getLeaves(id, Infinity).map((leaf) => leaf.properties.at),
        opensAt: this.#index.getClusterExpansionZoom(id),
      };
    });
  }
}
