import { describe, expect, it } from 'vitest';
import { parse } from '../../bench/peers/html.ts';
import { go, nunjucks } from '../../bench/peers/languages.ts';
import { stretches } from '../../bench/peers/order.ts';
import { escaped, partsOf, written, type Part } from '../../bench/peers/parts.ts';
import type { Row } from '../../bench/peers/rows.ts';
import { templateOf } from '../../bench/peers/template.ts';

interface Learned {
  readonly parts: readonly Part[];
  readonly rows: readonly Row[];
}

function learned(pages: readonly string[]): Learned {
  const rows: Row[] = [];
  const template = templateOf(
    pages.map((_, at) => String(at)),
    (at) => parse(pages[Number(at)] ?? ''),
    (_, row) => rows.push(row),
  );
  return { parts: partsOf(template), rows };
}

/** What a program of templates makes of parts and the rows that are in force, that of the page first. */
function rendered(parts: readonly Part[], rows: readonly Row[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'markup') return part.html;
      const value = rows[part.of]?.[part.name];
      if (part.kind === 'text') return escaped(`${part.before}${String(value)}${part.after}`);
      if (part.kind === 'if') return value === true ? rendered(part.parts, rows) : '';
      return (value as readonly Row[])
        .map((entry) => {
          const own = part.cases.find(({ letter }) => letter === '' || letter === entry['k']);
          return rendered(own?.parts ?? [], [...rows.slice(0, part.of + 1), entry]);
        })
        .join('');
    })
    .join('');
}

const page = (name: string, services: readonly string[], note = '', phone = '<b>12345</b>') =>
  `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${name}的社工站</title><style>a{b:c}</style></head>` +
  `<body><h1>${name}</h1>${note && `<p class="note">${note}</p>`}${phone}` +
  `<ul>${services.map((one) => `<li><a href="/services/${one}/">${one}</a></li>`).join('')}</ul><hr></body></html>`;

const PAGES = [
  page('外滩街道', ['a', 'b', 'c']),
  page('豫园街道', [], '要先打&quot;热线&quot;', '<b>67890</b>'),
  page('南京东路街道', ['b'], '', '<i data-open>没有</i>'),
  page('老西门街道', ['c', 'a'], '', '<i>没有</i>'),
];

describe('templates that are made from pages', () => {
  it('give every page again, sign by sign', () => {
    const { parts, rows } = learned(PAGES);
    const again = rows.map((row) => rendered(parts, [row]).replaceAll('&#34;', '&quot;'));
    expect(again).toEqual(PAGES);
  });

  it('hold what is the same on all pages, and rows each text once', () => {
    const { parts, rows } = learned(PAGES);
    expect(Object.values(rows[0] ?? {}).filter((value) => value === '外滩')).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('社工站');
    expect(parts.filter(({ kind }) => kind === 'each')).toHaveLength(1);
    expect(parts.filter(({ kind }) => kind === 'if').length).toBeGreaterThan(1);
  });

  it('are learned from pages that turn out to be unlike the first ones, too', () => {
    const many = Array.from({ length: 900 }, (_, at) => page(`第${at}街道`, ['a'], at === 777 ? '搬了' : ''));
    const { parts, rows } = learned(many);
    const again = rows.map((row) => rendered(parts, [row]));
    expect(again.toSorted()).toEqual(many.toSorted());
  });

  it('are written for Eleventy and for Hugo', () => {
    const { parts } = learned([page('甲{{', ['a', 'b']), page('乙{{', ['c'])]);
    const [js, hugo] = [written(parts, nunjucks), written(parts, go)];
    expect(js).toContain('{% for e1 in p.ul_lis %}<li><a href="/services/{{ e1.a_href }}/">');
    expect(js).toContain('{% raw %}');
    expect(hugo).toContain('{{ range $e1 := $p.ul_lis }}<li><a href="/services/{{ $e1.a_href }}/">');
    expect(hugo).toContain('{{ "{{" }}');
  });
});

describe('the order of neighbours', () => {
  it('is a chain of what comes once, may be missing, or repeats', () => {
    const found = stretches([
      ['head', 'row', 'row', 'foot'],
      ['head', 'note', 'row', 'foot'],
      ['head', 'foot'],
    ]);
    expect(found.map(({ symbols, least, most }) => [symbols.join(), least, most])).toEqual([
      ['head', 1, 1],
      ['note', 0, 1],
      ['row', 0, 2],
      ['foot', 1, 1],
    ]);
  });

  it('leaves together what comes in any order', () => {
    expect(stretches([['a', 'b', 'a'], ['b']]).map(({ symbols }) => symbols)).toEqual([['a', 'b']]);
  });
});
