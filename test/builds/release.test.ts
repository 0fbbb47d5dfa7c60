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
import { hashesOf, startCityBuild, type BuildEnd } from '../site/cityBuild.ts';

let home: string;
let out: string;
let first: BuildEnd;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'release-'));
  out = join(home, 'dist');
  first = await startCityBuild({ OUT_DIR: out }, 'release').ended;
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const noteIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as ReleaseNote;

describe('npm run release', () => {
  it('lets the official city out and says what was looked at', () => {
    expect(first.code, first.output).toBe(0);
    expect(first.output).toContain('查过了：站内链接、网页标签、页脚、大小、个人信息');
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

  it('logs what has changed since the site that it replaces, nothing where nothing goes out, and makes the same bytes again, its note too', async () => {
    const data = join(home, 'changed');
    const own = join(home, 'own');
    cpSync(CITY.data, data, { recursive: true });
    cpSync(out, own, { recursive: true });
    const log = () => readFileSync(join(data, 'changes.csv'), 'utf8');
    const before = log();
    const edit = (from: string, to: string) =>
      writeFileSync(join(data, 'stations.csv'), swap(from, to)(readFileSync(join(data, 'stations.csv'), 'utf8')));
    edit('0389-2010023', '0389-2010088');
    const env = { OUT_DIR: own, DATA_DIR: data };
    writeFileSync(join(data, 'urls.txt'), '/gone/\n');
    const stopped = await startCityBuild(env, 'release').ended;
    expect(stopped.output).not.toContain('记进了 changes.csv');
    expect(stopped.output).toContain('/gone/');
    expect(stopped.code).toBe(1);
    expect(log()).toBe(before);
    rmSync(join(data, 'urls.txt'));
    const { code, output } = await startCityBuild(env, 'release').ended;
    expect(code, output).toBe(0);
    expect(output).toContain('电话变更 1');
    expect(log()).toContain('2026-11-20,990102001-yang-lao,电话变更');
    expect(readFileSync(join(own, 'data', 'changes', 'index.html'), 'utf8')).toContain('0389-2010088');
    const [logged, released] = [log(), hashesOf(own)];
    expect((await startCityBuild(env, 'release').ended).code).toBe(0);
    expect(log()).toBe(logged);
    expect(hashesOf(own)).toEqual(released);
  });

  it('refuses with every reason at once, and leaves the site that stood there', async () => {
    const data = join(home, 'data');
    cpSync(CITY.data, data, { recursive: true });
    const edit = (file: string, change: (text: string) => string) =>
      writeFileSync(join(data, file), change(readFileSync(join(data, file), 'utf8')));
    edit('stations.csv', (text) => swap('荷花路18号1楼', '某某路18号')(swap('2026-01-15', '去年')(text)));
    edit('site.yaml', swap('泽ICP备99010001号', "''"));
    const before = hashesOf(out);
    const { code, output } = await startCityBuild({ OUT_DIR: out, DATA_DIR: data, SITE_URL: '' }, 'release').ended;
    expect(code).toBe(1);
    for (const words of ['〔placeholder〕', '“去年”不是有效的日期', 'icp', 'SITE_URL']) expect(output).toContain(words);
    expect(hashesOf(out)).toEqual(before);
    expect(readdirSync(home).filter((name) => name.startsWith('dist'))).toEqual([
      'dist',
      ...readdirSync(home).filter((name) => /^dist\.(?:http\.nginx\.conf|nginx\.conf|Caddyfile)$/u.test(name)),
    ]);
  });

  it('refuses a finished site with a fault in it, and leaves the one that stood there', async () => {
    const content = join(home, 'content');
    cpSync(CITY.content, content, { recursive: true });
    const about = join(content, 'pages/about.mdx');
    writeFileSync(about, `${readFileSync(about, 'utf8')}\n\n[没有的页](/nowhere/)\n`);
    const before = hashesOf(out);
    const { code, output } = await startCityBuild({ OUT_DIR: out, CONTENT_DIR: content }, 'release').ended;
    expect(code).toBe(1);
    expect(output).toContain('站内链接：/about/：“/nowhere/”没有这一页');
    expect(hashesOf(out)).toEqual(before);
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
