import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/cli/check.ts';
import { readDataset } from '../../src/loading/dataset.ts';
import { cityWith, swap } from '../loading/city.ts';

describe('the report of npm run check', () => {
  it('groups faults by file, in the order of rows, and closes with the count', () => {
    const { faults } = readDataset(
      cityWith({
        'stations.csv': (text) => swap(',yunhe,', ',nobody,')(swap('2026-01-15', '去年')(text)),
        'topics.csv': swap('elderly,老', 'elderly,'),
      }),
    );
    const lines = checkReport(faults).split('\n');
    expect(lines.filter((line) => /^\S+（\d+ 处）$/u.test(line))).toEqual([
      'stations.csv（2 处）',
      'topics.csv（1 处）',
    ]);
    expect(
      lines.filter((line) => line.includes('stations.csv 第')).map((line) => /第 (\d+) 行/u.exec(line)?.[1]),
    ).toEqual(['2', '3']);
    expect(lines.at(-1)).toBe('检查完了：2 个文件里有 3 处错误。');
  });

  it('says so when all is well', () => {
    expect(checkReport([])).toBe('检查完了，没有错误。');
  });
});
