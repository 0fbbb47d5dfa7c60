import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARKER, markSite } from '../../../src/built/marker.ts';
import { commitSite, settleBuilds } from '../../../src/cli/building/commit.ts';
import {
  clearLeftovers,
  clearStage,
  insideStage,
  moveFolder,
  siteReplacements,
  stageOf,
  temporaryBeside,
  type Stage,
} from '../../../src/cli/building/folderSwap.ts';

let home: string;
let root: string;
const out = () => join(home, 'dist');
const site = (folder: string, text: string) => {
  mkdirSync(folder, { recursive: true });
  markSite(folder);
  writeFileSync(join(folder, 'index.html'), text);
};
const shown = () => readFileSync(join(out(), 'index.html'), 'utf8');
const nobody = () => false;
const filled = (stage: Stage, text: string) => {
  site(stage.ready, text);
  return stage;
};

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'swap-')));
  root = join(home, 'repo');
  mkdirSync(root);
});
afterEach(() => rmSync(home, { recursive: true }));

describe('putting a finished site in place', () => {
  it('replaces the old one and leaves nothing else', () => {
    site(out(), 'old');
    commitSite(root, filled(stageOf(out()), 'new'), new Map());
    expect(shown()).toBe('new');
    expect(readdirSync(home).sort()).toEqual(['dist', 'repo']);
    expect(readdirSync(join(root, '.cache', 'commits'))).toEqual([]);
  });

  it('works where there was none', () => {
    commitSite(root, filled(stageOf(join(home, 'www', 'dist')), 'new'), new Map());
    expect(readFileSync(join(home, 'www', 'dist', 'index.html'), 'utf8')).toBe('new');
  });

  it('takes files beside it along', () => {
    const log = join(home, 'changes.csv');
    writeFileSync(log, 'before');
    commitSite(root, filled(stageOf(out()), 'new'), new Map([[log, 'after']]));
    expect(readFileSync(log, 'utf8')).toBe('after');
    expect(readdirSync(home).sort()).toEqual(['changes.csv', 'dist', 'repo']);
  });

  it('changes nothing at all where one of the files cannot be written', () => {
    site(out(), 'old');
    const log = join(home, 'changes.csv');
    mkdirSync(join(home, 'file.conf', 'full'), { recursive: true });
    writeFileSync(log, 'before');
    const companions = new Map([
      [log, 'after'],
      [join(home, 'nowhere', 'x.conf'), 'x'],
    ]);
    const stage = filled(stageOf(out()), 'new');
    expect(() => commitSite(root, stage, companions)).toThrow(/ENOENT/u);
    clearStage(stage);
    expect([shown(), readFileSync(log, 'utf8')]).toEqual(['old', 'before']);
    expect(readdirSync(home).sort()).toEqual(['changes.csv', 'dist', 'file.conf', 'repo']);
  });

  it('puts the old one back when the new one is not there', () => {
    site(out(), 'old');
    const stage = stageOf(out());
    const companions = new Map([[join(home, 'changes.csv'), 'after']]);
    writeFileSync(join(home, 'block'), '');
    rmSync(stage.ready, { recursive: true });
    // The stage has been replaced by a link to nowhere below a file: no rename can succeed.
    expect(() => commitSite(root, { ...stage, ready: join(home, 'block', 'x') }, companions)).toThrow();
    expect(shown()).toBe('old');
    expect(existsSync(join(home, 'changes.csv'))).toBe(false);
  });

  it('goes entry by entry in a folder that cannot be renamed, as a mount point', () => {
    site(out(), 'old');
    for (const name of ['lost+found', 'stations', 'towns']) mkdirSync(join(out(), name));
    const stage = filled(insideStage(out()), 'new');
    mkdirSync(join(stage.ready, 'stations'));
    commitSite(root, stage, new Map());
    clearStage(stage);
    expect(shown()).toBe('new');
    expect(readdirSync(out()).sort()).toEqual(['index.html', 'lost+found', MARKER, 'stations']);
  });

  it('moves a folder to where another one stood', () => {
    site(join(home, 'made'), 'new');
    site(join(home, 'www', 'x'), 'other');
    writeFileSync(join(home, 'www', 'x', 'more'), '');
    moveFolder(join(home, 'made'), join(home, 'www', 'x'));
    expect(readdirSync(join(home, 'www', 'x')).sort()).toEqual(['index.html', MARKER]);
    expect(existsSync(join(home, 'made'))).toBe(false);
  });
});

describe('a swap that was killed', () => {
  const DEAD = 999_999_999;
  const write = (path: string, text: string) => writeFileSync(path, text);
  /** A journal of a dead process, as replaceTogether writes it. */
  function dead(): { stage: Stage; log: string } {
    site(out(), 'old');
    const log = join(home, 'changes.csv');
    write(log, 'before');
    const stage = filled({ out: out(), ready: temporaryBeside(out(), DEAD), inside: false }, 'new');
    write(`${log}.new`, 'after');
    const replacements = [...siteReplacements(stage, DEAD), { ready: `${log}.new`, path: log, old: `${log}.old` }];
    mkdirSync(join(root, '.cache', 'commits'), { recursive: true });
    write(join(root, '.cache', 'commits', `.replacing-${DEAD}.json`), JSON.stringify(replacements));
    return { stage, log };
  }
  const end = (log: string) => {
    settleBuilds(root);
    clearLeftovers(out());
    expect([shown(), readFileSync(log, 'utf8')]).toEqual(['new', 'after']);
    expect(readdirSync(home).sort()).toEqual(['changes.csv', 'dist', 'repo']);
    expect(readdirSync(join(root, '.cache', 'commits'))).toEqual([]);
  };

  it('before the first rename is completed by the next run', () => {
    end(dead().log);
  });

  it('between the two renames is completed by the next run', () => {
    const { log } = dead();
    moveFolder(out(), join(home, `dist.old-${DEAD}`));
    end(log);
  });

  it('between the site and the log is completed by the next run', () => {
    const { stage, log } = dead();
    moveFolder(out(), join(home, `dist.old-${DEAD}`));
    moveFolder(stage.ready, out());
    end(log);
  });
});

describe('what killed builds left', () => {
  it('is removed, but not what a running build writes', () => {
    site(temporaryBeside(out(), 1111), 'dead');
    site(temporaryBeside(out(), 2222), 'running');
    clearLeftovers(out(), (pid) => pid === 2222);
    expect(readdirSync(home).sort()).toEqual(['dist.tmp-2222', 'repo']);
  });

  it('without a journal is put back where there is no site', () => {
    site(join(home, 'dist.old-1111'), 'old');
    clearLeftovers(out(), nobody);
    expect(shown()).toBe('old');
    expect(readdirSync(home).sort()).toEqual(['dist', 'repo']);
  });

  it('leaves other names alone, and folders of others that have such a name', () => {
    site(out(), 'now');
    for (const name of ['dist.tmp-x', 'dist.old', 'other.tmp-1111']) site(join(home, name), name);
    mkdirSync(join(home, 'dist.old-2024', 'letters'), { recursive: true });
    clearLeftovers(out(), nobody);
    expect(readdirSync(home).sort()).toEqual([
      'dist',
      'dist.old',
      'dist.old-2024',
      'dist.tmp-x',
      'other.tmp-1111',
      'repo',
    ]);
  });
});
