import type { ColumnName } from '../../domain/dataset/columns.ts';
import { type DoorUnit, type Parity, type PlaceKind, SHARED } from '../../domain/place/place.ts';
import type { Committee, Town } from '../../domain/place/region.ts';
import { type Random, seededRandom } from './random.ts';
import { SEED } from './seats.ts';

type Cells = Readonly<Record<ColumnName<'places'>, string>>;

/** The names that places are given, each list in an order that the generator goes through once. */
export interface PlaceNames {
  readonly roads: readonly string[];
  readonly estates: readonly string[];
  readonly hamlets: readonly string[];
  /** The names of a road and of an estate that two districts have. */
  readonly shared: { readonly road: string; readonly estate: string };
}

/** What places are made up for: the 居村委, the day of which they are said to be true, and about how many rows. */
export interface PlacesSource {
  readonly towns: readonly Town[];
  readonly committees: readonly Committee[];
  readonly asAt: string;
  readonly rows: number;
  readonly names: PlaceNames;
  /** Cells of the column `source`. */
  readonly source: string;
}

/** So many districts have the shared names. */
const SHARING = 2;

/** Takes the names of a list in turn; from the second round on with 二, 三 … before the word for their kind. */
function inTurn(names: readonly string[]): () => string {
  let count = 0;
  const rounds = ['', '二', '三', '四', '五', '六', '七', '八', '九'];
  return () => {
    const round = rounds[Math.floor(count / names.length)] ?? String(count);
    const name = names[count++ % names.length] ?? '';
    return round === '' ? name : name.replace(/(?=(?:支?路|街|大道|新村|花园|苑|公寓|里|坊|宅)$)/u, round);
  };
}

interface Next {
  readonly road: () => string;
  readonly estate: () => string;
  readonly hamlet: () => string;
}

/** The rows of one town: its 居村委 lie in a row, and roads run through some of them. */
class TownPlaces {
  readonly rows: Cells[] = [];
  readonly #committees: readonly Committee[];
  readonly #source: PlacesSource;
  readonly #random: Random;
  readonly #next: Next;

  constructor(committees: readonly Committee[], source: PlacesSource, random: Random, next: Next) {
    this.#committees = committees;
    this.#source = source;
    this.#random = random;
    this.#next = next;
  }

