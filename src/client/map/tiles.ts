import L from 'leaflet';
import { TILE_SUBDOMAINS } from '../../domain/map/tiles.ts';

/** As near as the map goes. */
export const MAX_ZOOM = 18;

/** The provider's layers. When its tiles don't come, the sketch underneath takes over and says so. */
export function drawTiles(map: L.Map, host: HTMLElement, urls: readonly string[], onLoss: () => void): void {
  const layers = urls
    .filter((url) => url !== '')
    .map((url) =>
      L.tileLayer(url, { subdomains: [...TILE_SUBDOMAINS], maxNativeZoom: 18, maxZoom: MAX_ZOOM, crossOrigin: true }),
    );
  let loaded = 0;
  let failed = 0;
  const giveUp = () => {
    for (const layer of layers) map.removeLayer(layer);
    onLoss();
    const note = host.querySelector('.map-note');
    if (note !== null) note.textContent = '底图没有取到，改用示意图。站点位置不受影响。';
  };
  for (const layer of layers) {
    layer.on('tileload', () => (loaded += 1));
    layer.on('tileerror', () => {
      failed += 1;
      if (failed >= 4 && failed > loaded && map.hasLayer(layer)) giveUp();
    });
    layer.addTo(map);
  }
}
