import { describe, expect, it } from 'vitest';
import { relativePage, relativeStyles, type Surroundings } from '../../../src/built/pack/relativePage.ts';

const around: Surroundings = {
  base: '/zt/sgz/',
  files: new Set(['index.html', 'stations/index.html', 'stations/a/index.html', 'pictures/a.webp', '_astro/p.png']),
  bundleOf: (script) => (script.includes('desk') ? 'desk.js' : 'site.js'),
};
const FILE = 'stations/a/index.html';
const made = (html: string, notice = '') => relativePage(html, FILE, around, notice);

describe('a page for files', () => {
  it('names the file behind every link of the site, with query and anchor', () => {
    expect(made('<a href="/zt/sgz/">a</a>')).toBe('<a href="../../index.html">a</a>');
    expect(made('<a href="/zt/sgz/stations/#s-a">')).toBe('<a href="../../stations/index.html#s-a">');
    expect(made('<form action="/zt/sgz/stations/?q=1">')).toBe('<form action="../../stations/index.html?q=1">');
    expect(made('<img srcset="/zt/sgz/pictures/a.webp 400w, /zt/sgz/pictures/a.webp 800w">')).toBe(
      '<img srcset="../../pictures/a.webp 400w, ../../pictures/a.webp 800w">',
    );
  });

  it('leaves other sites, anchors and the words of the page alone', () => {
    for (const html of [
      '<a href="https://example.org/zt/sgz/">',
      '<a href="#main">',
      '<p>写成 src="/zt/sgz/stations/" 就行</p>',
      '<a title="a > b" href="/elsewhere/">',
    ])
      expect(made(html)).toBe(html);
    expect(made('<a title="a > b" href="/zt/sgz/">')).toBe('<a title="a > b" href="../../index.html">');
  });

  it('gives scripts a folder where they append a path, and no tiles to ask for', () => {
    expect(made('<x-y data-base="/zt/sgz/" data-station-path="/zt/sgz/stations/" data-vector="https://t/">')).toBe(
      '<x-y data-base="../../" data-station-path="../../stations/" data-vector="">',
    );
    expect(relativePage('<x-y data-base="/zt/sgz/">', 'index.html', around, '')).toBe('<x-y data-base="./">');
  });

  it('starts its modules from bundles, each of them once', () => {
    const module = (name: string) => `<script type="module" src="/zt/sgz/_astro/${name}.js"></script>`;
    expect(made(`<p>${module('a')}</p>${module('desk')}${module('b')}`)).toBe(
      '<p><script defer src="../../site.js" data-start="a.js b.js"></script><script defer src="../../desk.js" data-start="desk.js"></script></p>',
    );
  });

  it('allows scripts and styles from files, and no connection at all', () => {
    const csp =
      "default-src 'none';img-src 'self' data: https://t;connect-src 'self' https://t; script-src 'self' 'wasm-unsafe-eval' 'sha256-x'";
    expect(made(`<meta http-equiv="content-security-policy" content="${csp}">`)).toContain(
      "default-src 'none';img-src file: data:;connect-src 'none'; script-src file: 'sha256-x'",
    );
  });

  it('leads on where it only redirects, and holds its notice at the head of the text', () => {
    expect(made('<meta http-equiv="refresh" content="0; url=/zt/sgz/stations/">')).toContain(
      'url=../../stations/index.html',
    );
    expect(made('<main id="main"><h1>', '<p>$&</p>')).toBe('<main id="main"><p>$&</p><h1>');
  });

  it('has style sheets that find their pictures', () => {
    expect(relativeStyles('a{b:url(/zt/sgz/_astro/p.png)}', '_astro/s.css', around)).toBe('a{b:url(../_astro/p.png)}');
  });
});
