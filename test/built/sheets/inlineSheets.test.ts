import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteIn } from '../../../src/built/builtSite.ts';
import { inlineSheets, withNewStyle } from '../../../src/built/sheets/inlineSheets.ts';

const CSP = `<meta http-equiv="content-security-policy" content="script-src 'self';style-src 'self' 'sha256-x'">`;
const SHEET = '<link rel="stylesheet" href="/zt/_astro/Base.css">';
const page = (body: string, head = CSP + SHEET) =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

let folder: string;
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const styleIn = (file: string) => /<style>(.*)<\/style>/u.exec(text(file))?.[1];
const inline = () => inlineSheets(siteIn(folder, '/zt/'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  write('_astro/Base.css', '.a:before{content:"（"}.b{top:0}.late{top:0}.later{top:0}.none{top:0}');
  write('_astro/own.js', 'import("./late.js");x("late")');
  write('_astro/late.js', 'export const y=`later ${1}`;const none=1');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('pages with their style in themselves', () => {
  it('hold what they and their scripts use, late ones too, with its hash in their policy', () => {
    write('index.html', page('<p class="x a">（一）</p><script type="module" src="/zt/_astro/own.js"></script>'));
    inline();
    const style = '.a:before{content:"（"}.late{top:0}.later{top:0}';
    expect(styleIn('index.html')).toBe(style);
    expect(text('index.html')).toContain('>（一）</p>');
    expect(text('index.html')).not.toContain('<link');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(text('index.html')).toContain(`style-src 'self' 'sha256-${hash}' 'sha256-x'`);
  });

  it('have the same style throughout a kind, and another in another kind', () => {
    write('stations/index.html', page(''));
    write('stations/1/index.html', page('<p class="a">'));
    write('stations/2/index.html', page('<p class="b">'));
    inline();
    expect(styleIn('stations/1/index.html')).toBe('.a:before{content:"（"}.b{top:0}');
    expect(styleIn('stations/2/index.html')).toBe(styleIn('stations/1/index.html'));
    expect(styleIn('stations/index.html')).toBe('');
  });

  it('have the style of what <my-station> shows on them', () => {
    write('index.html', page('<my-station></my-station>'));
    write('embed/towns/1/index.html', page('<p class="b">'));
    inline();
    expect(styleIn('index.html')).toBe('.b{top:0}');
  });

  it('count those of their kind that are finished and lie elsewhere, which get the same style', () => {
    write('stations/1/index.html', page('<p class="a">'));
    const finished = page('<p class="b">', CSP + SHEET);
    write('stations/2/index.html', finished);
    const looks = new Map([...inline()].map(([file, { look }]) => [file, look]));
    const both = text('stations/2/index.html');
    rmSync(join(folder, 'stations'), { recursive: true });

    write('stations/1/index.html', page('<p class="a">'));
    const kept = new Map([...looks].filter(([file]) => file === 'stations/2/index.html'));
    const styled = inlineSheets(siteIn(folder, '/zt/'), kept);
    expect(styleIn('stations/1/index.html')).toBe('.a:before{content:"（"}.b{top:0}');
    expect(styled.get('stations/2/index.html')?.style).toBe(styled.get('stations/1/index.html')?.style);

    write('stations/1/index.html', page('<p class="c">'));
    const style = inlineSheets(siteIn(folder, '/zt/'), kept).get('stations/2/index.html')?.style;
    if (style === undefined) throw new Error('no style');
    expect(withNewStyle(both, style)).toContain('<style>.b{top:0}</style>');
    expect(withNewStyle(both, style)).toContain(`style-src ${style.source.slice('style-src '.length)} 'sha256-x'`);
    rmSync(join(folder, 'stations'), { recursive: true });
    write('stations/1/index.html', page('<p class="c">'));
    write('stations/2/index.html', finished);
    inline();
    expect(withNewStyle(both, style)).toBe(text('stations/2/index.html'));
  });

  it('name the scripts that theirs only start, each once', () => {
    write('_astro/one.js', 'import"./two.js";');
    write('_astro/two.js', 'import"./own.js"');
    const script = (name: string) => `<script type="module" src="/zt/_astro/${name}.js"></script>`;
    write('index.html', page(`${script('one')}<p>x</p>${script('late')}${script('two')}`));
    inline();
    expect(text('index.html')).toContain(`<body>${script('own')}<p>x</p>${script('late')}</body>`);
  });

  it('are not those that are read in a row at a desk, nor those for paper, nor those that only lead on', () => {
    const before = page('<p class="a">');
    for (const file of ['help/a/index.html', 'stations/1/poster/index.html', 'policies/1/print/index.html'])
      write(file, before);
    const leading = page('', '<meta http-equiv="refresh" content="0; url=/zt/">');
    write('old/index.html', leading);
    inline();
    expect(text('help/a/index.html')).toBe(before);
    expect(text('stations/1/poster/index.html')).toBe(before);
    expect(text('policies/1/print/index.html')).toBe(before);
    expect(text('old/index.html')).toBe(leading);
  });

  it('are not written where their policy would refuse the style', () => {
    write('index.html', page('<p class="a">', SHEET));
    expect(inline).toThrow('/index.html 没有写明可以用哪些样式');
  });
});
