import Papa from 'papaparse';
import { TABLES, type ColumnName } from '../../domain/dataset/columns.ts';
import type { Crs } from '../../domain/place/coordinates.ts';
import { addDays, type IsoDate } from '../../domain/time/dates.ts';
import { stationName, usualStationId } from '../../domain/station/naming.ts';
import { STATION_TYPES, type StationType, type Status } from '../../domain/station/station.ts';
import type { Committee, District, Town } from '../../domain/place/region.ts';
import type { Field, Service } from '../../domain/service/service.ts';
import { fromWgs84 } from '../adapters/crs.ts';
import { seededRandom, type Random } from './random.ts';
import * as words from './words.ts';

/** What of the register and of our own tables the sample is hung on. */
export interface SampleSource {
  readonly asAt: IsoDate;
  readonly districts: readonly District[];
  readonly towns: readonly Town[];
  readonly committees: readonly Committee[];
  readonly fields: readonly Field[];
  readonly services: readonly Service[];
}

type Cells<T extends 'stations' | 'organizations'> = Readonly<Record<ColumnName<T>, string>>;

/** A sample of stations and the organisations that run them, cell by cell. */
export interface Sample {
  readonly stations: readonly Cells<'stations'>[];
  readonly organizations: readonly Cells<'organizations'>[];
}

/** A station before anything is made up about it. */
interface Seat {
  readonly id: string;
  readonly type: StationType;
  readonly town: Town;
  readonly field: Field | null;
  readonly committee: Committee | null;
}

interface Standing {
  readonly status: Status;
  readonly status_note: string;
  readonly status_from: string;
  readonly status_until: string;
  readonly successor: string;
}

const SEED = 20211221;
/** 街镇 left without a 综合 station, so that the site has gaps to show. */
const GAPS = 3;
/** Shares of the 街镇 that have a 专项 station of a field: of each field the notice names, then by where it is named. */
const NAMED_SHARES = [0.45, 0.4, 0.25] as const;
const OTHER_SHARES = { 通知: 0.2, 抄送单位: 0.09, 推定: 0.04 } as const;
/** Share of the 街镇 that explore 居村 stations, each with 2–6 of them. */
const LOCAL_SHARE = 0.43;
const METRES_PER_DEGREE = 111_195;
const SCATTER_METRES = 800;

/** A weekly plan, words, or both; the words are told by the place in the list, so that no other chance moves. */
function hours(type: StationType, index: number, random: Random): { hours: string; hours_note: string } {
  const plan = random.weighted(words.HOURS[type]);
  const note = plan === '' ? (index % 2 === 0 ? words.HOURS_ALONE : '') : index % 37 === 5 ? words.HOURS_BESIDE : '';
  return { hours: plan, hours_note: note };
}

