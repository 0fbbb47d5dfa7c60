import fc from 'fast-check';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { readSheet, sheetFor } from '../../../src/built/sheets/sheet.ts';

const part = (css: string, ...words: string[]) => sheetFor(readSheet(css), new Set(words));

describe('the part of a sheet that a page needs', () => {
  it('holds what its classes, ids and elements are named for, in the same order', () => {
    const css = '.b{top:1px}.a{top:2px}#c .a{top:3px}em{top:4px}.b.a{top:5px}';
    expect(part(css, 'a', 'c')).toBe('.a{top:2px}#c .a{top:3px}');
    expect(part(css, 'a', 'b')).toBe('.b{top:1px}.a{top:2px}.b.a{top:5px}');
    expect(part(css, 'em')).toBe('em{top:4px}');
  });

  it('holds what is for every page, whatever state it is in', () => {
    const css =
      ':root{--a:1}:root[data-view=elder]{--a:2}html body{top:0}*,:before{top:0}:focus-visible{top:0}[hidden]{top:0}';
    expect(part(css)).toBe(css);
  });

  it('leaves out single selectors of a rule, and blocks that nothing is left of', () => {
    const css =
      '.a,.b:hover,.c .a{top:1px;left:var(--x)}@media print{.b{top:0}}@supports (top:0){@media print{.a{top:0}}}';
    expect(part(css, 'a')).toBe('.a{top:1px;left:var(--x)}@supports (top:0){@media print{.a{top:0}}}');
    expect(part(css)).toBe('');
  });

  it('asks for nothing that stands in brackets, since that need not be there', () => {
    expect(part('.a:not(.b){top:0}.a:nth-child(2n+1){top:0}', 'a')).toBe('.a:not(.b){top:0}.a:nth-child(2n+1){top:0}');
    expect(part('.a:not(.b){top:0}', 'b')).toBe('');
  });

  it('keeps fonts, movements and sizes of paper whole', () => {
    const css = '@font-face{font-family:x}@keyframes a{to{top:0}}@page poster{size:a4}@import "a.css";';
    expect(part(css)).toBe(css);
  });

  it('says of an element what the whole sheet says, for all words and sheets', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    const selector = fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((words) => words.map((one) => `.${one}`).join(' '));
    const rule = fc.tuple(fc.array(selector, { minLength: 1, maxLength: 3 }), fc.nat(99), fc.boolean());
    fc.assert(
      fc.property(fc.array(rule), fc.uniqueArray(word), (rules, words) => {
        const css = rules
          .map(([selectors, top, print]) => {
            const text = `${selectors.join(',')}{top:${String(top)}px}`;
            return print ? `@media print{${text}}` : text;
          })
          .join('');
        const meant = (text: string) => {
          const said: string[] = [];
          postcss.parse(text).walkRules(({ selectors, nodes, parent }) => {
            for (const one of selectors)
              if (one.split(' ').every((name) => words.includes(name.slice(1) as 'a')))
                said.push(`${parent?.type ?? ''} ${one} ${nodes.map(String).join()}`);
          });
          return said;
        };
        const left = part(css, ...words);
        expect(meant(left)).toEqual(meant(css));
        const names = [...left.matchAll(/\.([a-d])/gu)].map(([, name]) => name);
        expect(names.filter((name) => !words.includes(name as 'a'))).toEqual([]);
      }),
    );
  });
});
