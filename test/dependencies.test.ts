import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

// The second one holds what the bench compares this program with.
describe.each(['package-lock.json', 'bench/peers/package-lock.json'])('the lockfile %s', (file) => {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> };
  const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('holds a strong checksum of every package, of other platforms too', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  });

  it('holds no download address', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
