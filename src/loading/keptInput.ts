import type { Input } from './input.ts';

const KEY = Symbol.for('shegongzhan-guide.input');

interface Holder {
  [KEY]?: Input;
}

/**
 * Stores the checked input for the pages. It lies on `globalThis`, because Astro loads integrations and pages as
 * separate module graphs.
 */
export function keepInput(input: Input): void {
  (globalThis as Holder)[KEY] = input;
}

/** The input that was stored last; null before the first. */
export function keptInput(): Input | null {
  return (globalThis as Holder)[KEY] ?? null;
}
