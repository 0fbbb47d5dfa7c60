import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARKER, markSite } from '../../../src/built/marker.ts';
import { fingerprint, isCurrent, noteBuild } from '../../../src/cli/building/fingerprint.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  for (const folder of ['src', 'data', 'content', 'dist']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'data', 'towns.csv'), 'code\n');
  writeFileSync(join(root, 'dist', 'index.html'), '');
  markSite(join(root, 'dist'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the fingerprint of a build', () => {
  it('stays while nothing changes', () => {
    expect(fingerprint(root, {})).toBe(fingerprint(root, { HOME: '/somewhere' }));
  });

  it.each([
    ['a cell', () => writeFileSync(join(root, 'data', 'towns.csv'), 'code\n1\n')],
    ['a new file', () => writeFileSync(join(root, 'content', 'a.md'), '')],
    ['a file taken away', () => rmSync(join(root, 'data', 'towns.csv'))],
    ['a time', () => utimesSync(join(root, 'data', 'towns.csv'), 1, 1)],
  ])('changes with %s', (_, change) => {
    const before = fingerprint(root, {});
    change();
    expect(fingerprint(root, {})).not.toBe(before);
  });

  it('changes with what the environment says of the site', () => {
    for (const name of ['SITE_BASE', 'SITE_URL', 'TIANDITU_KEY', 'TILE_URL', 'SITE_TODAY']) {
      expect(fingerprint(root, { [name]: 'x' })).not.toBe(fingerprint(root, {}));
    }
  });
});

describe('a built site', () => {
  const note = { fingerprint: 'abc', cases: ['one'] };
  const out = () => join(root, 'dist');

  it('is current while its note says the same', () => {
    expect(isCurrent(root, out(), note)).toBe(false);
    noteBuild(root, out(), note);
    expect(isCurrent(root, out(), note)).toBe(true);
    expect(isCurrent(root, out(), { ...note, cases: ['one', 'two'] })).toBe(false);
    expect(isCurrent(root, join(root, 'other'), note)).toBe(false);
  });

  it('leaves no note behind when its folder is gone', () => {
    mkdirSync(join(root, 'other'));
    noteBuild(root, join(root, 'other'), note);
    rmSync(join(root, 'other'), { recursive: true });
    noteBuild(root, out(), note);
    expect(readdirSync(join(root, '.cache'))).toHaveLength(1);
    expect(isCurrent(root, out(), note)).toBe(true);
  });

  it('is not current when somebody has removed it', () => {
    noteBuild(root, out(), note);
    rmSync(out(), { recursive: true });
    expect(isCurrent(root, out(), note)).toBe(false);
  });

  it('is not current where its folder no longer carries our marker', () => {
    noteBuild(root, out(), note);
    rmSync(join(out(), MARKER));
    expect(isCurrent(root, out(), note)).toBe(false);
  });

  it('has its note written although one of an earlier build is cut short: that is told and removed', () => {
    noteBuild(root, out(), note);
    for (const [name, text] of [
      ['built-abc.json', '{"out":"/srv/di'],
      ['built-def.json', ''],
    ] as const)
      writeFileSync(join(root, '.cache', name), text);
    const said = noteBuild(root, out(), note);
    expect(said).toHaveLength(2);
    expect(said.join('\n')).toMatch(/built-abc\.json 坏了，已经删掉/u);
    expect(readdirSync(join(root, '.cache'))).toHaveLength(1);
    expect(isCurrent(root, out(), note)).toBe(true);
  });

  it('stands even where no note can be written', () => {
    writeFileSync(join(root, '.cache'), '');
    expect(noteBuild(root, out(), note)).toEqual([expect.stringMatching(/网站已经换好，但建站的记录没有写成/u)]);
  });
});
