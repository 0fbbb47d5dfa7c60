const TIANDITU = 'https://t{s}.tianditu.gov.cn/{layer}_w/wmts';
const SUBDOMAINS = ['0', '1', '2', '3', '4', '5', '6', '7'];

/** The origins of the map tiles, for the CSP. `custom` replaces the address pattern of 天地图 (docs/norms.md §7). */
export function tileHosts(custom?: string): string[] {
  const pattern = custom ?? TIANDITU;
  const hosts = SUBDOMAINS.map((s) => new URL(pattern.replace('{s}', s).replace('{layer}', 'vec')).origin);
  return [...new Set(hosts)];
}

/** The tile address of a layer in Leaflet's pattern: `vec` is streets, `cva` labels; `key` is the operator's key. */
export function tileUrl(layer: 'vec' | 'cva', key: string, custom?: string): string {
  const query = [
    'SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0',
    `LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles`,
    `TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
  ].join('&');
  return `${(custom ?? TIANDITU).replace('{layer}', layer)}?${query}`;
}

/** The subdomains of the tile servers, as Leaflet takes them. */
export const TILE_SUBDOMAINS = SUBDOMAINS;
