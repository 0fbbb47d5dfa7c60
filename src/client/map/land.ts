import L from 'leaflet';
import type { MapFile } from '../../domain/map/mapFile.ts';

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

/** The land is cut along a frame: its corners there move far out, so that no cut edge is ever in view. */
function beyondFrame([lon, lat]: readonly [number, number], frame: MapFile['frame']): [number, number] {
  const [west, south, east, north] = frame;
  const x = lon <= west ? west - BEYOND : lon >= east ? east + BEYOND : lon;
  const y = lat <= south ? south - BEYOND : lat >= north ? north + BEYOND : lat;
  return [y, x];
}
