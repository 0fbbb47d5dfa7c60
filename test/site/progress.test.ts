import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { read } from './builtSite.ts';
import {
  csv,
  districts,
  EXPECTED,
  fileOf,
  meta,
  page,
  prefix,
  section,
  site,
  svgs,
  textOf,
  textsOf,
} from './progressCounts.ts';

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
