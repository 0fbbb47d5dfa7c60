import { formatDate, type IsoDate } from '../time/dates.ts';
import { runningOn, wasRunning } from '../station/operation.ts';
import type { Target } from '../policy/target.ts';
import { isStreetOrTown, type Town } from '../place/region.ts';
import type { Station } from '../station/station.ts';

/** How a target with a date stands: met by its day, missed, not to be told from dated data, or not due yet. */
export type Verdict = '按期' | '逾期' | '无数据' | '未到期限';

/** A target with what the dated data say of it; the verdict is null where the target has no date. */
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

/** So many surely, and at most so many more, at the end of a day. */
interface Count {
  readonly known: number;
  readonly unknown: number;
  readonly needed: number;
}

type Measure = (evidence: Evidence, target: Target, on: IsoDate) => Count;

/** 街镇 that had a 综合 station on a day; a 街镇 is unknown where only stations without dates could make it one. */
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
  /** The words for a count; for a metric without dated data, why there are none. */
  readonly words: (count: number) => string;
  readonly silence: string;
}

/** Figures that dated data can judge, and why others can't be judged. */
const METRICS: Readonly<Record<string, Metric>> = {
  'station-count': {
    measure: ({ stations }, { goal }, on) => ({ ...runningOn(stations, on), needed: goal ?? Infinity }),
    words: (count) => `${count} 家社工站在运行`,
    silence: '政策没有写多少家',
  },
  'town-coverage': {
    measure: (evidence, _target, on) => coveredOn(evidence, on),
    words: (count) => `${count} 个街镇有综合社工站`,
    silence: '',
  },
  signed: { measure: null, words: String, silence: '数据里没有挂牌的日期' },
  special: { measure: null, words: String, silence: '政策没有写应当建多少，没有分母' },
};

/** The first day after the target's own, up to the as-at date, on which it was surely met; null where there is none. */
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

/** What dated data say of a target (notice 四): judged on its own day, by opening dates, never by what is so today. */
export function judgeTarget(target: Target, evidence: Evidence): JudgedTarget {
  const { due, metric } = target;
  if (due === null) return { target, verdict: null, words: '没有期限' };
  if (due > evidence.asAt) return { target, verdict: '未到期限', words: `期限是${formatDate(due)}` };
  const { measure, words, silence } = METRICS[metric] ?? { measure: null, words: String, silence: '没有可用的数据' };
  if (measure === null || (metric === 'station-count' && target.goal === null)) {
    return { target, verdict: '无数据', words: silence };
  }
  const { known, unknown, needed } = measure(evidence, target, due);
  const then = `到${formatDate(due)}，${words(known)}，目标是 ${needed}`;
  if (known >= needed) return { target, verdict: '按期', words: then };
  if (known + unknown >= needed) {
    return { target, verdict: '无数据', words: `${then}；另有 ${unknown} 处没有日期，不能判断` };
  }
  const met = metLater(evidence, target, measure, due);
  const after = met === null ? `到${formatDate(evidence.asAt)}还没有达到` : `${formatDate(met)}达到`;
  return { target, verdict: '逾期', words: `${then}；${after}` };
}
