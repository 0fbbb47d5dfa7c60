import L from 'leaflet';
import type { MapFile } from '../../domain/map/mapFile.ts';

/** Draws the land areas of the map file as one layer below everything else. */
export function drawLand(map: L.Map, file: MapFile): void {
  map.createPane('land').classList.add('land-pane');
  for (const ring of file.land) {
    L.polygon(
      ring.map((point) => beyondFrame(point, file.frame)),
      { pane: 'land', className: 'land', interactive: false, smoothFactor: 0.5 },
    ).addTo(map);
  }
}

const BEYOND = 5;

/** Moves the points of the land that lie on its frame far outwards, so that the cut edge never comes into view. */
function beyondFrame([lon, lat]: readonly [number, number], frame: MapFile['frame']): [number, number] {
  const [west, south, east, north] = frame;
  const x = lon <= west ? west - BEYOND : lon >= east ? east + BEYOND : lon;
  const y = lat <= south ? south - BEYOND : lat >= north ? north + BEYOND : lat;
  return [y, x];
}
