import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/built/page.ts';

const HTML = `<!DOCTYPE html><html lang="zh-CN" data-kind="station"><head><meta charset="utf-8"><title> 甲站 &amp; 乙站 </title>
<meta name="SiteName" content="指南"><meta name="Keywords" content="a"><meta name="Keywords" content="b">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><link rel="canonical" href="/stations/a/">
<link rel="stylesheet" href="/a.css"><style>.a{color:red}</style><base href="/"></head>
<body><svg viewBox="0 0 1 1"><title>图</title><use href="#a"/></svg><h1 id="top">甲  站<small>（示例）</small></h1><h1>乙</h1>
<img src="/a.jpg" srcset="/a.jpg 1x, /b.jpg 2x" alt="" style="width:1px"><video poster="/p.jpg"></video>
<form action="/search/"><button onclick="go()">查</button></form><time datetime="2026-11-23">今天</time>
<blockquote>话<footer>引自 <a href="/inner/">书</a></footer></blockquote>
<script type="module" src="/a.js"></script><script type="application/json">{"a<b":1}</script>
<footer>主办  <a href="/about/">关于</a><p><a name="no">x</a></p></footer></body></html>`;

describe('what the checks ask of a page', () => {
  const page = readPage('stations/a/index.html', HTML);

  it('is told of its head', () => {
    expect([page.path, page.lang, page.kind, page.title]).toEqual(['/stations/a/', 'zh-CN', 'station', '甲站 & 乙站']);
    expect([...page.metas]).toEqual([
      ['SiteName', ['指南']],
      ['Keywords', ['a', 'b']],
    ]);
    expect([page.csp, page.canonical, page.styleElements]).toEqual([["default-src 'self'"], ['/stations/a/'], 1]);
  });

  it('has every address that its elements name, in their order, but for parts of drawings and the base', () => {
    expect(page.references.map(({ tag, rel, href }) => [tag, rel, href].join(' '))).toEqual([
      'link canonical /stations/a/',
      'link stylesheet /a.css',
      'img  /a.jpg',
      'img  /a.jpg',
      'img  /b.jpg',
      'video  /p.jpg',
      'form  /search/',
      'a  /inner/',
      'script  /a.js',
      'a  /about/',
    ]);
  });

  it('has what acts or paints by itself', () => {
    expect(page.scripts).toEqual([
      { src: '/a.js', type: 'module', text: '' },
      { src: null, type: 'application/json', text: '{"a<b":1}' },
    ]);
    expect([page.handlers, page.inlineStyles]).toEqual([['button onclick'], 1]);
  });

  it('has its texts, spaces made one, and the footer of the page, not that of a quotation', () => {
    expect([page.h1, page.ids, page.dateTimes]).toEqual([['甲 站（示例）', '乙'], ['top'], ['2026-11-23']]);
    expect(page.footer).toEqual({ text: '主办 关于x', links: ['/about/'] });
    expect(page.text).toContain('今天 话引自 书 {"a<b":1} 主办 关于x');
  });

  it('has none where there is none', () => {
    const { footer, title, scripts } = readPage('a.html', '<html><body><p>无</p></body></html>');
    expect([footer, title, scripts]).toEqual([null, '', []]);
  });
});
