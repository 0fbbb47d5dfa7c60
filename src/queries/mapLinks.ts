import type { Point } from '../domain/place/region.ts';
import { fromWgs84 } from '../loading/adapters/crs.ts';

const coordinate = (value: number) => value.toFixed(6);

/**
 * Links that open a place in the map a reader already has, each in that map's own coordinate system (docs/norms.md §7).
 */
export function wayLinks(point: Point, name: string, source: string) {
  const gcj = fromWgs84(point, 'GCJ02');
  const bd = fromWgs84(point, 'BD09');
  const title = encodeURIComponent(name);
  const from = encodeURIComponent(source);
  return [
    {
      name: '高德地图',
      href: `https://uri.amap.com/marker?position=${coordinate(gcj.lon)},${coordinate(gcj.lat)}&name=${title}&src=${from}&coordinate=gaode`,
    },
    {
      name: '百度地图',
      href: `https://api.map.baidu.com/marker?location=${coordinate(bd.lat)},${coordinate(bd.lon)}&title=${title}&content=${title}&output=html&coord_type=bd09ll&src=${from}`,
    },
    {
      name: '腾讯地图',
      href: `https://apis.map.qq.com/uri/v1/marker?marker=coord:${coordinate(gcj.lat)},${coordinate(gcj.lon)};title:${title}&coord_type=1&referer=${from}`,
    },
    {
      name: '手机上的地图',
      href: `geo:${coordinate(point.lat)},${coordinate(point.lon)}?q=${coordinate(point.lat)},${coordinate(point.lon)}(${title})`,
    },
  ];
}
