import { shareText } from '../domain/station/shareText.ts';
import { isClosed, isExactlyPlaced } from '../domain/station/station.ts';
import { formatDistance, directionWord } from '../domain/place/coordinates.ts';
import type { CaseLink } from '../views/case.ts';
import type { ClauseName } from '../views/policy.ts';
import type { StationPageData, StationView } from '../views/station.ts';
import { caseLink, getCases } from './cases.ts';
import { getDataset } from './dataset.ts';
import { reportLink, structuredData } from './links.ts';
import { getSurroundings } from './surroundings.ts';
import { wayLinks } from './mapLinks.ts';
import { creditsOf } from './map.ts';
import { getRules } from './policies.ts';
import { getCommitteesOf, getTownsServedBy } from './regions.ts';
import { urgentOfField } from './urgent.ts';
import { getNearby, getOwnServices, getStation, getStationsInTown } from './stations.ts';
import { isSampleData } from '../domain/dataset/sample.ts';

/** The rules that each type of station rests on, as policies name them in their front matter. */
const RULES_OF = { 综合: ['综合', '命名', '人员'], 专项: ['专项', '命名'], 居村: ['居村', '命名'] } as const;

/** The 居村委 that a station serves: its own one, or all of its 街镇 and of the units that the 街镇 serves. */
function servedCommittees({ station, committee }: StationView) {
  if (committee !== null) return [committee];
  const towns = [station.townCode, ...getTownsServedBy(station.townCode).map(({ code }) => code)];
  return towns.flatMap((code) => getCommitteesOf(code));
}

/** The published cases beside a station: those of its field, or for a 综合 station those without a field. */
async function relatedCases({ station, services }: StationView): Promise<readonly CaseLink[]> {
  const cases = await getCases();
  const topics = new Set(services.map(({ topic }) => topic));
  const own = cases.filter(({ data }) => data.withdrawn === undefined && data.field === station.field);
  const near = cases.filter((entry) => !own.includes(entry) && topics.has(entry.data.topic));
  return (station.type === '专项' ? own : [...own, ...near]).slice(0, 2).map(caseLink);
}

/** The least number of staff that the notice asks for, with its clause. */
function staffingRule(clause: ClauseName | null): StationPageData['staffing'] {
  const least = getDataset().targets.find(({ metric }) => metric === 'staffing')?.goal ?? null;
  return least === null || clause === null ? null : { least, clause };
}

/**
 * Everything on the page of a station. `url` is the page's own address, for the report of mistakes and structured data.
 */
export async function getStationPage(view: StationView, url: URL): Promise<StationPageData> {
  const { station, town } = view;
  const { topics, meta, site } = getDataset();
  const ruleOf = await getRules();
  const others = getStationsInTown(town.code).filter((other) => other !== view);
  const isSample = isSampleData(meta);
  const from = station.point;
  return {
    view,
    topics,
    ownServices: getOwnServices(view),
    committees: servedCommittees(view),
    successor: station.successor === null ? null : (getStation(station.successor)?.station ?? null),
    sameTown: others.filter((other) => other.station.type !== '居村'),
    villages: others.filter((other) => other.station.type === '居村'),
    nearby: getNearby(view).map((entry) => ({
      view: entry.view,
      remark:
        from === null || entry.view.station.point === null
          ? ''
          : `${directionWord(from, entry.view.station.point)}面 ${formatDistance(entry.metres)}`,
    })),
    ways: from !== null && isExactlyPlaced(station) ? wayLinks(from, station.name, site.siteName) : [],
    surroundings: getSurroundings(view),
    mapCredits: creditsOf(getDataset().coastline),
    cases: await relatedCases(view),
    clauses: RULES_OF[station.type].flatMap((rule) => ruleOf(rule) ?? []),
    staffing: staffingRule(ruleOf('人员')),
    urgent: view.field?.sensitive === true ? urgentOfField(view.field) : [],
    report: reportLink(view),
    share: isClosed(station)
      ? null
      : shareText(station, { freshness: view.freshness, isSample, hotline: site.cityHotline, url: url.href }),
    structured: isSample ? null : structuredData(view, url.href),
  };
}
