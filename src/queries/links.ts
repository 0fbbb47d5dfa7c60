import { getDataset } from './dataset.ts';
import type { StationView } from '../views/station.ts';

/** A ready mail to whoever looks after the data; null unless an owner is configured (docs/norms.md §11). */
export function reportLink({ station }: StationView): string | null {
  const { site, meta } = getDataset();
  if (site.reportEmail === '') return null;
  const subject = `信息有误：${station.name}`;
  const body = [
    `站点编号：${station.id}`,
    `站点名称：${station.name}`,
    `哪一项不对（电话、地址、开放时间……）：`,
    `应该是：`,
    `页面上现在写的电话：${station.phones.map(({ display }) => display).join('、') || '无'}`,
    `页面上现在写的地址：${station.address || '无'}`,
    `数据截止：${meta.asAt}`,
  ].join('\n');
  return `mailto:${site.reportEmail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** The schema.org description of a station for search engines; pages of a sample must not carry it. */
export function structuredData({ station, district, town }: StationView, url: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    name: station.name,
    url,
    areaServed: town.name,
    ...(station.phones[0] === undefined ? {} : { telephone: station.phones[0].tel }),
    ...(station.address === ''
      ? {}
      : {
          address: {
            '@type': 'PostalAddress',
            addressCountry: 'CN',
            addressRegion: getDataset().site.city,
            addressLocality: district.name,
            streetAddress: station.address,
          },
        }),
    ...(station.point === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude: station.point.lat, longitude: station.point.lon } }),
  };
}
