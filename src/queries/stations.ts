import type { Field } from '../domain/service/service.ts';
import type { Committee, Point } from '../domain/place/region.ts';
import type { DistrictGroup, StationView } from '../views/station.ts';
import { fitsService, isClosed, publicView, type Station } from '../domain/station/station.ts';
import { freshnessOf } from '../domain/station/freshness.ts';
import { countsInWords } from '../domain/figures/stationCount.ts';
import { derived, getDataset, grouped, keyed } from './dataset.ts';
import { pointIndex } from './pointIndex.ts';
import { getCommittee, getDistrict, getTown } from './regions.ts';
import { urgentOfTopic } from './urgent.ts';

const index = derived((dataset) => {
  const fields = keyed(dataset.fields, ({ slug }) => slug);
  const services = keyed(dataset.services, ({ id }) => id);
  const organizations = keyed(dataset.organizations, ({ id }) => id);
  const views = dataset.stations.map((row): StationView => {
    const station = publicView(row);
    const field = station.field === null ? null : (fields.get(station.field) ?? null);
    const committee = station.committeeCode === null ? null : getCommittee(station.committeeCode);
    return {
      station,
      town: getTown(station.townCode),
      district: getDistrict(station.townCode.slice(0, 6)),
      committee,
      field,
      operator: station.operator === null ? null : (organizations.get(station.operator) ?? null),
      services: station.services
        .flatMap((id) => services.get(id) ?? [])
        .filter((service) => fitsService(station, service)),
      mark: markOf(station, field, committee),
      freshness: freshnessOf(station.verifiedOn, dataset.meta.asAt),
      sensitive: field?.sensitive ?? false,
    };
  });
  return {
    views,
    byId: keyed(views, ({ station }) => station.id),
  };
});

function markOf(station: Station, field: Field | null, committee: Committee | null): string {
  if (station.type === '综合') return '综';
  if (station.type === '专项') return field?.mark ?? '专';
  return committee?.kind === '村委会' ? '村' : '居';
}

const TYPE_ORDER = { 综合: 0, 专项: 1, 居村: 2 } as const;
const byTypeThenName = (a: StationView, b: StationView) =>
  a.town.code.localeCompare(b.town.code) ||
  TYPE_ORDER[a.station.type] - TYPE_ORDER[b.station.type] ||
  a.station.id.localeCompare(b.station.id);

/** All stations, including closed ones, which keep their pages. */
export const getStations = (): readonly StationView[] => index().views;

/** The stations that lists show, all except 撤并, in the order of 街镇, type and id. */
export const getListed = derived(() =>
  index()
    .views.filter(({ station }) => !isClosed(station))
    .sort(byTypeThenName),
);

/** How the numbers of stations on different pages fit together, in one sentence. */
export const getCountsInWords = derived(({ stations }) => countsInWords(stations));

const listed = derived(() => {
  const views = getListed();
  return {
    byDistrict: grouped(views, ({ district }) => district.code),
    byTown: grouped(views, ({ town }) => town.code),
    byField: grouped(views, ({ station }) => station.field),
    byOperator: grouped(views, ({ station }) => station.operator),
    byPoint: pointIndex(views, ({ station }) => station.point),
  };
});

/** The station of an id, closed ones included; null where there is none. */
export const getStation = (id: string): StationView | null => index().byId.get(id) ?? null;
/** The listed stations of a district, by its 6-digit code. */
export const getStationsInDistrict = (code: string): readonly StationView[] => listed().byDistrict.get(code) ?? [];
/** The listed stations of a 街镇, by its 9-digit code. */
export const getStationsInTown = (code: string): readonly StationView[] => listed().byTown.get(code) ?? [];
/** The listed stations of a field, by its slug. */
export const getStationsOfField = (slug: string): readonly StationView[] => listed().byField.get(slug) ?? [];
/** The listed stations that an organisation runs, by its id. */
export const getStationsOfOperator = (id: string): readonly StationView[] => listed().byOperator.get(id) ?? [];

/**
 * The nearest stations of other 街镇 by straight line, at most `most`, with their distance in metres; empty where the
 * station has no point.
 */
export function getNearby(
  view: StationView,
  most = 4,
): readonly { readonly view: StationView; readonly metres: number }[] {
  const from = view.station.point;
  if (from === null) return [];
  return listed()
    .byPoint.nearest(from, most, (other) => other !== view && other.town.code !== view.town.code)
    .map(({ row, metres }) => ({ view: row, metres }));
}

/**
 * The listed stations with a point in the square around a place that reaches so many metres to each side, and some
 * beyond its edge.
 */
export const getStationsAround = (centre: Point, reach: number): readonly StationView[] =>
  listed().byPoint.around(centre, reach);

const byService = derived(() => {
  const pairs = getListed().flatMap((view) => view.services.map(({ id }) => ({ id, view })));
  return new Map([...grouped(pairs, ({ id }) => id)].map(([id, all]) => [id, all.map(({ view }) => view)]));
});

/** The listed stations that offer a service; a 专项 one of another field is none of them, whatever its row says. */
export const getStationsOffering = (serviceId: string): readonly StationView[] => byService().get(serviceId) ?? [];

/** The ids of the services that no other station offers: what a station has of its own (特色服务). */
export const getOwnServices = ({ services }: StationView): readonly string[] =>
  services.map(({ id }) => id).filter((id) => getStationsOffering(id).length === 1);

/** All topics in the order of topics.csv, each with its services and its emergency lines. */
export function getTopics() {
  const { topics, services } = getDataset();
  return topics.map((topic) => ({
    topic,
    services: services.filter((service) => service.topic === topic.slug),
    urgent: urgentOfTopic(topic),
  }));
}

/**
 * The station directory: listed stations by district in the order of the register; districts without any are left out.
 */
export const getDirectory = derived(({ districts }) =>
  districts
    .map((district) => ({ district, stations: getStationsInDistrict(district.code) }))
    .filter(({ stations }) => stations.length > 0),
);

/** Groups stations by district in the order of the register; districts without any are left out. */
export function groupByDistrict(stations: readonly StationView[]): readonly DistrictGroup[] {
  const own = grouped(stations, ({ district }) => district);
  return getDataset().districts.flatMap((district) => {
    const found = own.get(district);
    return found === undefined ? [] : [{ district, stations: found }];
  });
}
