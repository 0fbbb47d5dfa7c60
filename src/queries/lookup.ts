import { parseClauses } from '../domain/clauses.ts';
import {
  SERVED_BY_ITSELF,
  SERVED_BY_NOBODY,
  usualStationId,
  writeCommittee,
  type CommitteesFile,
  type LookupFile,
  type MoreFile,
  type NeedGroup,
  type PageMark,
  type WordsFile,
} from '../domain/lookupFile.ts';
import { stationName } from '../domain/naming.ts';
import { isPublished } from '../domain/publication.ts';
import type { Dataset, Need } from '../domain/records.ts';
import { responsibilityFor } from '../domain/responsibility.ts';
import { publicView, type Station } from '../domain/station.ts';
import type { Input } from '../loading/folders.ts';
import { getInput, grouped, keyed } from './dataset.ts';
import { commonReadings, readingsOf, traditionalOf } from './readings.ts';

type PageEntry = WordsFile['pages'][number];

/** Pages that are in neither data nor content, with what people call them. */
const COLUMNS: readonly PageEntry[] = [
  ['w', '/stations/', '全部社工站', '社工站名单、社工站目录、站点列表、社工站在哪里', '名单和地图，可以按区筛选', 0],
  ['w', '/services/', '社工站能办的事', '办事、服务、服务目录、能办什么、业务、服务项目', '按遇到的事排', 0],
  ['w', '/policies/', '政策', '政策文件、文件、政策解读、法规、规定', '原文、解读和引用的文件', 0],
  ['w', '/cases/', '案例', '典型案例、故事、真实案例、例子', '社工站做过的事', 0],
  ['w', '/glossary/', '词语解释', '术语、名词解释、什么意思、专业词', '看不懂的词', 0],
  ['w', '/map/', '地图', '社工站地图、附近的社工站、站点分布', '看站点在哪里', 0],
  ['w', '/progress/', '建设进度', '覆盖率、建了多少、哪些街镇没有、完成情况、进展、千家', '每个数字都有算法和依据', 0],
  ['w', '/data/', '数据下载', '开放数据、下载名单、Excel、CSV、表格、接口、数据字典', '表格和说明', 0],
  ['w', '/organizations/', '承接机构', '社工机构、社会工作服务机构、运营机构、哪家机构', '哪家机构办哪个站', 0],
  ['w', '/sitemap/', '网站地图', '全部栏目', '所有栏目', 0],
];

const bit = (value: boolean) => (value ? 1 : 0);

/** Titles, other words for them and addresses of everything that is an article. */
function pagesOf({ dataset, content }: Input, today: string): readonly PageEntry[] {
  const touchy = new Set(dataset.fields.filter(({ sensitive }) => sensitive).map(({ slug }) => slug));
  // What an interpretation asks about a clause, the clause answers.
  const explained = (policy: string, clause: string) =>
    content.interpretations
      .filter(({ head }) => head.policy === policy)
      .flatMap(({ head }) => head.explains.filter((entry) => entry.clause === clause).map(({ question }) => question));
  const clauses = content.policies.flatMap(({ slug, head, body }) =>
    parseClauses(body)
      .filter(({ title }) => title !== '')
      .map(({ id, title, label }) => ({
        path: `/policies/${slug}/#${id}`,
        title,
        asked: [...(head.asked[id] ?? []), ...explained(slug, id)],
        detail: `${head.doc_number} ${label}`,
      })),
  );
  // Clauses come first in the list, so that interpretations can name their places.
  const clauseAt = new Map(clauses.map(({ path }, at) => [path, at]));
  const row = (
    mark: PageMark,
    path: string,
    title: string,
    aliases: readonly string[],
    detail: string,
    sensitive = false,
  ): readonly [PageMark, string, string, string, string, 0 | 1] => [
    mark,
    path,
    title,
    aliases.map((word) => word.replaceAll('、', '')).join('、'),
    detail,
    bit(sensitive),
  ];
  return [
    ...clauses.map(({ path, title, asked, detail }) => row('c', path, title, asked, detail)),
    ...content.policies.map(({ slug, head }) =>
      row('p', `/policies/${slug}/`, head.title, [head.short_title, head.doc_number, ...head.aliases], head.doc_number),
    ),
    ...content.interpretations.map(({ slug, head }): PageEntry => [
      ...row('i', `/interpretations/${slug}/`, head.title, [head.question, ...head.aliases], head.question),
      ...head.clauses.flatMap((id) => clauseAt.get(`/policies/${head.policy}/#${id}`) ?? []),
    ]),
    ...content.cases
      .filter(({ head }) => isPublished(head, today) && head.withdrawn === undefined)
      .map(({ slug, head }) =>
        row('a', `/cases/${slug}/`, head.title, head.aliases, head.summary, touchy.has(head.field ?? '')),
      ),
    ...content.pages.map(({ slug, head }) => row('w', `/${slug}/`, head.title, head.keywords, head.description)),
    ...COLUMNS,
  ];
}

