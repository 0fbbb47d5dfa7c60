import type { Facts } from './tables.ts';
import { boundsAround } from '../place/coordinates.ts';
import type { Point } from '../place/region.ts';

/** A row to be written as a feature; its point is null where its place is unknown. */
export interface Placed {
  readonly id: string;
  readonly point: Point | null;
  readonly facts: Facts;
}

/** What a file states about itself beside its rows. */
export interface About {
  readonly title: string;
  readonly kind: 'sample' | 'official';
  readonly as_at: string;
  readonly licence: string;
}

const degrees = (value: number) => Number(value.toFixed(6));

/** Writes a feature collection (RFC 7946): WGS-84, longitude first, with a `bbox` of all points. */
export function featureCollection(about: About, rows: readonly Placed[]): Readonly<Record<string, unknown>> {
  const box = boundsAround(
    rows.flatMap(({ point }) => (point === null ? [] : { lon: degrees(point.lon), lat: degrees(point.lat) })),
  );
  return {
    type: 'FeatureCollection',
    ...about,
    ...(box === null ? {} : { bbox: [box.west, box.south, box.east, box.north] }),
    features: rows.map(({ id, point, facts }) => ({
      type: 'Feature',
      id,
      geometry: point === null ? null : { type: 'Point', coordinates: [degrees(point.lon), degrees(point.lat)] },
      properties: facts,
    })),
  };
}
