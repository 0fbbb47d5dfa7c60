import type { Committee, District, Town } from '../../domain/place/region.ts';
import type { Field, Service } from '../../domain/service/service.ts';
import { usualStationId } from '../../domain/station/naming.ts';
import type { StationType } from '../../domain/station/station.ts';
import type { IsoDate } from '../../domain/time/dates.ts';
import { seededRandom } from './random.ts';

/** What of the register and of our own tables the sample is hung on. */
export interface SampleSource {
  readonly asAt: IsoDate;
  readonly districts: readonly District[];
  readonly towns: readonly Town[];
  readonly committees: readonly Committee[];
  readonly fields: readonly Field[];
  readonly services: readonly Service[];
}

/** A station before anything is made up about it. */
export interface Seat {
  readonly id: string;
  readonly type: StationType;
  readonly town: Town;
  readonly field: Field | null;
  readonly committee: Committee | null;
}

export const SEED = 20211221;

/** 街镇 left without a 综合 station, so that the site has gaps to show. */
const GAPS = 3;

/** Shares of the 街镇 that have a 专项 station of a field: of each field the notice names, then by where it is named. */
const NAMED_SHARES = [0.45, 0.4, 0.25] as const;

const OTHER_SHARES = { 通知: 0.2, 抄送单位: 0.09, 推定: 0.04 } as const;

/** Share of the 街镇 that explore 居村 stations, each with 2–6 of them. */
const LOCAL_SHARE = 0.43;

/** The first `count` of a list shuffled by the name of the draw: adding an entry moves no other one. */
export function draw<T>(list: readonly T[], count: number, name: string, key: (entry: T) => string): T[] {
  return list
    .map((entry) => ({ entry, rank: seededRandom(SEED, `${name}/${key(entry)}`).unit() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(0, Math.round(count)))
    .map(({ entry }) => entry);
}

const inOrder = <T extends { readonly code: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.code < b.code ? -1 : 1));

export const idOf = (
  type: StationType,
  town: Seat['town'],
  field: Seat['field'] = null,
  committee: Seat['committee'] = null,
) => usualStationId({ type, townCode: town.code, field: field?.slug ?? null, committeeCode: committee?.code ?? null });

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
  return towns.flatMap((town): Seat[] => {
    const own = committees.filter(({ townCode }) => townCode === town.code);
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
