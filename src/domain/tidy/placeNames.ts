import { plainText } from '../language/plainText.ts';
import type { Committee, District, Town } from '../place/region.ts';

/** A place found by a name as people write it; several candidates mean that somebody must choose. */
export interface PlaceMatch<T> {
  readonly found: T | null;
  /** Whether the name was completed by guessing. */
  readonly guessed: boolean;
  readonly candidates: readonly T[];
}

const nothing = { found: null, guessed: false, candidates: [] } as const;

function decide<T>(places: readonly T[], guessed: boolean): PlaceMatch<T> | null {
  if (places.length === 0) return null;
  const [only] = places;
  return places.length === 1 && only !== undefined
    ? { found: only, guessed, candidates: [] }
    : { found: null, guessed: false, candidates: places };
}

const SUFFIX = /(?:街道办事处|街道办|街道|镇人民政府|镇政府|镇|乡)$/u;
const stemOf = (name: string) => name.replace(SUFFIX, '');
const compact = (name: string) => plainText(name).replace(/[\s()]/gu, '');

/** The district that a name or a code means: 徐汇, 徐汇区, 上海市徐汇区, 310104. */
export function findDistrict(text: string, districts: readonly Pick<District, 'code' | 'name'>[]): string | null {
  const name = compact(text);
  if (name === '') return null;
  const byCode = districts.find(({ code }) => code === name);
  const exact = districts.find((district) => district.name === name || name.endsWith(district.name));
  const short = districts.find(
    (district) => district.name.replace(/(?:新区|区|县|市)$/u, '') === name.replace(/^.*市/u, ''),
  );
  return (byCode ?? exact ?? short)?.code ?? null;
}

/** The name without the names of city and district before it. */
function withoutDistrict(name: string, districts: readonly Pick<District, 'name'>[]): string {
  const rest = name.replace(/^[^市区县]{2,6}市(?=.)/u, '');
  const district = districts
    .map(({ name: full }) => full)
    .filter((full) => rest.startsWith(full) && rest.length > full.length)
    .sort((a, b) => b.length - a.length)[0];
  return district === undefined ? rest : rest.slice(district.length);
}

type NamedTown = Pick<Town, 'code' | 'name' | 'aliases' | 'kind' | 'districtCode'>;

/** Whether one text is the other with one character added, missing or changed. */
function nearlyEqual(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/**
 * The 街镇 that a name means among the given ones: in full (徐家汇街道), short (五角场), with city and district before it,
 * or with a piece left out (天平街道 for 天平路街道, which is a guess). Names that only resemble it are candidates.
 */
export function findTown<T extends NamedTown>(
  text: string,
  towns: readonly T[],
  districts: readonly Pick<District, 'name'>[],
): PlaceMatch<T> {
  const name = withoutDistrict(compact(text), districts)
    .replace(/(?:街道办事处|街道办)$/u, '街道')
    .replace(/镇(?:人民政府|政府)$/u, '镇');
  if (name === '') return nothing;
  const suffix = SUFFIX.exec(name)?.[0] ?? '';
  const stem = stemOf(name);
  const fits = (town: T) => suffix === '' || town.name.endsWith(suffix);
  const exact = decide(
    towns.filter((town) => town.name === name),
    false,
  );
  if (exact !== null) return exact;
  const alias = decide(
    towns.filter((town) => town.aliases.includes(name)),
    false,
  );
  if (alias !== null) return alias;
  const short = decide(
    towns.filter((town) => fits(town) && stemOf(town.name) === stem),
    suffix !== '',
  );
  if (short !== null) return short;
  const longer =
    stem.length < 2
      ? null
      : decide(
          towns.filter((town) => fits(town) && stemOf(town.name).startsWith(stem)),
          true,
        );
  if (longer !== null) return longer;
  const sameStem = towns.filter((town) => stemOf(town.name) === stem || town.aliases.includes(stem));
  const near = towns.filter((town) => nearlyEqual(stemOf(town.name), stem));
  return { found: null, guessed: false, candidates: [...new Set([...sameStem, ...near])].slice(0, 5) };
}

/** The 街镇 that a longer text (an address, a station's name) names in full, where it names just one. */
export function townIn<T extends NamedTown>(text: string, towns: readonly T[]): T | null {
  const plain = compact(text);
  const named = towns.filter((town) => plain.includes(town.name));
  // 高桥镇 also stands inside 外高桥镇: the longest name counts.
  const longest = named.filter((town) => !named.some((other) => other !== town && other.name.includes(town.name)));
  return longest.length === 1 ? (longest[0] ?? null) : null;
}

/** The districts that an address names: in full anywhere (上海市黄浦区…), or short at its beginning (上海黄浦天平路…). */
export function districtsIn(text: string, districts: readonly Pick<District, 'code' | 'name'>[]): readonly string[] {
  const plain = compact(text);
  const start = plain.replace(/^[^市区县]{2,6}市/u, '');
  const named = districts.filter(({ name }) => plain.includes(name));
  if (named.length > 0) return named.map(({ code }) => code);
  return districts
    .filter(({ name }) => {
      const short = name.replace(/(?:新区|区|县|市)$/u, '');
      return (
        short.length > 1 &&
        start.startsWith(short) &&
        !/^(?:[东西南北中]?[路街道弄巷镇乡江河]|大道|新?村)/u.test(start.slice(short.length))
      );
    })
    .map(({ code }) => code);
}

const COMMITTEE_END = /(?:社区居民委员会|居民委员会|村民委员会|社区居委会|居委会|村委会|居民区|居委|村委|社区)$/u;
const committeeStem = (name: string) => name.replace(COMMITTEE_END, '').replace(/(?:村|社区)$/u, '');

/** The 居村委 of one 街镇 that a name means: 番禺居委会, 番禺居民区, 番禺. */
export function findCommittee<T extends Pick<Committee, 'code' | 'name'>>(
  text: string,
  committees: readonly T[],
  townName: string,
): PlaceMatch<T> {
  const name = compact(text);
  const bare = name.startsWith(townName) && name.length > townName.length ? name.slice(townName.length) : name;
  if (bare === '') return nothing;
  const exact = decide(
    committees.filter((committee) => committee.name === bare || committee.code === bare),
    false,
  );
  if (exact !== null) return exact;
  const stem = committeeStem(bare);
  const short =
    stem === ''
      ? null
      : decide(
          committees.filter((committee) => committeeStem(committee.name) === stem),
          true,
        );
  if (short !== null) return short;
  return {
    found: null,
    guessed: false,
    candidates: committees.filter((committee) => nearlyEqual(committeeStem(committee.name), stem)).slice(0, 5),
  };
}
