import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, mainSite, read, ROOT } from './builtSite.ts';

type Row = Readonly<Record<string, string>>;

const { data } = foldersOf(process.env, ROOT);
const csv = (text: string): Row[] =>
  Papa.parse<Row>(text.replace(/^\uFEFF/u, ''), { header: true, skipEmptyLines: true }).data;
const table = (name: string) => csv(readFileSync(join(data, `${name}.csv`), 'utf8'));

const { meta } = load(foldersOf(process.env, ROOT)).dataset;
const site = mainSite();
const page = documentOf(site, 'progress/index.html');
const prefix = meta.kind === 'sample' ? 'sample-' : '';
const fileOf = (id: string) => read(site, `progress/${prefix}${id}.csv`);

// Everything below is counted here from the tables as they lie in data/, by no function of the site.
const stations = table('stations');
const towns = table('towns').filter(({ kind }) => kind !== '其他');
const districts = table('districts');
const running = stations.filter(({ status }) => status === '运行');
const general = running.filter(({ type }) => type === '综合');
const inDistrict = (code: string) => (row: Row) => row['town_code']?.startsWith(code) === true;
const goal = (metric: string) => Number(table('targets').find((row) => row['metric'] === metric)?.['goal']);
const covered = new Set(general.map((row) => row['town_code']));
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const age = (row: Row) => (row['verified_on'] ? day(meta.asAt) - day(row['verified_on']) : Infinity);
const fresh = (row: Row) => age(row) >= 0 && age(row) <= 180;
const complete = (row: Row) =>
  ['phone', 'hours', 'address', 'lon', 'staff_count', 'opened_on', 'verified_on'].every(
    (column) => row[column] !== '',
  ) && row['precision'] !== '街镇';
const fieldNames = new Map(table('fields').map((row) => [row['slug'], row['name']]));
const townNames = new Map(table('towns').map((row) => [row['code'], row['name']]));
const committees = new Map(table('committees').map((row) => [row['code'], row['name']]));
const rightName = (row: Row) => {
  const part = row['type'] === '专项' ? fieldNames.get(row['field']) : committees.get(row['committee_code']);
  return row['name'] === `${townNames.get(row['town_code']) ?? ''}${part ?? ''}社工站`;
};
const staffed = general.filter((row) => row['staff_count'] !== '');
const enough = (row: Row) => Number(row['staff_count']) >= goal('staffing');

/** For each figure the whole, and by district its numerator and denominator where it has them. */
const EXPECTED: Readonly<
  Record<string, { total: [number, number | null]; byDistrict?: (code: string) => [number, number] }>
> = {
  stations: { total: [running.length, goal('station-count')] },
  coverage: {
    total: [towns.filter((town) => covered.has(town['code'])).length, towns.length],
    byDistrict: (code) => {
      const own = towns.filter((town) => town['district_code'] === code);
      return [own.filter((town) => covered.has(town['code'])).length, own.length];
    },
  },
  special: { total: [running.filter(({ type }) => type === '专项').length, null] },
  staffing: {
    total: [staffed.filter(enough).length, staffed.length],
    byDistrict: (code) => {
      const own = staffed.filter(inDistrict(code));
      return [own.filter(enough).length, own.length];
    },
  },
  naming: {
    total: [running.filter(rightName).length, running.length],
    byDistrict: (code) => {
      const own = running.filter(inDistrict(code));
      return [own.filter(rightName).length, own.length];
    },
  },
  completeness: {
    total: [running.filter(complete).length, running.length],
  },
  freshness: {
    total: [running.filter(fresh).length, running.length],
    byDistrict: (code) => {
      const own = running.filter(inDistrict(code));
      return [own.filter(fresh).length, own.length];
    },
  },
};

const textOf = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
const section = (id: string) => {
  const found = page.querySelector(`section#${id}`);
  if (found === null) throw new Error(`no figure ${id}`);
  return found;
};
const svgs = (id: string) => [...section(id).querySelectorAll('svg.chart')];
const textsOf = (svg: Element) => [...svg.querySelectorAll('text')].map(textOf);

