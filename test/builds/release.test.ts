import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseAudit } from '../../src/built/releaseAudit.ts';
import type { ReleaseNote } from '../../src/built/releaseNote.ts';
import { load } from '../../src/loading/input.ts';
import { CITY, swap } from '../loading/city.ts';
import { line, smallPdf } from '../loading/formats/pdf.ts';
import { siteIn } from '../site/builtSite.ts';
import { builtCity, hashesOf, startCityBuild, type BuildEnd } from '../site/cityBuild.ts';

let home: string;
let data: string;
let out: string;
let released: BuildEnd;

const edit = (folder: string, file: string, change: (text: string) => string) =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
const log = () => readFileSync(join(data, 'changes.csv'), 'utf8');

/** A site of the city stands in `out`; since then the phone of a station has changed. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'release-'));
  [data, out] = [join(home, 'changed'), join(home, 'dist')];
  cpSync((await builtCity()).dir, out, { recursive: true });
  cpSync(CITY.data, data, { recursive: true });
  edit(data, 'stations.csv', swap('0389-2010023', '0389-2010088'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const noteIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as ReleaseNote;

describe('npm run release', () => {
  it('refuses a finished site with a fault in it, logs nothing, and leaves the one that stood there', async () => {
    const content = join(home, 'content');
    cpSync(CITY.content, content, { recursive: true });
    edit(content, 'pages/about.mdx', (text) => `${text}\n\n[没有的页](/nowhere/)\n`);
    const [before, logged] = [hashesOf(out), log()];
    const env = { OUT_DIR: out, DATA_DIR: data, CONTENT_DIR: content };
    const { code, output } = await startCityBuild(env, 'release').ended;
    expect(code).toBe(1);
    expect(output).toContain('站内链接：/about/：“/nowhere/”没有这一页');
    expect(output).not.toContain('记进了 changes.csv');
    expect(log()).toBe(logged);
    expect(hashesOf(out)).toEqual(before);
  });

  it('lets the official city out and says what was looked at', async () => {
    released = await startCityBuild({ OUT_DIR: out, DATA_DIR: data }, 'release').ended;
    expect(released.code, released.output).toBe(0);
    expect(released.output).toContain('查过了：站内链接、网页标签、页脚、大小、个人信息');
  });

  it('leaves a note of what went out: counts, versions, and the hash of every other file', () => {
    const { files, counts, as_at: asAt, versions } = noteIn(out);
    const { 'release.json': own, ...others } = hashesOf(out);
    expect(own).toBeDefined();
    expect(files).toEqual(others);
    expect(counts).toMatchObject({ stations: 12, towns: 7, policies: 1, cases: 1 });
    expect(asAt).toBe('2026-11-20');
    expect(versions.node).toBe(process.versions.node);
  });

  it('logs what has changed since the site that it replaces, and makes the same bytes again, its note too', async () => {
    expect(released.output).toContain('电话变更 1');
    expect(log()).toContain('2026-11-20,990102001-yang-lao,电话变更');
    expect(readFileSync(join(out, 'data', 'changes', 'index.html'), 'utf8')).toContain('0389-2010088');
    const [logged, made] = [log(), hashesOf(out)];
    expect((await startCityBuild({ OUT_DIR: out, DATA_DIR: data }, 'release').ended).code).toBe(0);
    expect(log()).toBe(logged);
    expect(hashesOf(out)).toEqual(made);
  });

  it('refuses with every reason at once, and leaves the site that stood there', async () => {
    const faulty = join(home, 'faulty');
    cpSync(CITY.data, faulty, { recursive: true });
    edit(faulty, 'stations.csv', (text) => swap('荷花路18号1楼', '某某路18号')(swap('2026-01-15', '去年')(text)));
    edit(faulty, 'site.yaml', swap('泽ICP备99010001号', "''"));
    const before = hashesOf(out);
    const { code, output } = await startCityBuild({ OUT_DIR: out, DATA_DIR: faulty, SITE_URL: '' }, 'release').ended;
    expect(code).toBe(1);
    for (const words of ['〔placeholder〕', '“去年”不是有效的日期', 'icp', 'SITE_URL']) expect(output).toContain(words);
    expect(hashesOf(out)).toEqual(before);
    expect(readdirSync(home).filter((name) => name.startsWith('dist'))).toEqual([
      'dist',
      ...readdirSync(home).filter((name) => /^dist\.(?:http\.nginx\.conf|nginx\.conf|Caddyfile)$/u.test(name)),
    ]);
  });
});

describe('the audit of a finished site', () => {
  it('finds what was planted in any kind of file', async () => {
    const folder = join(home, 'planted');
    cpSync(out, folder, { recursive: true });
    const { site } = load(CITY).dataset;
    const change = (file: string, edit: (text: string) => string) =>
      writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')));
    change('about/index.html', swap('name="SiteName"', 'name="Nothing"'));
    change('privacy/index.html', swap('泽ICP备99010001号', ''));
    change('help/index.html', (text) =>
      text.replace('</main>', `${'<p>很长的一页</p>'.repeat(10)}<a href="#no-such">去</a></main>`),
    );
    change('map/stations.json', (text) => text.replace('[', '["13800138000",'));
    writeFileSync(join(folder, 'pagefind/planted.pf_fragment'), gzipSync('老周 11010519491231002X'));
    writeFileSync(join(folder, 'lists.xml'), '<a>laozhou@example.cn</a>');
    writeFileSync(
      join(folder, 'lake.jpg'),
      Buffer.from('\xff\xd8\xff\xe1\0\x10Exif\0\0MM\0*\0\0\0\x08\0\0\xff\xda', 'latin1'),
    );
    writeFileSync(join(folder, 'old.pdf'), '%PDF-1.7');
    writeFileSync(join(folder, 'form.pdf'), smallPdf({ pages: [line('Call 13800138000')], info: { Author: '张三' } }));
    const found = (await releaseAudit(siteIn(folder), site)).join('\n');
    for (const words of [
      '网页标签：/about/：标签 SiteName 有 0 个',
      '页脚：/privacy/：页脚里没有ICP备案号',
      '站内链接：/help/：没有锚点“no-such”',
      '个人信息：/map/stations.json：像是手机号“13800138000”',
      '个人信息：/pagefind/planted.pf_fragment：像是身份证号“11010519491231002X”',
      '个人信息：/lists.xml：像是邮箱“laozhou@example.cn”',
      '个人信息：/lake.jpg：图片里带着EXIF',
      '个人信息：/old.pdf：程序读不了',
      '个人信息：/form.pdf：像是手机号“13800138000”',
      '个人信息：/form.pdf：文档作者“张三”会把人名带出去',
    ])
      expect(found).toContain(words);
  });

  it('finds nothing in a site with a PDF of words that may be published', async () => {
    const folder = join(home, 'with-pdf');
    cpSync(out, folder, { recursive: true });
    const info = { Author: '云泽市民政局', Title: '申请表' };
    writeFileSync(join(folder, 'form.pdf'), smallPdf({ pages: [line('Call 0389-2010014'), line('2026-11-23')], info }));
    expect(await releaseAudit(siteIn(folder), load(CITY).dataset.site)).toEqual([]);
  });

  it('lets a scan out that somebody has read through, until it changes', async () => {
    const folder = join(home, 'with-scan');
    cpSync(out, folder, { recursive: true });
    writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.7 scan');
    const { site } = load(CITY).dataset;
    const [fault = ''] = await releaseAudit(siteIn(folder), site);
    const hash = /sha256: ([0-9a-f]{64})/u.exec(fault)?.[1] ?? '';
    const reviewed = { ...site, reviewedFiles: [hash] };
    expect(await releaseAudit(siteIn(folder), reviewed)).toEqual([]);
    writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.7 another');
    expect(await releaseAudit(siteIn(folder), reviewed)).toEqual([expect.stringContaining('/scan.pdf：程序读不了')]);
  });
});
