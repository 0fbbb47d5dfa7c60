import { figureOf } from '../domain/figures/allFigures.ts';
import { caseLink, getCases } from './cases.ts';
import { getDataset } from './dataset.ts';
import { getFigures } from './figures.ts';
import { getClauseNames, getInterpretations, getPolicies, interpretationLink } from './policies.ts';
import { getCommitteesOf } from './regions.ts';

/** Examples of searches for the home page: a 街镇, a 居村委 and a need, each of which finds something on this site. */
export function getSearchExamples(): readonly string[] {
  const { towns, needs } = getDataset();
  const town = towns.find(({ name }) => /镇$/u.test(name)) ?? towns[0];
  const committee = town === undefined ? undefined : getCommitteesOf(town.code)[0];
  const need = needs.find(({ crisis }) => crisis.length === 0);
  return [town?.name, committee?.name, need?.word].filter((word) => word !== undefined);
}

/** The content of the columns at the end of the home page: policy with interpretations, cases, figures. */
export async function getHomeColumns() {
  const [policies, interpretations, cases, nameOf, figures] = await Promise.all([
    getPolicies(),
    getInterpretations(),
    getCases(),
    getClauseNames(),
    getFigures(),
  ]);
  const [policy] = policies;
  return {
    policy:
      policy === undefined
        ? null
        : { slug: policy.id, title: policy.data.short_title, docNumber: policy.data.doc_number },
    interpretations: interpretations.slice(0, 2).map((entry) => interpretationLink(entry, nameOf)),
    cases: cases
      .filter(({ data }) => data.withdrawn === undefined)
      .slice(0, 3)
      .map(caseLink),
    figures: { coverage: figureOf(figures, 'coverage'), stations: figureOf(figures, 'stations') },
  };
}

/** What `getHomeColumns` gives, for the components that show it. */
export type HomeColumns = Awaited<ReturnType<typeof getHomeColumns>>;
