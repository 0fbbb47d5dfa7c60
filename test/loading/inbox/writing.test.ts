import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Head } from '../../../src/loading/inbox/check/prepare.ts';
import type { Place } from '../../../src/loading/inbox/write/place.ts';
import { settleCases, writeCase } from '../../../src/loading/inbox/write/writeCase.ts';
import { Desk } from './packages.ts';

let desk: Desk;
let cases: string;
beforeEach(() => {
  desk = new Desk();
  cases = join(desk.content, 'cases');
});
afterEach(() => desk.remove());

/** The number of a process that has ended. */
const ENDED = 999_999_999;

describe('a case that is written', () => {
  it('leaves nothing of itself where the text can not be written', async () => {
    const picture = { name: '0123456789abcdef.jpg', bytes: new Uint8Array([1]), told: false };
    const prepared = { head: {} as Head, body: '', pictures: [picture], notes: [] };
    // No disk has room for a name of this length.
    const place: Place = {
      slug: '',
      file: `cases/${'a'.repeat(300)}.md`,
      state: 'new',
      text: 'x',
      earlier: null,
      gone: [],
    };
    const before = desk.everything();
    expect(() => writeCase(desk.content, place, prepared)).toThrow('ENAMETOOLONG');
    expect(desk.everything()).toEqual(before);
  });

  it('is completed by the next run where one was killed between its pictures and its text', () => {
    const pictures = join(cases, 'pictures');
    mkdirSync(pictures);
    const replacement = (folder: string, name: string) => {
      const [ready, old] = ['new', 'old'].map((kind) => join(folder, `.${name}.${ENDED}.shegongzhan-${kind}`));
      writeFileSync(ready ?? '', name);
      return { ready, path: join(folder, name), old };
    };
    const journal = [replacement(pictures, 'a.jpg'), replacement(cases, 'a.md')];
    writeFileSync(join(cases, `.replacing-${ENDED}.json`), JSON.stringify(journal));
    settleCases(desk.content);
    expect(readFileSync(join(pictures, 'a.jpg'), 'utf8')).toBe('a.jpg');
    expect(readFileSync(join(cases, 'a.md'), 'utf8')).toBe('a.md');
    expect([...readdirSync(cases), ...readdirSync(pictures)].filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is never completed outside its own folders', () => {
    const outside = join(desk.folder, 'data', 'stations.csv');
    const ready = join(cases, `.a.md.${ENDED}.shegongzhan-new`);
    writeFileSync(ready, 'x');
    const journal = [{ ready, path: outside, old: join(cases, `.a.md.${ENDED}.shegongzhan-old`) }];
    writeFileSync(join(cases, `.replacing-${ENDED}.json`), JSON.stringify(journal));
    settleCases(desk.content);
    expect(readFileSync(outside, 'utf8')).not.toBe('x');
    expect(existsSync(ready)).toBe(false);
  });
});
