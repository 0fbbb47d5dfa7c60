import L from 'leaflet';
import type { MapData } from '../../domain/map/mapFile.ts';

type Line = readonly (readonly [lon: number, lat: number])[];

const latLngs = (line: Line) => line.map(([lon, lat]): [number, number] => [lat, lon]);

/** From this zoom level on, rivers are drawn dashed: they are only right to about a kilometre. */
const COARSE = 13;

/** Draws the land of the map file below everything else; answers what draws its rivers and lakes on it, in a later turn. */
export function drawLand(map: L.Map, file: MapData): () => void {
  const pane = map.createPane('land');
  pane.setAttribute('aria-hidden', 'true');
  pane.classList.add('land-pane');
  const measure = () => pane.classList.toggle('coarse', map.getZoom() >= COARSE);
  map.on('zoomend', measure);
  measure();
  const still = { pane: 'land', interactive: false, smoothFactor: 0.5 };
  for (const ring of file.land) {
    const points = ring.map((point) => beyondFrame(point, file.frame));
    L.polygon(points, { ...still, className: 'land' }).addTo(map);
  }
  return () => {
    // A river is two lines: the wider one shows as its banks on both sides of the other.
    for (const className of ['bank', 'river'])
      for (const [, line] of file.rivers) L.polyline(latLngs(line), { ...still, className }).addTo(map);
    for (const [, ring] of file.lakes) L.polygon(latLngs(ring), { ...still, className: 'lake' }).addTo(map);
  };
}

const BEYOND = 5;

/** Moves the points of the land that lie on its frame far outwards, so that the cut edge never comes into view. */
function beyondFrame([lon, lat]: readonly [number, number], frame: MapData['frame']): [number, number] {
  const [west, south, east, north] = frame;
  const x = lon <= west ? west - BEYOND : lon >= east ? east + BEYOND : lon;
  const y = lat <= south ? south - BEYOND : lat >= north ? north + BEYOND : lat;
  return [y, x];
}