/** Stations of every town, the responsible ones first; 撤并 last, they keep their pages. */
function stationsByTown({ towns, stations }: Dataset) {
  const of = grouped(stations, ({ townCode }) => townCode);
  const byCode = keyed(towns, ({ code }) => code);
  return towns.map((town) => {
    const own = of.get(town.code) ?? [];
    const { servingTown, general, special } = responsibilityFor(town, byCode, (code) => of.get(code) ?? []);
    // A unit served by another 街镇 has no responsible station of its own.
    const first = servingTown === town ? [...(general === null ? [] : [general]), ...special] : [];
    const answering = new Set(first);
    return {
      general: bit(servingTown === town && general !== null),
      special: servingTown === town ? special.length : 0,
      stations: [...first, ...own.filter((station) => !answering.has(station))].map(publicView),
    };
  });
}

/** The beginning that most numbers share, up to the dash. */
function commonPrefix(phones: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const phone of phones) {
    const prefix = /^0\d+-/u.exec(phone)?.[0];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function stationColumns(dataset: Dataset, stations: readonly Station[]): LookupFile['stations'] {
  const fieldAt = new Map(dataset.fields.map(({ slug }, index) => [slug, index]));
  const towns = keyed(dataset.towns, ({ code }) => code);
  const committees = keyed(dataset.committees, ({ code }) => code);
  const shown = stations.map(({ phones }) => phones.map(({ display }) => display).join('、'));
  const prefix = commonPrefix(shown);
  return {
    prefix,
    kinds: stations.map(({ type, field }) =>
      type === '综合' ? 0 : type === '专项' ? (fieldAt.get(field ?? '') ?? -1) + 1 : -1,
    ),
    phones: shown.map((phone) =>
      phone === '' ? '' : prefix !== '' && phone.startsWith(prefix) ? phone.slice(prefix.length) : `=${phone}`,
    ),
    committees: stations
      .filter(({ type }) => type === '居村')
      .map(({ committeeCode }) => {
        const name = committees.get(committeeCode ?? '')?.name ?? '';
        return `${(committeeCode ?? '').slice(-3).padStart(3, '0')}${writeCommittee(name)}`;
      }),
    others: stations.flatMap((station, index) => {
      const { type, field, townCode, committeeCode } = station;
      const end = type === '综合' ? 'z' : type === '专项' ? (field ?? '') : (committeeCode ?? '').slice(-3);
      const name = stationName({
        type,
        townName: towns.get(townCode)?.name ?? '',
        fieldName: dataset.fields[fieldAt.get(field ?? '') ?? -1]?.name ?? null,
        committeeName: committees.get(committeeCode ?? '')?.name ?? null,
      });
      const row = [
        index,
        station.id === usualStationId(townCode, end) ? '' : station.id,
        station.name === name ? '' : station.name,
        station.formerNames.join('、'),
        station.status === '运行' ? '' : station.status,
      ] as const;
      return row.slice(1).every((cell) => cell === '') ? [] : [row];
    }),
  };
}

const joined = (words: readonly string[]) => words.join('、');

const indexes = (of: ReadonlyMap<string, number>, keys: readonly string[]) => keys.flatMap((key) => of.get(key) ?? []);

/** What a page loads to answer names, needs and titles at once. */
export function lookupFileOf({ dataset }: Input): LookupFile {
  const { districts, towns, fields, services, hotlines, site } = dataset;
  const districtAt = new Map(districts.map(({ code }, index) => [code, index]));
  const townAt = new Map(towns.map(({ code }, index) => [code, index]));
  const fieldAt = new Map(fields.map(({ slug }, index) => [slug, index]));
  const byTown = stationsByTown(dataset);
  const stations = stationColumns(
    dataset,
    byTown.flatMap((town) => town.stations),
  );
  const file: Omit<LookupFile, 'runs' | 'readings' | 'traditional'> = {
    city: [site.cityHotline, hotlines.find(({ number }) => number === site.cityHotline)?.name ?? '市民服务热线'],
    hotlines: hotlines.map(({ number, name, purpose }) => [number, name, purpose]),
    districts: districts.map(({ code, name, leadDepartment, phone }) => [code, name, leadDepartment, phone]),
    towns: towns.map(({ districtCode, code, name, aliases, kind, servedBy }, index) => [
      districtAt.get(districtCode) ?? 0,
      code.slice(districtCode.length),
      name,
      joined(aliases),
      kind !== '其他' ? SERVED_BY_ITSELF : (townAt.get(servedBy ?? '') ?? SERVED_BY_NOBODY),
      byTown[index]?.general ?? 0,
      byTown[index]?.special ?? 0,
      (byTown[index]?.stations.length ?? 0) - (byTown[index]?.general ?? 0) - (byTown[index]?.special ?? 0),
    ]),
    fields: fields.map(({ slug, name, fullName, aliases, sensitive }) => [
      slug,
      name,
      fullName,
      joined(aliases),
      bit(sensitive),
    ]),
    services: services.map(({ id, name, fields: own }) => [id, name, indexes(fieldAt, own)]),
    stations,
  };
  const texts = [
    ...districts.map(({ name }) => name),
    ...towns.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...byTown.flatMap((town) => town.stations.flatMap(({ name, formerNames }) => [name, ...formerNames])),
    ...fields.flatMap(({ name, fullName, aliases }) => [name, fullName, ...aliases]),
    ...services.map(({ name }) => name),
  ];
  return { ...file, runs: commonReadings, readings: readingsOf(texts, ''), traditional: traditionalOf(texts) };
}

/** A word is typed before it is finished; a phrase is answered when it is. What may be an emergency doesn't wait. */
const isWord = ({ word, crisis }: Need) => word.length <= 3 || crisis.length > 0;

/** Needs that lead to the same, together. */
function needGroups(needs: readonly Need[], { fields, services, hotlines }: Dataset): NeedGroup[] {
  const fieldAt = new Map(fields.map(({ slug }, index) => [slug, index]));
  const serviceAt = new Map(services.map(({ id }, index) => [id, index]));
  const hotlineAt = new Map(hotlines.map(({ number }, index) => [number, index]));
  const groups = Map.groupBy(needs, ({ services: own, fields: ofFields, crisis }) =>
    JSON.stringify([own, ofFields, crisis]),
  );
  return [...groups.values()].map((together) => [
    joined(together.map(({ word }) => word)),
    indexes(serviceAt, together[0]?.services ?? []),
    indexes(fieldAt, together[0]?.fields ?? []),
    indexes(hotlineAt, together[0]?.crisis ?? []),
  ]);
}

/** What people call their troubles, the services and the texts. */
export function wordsFileOf(input: Input, today: string, lookup: LookupFile): WordsFile {
  const { services, needs, organizations } = input.dataset;
  const words = needs.filter(isWord);
  const pages = pagesOf(input, today);
  const known = new Set(needs.map(({ word }) => word));
  const texts = [
    ...services.flatMap(({ aliases }) => aliases),
    ...words.map(({ word }) => word),
    ...organizations.map(({ name }) => name),
    ...pages.flatMap(([, , title, aliases]) => [title, aliases]),
  ];
  return {
    services: services.map(({ summary, aliases }) => [summary, joined(aliases.filter((word) => !known.has(word)))]),
    needs: needGroups(words, input.dataset),
    organizations: organizations.map(({ id, name }) => [id, name]),
    pages,
    readings: readingsOf(texts, lookup.readings),
    traditional: traditionalOf(texts, lookup.traditional),
  };
}

/** The 居村委 of every town, in the order of the lookup's towns. */
export function committeesFileOf({ dataset }: Input, lookup: LookupFile): CommitteesFile {
  const of = grouped(dataset.committees, ({ townCode }) => townCode);
  const names = dataset.committees.map(({ name }) => name);
  return {
    // In order of their characters they pack better, and nobody asks for another order.
    names: dataset.towns.map(({ code }) =>
      (of.get(code) ?? [])
        .map(({ name }) => writeCommittee(name))
        .sort()
        .join('|'),
    ),
    readings: readingsOf(names, lookup.readings),
    traditional: traditionalOf(names, lookup.traditional),
  };
}

/** The addresses of the stations that may be shown, and phrases for needs. */
export function moreFileOf({ dataset }: Input, lookup: LookupFile): MoreFile {
  const addresses = stationsByTown(dataset).flatMap(({ stations }) => stations.map(({ address }) => address));
  const phrases = dataset.needs.filter((need) => !isWord(need));
  const texts = [...addresses, ...phrases.map(({ word }) => word)];
  return {
    addresses,
    needs: needGroups(phrases, dataset),
    readings: readingsOf(texts, lookup.readings),
    traditional: traditionalOf(texts, lookup.traditional),
  };
}

interface SearchFiles {
  readonly lookup: LookupFile;
  readonly words: WordsFile;
  readonly committees: CommitteesFile;
  readonly more: MoreFile;
}

const made = new WeakMap<Input, SearchFiles>();

/** The files of the search, of this build. */
export function getSearchFiles(): SearchFiles {
  const input = getInput();
  let files = made.get(input);
  if (files === undefined) {
    const today = process.env['SITE_TODAY'] ?? new Date().toISOString().slice(0, 10);
    const lookup = lookupFileOf(input);
    files = {
      lookup,
      words: wordsFileOf(input, today, lookup),
      committees: committeesFileOf(input, lookup),
      more: moreFileOf(input, lookup),
    };
    made.set(input, files);
  }
  return files;
}
