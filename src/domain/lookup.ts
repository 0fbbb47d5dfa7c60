/** The file that answers names at once: rows instead of objects, numbers point into `towns`. */
export interface LookupFile {
  readonly towns: readonly [
    code: string,
    name: string,
    district: string,
    general: number | -1,
    special: readonly number[],
  ][];
  readonly committees: readonly [name: string, town: number][];
  readonly stations: readonly [id: string, name: string, town: number, phone: string][];
  readonly needs: readonly [word: string, services: readonly number[], crisis: readonly string[]][];
  readonly services: readonly [id: string, name: string, summary: string][];
  readonly fallback: { readonly number: string; readonly name: string };
}

/** A place that answers a query, with the stations responsible for it. */
export interface PlaceAnswer {
  /** How we came to it: `江湾居委会 → 殷行街道 → 殷行街道社工站`. */
  readonly basis: readonly string[];
  readonly town: { readonly code: string; readonly name: string; readonly district: string };
  readonly general: StationAnswer | null;
  readonly special: readonly StationAnswer[];
}

export interface StationAnswer {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

export interface LookupAnswer {
  readonly places: readonly PlaceAnswer[];
  readonly stations: readonly StationAnswer[];
  readonly services: readonly { readonly id: string; readonly name: string; readonly summary: string }[];
  readonly crisis: readonly string[];
}

/** A text as it is compared: NFKC, lower case, no spaces. */
export function searchKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** A place name without the word that says what kind of unit it is, as people say it. */
export function shortPlaceName(name: string): string {
  const short = name.replace(/(?:社区)?(?:居民委员会|居委会|村民委员会|村委会|居委)$/u, '');
  return short.length >= 2 ? short : name;
}

const rank = (name: string, query: string): number =>
  name === query ? 0 : name.startsWith(query) ? 1 : name.includes(query) ? 2 : 9;

/** Answers a query from the lookup file: places with their responsible stations, stations, needs and services. */
export function lookUp(file: LookupFile, text: string): LookupAnswer {
  const query = searchKey(text);
  const none: LookupAnswer = { places: [], stations: [], services: [], crisis: [] };
  if (query === '') return none;
  const short = shortPlaceName(query);

  const station = (index: number): StationAnswer | null => {
    const row = file.stations[index];
    return row === undefined ? null : { id: row[0], name: row[1], phone: row[3] };
  };
  const answer = (townIndex: number, committee?: string): PlaceAnswer | null => {
    const town = file.towns[townIndex];
    if (town === undefined) return null;
    const [code, name, district, generalIndex, specialIndexes] = town;
    const general = station(generalIndex);
    return {
      basis: [...(committee === undefined ? [] : [committee]), name, general?.name ?? '还没有综合社工站'],
      town: { code, name, district },
      general,
      special: specialIndexes.flatMap((index) => station(index) ?? []),
    };
  };

  const towns = file.towns
    .map(([, name], index) => ({
      index,
      score: Math.min(rank(name, query), rank(name.replace(/(?:街道|镇|乡)$/u, ''), query)),
    }))
    .filter(({ score }) => score < 9)
    .sort((a, b) => a.score - b.score);
  const committees = file.committees
    .map(([name, town]) => ({ name, town, score: Math.min(rank(shortPlaceName(name), short), rank(name, query)) }))
    .filter(({ score }) => score < 9)
    .sort((a, b) => a.score - b.score || a.name.length - b.name.length);
  const stations = file.stations
    .map((row, index) => ({
      index,
      score: Math.min(
        rank(row[1], query),
        row[3].replaceAll('-', '').includes(query.replaceAll('-', '')) && /^\d{4,}/u.test(query) ? 1 : 9,
      ),
    }))
    .filter(({ score }) => score < 9)
    .sort((a, b) => a.score - b.score);
  const needs = file.needs
    .map((need) => ({ need, score: Math.min(rank(need[0], query), query.includes(need[0]) ? 1 : 9) }))
    .filter(({ score }) => score < 9)
    .sort((a, b) => a.score - b.score)
    .slice(0, 4);
  const serviceIndexes = new Set(needs.flatMap(({ need }) => need[1]));
  file.services.forEach((row, index) => {
    if (row[1].includes(query)) serviceIndexes.add(index);
  });

  return {
    places: [
      ...towns.slice(0, 4).map(({ index }) => answer(index)),
      ...committees.slice(0, 6).map(({ name, town }) => answer(town, name)),
    ]
      .flatMap((place) => place ?? [])
      .slice(0, 6),
    stations: stations.slice(0, 8).flatMap(({ index }) => station(index) ?? []),
    services: [...serviceIndexes].slice(0, 6).flatMap((index) => {
      const row = file.services[index];
      return row === undefined ? [] : { id: row[0], name: row[1], summary: row[2] };
    }),
    crisis: [...new Set(needs.flatMap(({ need }) => need[2]))],
  };
}
