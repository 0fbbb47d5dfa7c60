import type { freshnessMark } from './freshness.ts';
import type { OpenState } from './openState.ts';

type Mark = OpenState['mark'] | ReturnType<typeof freshnessMark>;

const LOOKS: { readonly [M in Mark]: string } = {
  开: 'tile',
  核: 'tile',
  休: 'tile tile-line',
  歇: 'tile tile-line',
  电: 'tile tile-warn',
  停: 'tile tile-warn',
  筹: 'tile tile-dashed',
  待: 'tile tile-dashed',
};

/**
 * The CSS classes of the tile for a mark of freshness or open state: filled is certain, dashed is not confirmed
 * (docs/norms.md §14).
 */
export const tileLook = (mark: Mark): string => LOOKS[mark];
