import type { Dataset } from '../domain/dataset/dataset.ts';
import { paths } from '../domain/site/paths.ts';
import { fitsService, isClosed, publicView } from '../domain/station/station.ts';

/** A text for Pagefind that is given to it instead of being read from a page. */
export interface IndexedText {
  /** The address below the base. */
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Record<string, string[]>;
}

/** 没有手语翻译 is no answer to somebody who looks for 手语翻译: of 无障碍 only what there is can be found. */
const whatThereIs = (accessibility: string): string =>
  accessibility
    .split(/(?<=[，；。])/u)
    .filter((part) => !/没有|未设|不设|无法|不能/u.test(part))
    .join('')
    .replace(/[，；]$/u, '');

/**
 * What the full text holds of each station: the words of its page that are its own and that the lookup doesn't know.
 * Names of 街镇 and 居村委, telephones and hours stand in the lookup; sentences that all pages share would only make
 * the index large. Made from what the public may see; a station that was closed is found by its names.
 */
export function stationTexts({ stations, towns, districts, organizations, services }: Dataset): IndexedText[] {
  const townOf = new Map(towns.map((town) => [town.code, town]));
  const districtOf = new Map(districts.map(({ code, name }) => [code, name]));
  const organizationOf = new Map(organizations.map(({ id, name }) => [id, name]));
  const serviceOf = new Map(services.map((service) => [service.id, service]));
  return stations
    .filter((row) => !isClosed(row))
    .map((row) => {
      const station = publicView(row);
      const district = districtOf.get(townOf.get(station.townCode)?.districtCode ?? '') ?? '';
      const offered = station.services.flatMap((id) => {
        const service = serviceOf.get(id);
        return service !== undefined && fitsService(station, service) ? [service.name] : [];
      });
      const { address, directions, accessibility, host, operator } = station;
      return {
        url: paths.station(station.id),
        content: [
          address,
          directions,
          whatThereIs(accessibility),
          offered.join('、'),
          host,
          organizationOf.get(operator ?? '') ?? '',
        ]
          .filter((words) => words !== '')
          .map((words) => words.replace(/。$/u, ''))
          .join('。'),
        language: 'zh',
        meta: { title: station.name, area: district },
        filters: { 类型: ['站点'], 区: [district] },
      };
    });
}
