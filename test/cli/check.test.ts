import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/loading/handouts/checkReport.ts';
import { readDataset } from '../../src/loading/dataset.ts';
import { ruleFault, textFault, type Fault } from '../../src/loading/faults/fault.ts';
import { CITY, cityWith, swap } from '../loading/city.ts';
import { ROOT } from '../site/builtSite.ts';

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

  it('tells reminders apart from what must be mended, each with its code', () => {
    const error = textFault('cite-title', 'pages/a.mdx', '', '文号对，题目不对', '改题目');
    const reminder = textFault('copied', 'interpretations/b.mdx', '', '像摘抄', '用自己的话说');
    const both = checkReport([reminder, error]);
    expect(both.indexOf('〔cite-title〕')).toBeLessThan(both.indexOf('提醒：'));
    expect(both.indexOf('提醒：')).toBeLessThan(both.indexOf('〔copied〕'));
    expect(both).toMatch(/检查完了：1 个文件里有 1 处错误。另有 1 处提醒，不挡发布。$/u);
    expect(checkReport([reminder])).toMatch(/检查完了，没有错误。另有 1 处提醒，不挡发布。$/u);
  });
});

describe('equal reminders', () => {
  it('are told once, with the first five and how many there are', () => {
    const old = Array.from({ length: 150 }, (_, at) => ({
      ...ruleFault('verified-old', 'stations.csv', '2024-01-01', '已经 900 天'),
      row: at + 2,
    }));
    const lines = checkReport(old).split('\n');
    expect(lines.filter((line) => line.includes('已经 900 天'))).toHaveLength(5);
    expect(lines).toContain('一年以上没有核实（150 处）〔verified-old〕依据：本站规范八（新鲜度）');
    expect(lines).toContain('  等 150 处');
  });
});

describe('npm run check as a command', () => {
  const run = (args: string[], content: string) => {
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'src/cli/check.ts'), ...args], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: CITY.data, CONTENT_DIR: content },
      encoding: 'utf8',
    });
    return { status, stdout };
  };
  const contentLike = (fixture: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'check-'));
    cpSync(CITY.content, folder, { recursive: true });
    cpSync(join(ROOT, 'test/fixtures/lint/interpretations', fixture), join(folder, 'interpretations/how-many.mdx'));
    return folder;
  };

  it('prints which interpretation explains which clause, and ends well', () => {
    const { status, stdout } = run([], CITY.content);
    expect(stdout).toContain('泽民发〔2024〕1号 的 5 条，有解读的 5 条');
    expect(stdout).toContain('一（二）专项社工站：为什么是十二家');
    expect(status).toBe(0);
  });

  it('writes a page that prints, whole, and refuses a folder that is not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'check-'));
    try {
      expect(run(['--html', join(folder, '检查.html'), '--today', '2026-11-23'], CITY.content).status).toBe(0);
      expect(readdirSync(folder)).toEqual(['检查.html']);
      const page = readFileSync(join(folder, '检查.html'), 'utf8');
      expect(page).toContain('@page { size: A4');
      expect(page).toContain('一年以上没有核实：1 处');
      expect(page).not.toMatch(/(?:src|href)=/u);
      expect(run(['--html', join(folder, 'nowhere', 'a.html')], CITY.content).status).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('takes the day from --today, and no day that does not exist', () => {
    const codes = (day: string) =>
      (JSON.parse(run(['--json', '--today', day], CITY.content).stdout) as { faults: Fault[] }).faults.map(
        ({ code }) => code,
      );
    expect(codes('2026-11-20')).not.toContain('as-at-old');
    expect(codes('2027-11-20')).toContain('as-at-old');
    expect(run(['--today', '2026-02-30'], CITY.content).status).toBe(2);
  });

  it('ends with 1 for what must be mended and with 0 for a reminder, in --json too', () => {
    const wrong = contentLike('cite-title.mdx');
    const late = contentLike('published-late.mdx');
    try {
      expect(run([], wrong).status).toBe(1);
      expect(run([], late).status).toBe(0);
      const report = JSON.parse(run(['--json'], late).stdout) as { ok: boolean; faults: Fault[] };
      expect(report.ok).toBe(true);
      expect(report.faults.map(({ code, level }) => [code, level])).toContainEqual(['published-late', '提醒']);
      expect(report.faults.filter(({ level }) => level === '必须改')).toEqual([]);
    } finally {
      for (const folder of [wrong, late]) rmSync(folder, { recursive: true });
    }
  });
});
