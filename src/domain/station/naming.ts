import type { Field } from '../service/service.ts';
import type { Committee, Town } from '../place/region.ts';
import type { Station, StationType } from './station.ts';

/** The end of every station name (notice 三（一）). */
const END = '社工站';

/** The parts of a station's name: its 街镇, and its 领域 or 居村. */
export interface NameParts {
  readonly type: StationType;
  readonly townName: string;
  readonly fieldName?: string | null;
  readonly committeeName?: string | null;
}

/** The name of a station by the rule of 统一标识: XX（街镇）社工站, XX（街镇）XX（领域）社工站 or XX（街镇）XX（居村）社工站 (notice 三（一）). */
export function stationName({ type, townName, fieldName, committeeName }: NameParts): string {
  const middle = type === '专项' ? fieldName : type === '居村' ? committeeName : '';
  return `${townName}${middle ?? ''}${END}`;
}

/**
 * The default id of a station: the code of its 街镇, then `z` for 综合, the slug of its 领域, or the last three digits of its
 * 居村委's code. `committeeCode` may be just those digits.
 */
export function usualStationId({
  type,
  townCode,
  field,
  committeeCode,
}: Pick<Station, 'type' | 'townCode' | 'field' | 'committeeCode'>): string {
  const end = type === '综合' ? 'z' : type === '专项' ? field : committeeCode?.slice(-3);
  return `${townCode}-${end || 'x'}`;
}

/** One possible reading of a station name; where there are several, nothing may choose one silently. */
export interface NameReading {
  readonly townCode: string;
  readonly type: StationType;
  readonly field: string | null;
  readonly committeeCode: string | null;
}

/** The short form of a committee's name, which clerks also write: 番禺 for 番禺居委会, 冈峰村 for 冈峰村村委会 and 冈峰村委会. */
const shortCommittee = (name: string): string => name.replace(/居委会$/, '').replace(/村?村委会$/, '村');

/**
 * All readings of a name by the rule, where a committee may also be written in its short form. Empty where the name
 * does not follow the rule.
 */
export function parseStationName(
  name: string,
  towns: readonly Pick<Town, 'code' | 'name'>[],
  fields: readonly Pick<Field, 'slug' | 'name'>[],
  committeesOfTown: (townCode: string) => readonly Pick<Committee, 'code' | 'name'>[],
): readonly NameReading[] {
  if (!name.endsWith(END)) return [];
  const stem = name.slice(0, -END.length);
  return towns
    .filter((town) => stem.startsWith(town.name))
    .flatMap(({ code: townCode, name: townName }): NameReading[] => {
      const middle = stem.slice(townName.length);
      if (middle === '') return [{ townCode, type: '综合', field: null, committeeCode: null }];
      const special = fields
        .filter((field) => field.name === middle)
        .map((field): NameReading => ({ townCode, type: '专项', field: field.slug, committeeCode: null }));
      const local = committeesOfTown(townCode)
        .filter((committee) => committee.name === middle || shortCommittee(committee.name) === middle)
        .map((committee): NameReading => ({ townCode, type: '居村', field: null, committeeCode: committee.code }));
      return [...special, ...local];
    });
}

/** A departure from the rule of names: the name expected, and in Chinese what differs. */
export interface NameDeviation {
  readonly expected: string;
  readonly reason: string;
}

/** Compares the name of a row with the name that the rule gives; null where they agree (notice 三（一）). */
export function compareName(station: { readonly name: string }, parts: NameParts): NameDeviation | null {
  const expected = stationName(parts);
  const { name } = station;
  return name === expected ? null : { expected, reason: reasonFor(name, expected, parts) };
}

function reasonFor(name: string, expected: string, { type, townName, fieldName, committeeName }: NameParts): string {
  if (name.replace(/[\s（）()“”"]/g, '') === expected) return '多了空格、括号或引号';
  if (/社会工作(?:服务)?站|社工(?:服务站|服务点|点|室)$/.test(name)) return `结尾统一写“${END}”`;
  if (!name.endsWith(END)) return `没有用“${END}”结尾`;
  if (name.endsWith(expected)) return '前面不写市和区，从街镇写起';
  if (!name.includes(townName)) {
    const short = townName.replace(/(?:街道|镇|乡)$/, '');
    return name.startsWith(short) ? `街镇要写全称“${townName}”` : `没有写街镇“${townName}”`;
  }
  if (type === '专项' && !name.includes(fieldName ?? '')) return `没有写领域“${fieldName ?? ''}”`;
  if (type === '居村' && !name.includes(committeeName ?? '')) return `没有写居村“${committeeName ?? ''}”`;
  return type === '综合' ? '综合站只写街镇，中间不加别的字' : '和通知三（一）的写法不同';
}
