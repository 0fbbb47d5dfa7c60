import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { scriptsOf } from '../../src/built/pageFiles.ts';
import { mainSite, pageIn } from '../site/builtSite.ts';
import { violations } from './axe.ts';
import { pageWith } from './chrome.ts';
import { eachOnDesk, fillRest, LINES, type Desk } from './desk.ts';
import { wordFile } from './wordFile.ts';

let desk: Desk;
eachOnDesk((opened) => (desk = opened));

describe('the desk', () => {
  it('opens what it saved, and keeps every word', async () => {
    const { page, open, save, field, status, photographs } = desk;
    await open('稿子.docx', wordFile(LINES, photographs.slice(0, 2)));
    await expect.poll(status).toContain('打开了');
    await fillRest(desk);
    await field('picture:alt').fill('一把水壶');
    const first = await save();
    await page.getByText('其他', { exact: true }).click();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: '全部清空' }).click();
    expect(await field('title').inputValue()).toBe('');
    await open(first.name, first.bytes);
    await expect.poll(() => field('title').inputValue()).toBe('十一个星期三');
    await expect.poll(() => page.locator('[data-strip] li').count()).toBe(2);
    const second = await save();
    expect(strFromU8(second.parts['case.md'] ?? new Uint8Array())).toBe(
      strFromU8(first.parts['case.md'] ?? new Uint8Array()),
    );
  });

  it('saves with the network cut, and says what to do where opening needs it', async () => {
    const { page, open, save, field, status, complaints } = desk;
    await page.context().setOffline(true);
    await field('title').fill('断网写的');
    expect((await save()).name).toBe('草稿-断网写的.zip');
    page.on('dialog', (dialog) => void dialog.accept());
    await open('稿子.docx', wordFile(LINES, []));
    await expect.poll(status).toContain('连上网再试');
    expect(await field('title').inputValue()).toBe('断网写的');
    complaints.length = 0;
  });

  it('refuses what is no manuscript', async () => {
    const { open, status } = desk;
    await open('照片.zip', Buffer.from('PK no zip'));
    await expect.poll(status).toContain('打不开');
    await open('旧稿.doc', Buffer.from('x'));
    await expect.poll(status).toContain('另存为.docx');
  });

  it('remembers a draft only where that was asked, and erases it', async () => {
    const { page, field, status } = desk;
    const stored = () =>
      page.evaluate(async () => [Object.keys(localStorage), (await indexedDB.databases()).map(({ name }) => name)]);
    await field('title').fill('记住的稿子');
    await page.waitForTimeout(500);
    expect(await stored()).toEqual([[], []]);
    await page.getByLabel('在这台电脑上记住草稿').check();
    await expect.poll(status).toContain('记住了');
    await field('summary').fill('后来写的');
    await page.waitForTimeout(800);
    await page.reload();
    await expect.poll(() => field('summary').inputValue()).toBe('后来写的');
    await page.getByLabel('在这台电脑上记住草稿').uncheck();
    await expect.poll(status).toContain('清除');
    expect(await stored()).toEqual([[], []]);
  });

  it('takes a pasted text with its headings, and prints the sheet', async () => {
    const { page, field, status } = desk;
    await page.getByText('其他', { exact: true }).click();
    await page.getByRole('button', { name: '贴一篇稿子' }).click();
    await page.locator('[data-paste-field]').evaluate((area) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<h1>一把伞</h1><h2>案例背景</h2><p>下<b>雨</b>了<script>x()</scr' + 'ipt>。</p><ul><li>一</li></ul>',
      );
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByRole('button', { name: '放进表里' }).click();
    await expect.poll(() => field('section:背景').inputValue()).toBe('下雨了。\n\n- 一');
    expect(await field('title').inputValue()).toBe('一把伞');
    await page.evaluate(() => (window.print = () => undefined));
    await page.getByRole('button', { name: '打印送审单' }).click();
    await expect.poll(() => page.locator('[data-sheet]').textContent()).toMatch(/一把伞[\s\S]*终审/u);
    await page.getByRole('button', { name: '复制给公众号' }).click();
    await expect.poll(status).toContain('没有选“公众号”');
    await page.getByLabel('公众号', { exact: true }).check();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制给公众号' }).click();
    await expect.poll(status).toContain('复制好了');
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text();
    });
    expect(copied).toContain('<h2>背景</h2>');
    expect(copied).not.toMatch(/class=|style="[^"]*url/u);
  });

  it('reads a form that is a table', async () => {
    const { page, field } = desk;
    await page.getByText('其他', { exact: true }).click();
    await page.getByRole('button', { name: '贴一篇稿子' }).click();
    await page.locator('[data-paste-field]').evaluate((area) => {
      const data = new DataTransfer();
      const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
      const rows =
        row('案例名称', '一把伞') + row('案例背景', '<p>下雨。</p><p>没有伞。</p>') + row('专业反思', '来晚了。');
      data.setData('text/html', `<table>${rows}</table>`);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByRole('button', { name: '放进表里' }).click();
    await expect.poll(() => field('section:背景').inputValue()).toBe('下雨。\n\n没有伞。');
    expect(await field('section:反思').inputValue()).toBe('来晚了。');
    expect((await field('title').inputValue()) + (await field('leftover').inputValue())).toContain('一把伞');
  });

  it('leads through the whole form by keys alone', async () => {
    const { page } = desk;
    const names = new Set<string>();
    for (let at = 0; at < 130; at += 1) {
      await page.keyboard.press('Tab');
      names.add(
        await page.evaluate(() => {
          const one = document.activeElement as HTMLInputElement | null;
          return one?.name || one?.dataset['act'] || one?.id || '';
        }),
      );
    }
    for (const name of ['save', 'd-open', 'preview', 'title', 'section:反思', 'd-choose', 'reference', 'aliases'])
      expect(names, name).toContain(name);
  });

  it('finds a station by a few characters, with the keyboard alone', async () => {
    const { page, field } = desk;
    const name = await page.evaluate(() => {
      const data = JSON.parse(document.querySelector('[data-desk]')?.textContent ?? '') as {
        districts: [string, [string, [string, string][]][]][];
      };
      return data.districts.flatMap(([, towns]) => towns.flatMap(([, stations]) => stations)).at(-1)?.[1] ?? '';
    });
    await page.getByLabel('写几个字找站').fill(name);
    await expect.poll(() => page.locator('[data-found] li').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('写几个字找站').press('Enter');
    expect(await field('station').evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text)).toBe(name);
    expect(await field('town').inputValue()).not.toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('d-station');
    expect(await page.locator('[data-found] li').count()).toBe(0);
  });

  it('stops at words that the writer never wants to read, and keeps them to itself', async () => {
    const { page, field, save, rail } = desk;
    await field('title').fill('十一个星期三');
    await page.getByLabel('不能出现的名字和词').fill('福兴里\n阿宝');
    await field('section:背景').fill('阿宝三个月没有下楼。');
    await expect.poll(rail).toContain('“阿宝”在不能公开的名单里');
    await field('section:背景').fill('她三个月没有下楼。');
    await expect.poll(rail).not.toContain('不能公开的名单');
    const { parts } = await save();
    const all = Object.values(parts).map((bytes) => strFromU8(bytes));
    expect(all.join()).toContain('她三个月没有下楼');
    expect(all.join()).not.toMatch(/福兴里|阿宝/u);
    await page.getByLabel('在这台电脑上记住草稿').check();
    await page.waitForTimeout(800);
    const stored = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          const request = indexedDB.open('sgz-desk', 1);
          request.onsuccess = () => {
            const all = request.result.transaction('draft').objectStore('draft').getAll();
            all.onsuccess = () => done(JSON.stringify(all.result));
          };
        }),
    );
    expect(stored).toContain('她三个月没有下楼');
    expect(stored).not.toMatch(/福兴里|阿宝/u);
  });

  it('asks before unsaved work is left', async () => {
    const { page, field } = desk;
    await field('title').fill('没有存的');
    let asks = 0;
    page.on('dialog', (dialog) => {
      asks += dialog.type() === 'beforeunload' ? 1 : 0;
      void dialog.accept();
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asks).toBe(1);
  });

  it('takes a replaced name back', async () => {
    const { page, field } = desk;
    await field('section:背景').fill('王秀英说好。');
    await page.getByRole('button', { name: '全部换掉' }).click();
    await expect.poll(() => field('section:背景').inputValue()).toMatch(/^小.说好。$/u);
    await page.getByRole('button', { name: '退回上一次替换' }).click();
    expect(await field('section:背景').inputValue()).toBe('王秀英说好。');
    await page.getByRole('button', { name: '不是人名' }).click();
    expect(await page.locator('[data-names] li').count()).toBe(0);
  });

  it.each([
    [390, {}],
    [390, { view: 'elder' }],
    [1280, { theme: 'dark' }],
  ] as const)('is clean for axe at %i px and never scrolls sideways, %o', async (width, choices) => {
    const { photographs, stage } = desk;
    const { page: own, context } = await pageWith(stage, choices, { viewport: { width, height: 844 } });
    await own.goto(stage.at('/help/case-desk/'));
    await own.locator('case-desk[data-ready]').waitFor();
    await own.locator('[name="section:背景"]').fill('王秀英说，手机是13800138000，3月12日去的。');
    await own.setInputFiles('[data-choose]', {
      name: 'a.jpg',
      mimeType: 'image/jpeg',
      buffer: photographs[0] ?? Buffer.alloc(0),
    });
    await own.getByRole('button', { name: '加马赛克' }).click();
    await own.getByRole('button', { name: '加一样' }).click();
    // The bar at the foot covers nothing at the end of the page.
    await own.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await own.waitForTimeout(400);
    expect(await violations(own)).toEqual([]);
    expect(await own.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    await own.getByRole('button', { name: '预览' }).click();
    expect(await violations(own)).toEqual([]);
    await context.close();
  });

  it('costs at most 60 KB as sent with Brotli before a file is opened', () => {
    const site = mainSite();
    const desk = pageIn(site, 'help/case-desk/index.html');
    const sum = [...scriptsOf(site, desk)].reduce(
      (total, file) => total + brotliCompressSync(readFileSync(join(site.dir, file))).length,
      0,
    );
    expect(sum).toBeGreaterThan(10_000);
    expect(sum).toBeLessThan(60 * 1024);
  });

  it('is asked for by nobody but those who are sent there', () => {
    const site = mainSite();
    const desk = pageIn(site, 'help/case-desk/index.html');
    expect(desk.csp.join()).toMatch(/connect-src 'self'(?:;|$)/u);
    const html = readFileSync(join(site.dir, 'help/case-desk/index.html'), 'utf8');
    expect(html).toMatch(/<meta name="robots" content="noindex"/u);
    const maps = [...site.files].filter((file) => /^sitemap.*\.xml$/u.test(file));
    for (const file of maps) expect(readFileSync(join(site.dir, file), 'utf8')).not.toContain('case-desk');
    for (const folder of ['help', 'cases', 'help/case']) {
      const { references } = pageIn(site, `${folder}/index.html`);
      expect(references.map(({ href }) => href)).toContain('/help/case-desk/');
    }
  });
});
