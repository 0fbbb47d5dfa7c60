import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium, SHELL } from '../../src/cli/chromium.mjs';

let folder: string;
const program = () => join(folder, 'chromium');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  writeFileSync(program(), '#!/bin/sh\n');
  chmodSync(program(), 0o755);
  writeFileSync(join(folder, 'readme'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('takes the program that CHROMIUM_PATH names', () => {
  expect(findChromium({ CHROMIUM_PATH: program(), PATH: '' }, 'linux')).toBe(program());
});

it('finds nothing where CHROMIUM_PATH names no program, whatever is on the PATH', () => {
  expect(findChromium({ CHROMIUM_PATH: join(folder, 'readme'), PATH: folder }, 'linux')).toBeNull();
});

it('looks along the PATH', () => {
  expect(findChromium({ PATH: `/nowhere:${folder}` }, 'linux')).toBe(program());
  expect(findChromium({ PATH: '/nowhere' }, 'linux')).toBeNull();
});

it('takes the shell before the whole browser, wherever on the PATH both lie', () => {
  const other = mkdtempSync(join(tmpdir(), 'chromium-'));
  const shell = join(other, SHELL);
  writeFileSync(shell, '#!/bin/sh\n');
  chmodSync(shell, 0o755);
  expect(findChromium({ PATH: `${folder}:${other}` }, 'linux')).toBe(shell);
  rmSync(other, { recursive: true });
});
