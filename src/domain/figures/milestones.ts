import { formatDate, type IsoDate } from '../time/dates.ts';
import { runningOn, wasRunning } from '../station/operation.ts';
import type { Target } from '../policy/target.ts';
import { isStreetOrTown, type Town } from '../place/region.ts';
import type { Station } from '../station/station.ts';

/** The state of a target: met by its day, missed, unknown because data without dates can't tell, or not yet due. */
export type Verdict = '到期达到' | '到期未达到' | '无数据' | '未到期限';

/** A target with what the dated data say about it; the verdict is null where the target has no day. */
export interface JudgedTarget {
  readonly target: Target;
  readonly verdict: Verdict | null;
  readonly words: string;
}

interface Evidence {
  readonly stations: readonly Station[];
  readonly towns: readonly Town[];
  readonly asAt: IsoDate;
}

/**
 * A count at the end of a day: `known` is certain, up to `unknown` more are possible, and `needed` meets the target.
 */
interface Count {
  readonly known: number;
  readonly unknown: number;
  readonly needed: number;
}

type Measure = (evidence: Evidence, target: Target, on: IsoDate) => Count;

/**
 * The number of 街镇 that had a 综合 station on a day. A 街镇 is unknown where only stations without dates could make it one.
 */
function coveredOn({ stations, towns }: Evidence, on: IsoDate): Count {
  const general = Map.groupBy(
    stations.filter(({ type }) => type === '综合'),
    ({ townCode }) => townCode,
  );
  const answers = towns.filter(isStreetOrTown).map(({ code }) => {
    const own = (general.get(code) ?? []).map((station) => wasRunning(station, on));
    return own.includes(true) ? true : own.includes(null) ? null : false;
  });
  return {
    known: answers.filter((answer) => answer === true).length,
    unknown: answers.filter((answer) => answer === null).length,
    needed: answers.length,
  };
}

interface Metric {
  readonly measure: Measure | null;
  /** The words for a count; `silence` says why there is none, where the metric has no dated data. */
  readonly words: (count: number) => string;
  readonly silence: string;
}

/** How each metric is counted on a past day, or why it cannot be. */
const METRICS: Readonly<Record<string, Metric>> = {
  'station-count': {
    measure: ({ stations }, { goal }, on) => ({ ...runningOn(stations, on), needed: goal ?? Infinity }),
    words: (count) => `${count}家社工站在运行`,
    silence: '政策没有写多少家',
  },
  'town-coverage': {
    measure: (evidence, _target, on) => coveredOn(evidence, on),
    words: (count) => `${count}个街镇有综合社工站`,
    silence: '',
  },
  signed: { measure: null, words: String, silence: '数据里没有挂牌的日期' },
  special: { measure: null, words: String, silence: '政策没有写应当建多少，没有分母' },
};

/** The first day after its own, up to the as-at date, on which a target was certainly met; null where there is none. */
function metLater(evidence: Evidence, target: Target, measure: Measure, due: IsoDate): IsoDate | null {
  const days = new Set(evidence.stations.flatMap(({ openedOn }) => openedOn ?? []));
  const later = [...days].filter((day) => day > due && day <= evidence.asAt).sort();
  return (
    later.find((day) => {
      const { known, needed } = measure(evidence, target, day);
      return known >= needed;
    }) ?? null
  );
}

/** Judges a target on its own day by the dates of the stations, never by the present state (notice 四). */
export function judgeTarget(target: Target, evidence: Evidence): JudgedTarget {
  const { due, metric } = target;
  if (due === null) return { target, verdict: null, words: '没有期限' };
  if (due > evidence.asAt) return { target, verdict: '未到期限', words: `期限是${formatDate(due)}` };
  const { measure, words, silence } = METRICS[metric] ?? { measure: null, words: String, silence: '没有可用的数据' };
  if (measure === null || (metric === 'station-count' && target.goal === null)) {
    return { target, verdict: '无数据', words: silence };
  }
  const { known, unknown, needed } = measure(evidence, target, due);
  const then = `到${formatDate(due)}，${words(known)}，拿 ${needed} 作比较`;
  if (known >= needed) return { target, verdict: '到期达到', words: then };
  if (known + unknown >= needed) {
    return { target, verdict: '无数据', words: `${then}；另有${unknown}处没有日期，不能判断` };
  }
  const met = metLater(evidence, target, measure, due);
  const after = met === null ? `到${formatDate(evidence.asAt)}还没有达到` : `${formatDate(met)}达到`;
  return { target, verdict: '到期未达到', words: `${then}；${after}` };
}
