import { paths } from '../../domain/site/paths.ts';
import type {
  CommitteeRow,
  Directory,
  DistrictRow,
  FieldRow,
  NeedRow,
  PageMark,
  PageRow,
  ServiceRow,
  StationRow,
  TownRow,
  Words,
} from '../types/rows.ts';
import type { StationAnswer } from '../types/answer.ts';
import {
  GENERAL,
  readCommittee,
  SERVED_BY_ITSELF,
  type CommitteesFile,
  type LookupFile,
  type NeedGroup,
  type WordsFile,
} from './format.ts';
import { stationName, usualStationId } from '../../domain/station/naming.ts';
import type { Status } from '../../domain/station/station.ts';

/** The sort of page that each mark in the words file stands for. */
const SORTS: Readonly<Record<PageMark, PageRow['sort']>> = { p: '政策', c: '条款', i: '解读', a: '案例', w: '网页' };

const words = (joined: string): readonly string[] => (joined === '' ? [] : joined.split('、'));

function readStations(file: LookupFile, fields: readonly FieldRow[]): StationRow[][] {
  const { kinds, phones, prefix, committees, others } = file.stations;
  const other = new Map(others.map((row) => [row[0], row]));
  let at = 0;
  let local = 0;
  return file.towns.map(([district, tail, townName, , , general, special, rest], town) => {
    const townCode = `${file.districts[district]?.[0] ?? ''}${tail}`;
    return Array.from({ length: general + special + rest }, (): StationRow => {
      const kind = kinds.charCodeAt(at) - GENERAL;
      const type = kind === 0 ? '综合' : kind > 0 ? '专项' : '居村';
      const field = fields[kind - 1];
      const written = kind < 0 ? (committees[local++] ?? '') : '';
      const committee = written === '' ? '' : readCommittee(written.slice(3));
      const [, id = '', name = '', former = '', status = ''] = other.get(at) ?? [];
      const phone = phones[at] ?? '';
      // A 居村 station without a committee is written as 000.
      const committeeCode = /^000|^$/u.test(written) ? null : written.slice(0, 3);
      const ownId = id || usualStationId({ type, townCode, field: field?.slug ?? null, committeeCode });
      const answer: StationAnswer = {
        id: ownId,
        name: name || stationName({ type, townName, fieldName: field?.name ?? null, committeeName: committee }),
        type,
        field: field?.slug ?? null,
        path: paths.station(ownId),
        phone: phone === '' ? '' : phone.startsWith('=') ? phone.slice(1) : prefix + phone,
        address: '',
        status: (status || '运行') as Status,
      };
      at += 1;
      return { kind: 'station', town, field: kind > 0 ? kind - 1 : -1, committee, former: words(former), answer };
    });
  });
}

/** Rebuilds the directory from the lookup file: names, codes and ids that the file leaves out are derived again. */
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

/** Rebuilds the needs from their groups: one row for each word or phrase. */
export function readNeeds(groups: readonly NeedGroup[], { services, fields }: Directory): readonly NeedRow[] {
  return groups.flatMap(([joined, own, ofFields, crisis]) => {
    // A need with an emergency number is always sensitive.
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

/** Rebuilds pages from their entries in a file. */
export const readPages = (pages: WordsFile['pages']): readonly PageRow[] =>
  pages.map(([mark, path, title, aliases, detail, sensitive, ...clauses]) => ({
    kind: 'page',
    sort: SORTS[mark],
    path,
    title,
    aliases: words(aliases),
    detail,
    sensitive: sensitive === 1,
    clauses,
  }));

/**
 * Rebuilds needs, pages and other names from the words file, and fills in the summaries of the services in `directory`.
 */
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
      ...readPages(file.pages),
      ...file.organizations.map(([id, name]): PageRow => ({
        kind: 'page',
        sort: '机构',
        path: paths.organization(id),
        title: name,
        aliases: [],
        detail: '承接机构',
        sensitive: false,
        clauses: [],
      })),
    ],
  };
}

/** Rebuilds the 居村委 of all towns from the committees file. */
export function readCommittees(file: CommitteesFile, { towns }: Directory): readonly CommitteeRow[] {
  return towns.flatMap((town) => {
    const names = file.names[town.index] ?? '';
    return names === ''
      ? []
      : names.split('|').map((text): CommitteeRow => ({ kind: 'committee', name: readCommittee(text), town }));
  });
}
