import type { Spot } from './boxes.ts';

/** Up to this many things at one place are fanned out; more are only listed. */
export const FANNED = 12;

/**
 * Where `count` things of the size `touch` stand that lie at one place: on a circle around it, wide enough that none
 * covers another, the first one above; offsets from the place.
 */
export function fanOut(count: number, touch: number): Spot[] {
  const room = touch * 1.15;
  const radius = Math.max(touch * 1.4, count < 3 ? 0 : room / 2 / Math.sin(Math.PI / count));
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}
