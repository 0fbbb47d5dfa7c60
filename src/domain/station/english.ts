import { areaInEnglish, committeePlaceInEnglish, pinyinName, type ReadName } from '../language/englishNames.ts';
import { englishDate } from '../time/dates.ts';
import type { Field } from '../service/service.ts';
import type { Committee, Town } from '../place/region.ts';
import type { Station, StationType } from './station.ts';

/** What the name of a station in English is made of. */
interface Parts {
  readonly type: StationType;
  readonly town: Pick<Town, 'name'>;
  readonly field: Pick<Field, 'name' | 'english'> | null;
  readonly committee: Pick<Committee, 'name'> | null;
}

/** The English name of a field, in pinyin where fields.csv has none. */
export const fieldInEnglish = ({ name, english }: Pick<Field, 'name' | 'english'>, read: ReadName): string =>
  english === '' ? pinyinName(name, read) : english;

/**
 * The name of a station in English, made of the same parts as the Chinese one (notice 三（一）): Fenglinlu Subdistrict Drug
 * Control Social Work Station. It stands beside the Chinese name, never instead of it.
 */
export function stationInEnglish({ type, town, field, committee }: Parts, read: ReadName): string {
  const own = {
    综合: '',
    专项: field === null ? '' : fieldInEnglish(field, read),
    居村: committee === null ? '' : committeePlaceInEnglish(committee.name, read),
  }[type];
  return [areaInEnglish(town.name, read), own, 'Social Work Station'].filter((part) => part !== '').join(' ');
}

/** The type of a station in English, as the English pages explain it. */
export const TYPE_IN_ENGLISH: Readonly<Record<StationType, string>> = {
  综合: 'General station',
  专项: 'Special station',
  居村: 'Neighbourhood station',
};

/** What a reader must know before they go there; empty for a station in operation. */
export function statusInEnglish({
  status,
  statusFrom,
  statusUntil,
}: Pick<Station, 'status' | 'statusFrom' | 'statusUntil'>): string {
  const from = statusFrom === null ? '' : ` from ${englishDate(statusFrom)}`;
  const until = statusUntil === null ? ', no date for reopening' : ` until ${englishDate(statusUntil)}`;
  return { 运行: '', 筹建: 'Being set up, not open yet', 暂停: `Closed${from}${until}`, 撤并: 'Closed for good' }[
    status
  ];
}
