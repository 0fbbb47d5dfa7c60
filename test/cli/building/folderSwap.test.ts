import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  assertReplaceable,
  clearLeftovers,
  moveFolder,
  OutputFolderError,
  swapIn,
  temporaryBeside,
  writableByAstro,
} from '../../../src/cli/building/folderSwap.ts';

let home: string;
const out = () => join(home, 'dist');
const site = (folder: string, text: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
};
const shown = () => readFileSync(join(out(), 'index.html'), 'utf8');
const nobody = () => false;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'swap-'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('putting a finished site in place', () => {
  it('replaces the old one and leaves nothing else', () => {
    site(out(), 'old');
    site(temporaryBeside(out()), 'new');
    swapIn(temporaryBeside(out()), out());
    expect(shown()).toBe('new');
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('is made elsewhere where the path of the folder merely begins like that of the repository', () => {
    const cache = '/srv/sgz/.cache/astro-1';
    expect(writableByAstro('/srv/sgz', '/srv/sgz-site/dist.tmp-1', cache)).toBe('/srv/sgz/.cache/astro-1/site');
    expect(writableByAstro('/srv/sgz', '/srv/sgz/dist.tmp-1', cache)).toBe('/srv/sgz/dist.tmp-1');
    expect(writableByAstro('/srv/sgz', '/var/www/dist.tmp-1', cache)).toBe('/var/www/dist.tmp-1');
    site(join(home, 'made'), 'new');
    moveFolder(join(home, 'made'), join(home, 'www', 'dist.tmp-1'));
    expect(readFileSync(join(home, 'www', 'dist.tmp-1', 'index.html'), 'utf8')).toBe('new');
    expect(existsSync(join(home, 'made'))).toBe(false);
  });

  it('works where there was none', () => {
    site(temporaryBeside(out()), 'new');
    swapIn(temporaryBeside(out()), out());
    expect(shown()).toBe('new');
  });

  it('puts the old one back when the new one is not there', () => {
    site(out(), 'old');
    expect(() => swapIn(temporaryBeside(out()), out())).toThrow();
    expect(shown()).toBe('old');
  });
});

describe('what killed builds left', () => {
  it('is removed, but not what a running build writes', () => {
    site(temporaryBeside(out(), 1111), 'dead');
    site(temporaryBeside(out(), 2222), 'running');
    clearLeftovers(out(), (pid) => pid === 2222);
    expect(readdirSync(home)).toEqual(['dist.tmp-2222']);
  });

  it('between the two renames is put back', () => {
    site(join(home, 'dist.old-1111'), 'old');
    clearLeftovers(out(), nobody);
    expect(shown()).toBe('old');
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('leaves other names alone', () => {
    for (const name of ['dist.tmp-x', 'dist.old', 'other.tmp-1111']) site(join(home, name), name);
    clearLeftovers(out(), nobody);
    expect(readdirSync(home).sort()).toEqual(['dist.old', 'dist.tmp-x', 'other.tmp-1111']);
  });
});

describe('the final folder', () => {
  it('is never the repo or a folder around it', () => {
    expect(() => assertReplaceable(home, home)).toThrow(OutputFolderError);
    expect(() => assertReplaceable(home, join(home, 'repo'))).toThrow(OutputFolderError);
    expect(() => assertReplaceable(join(home, 'dist'), home)).not.toThrow();
  });

  it('is never one with other things in it', () => {
    mkdirSync(out());
    expect(() => assertReplaceable(out(), join(home, 'repo'))).not.toThrow();
    writeFileSync(join(out(), '毕业论文.doc'), '');
    expect(() => assertReplaceable(out(), join(home, 'repo'))).toThrow(/没有动它/u);
    expect(existsSync(join(out(), '毕业论文.doc'))).toBe(true);
  });
});
