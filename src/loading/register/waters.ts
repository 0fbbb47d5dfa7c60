import type { Waters } from '../../domain/dataset/dataset.ts';
import {
  clipRing,
  distanceToLine,
  isOnLand,
  landInBox,
  rounded,
  simplifyLine,
  type Box,
  type Position,
  type Ring,
} from './coastline.ts';
import { apart, clipLine, gmtSegments, joinLines, splitAtMouths, type Line } from './lines.ts';

/** Rivers and shores of lakes as `gmt coast -M` prints them. */
export interface GmtText {
  readonly rivers: string;
  readonly shores: string;
}

/** The names that are written by hand in data/coastline.json. */
export type Names = Waters['names'];

/** Rivers and lakes with their names, not yet cut to a box. */
export interface NamedWaters {
  readonly names: Names;
  readonly rivers: readonly (readonly [name: string, line: Line])[];
  readonly lakes: readonly (readonly [name: string, ring: Ring])[];
  readonly seas: Waters['seas'];
}

/** A river that ends as near as this to another flows into it; degrees. */
const MOUTH = 0.005;
/** A name belongs to the water that lies as near as this to its place; degrees, about five kilometres. */
const NAMED = 0.05;
/** A river that ends as near as this to the coast flows into the sea there; degrees, about three kilometres. */
const AT_SEA = 0.03;
/** The level of lakes among the shores of GSHHG; 1 is the sea, 3 islands in lakes. */
const LAKES = 2;

/** How far a place is from a line, in degrees of latitude. */
function nearness(line: Line, at: Position): number {
  const shrink = Math.cos((at[1] * Math.PI) / 180);
  return Math.min(...line.slice(1).map((to, index) => distanceToLine(at, line[index] ?? to, to, shrink)));
}

/** Which of the lines each name is nearest to, as its place in the list; only names that are near one. */
function ownersOf(names: Names, lines: readonly Line[]): (readonly [line: number, name: string, far: number])[] {
  return names.flatMap(([name, lon, lat]) => {
    const distances = lines.map((line) => nearness(line, [lon, lat]));
    const least = Math.min(...distances);
    return least <= NAMED ? [[distances.indexOf(least), name, least] as const] : [];
  });
}

/** Draws a river on to the coast where it ends near it: its mouth, which the coarse line does not reach. */
function toTheSea(line: Line, land: readonly Ring[]): Line {
  const drawnOn = (end: Position | undefined): Position[] => {
    if (end === undefined || !isOnLand(end, land)) return [];
    const shore = land.flat().filter((at) => apart(at, end) <= AT_SEA);
    const [first, ...rest] = shore;
    return first === undefined
      ? []
      : [rest.reduce((best, at) => (apart(at, end) < apart(best, end) ? at : best), first)];
  };
  return [...drawnOn(line[0]), ...line, ...drawnOn(line.at(-1))];
}

/**
 * The rivers and lakes of GSHHG with the names of those that have one. A river is cut where another one flows into it,
 * so that its parts can have names of their own, and is joined again where the names are the same. A name whose place
 * lies in the sea names the sea; `unknown` are names whose place lies near no water at all.
 */
export function namedWaters(
  { rivers, shores }: GmtText,
  names: Names,
  land: readonly Ring[],
): NamedWaters & { readonly unknown: readonly string[] } {
  const parts = joinLines(splitAtMouths(joinLines(gmtSegments(rivers)), MOUTH));
  const rings = joinLines(gmtSegments(shores, LAKES)).filter((ring) => String(ring[0]) === String(ring.at(-1)));
  const seas = names.filter(([, lon, lat]) => !isOnLand([lon, lat], land));
  const inland = names.filter((name) => !seas.includes(name));
  const lakeNames = inland.filter(([, lon, lat]) => isOnLand([lon, lat], rings));
  const riverNames = inland.filter((name) => !lakeNames.includes(name));
  const owned = new Map(ownersOf(riverNames, parts).map(([index, name]) => [index, name]));
  const grouped = new Map<string, Line[]>();
  parts.forEach((part, index) => {
    const name = owned.get(index) ?? '';
    grouped.set(name, [...(grouped.get(name) ?? []), part]);
  });
  const known = new Set(owned.values());
  return {
    names,
    rivers: [...grouped].flatMap(([name, lines]) =>
      joinLines(lines).map((line) => [name, toTheSea(line, land)] as const),
    ),
    lakes: rings.map((ring) => {
      const own = lakeNames.find(([, lon, lat]) => isOnLand([lon, lat], [ring]));
      return [own?.[0] ?? '', ring] as const;
    }),
    seas,
    unknown: riverNames.map(([name]) => name).filter((name) => !known.has(name)),
  };
}

/** The rivers and lakes inside a box, simplified and rounded as the coast is; tiny lakes are left out. */
export function watersInBox({ rivers, lakes }: NamedWaters, box: Box, tolerance: number) {
  return {
    rivers: rivers.flatMap(([name, line]) =>
      clipLine(line, box).map((part) => [name, simplifyLine(part, tolerance).map(rounded)] as const),
    ),
    lakes: lakes.flatMap(([name, ring]) =>
      landInBox([clipRing(ring, box)], box, tolerance).map((cut) => [name, cut] as const),
    ),
  };
}
