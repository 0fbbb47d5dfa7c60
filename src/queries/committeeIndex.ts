import type { InitialGroup } from '../views/place.ts';
import { grouped } from './dataset.ts';
import { getReader } from './readings.ts';
import { getCommitteesOf, getTownsOf } from './regions.ts';

/** The letter that a name is found under. */
function initialOf(key: string): string {
  const [letter = ''] = key;
  return /[a-z]/u.test(letter) ? letter.toUpperCase() : '#';
}

/** All 居村委 of a district by the first letter of their pinyin. */
export function getCommitteeIndex(districtCode: string): readonly InitialGroup[] {
  const read = getReader();
  const entries = getTownsOf(districtCode)
    .flatMap((town) => getCommitteesOf(town.code).map((committee) => ({ committee, town })))
    // A space sorts before every letter: 安 (an) stands before 昂 (ang) whatever follows.
    .map((entry) => ({ ...entry, key: read(entry.committee.name).join(' ') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.committee.code < b.committee.code ? -1 : 1));
  return [...grouped(entries, ({ key }) => initialOf(key))].map(([initial, committees]) => ({ initial, committees }));
}
