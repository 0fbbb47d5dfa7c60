import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { splitAtWords } from '../../../src/domain/language/wordBreaks.ts';

const names = ['徐家汇街道', '徐家汇', '莘庄镇', '闵行区', '外滩街道'];
const split = (text: string) => splitAtWords(text, names).join('|');

afterEach(() => vi.unstubAllGlobals());

describe('a heading', () => {
  it.each([
    ['徐家汇街道社工站', '徐家汇街道|社工站'],
    ['莘庄镇未保社工站', '莘庄镇|未保|社工站'],
    ['（二）人员配置', '（二）|人员|配置'],
    ['2026年11月23日', '2026年11月23日'],
  ])('%s breaks as %s', (text, pieces) => expect(split(text)).toBe(pieces));

  it('keeps punctuation with its word', () => {
    for (const piece of splitAtWords('“每街镇”应设：综合社工站、专项社工站（《通知》第3条）。', names)) {
      expect(piece).not.toMatch(/^[，。：、）》”]/);
      expect(piece).not.toMatch(/[（《“]$/);
    }
  });

  it('never splits a name, nor the words of our subject', () => {
    const parts = fc.constantFrom(...names, '街镇', '社工站', '建设', '每个', '2025年', '，', '孩子不上学', '的', 'A1');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (all) => {
        const pieces = splitAtWords(all.join(''), names);
        expect(pieces.join('')).toBe(all.join(''));
        const cuts = pieces.map((_, at) => pieces.slice(0, at).join('').length);
        for (const name of ['徐家汇街道', '莘庄镇', '闵行区', '外滩街道', '社工站', '街镇']) {
          const text = all.join('');
          for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            expect(cuts.some((cut) => cut > at && cut < at + name.length)).toBe(false);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(splitAtWords(text, names).join('')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('stays in one piece where the platform knows no words', () => {
    vi.stubGlobal('Intl', {});
    expect(split('徐家汇街道社工站')).toBe('徐家汇街道社工站');
  });
});