describe.each(Object.entries(EXPECTED))('the figure %s', (id, { total, byDistrict }) => {
  const [numerator, denominator] = total;
  const shown = `${numerator}${denominator === null ? '' : ` / ${denominator}`}`;

  it('shows what the tables say', () => {
    expect(textOf(section(id).querySelector('.big-number'))).toBe(shown);
    expect(textOf(page.querySelector(`.figure-index a[href="#${id}"] b`))).toBe(shown);
  });

  it('says formula, numerator, denominator, basis and date', () => {
    const facts = [...section(id).querySelectorAll('.figure-facts > div')].map((row) => [
      textOf(row.querySelector('dt')),
      textOf(row.querySelector('dd')),
    ]);
    expect(facts.map(([name]) => name)).toEqual(['算法', '分子', '分母', '依据', '截至']);
    expect(facts.filter(([, words = '']) => words.length < 4)).toEqual([]);
    if (denominator === null) expect(facts[2]?.[1]).toBe('没有，所以不算比例');
    else expect(facts[2]?.[1]).toMatch(new RegExp(`^${denominator}。.+\\d{4}年\\d+月\\d+日$`, 'u'));
  });

  it('is drawn twice, named, described and stamped', () => {
    expect(svgs(id)).toHaveLength(2);
    for (const svg of svgs(id)) {
      expect(svg.getAttribute('role')).toBe('img');
      const [title, desc] = ['aria-labelledby', 'aria-describedby'].map((name) =>
        textOf(page.getElementById(svg.getAttribute(name) ?? '')),
      );
      expect(title?.length).toBeGreaterThan(3);
      expect(desc).toContain(String(numerator));
      if (meta.kind === 'sample') expect(textsOf(svg)).toContain('示例数据');
    }
  });

  it('has a file of its own whose rows are those of the page', () => {
    const rows = csv(fileOf(id));
    const heads = [...section(id).querySelectorAll('thead th')].map(textOf);
    const cells = [...section(id).querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf));
    const dates = (value = '') =>
      value.replace(
        /^(\d{4})-0?(\d+)-0?(\d+)$/u,
        (_, year: string, month: string, of: string) => `${year}年${month}月${of}日`,
      );
    expect(cells.length).toBeGreaterThan(0);
    expect(rows.map((row) => heads.map((head) => dates(row[head])))).toEqual(cells);
    expect(new Set(rows.map((row) => row['截至']))).toEqual(new Set([meta.asAt]));
    expect(rows.every((row) => row['依据'] !== '')).toBe(true);
  });

  it.runIf(byDistrict !== undefined)('says of each district what the tables say, in chart, table and file', () => {
    const expected = districts.map(({ name = '', code = '' }) => [name, ...(byDistrict?.(code) ?? [])]);
    const heads = [...section(id).querySelectorAll('thead th')].map(textOf);
    const whole = id === 'freshness' ? heads.indexOf('运行中的站') : 2;
    const rows = csv(fileOf(id)).map((row) => [
      row[heads[0] ?? ''],
      Number(row[heads[1] ?? '']),
      Number(row[heads[whole] ?? '']),
    ]);
    expect(rows).toEqual(expected);
    for (const svg of svgs(id)) {
      const texts = textsOf(svg).filter(
        (text) => text !== '示例数据' && text !== '' && text !== textOf(svg.querySelector('title')),
      );
      const names = texts.filter((text) => !/\d/u.test(text));
      const numbers = texts.filter((text) => /\d/u.test(text));
      expect(names.map((name, at) => `${name} ${numbers[at] ?? ''}`)).toEqual(
        expected.map(([name, good, all]) => `${name} ${good} / ${all}`),
      );
    }
  });

  it('leaves the site as a picture that needs nothing of it', () => {
    const svg = read(site, `progress/${prefix}${id}.svg`);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(svg).not.toMatch(/var\(|class=|style=|<style|href=|NaN|undefined/u);
    expect(svg).toContain(`>${shown} `);
    expect(svg).toContain('算法：');
    if (meta.kind === 'sample') expect(svg).toContain('>示例数据</text>');
    else expect(svg).not.toContain('示例数据');
  });
});

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

  it('are all there by name', () => {
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
      if (link === null) expect(namesIn(page, id), id).toEqual(namesIn(named, id));
      else expect(textOf(link)).toContain(`${namesIn(named, id).length} 个`);
    }
  });
});

describe('the targets', () => {
  it('that are past say 按期, 逾期 or 无数据, those without a day nothing', () => {
    const items = [...page.querySelectorAll('.milestones > li')];
    expect(items).toHaveLength(table('targets').length);
    table('targets').forEach((row, at) => {
      const tag = textOf(items[at]?.querySelector('.tag'));
      if (row['due'] === '') expect(tag).toBe('');
      else expect((row['due'] ?? '') <= meta.asAt ? ['按期', '逾期', '无数据'] : ['未到期限']).toContain(tag);
    });
  });

  it('are judged by the day they were due', () => {
    const verdict = textOf(page.querySelector('.milestones')).match(/到2025年12月31日，(\d+) 家/u)?.[1];
    const before = csv(fileOf('stations')).find((row) => row['日期'] === '2025-12-31')?.['合计'];
    expect(verdict).toBe(before);
  });

  it('are never counted down, and no share is shown without its denominator', () => {
    const text = textOf(page.querySelector('main'));
    expect(text).not.toMatch(/还有\s*\d+\s*天|倒计时|剩余/u);
    expect(text).not.toMatch(/\d\s*[%％]|百分之/u);
  });
});

describe('every CSV file of a figure', () => {
  it.each(Object.keys(EXPECTED))('%s: opens in Excel and runs nothing there', (id) => {
    const text = fileOf(id);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toMatch(/\r\n$/u);
    const { data: rows, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(rows[0]?.every((head) => /\p{Script=Han}/u.test(head))).toBe(true);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });
});
