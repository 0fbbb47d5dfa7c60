import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hasOwnSheet } from '../../src/built/sheets/inlineSheets.ts';
import { few, mainSite, pagesOf, read, ROOT } from './builtSite.ts';

const site = mainSite();
const pages = pagesOf(site);
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const boot = readFileSync(join(ROOT, 'src/client/boot.js'), 'utf8');

describe('scripts and styles', () => {
  it('stand in no style attribute and no event attribute', () => {
    expect(
      few(
        pages.filter(({ inlineStyles }) => inlineStyles > 0).map(({ path, inlineStyles }) => `${path} ${inlineStyles}`),
      ),
    ).toEqual([]);
    expect(few(pages.flatMap(({ path, handlers }) => handlers.map((handler) => `${path} ${handler}`)))).toEqual([]);
  });

  it('are files, except the boot script and blocks of data', () => {
    const inline = pages.flatMap(({ path, scripts }) =>
      scripts
        .filter(({ src, type, text }) => src === null && !/^application\/(?:ld\+)?json$/u.test(type) && text !== boot)
        .map(({ type, text }) => `${path} <script type="${type}"> ${text.slice(0, 60)}`),
    );
    expect(few(inline)).toEqual([]);
  });

  it('a page has either one style of its own or links to sheets', () => {
    const wrong = pages.filter(({ file, styleElements }) => {
      const links = read(site, file).includes('<link rel="stylesheet"');
      return styleElements !== (hasOwnSheet(file) ? 1 : 0) || links === hasOwnSheet(file);
    });
    expect(few(wrong.map(({ path }) => path))).toEqual([]);
  });

  it('the boot script comes first of all', () => {
    const late = pages.filter(({ file }) => {
      const html = read(site, file);
      const at = html.indexOf(boot);
      return at === -1 || /<style|<link rel="stylesheet"/u.test(html.slice(0, at)) || at > html.indexOf('<body');
    });
    expect(few(late.map(({ path }) => path))).toEqual([]);
  });
});

describe('the editor of cases', () => {
  it('is on no page and in no file', () => {
    const texts = [...site.files].filter((file) => /\.(?:js|mjs|html|json|css)$/u.test(file));
    expect(texts.length).toBeGreaterThan(100);
    const mark = /sveltia/iu;
    expect(few(texts.filter((file) => !file.startsWith('help/') && mark.test(read(site, file))))).toEqual([]);
    const scripts = texts.filter((file) => file.startsWith('help/') && mark.test(read(site, file)));
    expect(scripts).toEqual(['help/studio/index.html']);
  });
});

describe('the content security policy', () => {
  it('stands on every page, once, before every script and style', () => {
    expect(few(pages.filter(({ csp }) => csp.length !== 1).map(({ path, csp }) => `${path} ${csp.length}`))).toEqual(
      [],
    );
    const late = pages.filter(({ file }) => {
      const html = read(site, file).toLowerCase();
      return html.indexOf('content-security-policy') > html.search(/<script|<style|<link rel="stylesheet"/u);
    });
    expect(few(late.map(({ path }) => path))).toEqual([]);
  });

  it('allows nothing inline and nothing from elsewhere', () => {
    const policies = new Set(pages.flatMap(({ csp }) => csp));
    expect(policies.size).toBeGreaterThan(0);
    const loose = [...policies].filter((policy) => /unsafe-inline|'unsafe-eval'|https?:|\*/u.test(policy));
    expect(few(loose)).toEqual([]);
    expect([...policies].filter((policy) => !policy.includes("default-src 'none'"))).toEqual([]);
    expect([...policies].filter((policy) => !policy.includes("'wasm-unsafe-eval'"))).toEqual([]);
  });

  it('allows the script and the style that stand in the page, and nothing else there', () => {
    const wrong = pages.filter(({ file, csp }) => {
      const allowed = (directive: string) =>
        new Set(
          csp
            .join(';')
            .match(new RegExp(`${directive}[^;]*`, 'u'))?.[0]
            .match(/'sha256-[^']+'/gu),
        );
      const [, style] = /<style>(.*?)<\/style>/su.exec(read(site, file)) ?? [];
      const styles = new Set(style === undefined ? [] : [hashOf(style)]);
      return (
        !isDeepStrictEqual(allowed('script-src'), new Set([hashOf(boot)])) ||
        !isDeepStrictEqual(allowed('style-src'), styles)
      );
    });
    expect(few(wrong.map(({ path }) => path))).toEqual([]);
  });
});

describe('third parties', () => {
  it('are asked for nothing: no script, style, picture, font or frame comes from elsewhere', () => {
    const loaded = new Set(['script', 'img', 'iframe', 'source', 'video', 'audio', 'embed', 'object', 'image']);
    const outside = pages.flatMap(({ path, references }) =>
      references
        .filter(({ tag, rel }) => loaded.has(tag) || (tag === 'link' && !/canonical|alternate/u.test(rel)))
        .filter(({ href }) => /^(?:https?:)?\/\//u.test(href))
        .map(({ tag, href }) => `${path} <${tag}> ${href}`),
    );
    expect(few(outside)).toEqual([]);
  });

  it('stand in no style sheet', () => {
    const sheets = [...site.files].filter((file) => file.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.filter((file) => /url\(["']?(?:https?:)?\/\/|@import/u.test(read(site, file)))).toEqual([]);
  });
});
