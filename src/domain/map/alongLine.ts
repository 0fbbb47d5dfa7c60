import type { Box, Spot } from './boxes.ts';

/** A place for a name along a line: its middle, and its angle in degrees clockwise, never upside down. */
export interface LineSpot extends Spot {
  readonly angle: number;
  /** How far the line leaves the straight there, as a share of the length. */
  readonly bend: number;
}

/** A name is only written where the line is about as straight as this. */
const STRAIGHT = 0.3;

/** The position on a line at a length from its start. */
function pointAt(line: readonly Spot[], lengths: readonly number[], along: number): Spot {
  const index = Math.max(
    1,
    lengths.findIndex((length) => length >= along),
  );
  const [from, to] = [line[index - 1], line[index]];
  const [before = 0, after = 0] = [lengths[index - 1], lengths[index]];
  if (from === undefined || to === undefined) return line[0] ?? { x: 0, y: 0 };
  const share = after === before ? 0 : (along - before) / (after - before);
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/** Places along a line where a name of this length can stand, the straightest first. */
export function spotsAlong(line: readonly Spot[], length: number): LineSpot[] {
  const lengths: number[] = [];
  line.forEach(({ x, y }, index) => {
    const before = line[index - 1];
    lengths.push(before === undefined ? 0 : (lengths[index - 1] ?? 0) + Math.hypot(x - before.x, y - before.y));
  });
  const whole = lengths[lengths.length - 1] ?? 0;
  const steps = Math.floor((whole - length) / (length / 2));
  return Array.from({ length: Math.max(0, steps + 1) }, (_, step) => {
    const start = step * (length / 2);
    const [from, to] = [pointAt(line, lengths, start), pointAt(line, lengths, start + length)];
    const chord = Math.hypot(to.x - from.x, to.y - from.y);
    const middle = pointAt(line, lengths, start + length / 2);
    const off = Math.abs((to.x - from.x) * (from.y - middle.y) - (from.x - middle.x) * (to.y - from.y));
    const bend = (chord === 0 ? 1 : off / chord / length) + (1 - chord / length);
    const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const upright = angle > 90 ? angle - 180 : angle <= -90 ? angle + 180 : angle;
    return { x: middle.x, y: middle.y, angle: upright, bend };
  })
    .filter(({ bend }) => bend <= STRAIGHT)
    .sort((a, b) => a.bend - b.bend);
}

/** The upright rectangle around a name that stands at an angle. */
export function boxAround({ x, y, angle }: LineSpot, length: number, height: number): Box {
  const [sine, cosine] = [Math.abs(Math.sin((angle * Math.PI) / 180)), Math.abs(Math.cos((angle * Math.PI) / 180))];
  return { x, y, w: length * cosine + height * sine, h: length * sine + height * cosine };
}

/**
 * The parts of a line whose pieces come into a window of this size, or nearer to it than `beyond`: where the rest of a
 * long line goes needn't be looked at.
 */
export function partsWithin(
  line: readonly Spot[],
  { width, height }: { readonly width: number; readonly height: number },
  beyond: number,
): Spot[][] {
  const comes = (a: Spot, b: Spot) =>
    Math.max(a.x, b.x) > -beyond &&
    Math.min(a.x, b.x) < width + beyond &&
    Math.max(a.y, b.y) > -beyond &&
    Math.min(a.y, b.y) < height + beyond;
  const parts: Spot[][] = [];
  let part: Spot[] = [];
  line.forEach((spot, at) => {
    const before = line[at - 1];
    if (before === undefined) return;
    if (!comes(before, spot)) part = [];
    else if (part.length > 0) part.push(spot);
    else parts.push((part = [before, spot]));
  });
  return parts;
}

/** The straightest place along a line where the name has room, with the box that it takes; null where there is none. */
export function roomAlong(
  line: readonly Spot[],
  { length, height }: { readonly length: number; readonly height: number },
  isFree: (box: Box) => boolean,
): { readonly spot: LineSpot; readonly box: Box } | null {
  for (const spot of spotsAlong(line, length)) {
    const box = boxAround(spot, length, height);
    if (isFree(box)) return { spot, box };
  }
  return null;
}
