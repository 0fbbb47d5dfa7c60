import type { Extent } from '../../place/extent.ts';
import { type DoorUnit, endsFault, type Parity } from '../../place/place.ts';
import type { ExtentRemarkKind } from './remarks.ts';
import type { Run } from './runs.ts';
import { HAMLET_END, isDeeper, ROAD_END } from './words.ts';

/** Tells that a stretch of the clean text came to no row. */
export type Tell = (kind: ExtentRemarkKind, from: number, to: number) => void;

interface Counted extends Run {
  /** Which run this is: a range whose ends have two units is two rows of one run. */
  readonly id: number;
  readonly unit: DoorUnit;
  readonly aliases: string[];
  /** Estates that a bracket behind it names, and that stand or fall with it. */
  readonly estates: Extent[];
}

/** A name and all that is said of it, until the next name: its runs, its other names, what puts it in doubt. */
export class Group {
  readonly name: string;
  readonly isRoad: boolean;
  readonly from: number;
  to: number;
  /** Said of the whole: 全部, 整条. */
  whole = false;
  /** Why nothing of it is kept; null where nothing puts it in doubt. */
  dropped: ExtentRemarkKind | null = null;
  readonly aliases: string[] = [];
  /** Whether an estate that is told by its address has no row of its own, because the address is a part of it. */
  byAddress = false;
  readonly #tell: Tell;
  readonly #isHamlet: boolean;
  #runs: Counted[] = [];
  #waiting: Run[] = [];
  #ids = 0;
  #inside = '';
  #insideUnit: DoorUnit | null = null;
  #ended = false;
  /** Whether numbers were said of it at all, read or not: then the whole is not meant. */
  #numbered = false;
  /** Whether the last numbers could not be read: what lies inside them then lies nowhere. */
  #spoilt = false;
  /** 单号： before the numbers that it is said of. */
  #head: { readonly parity: Parity; used: boolean; readonly from: number; readonly to: number } | null = null;

  constructor(name: string, from: number, to: number, tell: Tell, hamlet = false) {
    this.name = name;
    this.from = from;
    this.to = to;
    this.#tell = tell;
    this.isRoad = ROAD_END.test(name);
    this.#isHamlet = hamlet || HAMLET_END.test(name);
  }

  get hasRuns(): boolean {
    return this.#runs.length > 0 || this.#waiting.length > 0;
  }

  /** Takes a word like 单号 that stands before numbers. */
  head(parity: Parity, from: number, to: number): void {
    this.#closeHead();
    this.#head = { parity, used: false, from, to };
  }

