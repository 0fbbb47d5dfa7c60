import { describe, expect, it } from 'vitest';
import { openingsOf, plainText, usesOf, withoutQuotes } from '../../../src/domain/policy/mdx.ts';

describe('a component in a text', () => {
  it('is read with its attributes in any order and either quotes', () => {
    const [use] = usesOf('Cite', `前<Cite figure='3名' clause="3-2">不少于3名</Cite>后`);
    expect(use).toMatchObject({ inner: '不少于3名', attributes: { figure: '3名', clause: '3-2' } });
  });

  it('that can not be read is still counted', () => {
    const text = '<Cite clause="1" /> <Cite clause="2">好';
    expect(usesOf('Cite', text)).toEqual([]);
    expect(openingsOf('Cite', text)).toBe(2);
    expect(openingsOf('Cite', '<Cited>')).toBe(0);
  });

  it('leaves our own words behind when quotes and marks are taken out', () => {
    const text = '## 题\n\n原文是<Cite clause="1">抄来的</Cite>，见[进度](/progress/)。\n\n- **要紧**\n';
    expect(plainText(withoutQuotes(text)).replace(/\s+/gu, '')).toBe('题原文是，见进度。要紧');
  });
});
