import { describe, expect, it } from 'vitest';
import { parse, textOf } from '../../bench/peers/html.ts';

describe('the reading of built pages', () => {
  it('keeps every sign, and gives attributes as a reader gets them', () => {
    const html = '<p class="a" data-text="<b>&quot;&#38;" hidden>甲<br>乙</p><style>p>a{}</style>尾';
    const nodes = parse(html);
    expect(nodes.map((node) => node.html).join('')).toBe(html);
    const [first] = nodes;
    expect(first?.tag === 'p' && [...first.attributes]).toEqual([
      ['class', 'a'],
      ['data-text', '<b>"&'],
      ['hidden', null],
    ]);
    expect(first?.tag === 'p' && first.children.map((child) => child.html)).toEqual(['甲', '<br>', '乙']);
  });

  it('refuses markup that is not ended', () => {
    expect(() => parse('<p><b>甲</p>')).toThrow('对不上');
    expect(() => parse('<p>甲')).toThrow('没有结束');
  });

  it('reads what entities stand for', () => {
    expect(textOf('&lt;a&gt; &amp;amp; &#39;')).toBe("<a> &amp; '");
  });
});
