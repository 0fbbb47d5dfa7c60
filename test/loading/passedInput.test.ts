import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { load } from '../../src/loading/input.ts';
import { passedInput, passInput } from '../../src/loading/passedInput.ts';
import { CITY } from './city.ts';

it('hands an input to another process as it was read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passed-'));
  const input = load(CITY);
  const file = join(folder, 'input.bin');
  passInput(file, input);
  const passed = passedInput(file);
  rmSync(folder, { recursive: true });
  expect(passed).toStrictEqual(input);
});
