import type L from 'leaflet';
import { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
import { TILE_SUBDOMAINS } from '../../domain/map/tiles.ts';
import { MAX_ZOOM } from '../../domain/map/zoom.ts';

/**
 * Adds the tile layers of the provider. `onLoss` is called once their tiles can't be loaded and the sketch map has to
 * take over.
 */
export function drawTiles(map: L.Map, host: HTMLElement, urls: readonly string[], onLoss: () => void): void {
  const options = { subdomains: [...TILE_SUBDOMAINS], maxNativeZoom: 18, maxZoom: MAX_ZOOM, crossOrigin: true };
  const layers = urls.filter((url) => url !== '').map((url) => new TileLayer(url, options) as L.TileLayer);
  let loaded = 0;
  let failed = 0;
  const giveUp = () => {
    for (const layer of layers) map.removeLayer(layer);
    onLoss();
    const credits = host.parentElement?.querySelector<HTMLElement>('.map-credits');
    if (credits) credits.hidden = false;
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
