import { describe, expect, it } from 'vitest';
import { documentOf } from './builtSite.ts';
import {
  complete,
  covered,
  csv,
  districts,
  enough,
  EXPECTED,
  fileOf,
  fresh,
  meta,
  page,
  rightName,
  type Row,
  running,
  section,
  site,
  staffed,
  stations,
  svgs,
  table,
  textOf,
  towns,
} from './progressCounts.ts';

describe('the charts', () => {
  it('draw the bars as long as their numbers', () => {
    const [svg] = svgs('naming');
    // Steps of a path: m<dx>,<dy>h<width>…; the mark of the solid bars is filled with the main colour.
    const path = svg?.querySelector('g[fill="var(--main)"] path')?.getAttribute('d') ?? '';
    const widths = [...path.matchAll(/h([\d.]+)v/gu)].map(([, width]) => Number(width));
    const expected = districts.map(({ code = '' }) => EXPECTED['naming']?.byDistrict?.(code)[0] ?? 0);
    const unit = Math.max(...widths) / Math.max(...expected);
    expect(widths).toHaveLength(expected.length);
    widths.forEach((width, at) => expect(Math.abs(width - (expected[at] ?? 0) * unit)).toBeLessThan(0.2));
  });

  it('draw one cell for each 街镇, solid where there is a station and dashed where not', () => {
    for (const svg of svgs('coverage')) {
      const cells = (selector: string) =>
        svg.querySelector(`${selector} path`)?.getAttribute('d')?.match(/m/gu)?.length ?? 0;
      const [good, all] = EXPECTED['coverage']?.total ?? [0, 0];
      expect(cells('g[fill="var(--main)"]')).toBe(good);
      expect(cells('g[stroke="var(--brick)"]')).toBe((all ?? 0) - good);
    }
  });

  it('show what ran at the end of each year', () => {
    const opened = (end: string) => (row: Row) => {
      if (row['status'] === '筹建' || row['opened_on'] === '' || (row['opened_on'] ?? '') > end) return false;
      return row['status'] === '运行' || (row['status_from'] !== '' && (row['status_from'] ?? '') > end);
    };
    const rows = csv(fileOf('stations')).filter((row) => row['日期'] !== meta.asAt);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => Number(row['合计']))).toEqual(
      rows.map((row) => stations.filter(opened(row['日期'] ?? '')).length),
    );
  });
});

describe('the gaps', () => {
  const named = documentOf(site, 'progress/gaps/index.html');
  const namesIn = (document: Document, id: string) =>
    [...(document.querySelector(`section#${id}`)?.querySelectorAll('.gap-names a') ?? [])].map(textOf);

  // A sample counts its gaps and names none (sample.test.ts).
  it.runIf(meta.kind === 'official')('are all there by name', () => {
    const missing = (rows: readonly Row[], good: (row: Row) => boolean) =>
      districts.flatMap(({ code = '' }) =>
        rows
          .filter((row) => (row['town_code'] ?? row['code'] ?? '').startsWith(code) && !good(row))
          .map(({ name }) => name),
      );
    expect(namesIn(named, 'coverage')).toEqual(missing(towns, (town) => covered.has(town['code'])));
    expect(namesIn(named, 'staffing')).toEqual(missing(staffed, enough));
    expect(namesIn(named, 'naming')).toEqual(missing(running, rightName));
    expect(namesIn(named, 'completeness')).toEqual(missing(running, complete));
    expect(namesIn(named, 'freshness')).toEqual(missing(running, fresh));
  });

  it('stand on the progress page too, or one link away', () => {
    for (const id of ['coverage', 'staffing', 'naming', 'completeness', 'freshness']) {
      const link = section(id).querySelector(`a[href$="/progress/gaps/#${id}"]`);
      const [good = 0, all] = EXPECTED[id]?.total ?? [];
      if (link === null) expect(namesIn(page, id), id).toEqual(namesIn(named, id));
      else expect(textOf(link)).toContain(`${(all ?? 0) - good}个`);
    }
  });
});

describe('the targets', () => {
  it('that are past say 到期达到, 到期未达到 or 无数据, those without a day nothing', () => {
    const items = [...page.querySelectorAll('.milestones > li')];
    expect(items).toHaveLength(table('targets').length);
    table('targets').forEach((row, at) => {
      const tag = textOf(items[at]?.querySelector('.tag'));
      if (row['due'] === '') expect(tag).toBe('');
      else expect((row['due'] ?? '') <= meta.asAt ? ['到期达到', '到期未达到', '无数据'] : ['未到期限']).toContain(tag);
    });
  });

  it('are judged by the day they were due', () => {
    const verdict = textOf(page.querySelector('.milestones')).match(/到2025年12月31日，(\d+)家/u)?.[1];
    const before = csv(fileOf('stations')).find((row) => row['日期'] === '2025-12-31')?.['合计'];
    expect(verdict).toBe(before);
  });

  it('are never counted down, and no share is shown without its denominator', () => {
    const text = textOf(page.querySelector('main'));
    expect(text).not.toMatch(/还有\s*\d+\s*天|倒计时|剩余/u);
    expect(text).not.toMatch(/\d\s*[%％]|百分之/u);
  });
});
