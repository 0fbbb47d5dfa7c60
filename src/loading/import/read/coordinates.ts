import { distanceMetres } from '../../../domain/place/coordinates.ts';
import type { ImportRule } from '../../../domain/rules/importRules.ts';
import type { Point } from '../../../domain/place/region.ts';
import { toWgs84 } from '../../adapters/crs.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import { judgeCrs, type CrsSample } from './guessCrs.ts';
import type { Draft } from './draft.ts';
import type { ImportContext } from './context.ts';

/** A coordinate this far from the point of its 街镇 belongs to another place. */
const FAR = 30_000;

const REMEDY =
  '加一列“坐标系”，或导入时加 --crs GCJ02（高德、腾讯）、BD09（百度）、CGCS2000（天地图）、WGS84（手机定位）';

function sampleOf({ values, townCode }: Draft, point: Point, { known, towns }: ImportContext): CrsSample | null {
  const named = known.byName.get(values.get('name') ?? '') ?? [];
  const station =
    known.byExternalId.get(values.get('external_id') ?? '') ??
    known.byId.get(values.get('id') ?? '') ??
    named.find(({ address }) => address === values.get('address'));
  // Only a station that has stayed where it was tells something of the system.
  if (station?.precision === '门牌' && station.address === values.get('address')) {
    if (station.point !== null) return { point, near: station.point, exact: true };
  }
  const near = towns.find(({ code }) => code === townCode)?.point ?? null;
  return near === null || distanceMetres(point, near) > FAR ? null : { point, near, exact: false };
}

const text = (value: number) => String(value);

/**
 * The drafts with their coordinates, once the system of those that don't name one is told for the whole file. Where it
 * can't be told the coordinates stay out: half a kilometre puts one address in ten into the wrong district
 * (docs/norms.md §7).
 */
export function withCoordinates(
  file: string,
  drafts: readonly Draft[],
  context: ImportContext,
): { readonly drafts: readonly Draft[]; readonly faults: readonly Fault[] } {
  const placed = drafts.flatMap((draft) => (draft.point === null ? [] : [{ draft, point: draft.point }]));
  const about = (code: ImportRule, message: string, remedy: string) => importFault(code, file, '', message, remedy);
  const faults: Fault[] = [];
  const samples = (own: typeof placed) => own.flatMap(({ draft, point }) => sampleOf(draft, point, context) ?? []);
  const unnamed = placed.filter(({ draft }) => draft.crs === null);
  let assumed = context.crs;
  if (unnamed.length > 0 && assumed === null) {
    const { crs, explanation } = judgeCrs(samples(unnamed));
    assumed = crs;
    faults.push(
      crs === null
        ? about(
            'crs.untold',
            `${unnamed.length} 个坐标没有写坐标系：${explanation}。坐标没有导入，原文放进了内部备注`,
            REMEDY,
          )
        : about(
            'crs.guessed',
            `${unnamed.length} 个坐标没有写坐标系，当作 ${crs}：${explanation}`,
            `不对的话，${REMEDY}`,
          ),
    );
  }
  for (const [crs, own] of Map.groupBy(placed, ({ draft }) => draft.crs ?? context.crs)) {
    if (crs === null) continue;
    const verdict = judgeCrs(samples(own));
    const same = crs === 'CGCS2000' ? 'WGS84' : crs;
    if (verdict.crs !== null && verdict.crs !== same) {
      faults.push(
        about(
          'crs.contradicts',
          `${own.length} 个坐标写的是 ${crs}，看偏移更像 ${verdict.crs}：${verdict.explanation}`,
          '问一下坐标是从哪种地图上取的，写错了就改',
        ),
      );
    }
  }
  let far = 0;
  const done = drafts.map((draft): Draft => {
    if (draft.point === null) return draft;
    const { lon, lat } = draft.point;
    const crs = draft.crs ?? assumed;
    if (crs === null) return { ...draft, leftover: [...draft.leftover, `坐标原文：${lon}，${lat}（坐标系不明）`] };
    const near = context.towns.find(({ code }) => code === draft.townCode)?.point ?? null;
    const at = toWgs84(draft.point, crs);
    if (near !== null && distanceMetres(at, near) > FAR) {
      far += 1;
      faults.push({
        ...about(
          'point.far',
          `离街镇代表点 ${Math.round(distanceMetres(at, near) / 1000)} 公里，没有导入，原文放进了内部备注`,
          '检查坐标和街镇，改正后再导入',
        ),
        ...draft.place,
        column: '经度',
        value: `${lon}，${lat}`,
      });
      return { ...draft, leftover: [...draft.leftover, `坐标原文：${lon}，${lat}`] };
    }
    const values = new Map(draft.values).set('lon', text(lon)).set('lat', text(lat)).set('crs', crs);
    return { ...draft, values };
  });
  if (far > 0 && far === placed.length)
    faults.push(about('point.all-far', '全部坐标都离街镇很远', '检查坐标是不是这个城市的，坐标系对不对'));
  return { drafts: done, faults };
}
