import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY } from '../loading/city.ts';
import { buildCity, builtCity } from './cityBuild.ts';
import { documentOf, few, siteIn, type BuiltSite } from './builtSite.ts';

const MARK = 'https://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF0123456789ABCDEF';
const SAID = '部分电话正在核对，打不通请打12345。';

let home: string;
let told: BuiltSite;
let untold: BuiltSite;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'norms-'));
  const data = join(home, 'data');
  cpSync(CITY.data, data, { recursive: true });
  const more = `notice: ${SAID}\nsecurity:\n  contact: mailto:anquan@yunze.example\n  expires: 2027-06-30\nreport_to_state: true\nparty_mark: ${MARK}\n`;
  writeFileSync(join(data, 'site.yaml'), readFileSync(join(data, 'site.yaml'), 'utf8') + more);
  await buildCity({ OUT_DIR: join(home, 'dist'), DATA_DIR: data });
  told = siteIn(join(home, 'dist'));
  untold = await builtCity();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

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
