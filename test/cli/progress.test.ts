import { describe, expect, it } from 'vitest';
import { durationWords, Progress } from '../../src/cli/progress.ts';

/** A screen that keeps what is written, and a clock that is set by hand. */
function scene(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const clock = { now: 0 };
  const screen = { isTTY, columns, write: (text: string) => written.push(text) };
  return { written, clock, progress: new Progress(screen, () => clock.now) };
}

describe('progress', () => {
  it('leaves one line a stage in a log, with what was done and how long it took', () => {
    const { written, clock, progress } = scene(false);
    progress.stage('写页面');
    for (let page = 1; page <= 3886; page += 1) progress.count(page, 3886, '页');
    clock.now = 12_345;
    progress.stage('检查');
    clock.now = 15_000;
    progress.end();
    expect(written).toEqual(['写页面 · 3886 页 · 12.3 秒\n', '检查 · 2.7 秒\n']);
    expect(progress.took).toBe('15.0 秒');
  });

  it('says nothing in a log of what took less than two seconds, or is told otherwise', () => {
    const { written, clock, progress } = scene(false);
    progress.stage('读表');
    clock.now = 1999;
    progress.stage('单元测试', false);
    clock.now = 9999;
    progress.end();
    expect(written).toEqual([]);
  });

  it('rewrites one line on a terminal, ten times a second at most, and takes it away in the end', () => {
    const { written, clock, progress } = scene(true);
    progress.stage('写页面');
    for (let page = 1; page <= 1000; page += 1) {
      clock.now = page;
      progress.count(page, 1000, '页');
    }
    progress.end();
    expect(written.every((text) => text.startsWith('\r\u001B[2K') && !text.includes('\n'))).toBe(true);
    expect(written.length).toBeLessThan(13);
    expect(written).toContain('\r\u001B[2K写页面 · 500/1000 页 · 0.5 秒');
    expect(written.at(-1)).toBe('\r\u001B[2K');
  });

  it('never writes a line on a terminal that would be broken in two', () => {
    const { written, progress } = scene(true, 10);
    progress.stage('读名录里的街镇和居委会');
    progress.end();
    expect(written[0]).toBe('\r\u001B[2K读名录里');
  });

  it.each([
    [900, '0.9 秒'],
    [59_940, '59.9 秒'],
    [125_400, '2 分 5 秒'],
  ])('%d milliseconds are %s', (milliseconds, words) => expect(durationWords(milliseconds)).toBe(words));
});