/** The first `count` of a list shuffled by the name of the draw: adding an entry moves no other one. */
function draw<T>(list: readonly T[], count: number, name: string, key: (entry: T) => string): T[] {
  return list
    .map((entry) => ({ entry, rank: seededRandom(SEED, `${name}/${key(entry)}`).unit() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(0, Math.round(count)))
    .map(({ entry }) => entry);
}

const inOrder = <T extends { readonly code: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.code < b.code ? -1 : 1));

const idOf = (
  type: StationType,
  town: Seat['town'],
  field: Seat['field'] = null,
  committee: Seat['committee'] = null,
) => usualStationId({ type, townCode: town.code, field: field?.slug ?? null, committeeCode: committee?.code ?? null });

const seat = (
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

function seats({ towns: units, committees, fields }: SampleSource): Seat[] {
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

/** So many stations of a type per status other than 运行. */
const STANDINGS = {
  综合: { 筹建: 2, 暂停: 2, 撤并: 0 },
  专项: { 筹建: 7, 暂停: 8, 撤并: 7 },
  居村: { 筹建: 8, 暂停: 5, 撤并: 6 },
} as const satisfies Record<StationType, Record<Exclude<Status, '运行'>, number>>;

const RUNNING: Standing = { status: '运行', status_note: '', status_from: '', status_until: '', successor: '' };

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

function standings(all: readonly Seat[], asAt: IsoDate): Map<Seat, Standing> {
  const found = new Map<Seat, Standing>(all.map((seat) => [seat, RUNNING]));
  const isRunning = (seat: Seat): boolean => found.get(seat) === RUNNING;
  for (const type of STATION_TYPES) {
    for (const [status, count] of Object.entries(STANDINGS[type]) as [Status, number][]) {
      // A merged station needs a 综合 station of its town to go on to; those got their status first.
      const goesOn = new Set(all.filter((seat) => seat.type === '综合' && isRunning(seat)).map(({ town }) => town));
      const open = all.filter((seat) => seat.type === type && isRunning(seat) && goesOn.has(seat.town));
      for (const seat of draw(open, count, `${type}${status}`, ({ id }) => id)) {
        found.set(seat, standing(status, seat, asAt, seededRandom(SEED, `${status}/${seat.id}`)));
      }
    }
  }
  return found;
}

function place({ town }: Seat, random: Random): Pick<Cells<'stations'>, 'lon' | 'lat' | 'crs' | 'precision'> {
  const precision = random.weighted({ 门牌: 55, 道路: 15, 街镇: 30 });
  if (precision === '街镇' || town.point === null) return { lon: '', lat: '', crs: '', precision: '街镇' };
  const away = Math.sqrt(random.unit()) * SCATTER_METRES;
  const angle = random.unit() * 2 * Math.PI;
  const lat = town.point.lat + (away * Math.cos(angle)) / METRES_PER_DEGREE;
  const lon =
    town.point.lon + (away * Math.sin(angle)) / METRES_PER_DEGREE / Math.cos((town.point.lat * Math.PI) / 180);
  const crs = random.weighted<Crs>({ WGS84: 45, CGCS2000: 10, GCJ02: 30, BD09: 15 });
  const point = fromWgs84({ lon, lat }, crs);
  return { lon: point.lon.toFixed(6), lat: point.lat.toFixed(6), crs, precision };
}

function dates(status: Status, asAt: IsoDate, random: Random): { opened_on: string; verified_on: string } {
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

/** 3–7 services of the kind that the station is for: its field's own first, then such as any station can do. */
function services({ type, field }: Seat, all: readonly Service[], random: Random): string {
  const general = all.filter(({ basis }) => basis.clause === '2-1').map(({ id }) => id);
  const own = all.filter((service) => field !== null && service.fields.includes(field.slug)).map(({ id }) => id);
  const count = type === '综合' ? random.whole(5, 7) : type === '居村' ? random.whole(3, 4) : random.whole(3, 5);
  const chosen = new Set([...random.shuffled(own), ...random.shuffled(general)].slice(0, count));
  return all
    .map(({ id }) => id)
    .filter((id) => chosen.has(id))
    .join('、');
}

function staff(type: StationType, random: Random): { staff_count: string; qualified_count: string } {
  if (random.chance(0.05)) return { staff_count: '', qualified_count: '' };
  const least = type === '综合' ? (random.chance(0.93) ? 3 : 2) : 1;
  const count = random.whole(least, type === '综合' ? 8 : type === '专项' ? 4 : 2);
  return { staff_count: String(count), qualified_count: String(random.whole(Math.min(count, 1), count)) };
}

function name(seat: Seat, random: Random): Pick<Cells<'stations'>, 'name' | 'former_names'> {
  const proper = stationName({
    type: seat.type,
    townName: seat.town.name,
    fieldName: seat.field?.name ?? null,
    committeeName: seat.committee?.name ?? null,
  });
  const older = random.weighted({
    [proper.replace(/社工站$/, '社会工作服务站')]: 5,
    [proper.replace(/社工站$/, '社工服务站')]: 2,
    [proper.replace(/街道(?=.)/, '')]: 2,
    [proper.replace(seat.field?.name ?? '社工站', seat.field?.fullName ?? '社会工作站')]: 2,
  });
  if (random.chance(0.025)) return { name: older, former_names: '' };
  return { name: proper, former_names: random.chance(0.03) && older !== proper ? older : '' };
}

const phone = (index: number): string => `021-0000-${String(index).padStart(4, '0')}`;

function organizations({ districts }: SampleSource): Cells<'organizations'>[] {
  return words.OPERATORS.map(([id, short, kind, summary], index) => ({
    id: `shi-li-${id}`,
    name: kind === '行业组织' ? `示例${short}` : `示例${short}社会工作服务中心`,
    kind,
    district_code: districts[index % districts.length]?.code ?? '',
    phone: phone(9001 + index),
    summary,
    source: '示例数据',
  }));
}

/** About a thousand stations on the real register, everything about them evidently made up; the same every time. */
export function makeSample(source: SampleSource): Sample {
  const { asAt } = source;
  const all = seats(source);
  const status = standings(all, asAt);
  const operators = organizations(source);
  const agencies = operators.filter(({ kind }) => kind !== '行业组织').map(({ id }) => id);
  const districtNames = new Map(source.districts.map((district) => [district.code, district.name]));
  const stations = all.map((seat, index): Cells<'stations'> => {
    const { id, type, town, field, committee } = seat;
    const random = seededRandom(SEED, id);
    const state = status.get(seat) ?? RUNNING;
    const { opened_on, verified_on } = dates(state.status, asAt, random);
    const district = districtNames.get(town.districtCode) ?? '';
    // Three agencies work in a district, so that a directory of them means something.
    const local = draw(agencies, 3, town.districtCode, (agency) => agency);
    const number = phone(index + 1);
    // Some have a second line; told by the place in the list, so that no other chance moves.
    const second = index % 23 === 7 ? `、${phone(5001 + index)}` : '';
    return {
      id,
      ...name(seat, random),
      type,
      field: field?.slug ?? '',
      town_code: town.code,
      committee_code: committee?.code ?? '',
      address: random.pick(words.ROADS) + `${random.whole(1, 880)}号` + random.pick(words.FLOORS),
      ...place(seat, random),
      phone: `${random.chance(0.05) ? `${number}转${random.whole(801, 899)}` : number}${second}`,
      ...hours(type, index, random),
      host: words.hostOf(town.name, field?.name ?? null, committee?.name ?? null),
      operator: random.chance({ 综合: 0.75, 专项: 0.65, 居村: 0.3 }[type]) ? random.pick(local) : '',
      ...staff(type, random),
      services: services(seat, source.services, random),
      accessibility: random.weighted(words.ACCESS),
      directions: random.pick(words.DIRECTIONS),
      opened_on,
      ...state,
      verified_on,
      verified_by:
        verified_on === '' ? '' : random.chance(0.8) ? `${district}民政局（示例）` : `示例核实员（${district}）`,
      source: '示例数据',
      publish_level: random.weighted(field?.sensitive === true ? words.SENSITIVE_LEVELS : words.LEVELS),
      external_id: random.chance(0.9) ? `示例-${String(index + 1).padStart(6, '0')}` : '',
      note: '',
    };
  });
  return { stations, organizations: operators };
}

/** The text of one of the two tables, as the other tables are written: no byte order mark, LF. */
export function sampleCsv<T extends keyof Sample>(table: T, rows: Sample[T]): string {
  const fields = TABLES[table].map((column) => column.name as string);
  const data = rows.map((row) => fields.map((field) => (row as Record<string, string>)[field] ?? ''));
  return `${Papa.unparse({ fields, data }, { delimiter: ',', newline: '\n' })}\n`;
}
