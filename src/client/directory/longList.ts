import { decodeHours } from '../../domain/station/hours/code.ts';
import { kindWords, type ListFile, type ListRow } from '../../domain/station/listing.ts';
import { openState, type OpenInput } from '../../domain/station/openState.ts';
import type { Freshness } from '../../domain/station/freshness.ts';
import { isStatus, STATION_TYPES, type StationType } from '../../domain/station/station.ts';
import { calendar, freshness, now } from '../browser/clock.ts';
import { comparable } from './filterForm.ts';
import { isMeant, type Meant } from './otherWritings.ts';

/** One station of a long list, with what its row shows. */
export interface LongRow {
  readonly id: string;
  readonly name: string;
  readonly type: StationType;
  readonly mark: string;
  readonly exact: boolean;
  readonly town: string;
  readonly districtName: string;
  readonly kind: string;
  readonly phone: string;
  readonly tel: string;
  readonly place: string;
  readonly hours: string | undefined;
  readonly plain: string;
  readonly verified: string | undefined;
  readonly status: string;
  readonly from: string;
  readonly until: string;
}

/** What the rows of a long list are filtered by; null and empty mean anything. */
export interface Wish {
  /** As `comparable` makes it. */
  readonly text: string;
  /** What the search of the site takes the text to mean. */
  readonly meant: Meant | null;
  readonly types: readonly string[];
  readonly field: string | null;
  readonly district: string | null;
  readonly open: boolean;
  readonly verified: boolean;
}

/** A town as the rows of a list refer to it, with the words of it that a text is looked for in. */
interface TownOfList {
  readonly code: string;
  readonly district: string;
  readonly districtName: string;
  readonly text: string;
}

/** What filters compare of a row. */
interface Compared {
  /** Everything that words are looked for in. */
  readonly text: string;
  readonly fresh: Freshness;
  /** The place, among `#states`, of the facts that tell whether it is open. */
  readonly state: number;
}

const NOWHERE: TownOfList = { code: '', district: '', districtName: '', text: '' };

/** How long the work of preparing may go on before others have a turn, in milliseconds. */
const TURN = 8;

/**
 * The stations of a list file, by their places in it. Rows stay as they came; what is compared is worked out once for
 * all rows that share it, so that a filter over ten thousand rows answers at once on a slow phone.
 */
export class LongList {
  readonly #file: ListFile;
  readonly #towns: readonly TownOfList[];
  readonly #kinds = new Map<string, string>();
  readonly #days = new Map<string, Freshness>();
  /** The facts that decide when stations are open, once for all that share them, and their places by a key. */
  readonly #states: OpenInput[] = [];
  readonly #stateKeys = new Map<string, number>();
  /** What is compared, of the rows for which it has been worked out. */
  readonly #compared: Compared[] = [];

  constructor(file: ListFile) {
    this.#file = file;
    const districtNames = new Map(file.districts);
    this.#towns = file.towns.map(([code, name]) => {
      const district = code.slice(0, 6);
      const districtName = districtNames.get(district) ?? '';
      return { code, district, districtName, text: comparable(districtName + name) };
    });
  }

  /** Works out beforehand what is compared, some rows at a time; `pause` lets others have a turn. */
  async prepare(pause: () => Promise<void>): Promise<void> {
    let began = performance.now();
    for (const [at, row] of this.#file.rows.entries()) {
      this.#comparedOf(row, at);
      if (at % 64 > 0 || performance.now() - began < TURN) continue;
      await pause();
      began = performance.now();
    }
  }

  /** The places of the rows that fit, in their order. */
  fitting({ text, meant, types, field, district, open, verified }: Wish): number[] {
    const isOpen = open ? this.#openNow() : () => true;
    const fits = (row: ListRow, at: number): boolean => {
      const [id, , type, , , townAt, ownField] = row;
      const town = this.#towns[townAt] ?? NOWHERE;
      if (types.length > 0 && !types.includes(STATION_TYPES[type] ?? '')) return false;
      if (field !== null && this.#file.fields[ownField]?.[0] !== field) return false;
      if (district !== null && town.district !== district) return false;
      if (!verified && !open && text === '') return true;
      const own = this.#comparedOf(row, at);
      return (
        (!verified || own.fresh === '新') &&
        isOpen(own) &&
        (own.text.includes(text) || (meant !== null && isMeant(meant, id, town.code, town.district)))
      );
    };
    const places: number[] = [];
    this.#file.rows.forEach((row, at) => fits(row, at) && places.push(at));
    return places;
  }

  /** The id of the station at a place. */
  id(at: number): string {
    return this.#file.rows[at]?.[0] ?? '';
  }

  /** The row at a place. */
  row(at: number): LongRow {
    const row = this.#file.rows[at];
    if (row === undefined) throw new RangeError(`the list has no row ${at}`);
    const [id, name, type, mark, exact, townAt, field, phone, tel, place, hoursAt, verified, status, from, until] = row;
    const { code: town, districtName } = this.#towns[townAt] ?? NOWHERE;
    const [hours, plain = '去之前先打电话'] = this.#file.hours[hoursAt] ?? [];
    return {
      id,
      name,
      type: STATION_TYPES[type] ?? '综合',
      mark,
      exact: exact === 1,
      town,
      districtName,
      kind: this.#kind(type, field),
      phone,
      tel,
      place,
      hours,
      plain,
      verified: verified === '' ? undefined : verified,
      status,
      from,
      until,
    };
  }

  #kind(type: number, field: number): string {
    return kindWords(STATION_TYPES[type] ?? '综合', this.#file.fields[field]?.[1]);
  }

  #comparedOf(row: ListRow, at: number): Compared {
    const known = this.#compared[at];
    if (known !== undefined) return known;
    const [id, name, type, , , town, field, phone, , place, hours, verified, status, from, until] = row;
    const kindKey = `${type} ${field}`;
    const kind = this.#kinds.get(kindKey) ?? comparable(this.#kind(type, field));
    this.#kinds.set(kindKey, kind);
    const fresh = this.#days.get(verified) ?? freshness(verified === '' ? undefined : verified);
    this.#days.set(verified, fresh);
    const stateKey = [hours, fresh, status, from, until].join();
    const state = this.#stateKeys.get(stateKey) ?? this.#states.push(this.#factsOf(row, fresh)) - 1;
    this.#stateKeys.set(stateKey, state);
    const text = `${this.#towns[town]?.text ?? ''}${comparable(name + phone)}${kind}${comparable(place + id)}`;
    return (this.#compared[at] = { text, fresh, state });
  }

  #factsOf([, , , , , , , , , , hours, , status, from, until]: ListRow, fresh: Freshness): OpenInput {
    const [code] = this.#file.hours[hours] ?? [];
    return {
      hours: code === undefined ? null : decodeHours(code),
      status: isStatus(status) ? status : '运行',
      statusFrom: from === '' ? null : from,
      statusUntil: until === '' ? null : until,
      freshness: fresh,
    };
  }

  /** Tells of rows whether their stations are open now. */
  #openNow(): (row: Compared) => boolean {
    const known: boolean[] = [];
    const [clock, holidays] = [now(), calendar()];
    return ({ state }) => {
      const facts = this.#states[state];
      return (known[state] ??= facts !== undefined && openState(facts, clock, holidays).mark === '开');
    };
  }
}
