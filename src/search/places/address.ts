import type { Simplified } from '../text/keys.ts';
import { searchKey } from '../text/keys.ts';
import { estateStem, placeStem } from '../text/stems.ts';
import type { DoorStep } from '../types/places.ts';
import type { Directory, DistrictRow, TownRow } from '../types/rows.ts';
import { type AddressHint, NOT_DOORS, ROAD_OR_ESTATE } from './hint.ts';
import { findDoors, SIMPLE_UNITS, withDigits } from './doors.ts';

/** One way to read an address: the name of a road or estate as a search key, and the numbered parts after it. */
export interface AddressReading {
  readonly name: string;
  readonly steps: readonly DoorStep[];
}

/** An address as somebody typed it. */
export interface Address extends AddressHint {
  /** Never empty; the one with the longest name first. */
  readonly readings: readonly AddressReading[];
  /** The district or the town that stands before the name. */
  readonly within: readonly (DistrictRow | TownRow)[];
}

/** Words before an address that only say that it is one, and words after it that ask whose it is. */
const LEAD =
  /^(?:请问|想问一下|想问|问一下|我们家|我们|我家|我的|我|家里|家)?(?:住在|住址是?|地址是?|家住|家在|住|在)?(?=.)/u;
const ASKED =
  /(?:在哪里?|在什么地方|怎么走|怎么去|归(?:哪|谁|什么|.{0,8}管).*|属于.*|是哪.*|找(?:谁|哪).*|附近.*|的?(?:社工站|居委会?).{0,6})$/u;
/** A room, and all that follows it: it tells nothing of where a house stands. */
const ROOM = /[\s-]*\d{1,5}(?:单元|室).*$/u;

/** A text in the form in which addresses are read: half-width, simplified, dashes as -, spaces only between numbers. */
function prepared(text: string, simplified: Simplified): string {
  const plain = [...text.slice(0, 100).normalize('NFKC').toLowerCase()]
    .map((char) => simplified.get(char) ?? SIMPLE_UNITS.get(char) ?? char)
    .join('')
    .replace(/[‐-―−～~﹣]/gu, '-')
    .replace(/[(（[【][^)）\]】]*[)）\]】]?/gu, ' ')
    .replace(/[^\p{L}\p{N}\s-]+/gu, ' ');
  return withDigits(plain)
    .replace(/\s+/gu, ' ')
    .replace(/(?:第|\bno) ?(?=\d)/gu, '')
    .replace(/(\d) (?=\d)/gu, '$1-')
    .replace(/ (?=\d)/gu, '')
    .replace(/(\d) /gu, '$1')
    .trim();
}

/** The name right before the numbers, where an estate or a road stands before it: 示例新村 示例路86弄. */
function lastName(names: string): string {
  const at = names.trimEnd().lastIndexOf(' ');
  const [before, last] = [names.slice(0, at), names.slice(at + 1).trimEnd()];
  return at > 0 && ROAD_OR_ESTATE.test(before) && ROAD_OR_ESTATE.test(last) ? last : names;
}

interface Begun {
  readonly rest: string;
  readonly within: readonly (DistrictRow | TownRow)[];
}

/** Takes the city, the district and the town off the beginning of an address; `key` is that of names. */
function withoutPlaces(
  text: string,
  city: string,
  { districts, towns }: Directory,
  key: (name: string) => string,
): Begun {
  const cityName = key(city).replace(/市$/u, '');
  const own = [`${cityName}市`, `${cityName} `].find((name) => cityName !== '' && text.startsWith(name));
  let rest = text.slice(own?.length ?? 0).trimStart();
  const within: (DistrictRow | TownRow)[] = [];
  for (const rows of [districts, towns] as const)
    for (const row of rows) {
      const name = key(row.name);
      const apart = [placeStem(name), ...('aliases' in row ? row.aliases.map(key) : [])].find((short) =>
        rest.startsWith(`${short} `),
      );
      const found = rest.startsWith(name) ? name : apart;
      const after = found === undefined ? '' : rest.slice(found.length).trimStart();
      // 示例镇路 is a road and not in 示例镇.
      if (after === '' || /^[路街弄巷]/u.test(after)) continue;
      rest = after;
      within.push(row);
      break;
    }
  return { rest, within: within.length === 2 ? within.slice(1) : within };
}

/**
 * Reads what somebody typed as an address in a city; null where it can't be one. Rooms and floors are left out, a district or town
 * before the name is told apart.
 */
export function readAddress(text: string, city: string, directory: Directory, simplified: Simplified): Address | null {
  if (NOT_DOORS.test(text.normalize('NFKC'))) return null;
  const plain = prepared(text, simplified);
  const house = plain.replace(ROOM, '');
  const { rest, within } = withoutPlaces(house.replace(LEAD, '').trim(), city, directory, (name) =>
    searchKey(name, simplified),
  );
  const nameOf = (part: string) => {
    const name = searchKey(part, simplified);
    const bare = name.replace(ASKED, '');
    return estateStem(bare.length < 2 ? name : bare);
  };
  const doors = findDoors(rest);
  const readings = doors.map(({ steps, from }) => ({ name: nameOf(lastName(rest.slice(0, from))), steps }));
  const [longest] = doors;
  if (longest === undefined) {
    const name = nameOf(rest);
    return name.length < 2 || name.length > (/^[a-z]/u.test(name) ? 40 : 14)
      ? null
      : {
          readings: [{ name, steps: [] }],
          within,
          certain: house !== plain,
          likely: house !== plain || ROAD_OR_ESTATE.test(name),
        };
  }
  const { name = '' } = readings[readings.length - 1] ?? {};
  const certain = doors.some((way) => way.certain) || ROAD_OR_ESTATE.test(name);
  if (name === '' && !certain) return null;
  const whole = { name: nameOf(rest), steps: [] };
  return {
    readings: longest.rest === '' && !longest.certain ? [...readings, whole] : readings,
    within,
    certain,
    likely: certain,
  };
}
