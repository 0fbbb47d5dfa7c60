import { formatTime, hoursText } from '../../station/hours/format.ts';
import type { Hours } from '../../station/hours/week.ts';
import type { HsdsSource } from './source.ts';
import { type HsdsTable, table } from './table.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A time as HSDS writes it: two digits for the hour, and the offset from UTC. */
const clock = (minutes: number) => `${formatTime(minutes).padStart(5, '0')}+08:00`;

/** The schedule of a station whose hours are only described in words. */
const UNPLANNED = { days: '', from: '', to: '', booked: false } as const;

/**
 * The weekly plan as rows: days with the same plan together, one row for each span. A day by appointment may have no
 * times.
 */
function schedules({ week }: Hours): { days: string; from: string; to: string; booked: boolean }[] {
  const groups = Map.groupBy(
    week.map((plan, day) => ({ plan, day })).filter(({ plan }) => plan.mode !== '歇'),
    ({ plan }) => JSON.stringify(plan),
  );
  return [...groups.values()].flatMap((group) => {
    const days = group.map(({ day }) => DAYS[day]).join();
    const plan = group[0]?.plan;
    const booked = plan?.mode === '预约';
    const spans = (plan?.spans ?? []).map(({ from, to }) => ({ days, from: clock(from), to: clock(to), booked }));
    return spans.length > 0 ? spans : [{ days, from: '', to: '', booked }];
  });
}

/** The table of schedules: one row for each span of days with the same plan, or one row with a description. */
export function scheduleTable({ stations, identify }: HsdsSource): HsdsTable {
  return table(
    'schedule',
    'schedules.csv',
    'id location_id timezone freq byday description opens_at closes_at notes',
    'id location_id',
    { location_id: 'location' },
    stations.flatMap((station) => {
      const description = hoursText(station);
      if (description === '') return [];
      const rows = station.hours === null ? [UNPLANNED] : schedules(station.hours);
      return rows.map(({ days, from, to, booked }, index) => ({
        id: identify('schedule', `${station.id}/${index}`),
        location_id: identify('location', station.id),
        timezone: 8,
        freq: days === '' ? '' : 'WEEKLY',
        byday: days,
        description,
        opens_at: from,
        closes_at: to,
        notes: booked ? '先打电话约' : '',
      }));
    }),
    ['timezone'],
  );
}
