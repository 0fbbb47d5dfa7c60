import type { StationAnswer } from './answer.ts';
import {
  PAGE_KINDS,
  readCommittee,
  SERVED_BY_ITSELF,
  usualStationId,
  type CommitteesFile,
  type LookupFile,
  type NeedGroup,
  type WordsFile,
} from './lookupFile.ts';
import { stationName } from './naming.ts';
import type { Status } from './station.ts';

export interface DistrictRow {
  readonly kind: 'district';
  readonly code: string;
  readonly name: string;
  readonly department: { readonly name: string; readonly phone: string };
}

export interface TownRow {
  readonly kind: 'town';
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly district: DistrictRow;
  /** Index of the serving town; -1 where nobody has registered it. */
  readonly servedBy: number;
  readonly general: StationRow | null;
  readonly special: readonly StationRow[];
  readonly stations: readonly StationRow[];
}

export interface StationRow {
  readonly kind: 'station';
  readonly town: number;
  /** Index of the field of a 专项 station, else -1. */
  readonly field: number;
  /** The 居村's name of a 居村 station, else empty. */
  readonly committee: string;
  readonly former: readonly string[];
  /** Its address comes later. */
  answer: StationAnswer;
}

export interface CommitteeRow {
  readonly kind: 'committee';
  readonly name: string;
  readonly town: TownRow;
}

export interface FieldRow {
  readonly kind: 'field';
  readonly index: number;
  readonly slug: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly sensitive: boolean;
}

export interface ServiceRow {
  readonly kind: 'service';
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** Comes later, with the words. */
  summary: string;
  readonly fields: readonly number[];
  readonly sensitive: boolean;
}

export interface NeedRow {
  readonly kind: 'need';
  readonly word: string;
  readonly services: readonly number[];
  readonly fields: readonly number[];
  readonly crisis: readonly number[];
  readonly sensitive: boolean;
}

export interface PageRow {
  readonly kind: 'page';
  readonly sort: (typeof PAGE_KINDS)[keyof typeof PAGE_KINDS] | '机构';
  readonly path: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly detail: string;
  readonly sensitive: boolean;
  /** Of an interpretation: the clauses that it explains, as places among the pages. */
  readonly clauses: readonly number[];
}

export type Row = DistrictRow | TownRow | StationRow | CommitteeRow | FieldRow | ServiceRow | NeedRow | PageRow;

/** The lookup file with everything in it that could be derived. */
export interface Directory {
  readonly districts: readonly DistrictRow[];
  readonly towns: readonly TownRow[];
  readonly stations: readonly StationRow[];
  readonly fields: readonly FieldRow[];
  readonly services: readonly ServiceRow[];
}

/** What people call things: other names of the services, in their order, troubles, and titles of texts. */
export interface Words {
  readonly services: readonly { readonly row: ServiceRow; readonly aliases: readonly string[] }[];
  readonly needs: readonly NeedRow[];
  readonly pages: readonly PageRow[];
}

const words = (joined: string): readonly string[] => (joined === '' ? [] : joined.split('、'));

function readStations(file: LookupFile, fields: readonly FieldRow[]): StationRow[][] {
  const { kinds, phones, prefix, committees, others } = file.stations;
  const other = new Map(others.map((row) => [row[0], row]));
  let at = 0;
  let local = 0;
  return file.towns.map(([district, tail, townName, , , general, special, rest], town) => {
    const townCode = `${file.districts[district]?.[0] ?? ''}${tail}`;
    return Array.from({ length: general + special + rest }, (): StationRow => {
      const kind = kinds[at] ?? 0;
      const type = kind === 0 ? '综合' : kind > 0 ? '专项' : '居村';
      const field = fields[kind - 1];
      const written = kind < 0 ? (committees[local++] ?? '') : '';
      const committee = written === '' ? '' : readCommittee(written.slice(3));
      const [, id = '', name = '', former = '', status = ''] = other.get(at) ?? [];
      const phone = phones[at] ?? '';
      const usual = kind === 0 ? 'z' : kind > 0 ? (field?.slug ?? '') : written.slice(0, 3);
      const answer: StationAnswer = {
        id: id || usualStationId(townCode, usual),
        name: name || stationName({ type, townName, fieldName: field?.name ?? null, committeeName: committee }),
        type,
        path: `/stations/${id || usualStationId(townCode, usual)}/`,
        phone: phone === '' ? '' : phone.startsWith('=') ? phone.slice(1) : prefix + phone,
        address: '',
        status: (status || '运行') as Status,
      };
      at += 1;
      return { kind: 'station', town, field: kind > 0 ? kind - 1 : -1, committee, former: words(former), answer };
    });
  });
}