  /** 单号 with no numbers behind it: all of them, where no numbers were written; otherwise nobody knows. */
  #closeHead(): void {
    const head = this.#head;
    if (head === null || head.used) return;
    if (!this.#numbered) {
      const run = { inside: '', insideUnit: null, from: null, to: null, start: head.from, end: head.to };
      if (head.parity === '全') this.whole = true;
      else this.#keep({ ...run, units: ['号'], parity: head.parity }, '号');
      this.whole &&= head.parity === '全';
    } else {
      // It may be said of numbers before it that say nothing of their own.
      const mute = ({ parity, from, to }: Run) => parity === null && from !== to;
      this.#tell('读不懂', this.#runs.find(mute)?.start ?? head.from, head.to);
      this.#runs = this.#runs.filter((run) => !mute(run));
    }
    head.used = true;
  }

  /** A full stop, a semicolon, a new line: what lies inside something ends there. */
  end(): void {
    this.settle();
    this.#ended = this.#inside !== '';
  }

  /** Adds a run. One without unit waits for that of the next. */
  add(run: Run): void {
    this.to = run.end;
    this.#numbered = true;
    this.#spoilt = false;
    if (this.dropped !== null) return this.#tell(this.dropped, run.start, run.end);
    const [unit] = run.units;
    let { inside, insideUnit } = run;
    if (this.#head !== null) this.#head.used = true;
    const parity = run.parity ?? this.#head?.parity ?? null;
    if (inside === '' && this.#inside !== '' && this.#insideUnit !== null) {
      const within = unit === undefined || isDeeper(unit, this.#insideUnit);
      if (within && this.#ended) return this.#tell('哪里', run.start, run.end);
      if (within) [inside, insideUnit] = [this.#inside, this.#insideUnit];
    }
    if (inside !== this.#inside) this.#ended = false;
    [this.#inside, this.#insideUnit] = [inside, insideUnit];
    const full = { ...run, inside, insideUnit, parity };
    if (unit === undefined) {
      this.#waiting.push(full);
      return;
    }
    this.settle(full);
    this.#ids += 1;
    for (const each of run.units) this.#keep(full, each);
  }

  /** Takes note of numbers that could not be read. `unit` is the last of them: what lies inside it lies nowhere. */
  spoil(end: number, unit: DoorUnit | null): void {
    this.end();
    this.to = end;
    this.#numbered = true;
    this.#spoilt = true;
    if (unit !== null) this.#lose(String(end), unit);
  }

  /**
   * What lies inside this belongs to nothing, until something else is numbered. Where it could not be read, `inside` is
   * anything that isn't empty.
   */
  #lose(inside: string, unit: DoorUnit): void {
    [this.#inside, this.#insideUnit, this.#ended] = [inside, unit, true];
  }

  /** Whether the numbers right before could not be read. */
  get isSpoilt(): boolean {
    return this.#spoilt;
  }

  #keep(run: Run, unit: DoorUnit): void {
    const fault = endsFault({ ...run, parity: run.parity ?? '全' });
    if (fault === null) this.#runs.push({ ...run, unit, id: this.#ids, aliases: [], estates: [] });
    else this.#tell(fault.kind, run.start, run.end);
  }

  /** Gives the runs that wait for a unit that of the next run; without one, 号 where single or double is said. */
  settle(next?: Run): void {
    for (const run of this.#waiting) {
      const same = next?.inside === run.inside && next.units.length === 1 ? next : undefined;
      const unit = same?.units[0] ?? (next === undefined && run.parity !== null ? '号' : undefined);
      const fitsInside = unit !== undefined && (run.insideUnit === null || isDeeper(unit, run.insideUnit));
      this.#ids += 1;
      if (!fitsInside) this.#tell('没有单位', run.start, run.end);
      else this.#keep({ ...run, parity: run.parity ?? (run.from === run.to ? null : (same?.parity ?? null)) }, unit);
    }
    this.#waiting = [];
  }

  /** Takes back the last run: something right behind it puts it in doubt. Gives the place where it begins. */
  dropLast(): number | null {
    const last = this.lastOne;
    if (last !== null) this.#lose(last.inside, last.unit);
    const waiting = this.#waiting.pop();
    if (waiting !== undefined) return waiting.start;
    const start = this.#runs.find(({ id }) => id === this.#ids)?.start ?? null;
    this.#runs = this.#runs.filter(({ id }) => id !== this.#ids);
    return start;
  }

  /** The last run, where it is one numbered thing that others can lie in. */
  get lastOne(): { readonly inside: string; readonly unit: DoorUnit } | null {
    const last = this.#waiting.length > 0 || this.#spoilt ? undefined : this.#runs.at(-1);
    return last?.id === this.#ids && last.from !== null && last.from === last.to
      ? { inside: `${last.inside}${last.from}${last.unit}`, unit: last.unit }
      : null;
  }

  /** What follows lies inside the last run, which is not meant as a whole: 555弄：1-7号. */
  enter(): boolean {
    const last = this.lastOne;
    if (last === null) return false;
    this.dropLast();
    [this.#inside, this.#insideUnit, this.#ended] = [last.inside, last.unit, false];
    return true;
  }

  /** Another name of the last run: 甲路555弄（己花园）; `estate` is the place of that name, where it is all of the run. */
  nameLast(alias: string, estate: Extent | null = null): void {
    const last = this.#runs.at(-1);
    last?.aliases.push(alias);
    if (estate !== null) last?.estates.push(estate);
  }

  /** What the group comes to. */
  extents(): Extent[] {
    if (this.dropped !== null) return [];
    this.settle();
    this.#closeHead();
    if (this.byAddress) return [];
    const rowKind = (inside: string, unit: DoorUnit | null): Extent['kind'] => {
      if (this.isRoad) return '路段';
      const group = unit === '组' || unit === '队' || /\d[组队]/u.test(inside);
      return group || this.#isHamlet ? '村组' : '小区';
    };
    if (this.#runs.length > 0)
      return this.#runs.flatMap(({ unit, from, to, parity, inside, aliases, estates }) => [
        ...estates,
        {
          kind: rowKind(inside, unit),
          name: this.name,
          unit,
          from,
          to,
          parity: from !== null && from === to ? '全' : (parity ?? '全'),
          inside,
          aliases: [...this.aliases, ...aliases],
        },
      ]);
    if (this.#numbered) return [];
    if (this.isRoad && !this.whole) {
      this.#tell('整条', this.from, this.to);
      return [];
    }
    const whole = { unit: null, from: null, to: null, parity: '全', inside: '' } as const;
    return [{ kind: rowKind('', null), name: this.name, ...whole, aliases: this.aliases }];
  }
}
