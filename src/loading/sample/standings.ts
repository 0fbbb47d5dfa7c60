import { STATION_TYPES, type StationType, type Status } from '../../domain/station/station.ts';
import { addDays, type IsoDate } from '../../domain/time/dates.ts';
import { type Random, seededRandom } from './random.ts';
import { draw, idOf, type Seat, SEED } from './seats.ts';
import * as words from './words.ts';

interface Standing {
  readonly status: Status;
  readonly status_note: string;
  readonly status_from: string;
  readonly status_until: string;
  readonly successor: string;
}

/** How many stations of each type have a status other than 运行. */
const STANDINGS = {
  综合: { 筹建: 2, 暂停: 2, 撤并: 0 },
  专项: { 筹建: 7, 暂停: 8, 撤并: 7 },
  居村: { 筹建: 8, 暂停: 5, 撤并: 6 },
} as const satisfies Record<StationType, Record<Exclude<Status, '运行'>, number>>;

/** The status cells of a station in operation; also the base of all others. */
export const RUNNING: Standing = { status: '运行', status_note: '', status_from: '', status_until: '', successor: '' };

function standing(status: Status, seat: Seat, asAt: IsoDate, random: Random): Standing {
  if (status === '筹建') return { ...RUNNING, status, status_note: random.pick(words.SETTING_UP) };
  if (status === '暂停') {
    const from = addDays(asAt, random.whole(-40, 20));
    const until = random.chance(0.8) ? addDays(from, random.whole(45, 120)) : '';
    return { ...RUNNING, status, status_note: random.pick(words.PAUSES), status_from: from, status_until: until };
  }
  if (status === '撤并') {
    const successor = idOf('综合', seat.town);
    const from = addDays(asAt, -random.whole(30, 500));
    return { ...RUNNING, status, status_note: random.pick(words.MERGERS), status_from: from, successor };
  }
  return RUNNING;
}

/** Decides the status of every seat as at `asAt`: most are 运行, the others as many as the table above says. */
export function standings(all: readonly Seat[], asAt: IsoDate): Map<Seat, Standing> {
  const found = new Map<Seat, Standing>(all.map((seat) => [seat, RUNNING]));
  const isRunning = (seat: Seat): boolean => found.get(seat) === RUNNING;
  for (const type of STATION_TYPES) {
    for (const [status, count] of Object.entries(STANDINGS[type]) as [Status, number][]) {
      // A merged station points to a running 综合 station of its town as successor; those are decided first.
      const goesOn = new Set(all.filter((seat) => seat.type === '综合' && isRunning(seat)).map(({ town }) => town));
      const open = all.filter((seat) => seat.type === type && isRunning(seat) && goesOn.has(seat.town));
      for (const seat of draw(open, count, `${type}${status}`, ({ id }) => id)) {
        found.set(seat, standing(status, seat, asAt, seededRandom(SEED, `${status}/${seat.id}`)));
      }
    }
  }
  return found;
}

/** The opening and verification dates of a station, of all degrees of freshness; both lie before `asAt`. */
export function dates(status: Status, asAt: IsoDate, random: Random): { opened_on: string; verified_on: string } {
  const age = random.weighted({ 新: 75, 电: 12, 旧: 8, 无: 5 });
  const days = { 新: [2, 178], 电: [184, 360], 旧: [370, 800], 无: [0, 0] } as const;
  const verified = addDays(asAt, -random.whole(days[age][0], days[age][1]));
  const opened = addDays('2022-01-10', random.whole(0, 1600));
  const latest = addDays(verified, -20);
  return {
    opened_on: status === '筹建' ? '' : opened < latest ? opened : latest,
    verified_on: age === '无' ? '' : verified,
  };
}

/** The staff cells of a station: now and then empty, and a few 综合 stations below the three of the notice. */
export function staff(type: StationType, random: Random): { staff_count: string; qualified_count: string } {
  if (random.chance(0.05)) return { staff_count: '', qualified_count: '' };
  const least = type === '综合' ? (random.chance(0.93) ? 3 : 2) : 1;
  const count = random.whole(least, type === '综合' ? 8 : type === '专项' ? 4 : 2);
  return { staff_count: String(count), qualified_count: String(random.whole(Math.min(count, 1), count)) };
}
