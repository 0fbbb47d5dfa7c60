import Supercluster, { type ClusterProperties } from 'supercluster';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { MAX_ZOOM } from '../../domain/map/zoom.ts';
import type { Point } from '../../domain/place/region.ts';

/** A station by itself, or several that are too close to each other to have markers of their own. */
export interface Cluster extends Point {
  readonly stations: readonly MapStation[];
  /** The zoom level at which it comes apart; above `MAX_ZOOM` where its stations lie at one place. */
  readonly opensAt: number;
}

/** The stations as they are shown at a zoom level; `touch` is the size of a marker in pixels. */
export function clustersOf(stations: readonly MapStation[], zoom: number, touch: number): Cluster[] {
  const index = new Supercluster<MapStation>({ radius: touch * 1.4, extent: 256, maxZoom: MAX_ZOOM });
  index.load(
    stations.map((station) => ({
      type: 'Feature',
      properties: station,
      geometry: { type: 'Point', coordinates: [station.lon, station.lat] },
    })),
  );
  return index.getClusters([-180, -85, 180, 85], Math.floor(zoom)).map(({ geometry, properties }): Cluster => {
    const [lon = 0, lat = 0] = geometry.coordinates;
    if (!('cluster_id' in properties)) return { lon, lat, stations: [properties as MapStation], opensAt: 0 };
    const { cluster_id: id } = properties as ClusterProperties;
    return {
      lon,
      lat,
      stations: index.getLeaves(id, Infinity).map((leaf) => leaf.properties),
      opensAt: index.getClusterExpansionZoom(id),
    };
  });
}