/** Unfolds the lookup file. */
export function readLookupFile(file: LookupFile): Directory {
  const districts = file.districts.map(([code, name, department, phone]): DistrictRow => ({
    kind: 'district',
    code,
    name,
    department: { name: department, phone },
  }));
  const fields = file.fields.map(([slug, name, fullName, aliases, sensitive], index): FieldRow => ({
    kind: 'field',
    index,
    slug,
    name,
    fullName,
    aliases: words(aliases),
    sensitive: sensitive === 1,
  }));
  const touchy = (own: readonly number[]) => own.some((index) => fields[index]?.sensitive);
  const services = file.services.map(([id, name, own], index): ServiceRow => ({
    kind: 'service',
    index,
    id,
    name,
    summary: '',
    fields: own,
    sensitive: touchy(own),
  }));
  const stations = readStations(file, fields);
  const towns = file.towns.flatMap(([district, tail, name, aliases, servedBy, general, special], index): TownRow[] => {
    const own = districts[district];
    const rows = stations[index] ?? [];
    if (own === undefined) return [];
    return [
      {
        kind: 'town',
        index,
        code: own.code + tail,
        name,
        aliases: words(aliases),
        district: own,
        servedBy: servedBy === SERVED_BY_ITSELF ? index : servedBy,
        general: general > 0 ? (rows[0] ?? null) : null,
        special: rows.slice(general, general + special),
        stations: rows,
      },
    ];
  });
  return {
    districts,
    towns,
    stations: stations.flat(),
    fields,
    services,
  };
}

/** Unfolds words and phrases for needs. */
export function readNeeds(groups: readonly NeedGroup[], { services, fields }: Directory): readonly NeedRow[] {
  return groups.flatMap(([joined, own, ofFields, crisis]) => {
    // Whoever needs one of these numbers is in trouble.
    const sensitive =
      crisis.length > 0 ||
      ofFields.some((index) => fields[index]?.sensitive) ||
      own.some((index) => services[index]?.sensitive);
    return words(joined).map((word): NeedRow => ({
      kind: 'need',
      word,
      services: own,
      fields: ofFields,
      crisis,
      sensitive,
    }));
  });
}

/** Unfolds the words; gives the services their summaries. */
export function readWords(file: WordsFile, directory: Directory): Words {
  const { services } = directory;
  return {
    services: services.map((row, index) => {
      const [summary = '', aliases = ''] = file.services[index] ?? [];
      row.summary = summary;
      return { row, aliases: words(aliases) };
    }),
    needs: readNeeds(file.needs, directory),
    pages: [
      ...file.pages.map(([mark, path, title, aliases, detail, sensitive, ...clauses]): PageRow => ({
        kind: 'page',
        sort: PAGE_KINDS[mark],
        path,
        title,
        aliases: words(aliases),
        detail,
        sensitive: sensitive === 1,
        clauses,
      })),
      ...file.organizations.map(([id, name]): PageRow => ({
        kind: 'page',
        sort: '机构',
        path: `/organizations/${id}/`,
        title: name,
        aliases: [],
        detail: '承接机构',
        sensitive: false,
        clauses: [],
      })),
    ],
  };
}

/** The 居村委 of all towns. */
export function readCommittees(file: CommitteesFile, { towns }: Directory): readonly CommitteeRow[] {
  return towns.flatMap((town) => {
    const names = file.names[town.index] ?? '';
    return names === ''
      ? []
      : names.split('|').map((text): CommitteeRow => ({ kind: 'committee', name: readCommittee(text), town }));
  });
}