  #add(of: Committee, kind: PlaceKind, name: string, run: Partial<Record<'from' | 'to', number>>, more: object = {}) {
    this.rows.push({
      committee_code: of.code,
      kind,
      name,
      unit: '',
      from: String(run.from ?? ''),
      to: String(run.to ?? ''),
      parity: '全' satisfies Parity,
      inside: '',
      aliases: '',
      note: '',
      source: this.#source.source,
      as_at: this.#source.asAt,
      ...more,
    });
  }

  /** A road through neighbouring 居村委: each has a stretch of it, or one of its sides, and lanes. */
  road(name = this.#next.road()): void {
    const random = this.#random;
    const first = random.whole(0, this.#committees.length - 1);
    const along = this.#committees.slice(first, first + random.whole(2, 5));
    let from = random.pick([1, 1, 2, 11, 51]);
    for (const [at, of] of along.entries()) {
      const to = from + random.whole(8, 90) * 2;
      let end = to;
      const opposite = along[at + 1] ?? along[at - 1];
      if (opposite !== undefined && random.chance(0.35)) {
        const odd = from % 2 === 1 ? from : from + 1;
        const even = from % 2 === 0 ? from : from + 1;
        this.#add(of, '路段', name, { from: odd, to: odd + to - from }, { unit: '号', parity: '单' });
        this.#add(opposite, '路段', name, { from: even, to: even + to - from }, { unit: '号', parity: '双' });
        end = Math.max(odd, even) + to - from;
      } else {
        const ends = at === along.length - 1 && random.chance(0.1) ? { from } : { from, to };
        this.#add(of, '路段', name, ends, { unit: '号' });
      }
      for (let lane = from + random.whole(3, 30); lane < to; lane += random.whole(20, 70))
        this.#lane(name, of, lane, to);
      from = end + random.pick([1, 1, 2, 12, 30, 41]);
    }
  }

  /** A lane of a road: one number, a run of them, or one whose houses belong to two 居村委. */
  #lane(road: string, of: Committee, number: number, end: number): void {
    const random = this.#random;
    const other = random.pick(this.#committees);
    if (random.chance(0.08) && other !== of) {
      const middle = random.whole(10, 40);
      const unit = { unit: '号' satisfies DoorUnit, inside: `${number}弄` };
      this.#add(of, '路段', road, { from: 1, to: middle }, unit);
      this.#add(other, '路段', road, { from: middle + 1, to: middle + random.whole(8, 60) }, unit);
      return;
    }
    const shared = random.chance(0.015) && other !== of ? { note: SHARED } : {};
    const run = random.chance(0.1) ? random.whole(2, 8) * 2 : 0;
    const last = number + run <= end ? number + run : number;
    const parity = last > number ? (number % 2 === 1 ? '单' : '双') : '全';
    const lane = { unit: '弄' satisfies DoorUnit, parity, ...shared };
    this.#add(of, '路段', road, { from: number, to: last }, lane);
    if ('note' in shared) this.#add(other, '路段', road, { from: number, to: last }, lane);
    else if (random.chance(0.4)) this.#add(of, '小区', this.#next.estate(), {}, { aliases: `${road}${number}弄` });
  }

  /** An estate: one 居村委 has it all, or two share it by the numbers of the houses. */
  estate(given?: string): void {
    const random = this.#random;
    const at = random.whole(0, this.#committees.length - 1);
    const of = this.#committees[at];
    const beside = this.#committees[at + 1];
    if (of === undefined) return;
    if (of.kind === '村委会' && given === undefined) {
      this.#hamlet(of);
      return;
    }
    const name = given ?? this.#next.estate();
    if (beside === undefined || random.chance(0.7)) {
      this.#add(of, '小区', name, {});
      return;
    }
    const unit: DoorUnit = random.weighted({ 号: 7, 幢: 3 });
    const middle = random.whole(12, 80);
    this.#add(of, '小区', name, { from: 1, to: middle }, { unit });
    this.#add(beside, '小区', name, { from: middle + 1, to: middle + random.whole(10, 60) }, { unit });
  }

  #hamlet(of: Committee): void {
    const name = this.#next.hamlet();
    if (this.#random.chance(0.5)) {
      this.#add(of, '村组', name, {});
      return;
    }
    for (let group = 1; group <= this.#random.whole(2, 4); group += 1)
      this.#add(of, '村组', name, { from: 1, to: this.#random.whole(18, 70) }, { unit: '号', inside: `${group}组` });
  }
}

/**
 * Makes up places for 居村委: roads that run through several of them, by stretches and by sides, lanes, estates, hamlets.
 * The same source gives the same rows; names come from the source, so that it decides whether they look made up.
 */
export function makePlaces(source: PlacesSource): readonly Cells[] {
  const { towns, committees, rows, names } = source;
  const of = Map.groupBy(committees, ({ townCode }) => townCode);
  const next = { road: inTurn(names.roads), estate: inTurn(names.estates), hamlet: inTurn(names.hamlets) };
  const begun = new Set<string>();
  return towns.flatMap((town) => {
    const own = of.get(town.code) ?? [];
    if (own.length === 0) return [];
    const random = seededRandom(SEED, `places ${town.code}`);
    const places = new TownPlaces(own, source, random, next);
    const wanted = Math.round((rows * own.length) / committees.length);
    if (own.length > 1 && begun.size < SHARING && !begun.has(town.districtCode)) {
      begun.add(town.districtCode);
      places.road(names.shared.road);
      places.estate(names.shared.estate);
    }
    while (places.rows.length < wanted) {
      if (own.length > 1 && random.chance(0.6)) places.road();
      else places.estate();
    }
    return places.rows;
  });
}
