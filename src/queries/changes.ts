import { changeDays, type Change, type ChangeDay } from '../domain/site/siteChanges.ts';
import { caseMark } from '../domain/case/case.ts';
import { routes } from '../domain/site/routes.ts';
import { getCases } from './cases.ts';
import { getDataset } from './dataset.ts';
import { getInterpretations, getPolicies } from './policies.ts';
import { getStationChangeDays } from './stationChanges.ts';

/**
 * What changed on the site, by day and newest first, as told by the dates of sources, publications and revisions of
 * interpretations.
 */
export async function getChanges(): Promise<readonly ChangeDay[]> {
  const { sources } = getDataset().meta;
  const [policies, interpretations, cases] = await Promise.all([getPolicies(), getInterpretations(), getCases()]);
  const day = (moment: string) => moment.slice(0, 10);
  return changeDays([
    ...getStationChangeDays().map(({ on, stations }): Change => ({
      on,
      kind: '站点',
      what: `${stations.length}个站有变更`,
      note: '新增、迁址、更名、撤并、换电话、改时间',
      href: routes.dataChanges(`#${on}`),
    })),
    ...sources.map(({ title, source, date }): Change => ({
      on: date,
      kind: '数据',
      what: title,
      note: source,
      href: routes.data(),
    })),
    ...policies.map(({ id, data }): Change => ({
      on: day(data.published_at),
      kind: '政策',
      what: data.short_title,
      note: '本站刊登',
      href: routes.policy(id),
    })),
    ...interpretations.flatMap(({ id, data }) =>
      data.updates.map(({ on, what }): Change => ({
        on,
        kind: '解读',
        what: data.title,
        note: what,
        href: routes.interpretation(id),
      })),
    ),
    ...cases.map(({ id, data }): Change => ({
      on: data.withdrawn?.on ?? day(data.published_at),
      kind: '案例',
      what: data.withdrawn === undefined ? data.title : '一篇案例',
      note: data.withdrawn !== undefined ? '撤下' : data.sample ? `发布；${caseMark(data)}` : '发布',
      href: routes.case(id),
    })),
  ]);
}
