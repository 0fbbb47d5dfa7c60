import type { Input } from './input.ts';

const KEY = Symbol.for('shegongzhan-guide.input');

interface Holder {
  [KEY]?: Input;
}

/** Keeps the input for the pages; integrations and pages are loaded as separate module graphs in one process. */
export function keepInput(input: Input): void {
  (globalThis as Holder)[KEY] = input;
}

/** The input that was kept last, if any. */
export function keptInput(): Input | null {
  return (globalThis as Holder)[KEY] ?? null;
}
