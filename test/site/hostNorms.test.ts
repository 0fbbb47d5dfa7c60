import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCity } from './cityBuild.ts';
import { documentOf, few, type BuiltSite } from './builtSite.ts';
import { MARK, SAID } from './fullCity.ts';

let told: BuiltSite;
let untold: BuiltSite;
beforeAll(async () => {
  told = await builtCity('full');
  untold = await builtCity();
});

const pages = (site: BuiltSite) => [...site.files].filter((file) => file.endsWith('.html'));
const textOf = (site: BuiltSite, file: string) => readFileSync(join(site.dir, file), 'utf8');

describe('what site.yaml says about host and state', () => {
  it('a notice stands above the content of every page, but not of the page of 快速离开; nobody finds it by searching', () => {
    const silent = pages(told).filter((file) => !textOf(told, file).includes(SAID));
    expect(silent.filter((file) => !/poster\/index\.html$/u.test(file))).toEqual(['leave/index.html']);
    const bar = documentOf(told, 'index.html').querySelector('.notice-bar');
    expect(bar?.nextElementSibling?.localName).toBe('header');
    expect(bar?.hasAttribute('data-pagefind-ignore')).toBe(true);
  });

  it('security.txt names whom to tell, and until when (RFC 9116)', () => {
    expect(textOf(told, '.well-known/security.txt')).toBe(
      'Contact: mailto:anquan@yunze.example\nExpires: 2027-06-30T23:59:59+08:00\nPreferred-Languages: zh, en\n',
    );
  });

  it('the footer leads to 我为政府网站找错 with the page that is read, and to 党政机关标识', () => {
    const links = [...documentOf(told, 'about/index.html').querySelectorAll('footer a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toContain(MARK);
    expect(links).toContain(
      'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9901000001&url=https%3A%2F%2Fsgz.yunze.example%2Fabout%2F',
    );
  });

  it('asks nobody for anything, and is on no page where it is not configured', () => {
    const asking = pages(told).filter((file) =>
      /<(?:script|img|iframe)[^>]+(?:gov\.cn|conac\.cn)/u.test(textOf(told, file)),
    );
    expect(few(asking)).toEqual([]);
    expect(untold.files.has('.well-known/security.txt')).toBe(false);
    expect(few(pages(untold).filter((file) => /notice-bar|conac\.cn|zfwzgl/u.test(textOf(untold, file))))).toEqual([]);
  });
});
