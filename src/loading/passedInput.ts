import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Input } from './input.ts';

/** Writes a checked input for another process of the same build, which need not read and check the folders again. */
export function passInput(file: string, input: Input): void {
  writeFileSync(file, serialize(input));
}

/** The input that `passInput` wrote; throws where there is none. */
export const passedInput = (file: string): Input => deserialize(readFileSync(file)) as Input;
