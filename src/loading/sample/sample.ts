import { RUNNING, standings, dates, staff } from './standings.ts';
import { type SampleSource, type Seat, SEED, draw, seats } from './seats.ts';
import type { ColumnName } from '../../domain/dataset/columns.ts';
import type { Crs } from '../../domain/place/coordinates.ts';
import { stationName } from '../../domain/station/naming.ts';
import type { StationType } from '../../domain/station/station.ts';
import type { Service } from '../../domain/service/service.ts';
import { fromWgs84 } from '../adapters/crs.ts';
import { areaCodeOf, fictitiousNumber } from './areaCodes.ts';
import { SAMPLE_NAMES } from './placeNames.ts';
import { makePlaces } from './places.ts';
import { seededRandom, type Random } from './random.ts';
import * as words from './words.ts';

type Cells<T extends 'stations' | 'organizations' | 'places'> = Readonly<Record<ColumnName<T>, string>>;

/** The tables of a made-up city as cells: stations, the organisations that run them, and places of some 居村委. */
export interface Sample {
  readonly stations: readonly Cells<'stations'>[];
  readonly organizations: readonly Cells<'organizations'>[];
  readonly places: readonly Cells<'places'>[];
}

/** About so many rows of places are made up, for the first towns of each district. */
const PLACES = 1000;
const TOWNS_WITH_PLACES = 1;
const METRES_PER_DEGREE = 111_195;
const SCATTER_METRES = 800;

/**
 * Cells for the hours: a weekly plan, words, or both. Words go by the index in the list and draw no random value, so
 * that the later ones stay the same.
 */
function hours(type: StationType, index: number, random: Random): { hours: string; hours_note: string } {
  const plan = random.weighted(words.HOURS[type]);
  const note = plan === '' ? (index % 2 === 0 ? words.HOURS_ALONE : '') : index % 37 === 5 ? words.HOURS_BESIDE : '';
  return { hours: plan, hours_note: note };
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

/**
 * The ids of 1–7 services that fit a station: a 专项 one offers those of its field alone (notice 二（二）), the others
 * general ones. Both lists are shuffled for every station, so that the random values after them stay the same.
 */
export function services({ type, field }: Seat, all: readonly Service[], random: Random): string {
  const general = all.filter(({ basis }) => basis.clause === '2-1').map(({ id }) => id);
  const own = all.filter((service) => field !== null && service.fields.includes(field.slug)).map(({ id }) => id);
  const count = type === '综合' ? random.whole(5, 7) : type === '居村' ? random.whole(3, 4) : random.whole(3, 5);
  const [first, second] = [random.shuffled(own), random.shuffled(general)];
  const chosen = new Set((type === '专项' ? first : second).slice(0, count));
  return all
    .map(({ id }) => id)
    .filter((id) => chosen.has(id))
    .join('、');
}

/**
 * The name cells of a station: mostly the name by the notice's rule, now and then an older form, so that checks and
 * search have some to find.
 */
export function name(seat: Seat, random: Random): Pick<Cells<'stations'>, 'name' | 'former_names'> {
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

/**
 * Fictitious numbers, each given once in its area: those of stations in their order, second ones of stations, those of
 * organisations. Empty where the area code of a district is unknown.
 */
class Numbers {
  readonly #counts = new Map<string, number>();
  readonly #places: readonly number[];

  constructor(districts: readonly string[]) {
    this.#places = districts.map((code) => {
      const place = this.#count(code) + 1;
      this.#counts.set(areaCodeOf(code) ?? '', place);
      return place;
    });
  }

  #count = (district: string) => this.#counts.get(areaCodeOf(district) ?? '') ?? 0;
  #number = (district: string, index: number) => {
    const area = areaCodeOf(district);
    return area === null ? '' : fictitiousNumber(area, index);
  };
  /** After how many numbers the second ones begin, and after how many those of organisations. */
  #seconds = (district: string) => Math.max(5000, this.#count(district));
  #organizations = (district: string) => Math.max(9000, this.#seconds(district) + this.#count(district));

  /** The number of the station at this place of the list. */
  first = (index: number, district: string) => this.#number(district, this.#places[index] ?? 0);
  second = (index: number, district: string) =>
    this.#number(district, this.#seconds(district) + (this.#places[index] ?? 0));
  organization = (index: number, district: string) => this.#number(district, this.#organizations(district) + index + 1);
}

function organizations({ districts }: SampleSource, numbers: Numbers): Cells<'organizations'>[] {
  return words.OPERATORS.map(([id, short, kind, summary], index) => ({
    id: `shi-li-${id}`,
    name: kind === '行业组织' ? `示例${short}` : `示例${short}社会工作服务中心`,
    kind,
    district_code: districts[index % districts.length]?.code ?? '',
    phone: numbers.organization(index, districts[index % districts.length]?.code ?? ''),
    summary,
    source: '示例数据',
  }));
}

/**
 * Makes fictitious stations on the real register (about a thousand in Shanghai, thousands in a province), their organisations, and places of some 居村委; the same
 * source gives the same tables.
 */
export function makeSample(source: SampleSource): Sample {
  const { asAt } = source;
  const all = seats(source);
  const status = standings(all, asAt);
  const numbers = new Numbers(all.map(({ town }) => town.districtCode));
  const operators = organizations(source, numbers);
  const agencies = operators.filter(({ kind }) => kind !== '行业组织').map(({ id }) => id);
  const stations = all.map((seat, index): Cells<'stations'> => {
    const { id, type, town, field, committee } = seat;
    const random = seededRandom(SEED, id);
    const state = status.get(seat) ?? RUNNING;
    const { opened_on, verified_on } = dates(state.status, asAt, random);
    // Only three agencies work in one district, as in a real city.
    const local = draw(agencies, 3, town.districtCode, (agency) => agency);
    const number = numbers.first(index, town.districtCode);
    // Some have a second number. The index decides, so that no random value is drawn and the later ones stay the same.
    const second = index % 23 === 7 && number !== '' ? `、${numbers.second(index, town.districtCode)}` : '';
    return {
      id,
      ...name(seat, random),
      type,
      field: field?.slug ?? '',
      town_code: town.code,
      committee_code: committee?.code ?? '',
      address: random.pick(words.ROADS) + `${random.whole(1, 880)}号` + random.pick(words.FLOORS),
      ...place(seat, random),
      phone: `${random.chance(0.05) && number !== '' ? `${number}转${random.whole(801, 899)}` : number}${second}`,
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
      verified_by: verified_on === '' ? '' : random.chance(0.8) ? '示例核实单位一' : '示例核实单位二',
      source: '示例数据',
      publish_level: random.weighted(field?.sensitive === true ? words.SENSITIVE_LEVELS : words.LEVELS),
      external_id: random.chance(0.9) ? `示例-${String(index + 1).padStart(6, '0')}` : '',
      note: '',
    };
  });
  return { stations, organizations: operators, places: places(source) };
}

function places({ towns, committees, asAt }: SampleSource): readonly Cells<'places'>[] {
  const some = [...Map.groupBy(towns, ({ districtCode }) => districtCode).values()].flatMap((own) =>
    own.slice(0, TOWNS_WITH_PLACES),
  );
  const codes = new Set(some.map(({ code }) => code));
  return makePlaces({
    towns: some,
    committees: committees.filter(({ townCode }) => codes.has(townCode)),
    asAt,
    rows: PLACES,
    names: SAMPLE_NAMES,
    source: '示例数据',
  });
}
