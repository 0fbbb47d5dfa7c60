import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markSite } from '../../../src/built/marker.ts';
import { assertReplaceable, OutputFolderError, realOf } from '../../../src/cli/building/outputFolder.ts';

let home: string;
let root: string;
const out = () => join(home, 'www', 'dist');
const check = (path = out(), input: readonly string[] = []) => assertReplaceable(path, root, input, join(home, 'me'));
const write = (path: string) => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'x');
};

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'output-')));
  root = join(home, 'repo');
  for (const folder of ['data', 'content', 'src', 'public', 'dist']) mkdirSync(join(root, folder), { recursive: true });
  mkdirSync(join(home, 'me'));
  mkdirSync(out(), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

describe('the final folder may be', () => {
  it('missing, empty, or holding what a disk puts there itself', () => {
    expect(() => check(join(home, 'new', 'dist'))).not.toThrow();
    expect(() => check()).not.toThrow();
    mkdirSync(join(out(), 'lost+found'));
    expect(() => check()).not.toThrow();
    expect(() => check(join(root, 'dist'))).not.toThrow();
  });

  it('a site that an earlier build has marked', () => {
    write(join(out(), 'index.html'));
    markSite(out());
    expect(() => check()).not.toThrow();
  });
});

it('the cache of the repository is our own, but is no site itself', () => {
  write(join(root, '.cache', 'test-dist', 'index.html'));
  expect(() => check(join(root, '.cache', 'test-dist'))).not.toThrow();
  expect(() => check(join(root, '.cache'))).toThrow(OutputFolderError);
});

describe('the final folder is never', () => {
  it("somebody else's site, and the message says what to do", () => {
    for (const name of ['index.html', 'sitemap-index.xml', 'pagefind/x.js']) write(join(out(), name));
    expect(() => check()).toThrow(OutputFolderError);
    expect(() => check()).toThrow(
      /没有本程序的标记文件 shegongzhan-site\.txt.*怎么改：换一个空文件夹（OUT_DIR）.*没有动它/u,
    );
    expect(existsSync(join(out(), 'index.html'))).toBe(true);
  });

  it('a root, a home, the repository, or a folder around one of them, marker or not', () => {
    for (const path of ['/', home, root, join(home, 'me')]) {
      if (path !== '/') markSite(path);
      expect(() => check(path), path).toThrow(OutputFolderError);
    }
  });

  it.each(['data', 'content', 'data/site', 'content/site', 'public/site', 'src/site'])(
    'the %s of the repository, or in it',
    (path) => {
      mkdirSync(join(root, path), { recursive: true });
      markSite(join(root, path));
      expect(() => check(join(root, path))).toThrow(OutputFolderError);
    },
  );

  it('a folder of data or texts from elsewhere, or one that holds it', () => {
    const data = join(out(), 'tables');
    mkdirSync(data);
    markSite(out());
    expect(() => check(out(), [data])).toThrow(/包着它的文件夹/u);
    expect(() => check(data, [data])).toThrow(OutputFolderError);
    expect(() => check(join(data, 'site'), [data])).toThrow(OutputFolderError);
  });

  it('one that holds the history of a version control, marker or not', () => {
    markSite(out());
    mkdirSync(join(out(), 'pages', '.git'), { recursive: true });
    expect(() => check()).toThrow(/pages\/\.git，换掉网站会丢掉它的历史/u);
  });

  it('a file', () => {
    write(join(home, 'file'));
    expect(() => check(join(home, 'file'))).toThrow(/是一个文件，不是文件夹/u);
  });

  it('any of these behind a link, nor a link that leads nowhere', () => {
    markSite(join(root, 'data'));
    symlinkSync(join(root, 'data'), join(home, 'link'));
    expect(() => check(join(home, 'link'))).toThrow(OutputFolderError);
    symlinkSync(join(home, 'nowhere'), join(home, 'dangling'));
    expect(() => check(join(home, 'dangling'))).toThrow(/指向的地方不存在/u);
  });
});

it('a path is followed through its links, also where its end is not there yet', () => {
  symlinkSync(join(home, 'www'), join(home, 'link'));
  expect(realOf(join(home, 'link', 'new', 'dist'))).toBe(join(home, 'www', 'new', 'dist'));
});
