import { crossing, sidesOf, type Box, type Position } from './coastline.ts';

/** An open line, from its first position to its last. */
export type Line = readonly Position[];

const same = (a: Position, b: Position) => Math.abs(a[0] - b[0]) < 1e-6 && Math.abs(a[1] - b[1]) < 1e-6;
const keyOf = ([lon, lat]: Position) => `${lon.toFixed(5)},${lat.toFixed(5)}`;
const endsOf = (line: Line): readonly Position[] => [line[0], line.at(-1)].filter((end) => end !== undefined);

/** How far two positions are apart, in degrees of latitude. */
export function apart([ax, ay]: Position, [bx, by]: Position): number {
  return Math.hypot((ax - bx) * Math.cos((ay * Math.PI) / 180), ay - by);
}

/**
 * The segments that `gmt coast -M` prints for one level of its shores, or of all levels; positions that repeat the one
 * before are left out, and with them the segments that consist of one position.
 */
export function gmtSegments(text: string, level?: number): Line[] {
  return text
    .split(/^>/mu)
    .slice(1)
    .flatMap((segment) => {
      const [head = '', ...rows] = segment.split('\n');
      if (level !== undefined && Number(/Level (\d+)/u.exec(head)?.[1]) !== level) return [];
      const positions = rows
        .filter((row) => row.trim() !== '')
        .map((row) => row.split('\t').map(Number) as [number, number])
        .map(([lon, lat]): Position => [lon > 180 ? lon - 360 : lon, lat]);
      const line = positions.filter((at, index) => index === 0 || !same(at, positions[index - 1] ?? at));
      return line.length < 2 ? [] : [line];
    });
}

/** Draws a line on from its end with those of `rest`, which it takes out, as long as exactly one goes on there. */
function grown(line: Line, rest: Line[], meeting: ReadonlyMap<string, number>): Line {
  for (;;) {
    const end = keyOf(line.at(-1) ?? [0, 0]);
    if (line[0] === undefined || end === keyOf(line[0]) || meeting.get(end) !== 2) return line;
    const index = rest.findIndex((other) => endsOf(other).some((at) => keyOf(at) === end));
    const next = rest[index];
    if (next === undefined) return line;
    rest.splice(index, 1);
    const onwards: Line = next[0] !== undefined && keyOf(next[0]) === end ? next : [...next].reverse();
    line = [...line, ...onwards.slice(1)];
  }
}

/** Joins lines wherever exactly two ends of them meet, as rivers and shores do that were cut at the edge of a tile. */
export function joinLines(lines: readonly Line[]): Line[] {
  const meeting = new Map<string, number>();
  for (const end of lines.flatMap(endsOf)) meeting.set(keyOf(end), (meeting.get(keyOf(end)) ?? 0) + 1);
  const rest = [...lines];
  const joined: Line[] = [];
  for (let line = rest.shift(); line !== undefined; line = rest.shift()) {
    const forwards = grown(line, rest, meeting);
    joined.push([...grown([...forwards].reverse(), rest, meeting)].reverse());
  }
  return joined;
}

/** The place in a line, its two ends left out, that is nearest to a position; -1 where none is within `near` degrees. */
function mouthIn(line: Line, end: Position, near: number): number {
  const distances = line.map((at) => apart(at, end));
  const least = Math.min(...distances);
  const index = distances.indexOf(least);
  return least <= near && index > 0 && index < line.length - 1 ? index : -1;
}

/**
 * Cuts every line where another one ends on it, within `near` degrees, as a river does that flows into another; the
 * other is drawn on to that very place.
 */
export function splitAtMouths(lines: readonly Line[], near: number): Line[] {
  const onTo = (end: Position | undefined, own: Line): Position[] =>
    lines.flatMap((other) => {
      const index = other === own || end === undefined ? -1 : mouthIn(other, end, near);
      const mouth = index > 0 ? other[index] : undefined;
      return mouth === undefined || end === undefined || same(mouth, end) ? [] : [mouth];
    });
  return lines.flatMap((line) => {
    const mouths = lines
      .filter((other) => other !== line)
      .flatMap(endsOf)
      .map((end) => mouthIn(line, end, near))
      .filter((index) => index > 0);
    const cuts = [0, ...[...new Set(mouths)].sort((a, b) => a - b), line.length - 1];
    const parts = cuts.slice(1).map((to, index) => line.slice(cuts[index] ?? 0, to + 1));
    const [before, after] = [onTo(line[0], line).slice(0, 1), onTo(line.at(-1), line).slice(0, 1)];
    return parts.map((part, index) => [
      ...(index === 0 ? before : []),
      ...part,
      ...(index === parts.length - 1 ? after : []),
    ]);
  });
}

/** The parts of a line inside a box. */
export function clipLine(line: Line, box: Box): Line[] {
  return sidesOf(box).reduce<Line[]>(
    (parts, { axis, at, inside }) =>
      parts.flatMap((part) => {
        const kept: Position[][] = [];
        part.forEach((point, index) => {
          const before = part[index - 1];
          const isIn = inside(point[axis]);
          if (before !== undefined && isIn !== inside(before[axis])) {
            const cut = crossing(before, point, axis, at);
            if (isIn) kept.push([cut]);
            else kept.at(-1)?.push(cut);
          } else if (isIn && before === undefined) kept.push([]);
          if (isIn) kept.at(-1)?.push(point);
        });
        return kept.filter((run) => run.length > 1);
      }),
    [line],
  );
}
