import type { Committee, District, Town } from '../../domain/place/region.ts';
import type { Field, Service } from '../../domain/service/service.ts';
import { usualStationId } from '../../domain/station/naming.ts';
import type { StationType } from '../../domain/station/station.ts';
import type { IsoDate } from '../../domain/time/dates.ts';
import { seededRandom } from './random.ts';

/** The rows of the dataset that sample stations refer to. */
export interface SampleSource {
  readonly asAt: IsoDate;
  readonly districts: readonly District[];
  readonly towns: readonly Town[];
  readonly committees: readonly Committee[];
  readonly fields: readonly Field[];
  readonly services: readonly Service[];
}

/** The identity of a sample station: where it is and what it is for, before anything else is made up. */
export interface Seat {
  readonly id: string;
  readonly type: StationType;
  readonly town: Town;
  readonly field: Field | null;
  readonly committee: Committee | null;
}

/** The seed of all random values of the sample. Another one gives another city. */
export const SEED = 20211221;

/** How many 街镇 stay without a 综合 station, so that the progress page has gaps to show. */
const GAPS = 3;

/** The shares of 街镇 with a 专项 station, for the first three fields that the notice names. */
const NAMED_SHARES = [0.45, 0.4, 0.25] as const;

/** The same for every other field, by where it is named. */
const OTHER_SHARES = { 通知: 0.2, 抄送单位: 0.09, 推定: 0.04 } as const;

/** The share of 街镇 that have 居村 stations, each 2–6 of them. */
const LOCAL_SHARE = 0.43;

/**
 * Draws `count` entries of a list. Each entry is ranked by the name of the draw and its own key, so that adding one
 * doesn't reorder the others.
 */
export function draw<T>(list: readonly T[], count: number, name: string, key: (entry: T) => string): T[] {
  return list
    .map((entry) => ({ entry, rank: seededRandom(SEED, `${name}/${key(entry)}`).unit() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(0, Math.round(count)))
    .map(({ entry }) => entry);
}

const inOrder = <T extends { readonly code: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The id of a station by the rule for ids: made from type, 街镇, field and committee. */
export const idOf = (
  type: StationType,
  town: Seat['town'],
  field: Seat['field'] = null,
  committee: Seat['committee'] = null,
) => usualStationId({ type, townCode: town.code, field: field?.slug ?? null, committeeCode: committee?.code ?? null });

/** Makes a seat; its id follows from the other values. */
export const seat = (
  type: StationType,
  town: Seat['town'],
  field: Seat['field'] = null,
  committee: Seat['committee'] = null,
) => ({
  id: idOf(type, town, field, committee),
  type,
  town,
  field,
  committee,
});

/** All stations of the sample, 街镇 by 街镇 in order of code: its 综合 station, its 专项 ones, its 居村 ones. */
export function seats({ towns: units, committees, fields }: SampleSource): Seat[] {
  const towns = inOrder(units.filter(({ kind }) => kind !== '其他'));
  const gaps = new Set(draw(towns, GAPS, 'gap', ({ code }) => code));
  const named = fields.filter(({ namedIn }) => namedIn === '通知');
  const special = new Map(
    fields.map((field) => {
      const share = NAMED_SHARES[named.indexOf(field)] ?? OTHER_SHARES[field.namedIn];
      return [field, new Set(draw(towns, towns.length * share, field.slug, ({ code }) => code))];
    }),
  );
  const exploring = new Set(draw(towns, towns.length * LOCAL_SHARE, 'local', ({ code }) => code));
  const committeesOf = Map.groupBy(committees, ({ townCode }) => townCode);
  return towns.flatMap((town): Seat[] => {
    const own = committeesOf.get(town.code) ?? [];
    const few = exploring.has(town) ? seededRandom(SEED, `few/${town.code}`).whole(2, 6) : 0;
    return [
      ...(gaps.has(town) ? [] : [seat('综合', town)]),
      ...fields.filter((field) => special.get(field)?.has(town)).map((field) => seat('专项', town, field)),
      ...inOrder(draw(own, few, 'committee', ({ code }) => code)).map((committee) =>
        seat('居村', town, null, committee),
      ),
    ];
  });
}
