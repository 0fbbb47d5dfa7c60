import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOfSystem } from '../../../src/cli/failure.ts';
import { fileReader } from '../../../src/loading/folders.ts';
import { replaceTogether } from '../../../src/loading/formats/replaceTogether.ts';
import { readyFile, writeTogether } from '../../../src/loading/formats/writeTogether.ts';
import { NO_DISK, smallDisk } from '../../cli/smallDisk.ts';

const DEAD = 999_999_999;

let folder: string;
const path = (name: string) => join(folder, name);
const put = (name: string, text: string) => writeFileSync(path(name), text);
const all = () =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(path(name), 'utf8')]),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'together-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('files that are written together', () => {
  it('are all there, with nothing beside them', () => {
    put('a.csv', 'old');
    writeTogether(folder, { 'a.csv': 'new a', 'b.csv': new TextEncoder().encode('new b') });
    expect(all()).toEqual({ 'a.csv': 'new a', 'b.csv': 'new b' });
  });

  it('are all as they were where one of them cannot be written', () => {
    put('a.csv', 'old a');
    put('c.csv', 'old c');
    // A name that no disk takes: its new text can't even be put beside it.
    expect(() => writeTogether(folder, { 'a.csv': 'new', [`${'x'.repeat(300)}.csv`]: 'new' })).toThrow();
    expect(all()).toEqual({ 'a.csv': 'old a', 'c.csv': 'old c' });
  });

  it('are all as they were where one of them cannot be replaced', () => {
    put('a.csv', 'old a');
    // The third has no folder to go to.
    mkdirSync(path('b.csv'));
    const ready = ['a.csv', 'b.csv'].map((name) => ({
      ready: path(`${name}.new`),
      path: path(name),
      old: path(`${name}.old`),
    }));
    put('a.csv.new', 'new a');
    put('b.csv.new', 'new b');
    const failing = [...ready, { ready: path('c.new'), path: path('missing/c'), old: path('c.old') }];
    put('c.new', 'c');
    expect(() => replaceTogether(folder, failing)).toThrow(/ENOENT/u);
    expect(all()).toEqual({ 'a.csv': 'old a', 'a.csv.new': 'new a', 'b.csv.new': 'new b', 'c.new': 'c' });
    expect(readdirSync(folder)).toContain('b.csv');
  });
});

describe('files that are written together on a disk that becomes full', () => {
  it('are all new or all old, with nothing beside them, however much room was left', ({ skip }) => {
    const disk = smallDisk(512 * 1024);
    if (disk === null) return skip(NO_DISK);
    try {
      const place = join(disk.folder, 'data');
      mkdirSync(place);
      const text = (state: string) => state.repeat(20_000);
      const files = (state: string) => ({ 'a.csv': text(`${state}甲`), 'b.csv': text(`${state}乙`) });
      const found = () =>
        Object.fromEntries(readdirSync(place).map((name) => [name, readFileSync(join(place, name), 'utf8')]));
      writeTogether(place, files('o'));
      const ends = new Set<string>();
      for (let left = 0; left <= 280; left += 8) {
        disk.leave(left * 1024);
        let end = 'new';
        try {
          writeTogether(place, files('n'));
        } catch (error) {
          end = faultOfSystem(error) ?? String(error);
        }
        expect(found(), `${left} KB were left`).toEqual(files(end === 'new' ? 'n' : 'o'));
        ends.add(end);
        disk.clear();
        if (end === 'new') writeTogether(place, files('o'));
      }
      expect([...ends].filter((end) => end !== 'new' && !end.includes('磁盘满了。怎么改：腾出地方'))).toEqual([]);
      expect(ends.size).toBeGreaterThan(1);
    } finally {
      disk.remove();
    }
  });
});

it('a file that was to be put beside another leaves nothing there on a full disk', ({ skip }) => {
  const disk = smallDisk(512 * 1024);
  if (disk === null) return skip(NO_DISK);
  try {
    disk.leave(16 * 1024);
    const write = () => readyFile(disk.folder, 'dist.nginx.conf', 'x'.repeat(100_000));
    expect(write).toThrow(
      expect.objectContaining({ code: 'ENOSPC', path: expect.stringContaining('dist.nginx.conf') }),
    );
    expect(readdirSync(disk.folder)).toEqual(['filler']);
  } finally {
    disk.remove();
  }
});

describe('a run that was killed while it wrote', () => {
  const half = (name: string) => `.${name}.${DEAD}.shegongzhan-new`;
  const replacement = (name: string) => ({
    ready: path(half(name)),
    path: path(name),
    old: path(`.${name}.${DEAD}.shegongzhan-old`),
  });
  const journal = (...replacements: readonly unknown[]) => put(`.replacing-${DEAD}.json`, JSON.stringify(replacements));

  it('is completed when the folder is read: no table of one state beside one of another', () => {
    put('districts.csv', 'new districts');
    put('towns.csv', 'old towns');
    put('.districts.csv.999999999.shegongzhan-old', 'old districts');
    put(half('towns.csv'), 'new towns');
    journal(replacement('districts.csv'), replacement('towns.csv'));
    expect(String(fileReader(folder)('towns.csv'))).toBe('new towns');
    expect(all()).toEqual({ 'districts.csv': 'new districts', 'towns.csv': 'new towns' });
  });

  it('leaves nothing where it had only begun', () => {
    put('towns.csv', 'old');
    put(half('towns.csv'), 'ha');
    put(`.replacing-${DEAD}.json.tmp`, '[');
    writeTogether(folder, { 'a.csv': 'a' });
    expect(all()).toEqual({ 'a.csv': 'a', 'towns.csv': 'old' });
  });

  it('with a journal that is cut short leaves the tables alone', () => {
    put('towns.csv', 'old');
    put(half('towns.csv'), 'new');
    put(`.replacing-${DEAD}.json`, '[{"ready":');
    fileReader(folder);
    expect(all()).toEqual({ 'towns.csv': 'old' });
  });

  it('never touches a file outside its folder, whatever a journal in somebody’s data says', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'letters'), 'mine');
    put('towns.csv', 'old');
    put('evil', 'evil');
    journal({ ready: path('evil'), path: join(outside, 'letters'), old: path('x') });
    fileReader(folder);
    expect(readFileSync(join(outside, 'letters'), 'utf8')).toBe('mine');
    rmSync(outside, { recursive: true });
    const inside = { ready: path('evil'), path: `${folder}/../up`, old: path('x') };
    journal(inside);
    fileReader(folder);
    expect(all()).toEqual({ evil: 'evil', 'towns.csv': 'old' });
  });

  it('is left alone while it is still alive', () => {
    const name = `.towns.csv.${process.ppid}.shegongzhan-new`;
    put(name, 'half');
    fileReader(folder);
    expect(all()).toEqual({ [name]: 'half' });
  });
});
