import { describe, expect, it } from 'vitest';
import { markupFaults } from '../../../src/loading/rules/markup.ts';

const codesOf = (file: string, body: string) => markupFaults({ file, body, bodyLine: 1 }).map(({ code }) => code);
const inCase = (body: string) => codesOf('cases/a.md', body);
const inPage = (body: string) => codesOf('pages/about.mdx', body);
const inInterpretation = (body: string) => codesOf('interpretations/a.mdx', body);

describe('Markdown that acts', () => {
  it.each([
    '<META HTTP-EQUIV=refresh CONTENT="0;url=//x.example">',
    '写在<script>alert(1)</script>句子里',
    '<iframe src="https://x.example"></iframe>',
    '<object data="x"></object>',
    '<embed src="x">',
    '<base href="https://x.example/">',
    '<form action="/x"><input></form>',
    '<link rel="stylesheet" href="x.css">',
    '<style>\nbody { display: none }\n</style>',
    '<svg/onload=alert(1)>',
    '<b onclick="alert(1)">粗</b>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<span style="position:fixed">x</span>',
    '<!--><script>alert(1)</script>-->',
    '<!-- 没有写完 <script>',
    '<!-- a --!><script>alert(1)</script> -->',
    '<div>\n<meta\nhttp-equiv="refresh"\ncontent="0">\n</div>',
    '- 一\n\n  <video autoplay src="x"></video>',
    '<details open ontoggle=alert(1)>',
    '<?php x ?>',
  ])('is refused: %s', (body) => {
    expect(inCase(body)).toContain('markup-html');
    expect(inPage(body).length, 'in MDX as well').toBeGreaterThan(0);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript&colon;alert(1))',
    '[x](&#1;javascript:alert(1))',
    '[x](%6aavascript:alert(1))',
    '![x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x][r]\n\n[r]: vbscript:msgbox(1)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://x.example/1)',
  ])('is refused in a link: %s', (body) => {
    expect(inCase(body)).toEqual(['markup-link']);
    expect(inPage(body)).toEqual(['markup-link']);
  });

  it('is told from what only sets off words', () => {
    const body =
      '一行<br>两行<br/>，H<sub>2</sub>O，<B>粗</B>。<!-- 记一笔 -->\n\n9 < 10，a <5 人，{不收}。\n\n' +
      '[数据](/data/)、[条款](#2)、[信](mailto:a@b.example)、[电话](tel:12345)、<https://www.gov.cn/>、![图](./a.png)\n\n' +
      '`<script>`写在代码里\n\n```\n<meta http-equiv="refresh">\n```\n';
    expect(inCase(body)).toEqual([]);
  });

  it('is named with its line in the file and what stands there', () => {
    const [fault] = markupFaults({ file: 'cases/a.md', body: '一\n\n二 <script>x</script>\n', bodyLine: 12 });
    expect(fault).toMatchObject({ row: 14, value: '<script>', level: '必须改' });
  });
});

describe('MDX', () => {
  it.each([
    '{process.env.HOME}',
    '办公 {1 + 1} 天',
    '{globalThis["process"].env}',
    'import fs from "node:fs"',
    'export const x = process.env',
    '{/* 一 */ process.env /* 二 */}',
    '<Cite clause={process.env.HOME}>x</Cite>',
    '<Cite {...process.env}>x</Cite>',
    '<Layers caption="x" items={[process.env.HOME]} />',
    '<Layers caption="x" items={[{ name: "a", lines: [`${process.env.HOME}`] }]} />',
    "<Layers caption='x' items={[{ name: 'a', lines: fetch('x') }]} />",
    '<Layers caption="x" items={[{ [process]: 1 }]} />',
    '<Layers caption={"x"} items={[]} />',
  ])('runs no code: %s', (body) => {
    expect(inInterpretation(body)).toContain('markup-code');
    expect(inPage(body).length).toBeGreaterThan(0);
  });

  it.each([
    '<Cite clause="1" set:html="<script>">x</Cite>',
    '<Question ask="x" client:load>\n\n答\n\n</Question>',
    '<Checklist onclick="x" />',
    '<Fragment set:html="x" />',
    '<Layers.Inner />',
  ])('uses nothing but our components with their own attributes: %s', (body) => {
    expect(inInterpretation(body)).toContain('markup-component');
  });

  it('uses components only where the page has them', () => {
    const cite = '<Cite clause="1" policy="x">字</Cite>';
    expect(inInterpretation(cite)).toEqual([]);
    expect(codesOf('pages/press.mdx', cite)).toEqual([]);
    expect(inPage(cite)).toEqual(['markup-component']);
    expect(codesOf('help/10-start.mdx', cite)).toEqual(['markup-component']);
  });

  it('takes lists of words for pictures, and remarks', () => {
    const layers = `<Layers\n  joined\n  caption="x"\n  items={[\n    { name: '市', lines: ['一（1）', "二"] },\n  ]}\n/>`;
    expect(inInterpretation(`${layers}\n\n{/* 记一笔 */}\n\n\`{x}\`\n`)).toEqual([]);
  });

  it.each([
    ['办公时间 {周一', '{周一', 3],
    ['人数 <5 人', '<5 人', 3],
    ['说明\n\n{a b}', '{a b}', 5],
    ['说明\n\n<Cite clause="1">没有写完\n', '<Cite clause="1">没有写', 5],
    ['<!-- 记一笔 -->', '<!-- 记一笔 -->', 3],
  ])('that cannot be read is told in Chinese with its line: %j', (body, value, row) => {
    const [fault, ...more] = markupFaults({ file: 'pages/about.mdx', body, bodyLine: 3 });
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ code: 'markup-broken', value, row });
    expect(`${fault?.message}${fault?.remedy}`).not.toMatch(/[a-z]{3}/u);
  });
});
