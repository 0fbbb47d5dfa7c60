import { compareName } from '../domain/naming.ts';
import { progressOf, type Progress } from '../domain/progress.ts';
import type { Station } from '../domain/station.ts';
import { derived, getDataset, keyed } from './dataset.ts';
import { getClauseNames } from './policies.ts';
import { getCommittee, getTown } from './regions.ts';

/** The figures of this dataset. */
export const getProgress = derived((dataset): Progress => {
  const fields = keyed(dataset.fields, ({ slug }) => slug);
  const isWellNamed = (station: Station) =>
    compareName(station, {
      townName: getTown(station.townCode).name,
      type: station.type,
      fieldName: fields.get(station.field ?? '')?.name ?? '',
      committeeName: station.committeeCode === null ? '' : getCommittee(station.committeeCode).name,
    }) === null;
  return progressOf({ ...dataset, asAt: dataset.meta.asAt, isWellNamed });
});

/** The milestones with the names of their clauses. */
export async function getMilestones() {
  const nameOf = await getClauseNames();
  return getDataset().targets.map((target) => ({ target, clause: nameOf(target.clause) }));
}

/** Where the number of 街镇 comes from, and of which date. */
export function getRegisterSource() {
  const { sources, asAt } = getDataset().meta;
  const source = sources.find(({ path }) => path === 'towns.csv');
  return { title: source?.source ?? '', date: source?.date ?? asAt };
}
