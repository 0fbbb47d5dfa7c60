import { paths } from '../../domain/site/paths.ts';
import type { PartsRoot } from '../files/parts.ts';
import { STRONG, WHOLE } from '../match/scores.ts';
import type { Answer, Entry, GroupTitle } from '../types/answer.ts';

/** So many districts are listed. */
const SHOWN = 40;

const ofPlaces = (title: GroupTitle) => title === '站点' || title === '地方';

/** An answer without the places and stations in it. */
export const withoutPlaces = (answer: Answer): Answer => ({
  ...answer,
  responsible: [],
  moreResponsible: 0,
  asks: false,
  foundBy: null,
  corrected: null,
  address: null,
  groups: answer.groups.filter(({ title }) => !ofPlaces(title)),
});

/**
 * An answer of what a site knows beside its places, with the districts that have the name to choose from. A choice asks
 * again with the name of the district before the query; an address stands in no link, and is to be written so. `isSensitive`
 * says whether what the query is beside a name may tell of a personal trouble.
 */
export function districtsToChoose(
  answer: Answer,
  districts: PartsRoot['districts'],
  { isAddress, isSensitive }: { readonly isAddress: boolean; readonly isSensitive: boolean },
): Answer {
  const query = answer.query.trim();
  const entries = districts.slice(0, SHOWN).map(([code, name]): Entry => ({
    kind: '区',
    title: name,
    path: isAddress ? paths.district(code) : paths.search(`?q=${encodeURIComponent(name + query)}`),
    detail: isAddress ? `写成“${name}${query}”再查` : `这里有“${query}”`,
    phone: '',
    weak: false,
    score: WHOLE,
  }));
  const own = withoutPlaces(answer);
  const others = answer.weak ? [] : own.groups;
  return {
    ...own,
    groups: [{ title: '地方', entries, count: districts.length }, ...others],
    sensitive: isAddress || isSensitive || answer.crisis.length > 0,
    isAddress,
    weak: false,
  };
}

/**
 * Whether an answer of the lookup is of things that may tell of a personal trouble. What knows no place calls a mere name
 * sensitive as well, because it matches nothing.
 */
export const isTrouble = ({ sensitive, groups }: Answer): boolean =>
  sensitive && (groups.find(({ title }) => !ofPlaces(title))?.entries[0]?.score ?? 0) >= STRONG;
