import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { getDocumentProxy, extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { type Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { dataset } from './dataset.ts';

const shown = dataset.stations.find(({ publishLevel, address }) => publishLevel === '全部' && address !== '');

let stage: Stage;
let page: Page;
eachOnFreshPage(
  (own, on) => {
    [page, stage] = [own, on];
  },
  { viewport: { width: 1280, height: 800 } },
);

const count = () => page.locator('station-directory [role=status]').first().innerText();
const field = () => page.locator('station-directory input[name=q]');

/** The words of a page as it is printed, without spaces. */
async function onPaper(): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  const { text } = await extractText(pdf, { mergePages: true });
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

describe('the field of the list', () => {
  it.each(['徐匯', 'xujiahui', 'XJH', '徐家会'])('understands %s as the search of the site does', async (words) => {
    await page.goto(stage.at('/stations/'));
    await field().fill(words);
    await expect.poll(count).toMatch(/^[1-9]\d*个站$/u);
  });

  it('says that nothing fits only when the search knows nothing either', async () => {
    await page.goto(stage.at('/stations/'));
    await field().fill('qqqqzzzz');
    await expect.poll(count).toContain('没有合适的站');
  });

  it('waits while a word is being composed', async () => {
    await page.goto(stage.at('/stations/'));
    await field().focus();
    const before = await count();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'tianp', selectionStart: 5, selectionEnd: 5 });
    await page.waitForTimeout(300);
    expect(await count()).toBe(before);
    await session.send('Input.insertText', { text: '天平' });
    await expect.poll(count).not.toBe(before);
  });
});

describe('the list as a file', () => {
  it('has a cell of its own for the address and for the day of verification', async () => {
    await page.goto(stage.at(`/stations/?district=${shown?.townCode.slice(0, 6) ?? ''}`));
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-act=csv]').click()]);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(await download.path(), 'utf8').slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    const row = data.find((entry) => entry['站点编号'] === shown?.id);
    expect(row).toMatchObject({ 地址: shown?.address, 类型: shown?.type, 核实日期: shown?.verifiedOn ?? '' });
  });
});

describe('on paper', () => {
  it('the results of the search stand', async () => {
    const station = dataset.stations.find(({ type, status }) => type === '综合' && status === '运行');
    const town = dataset.towns.find(({ code }) => code === station?.townCode)?.name ?? '';
    await page.goto(stage.at(`/search/?q=${encodeURIComponent(town)}`));
    await page.locator(`[role=listbox][data-settled="${town}"]`).waitFor({ state: 'attached', timeout: 10_000 });
    expect(await onPaper()).toContain(`${town}社工站`);
  });

  it('the list tells the hours of the week, and nothing that depends on the clock', async () => {
    await page.clock.setFixedTime(new Date('2026-11-23T00:10:00Z'));
    await page.goto(stage.at(`/stations/?district=${shown?.townCode.slice(0, 6) ?? ''}`));
    await page.locator('open-state .screen-only').first().waitFor();
    const paper = await onPaper();
    expect(paper).not.toMatch(/今天\d|现在开放|休息中/u);
    expect(paper).toMatch(/周一至周五\d+:\d\d/u);
  });
});

describe('a choice of how pages look', () => {
  const view = (of: Page) => of.evaluate(() => document.documentElement.dataset['view'] ?? null);

  it('made in one tab holds in the others', async () => {
    await page.goto(stage.at('/about/'));
    const other = await page.context().newPage();
    await other.goto(stage.at('/'));
    await other.locator('view-switch[data-setting=view] button').first().click();
    await expect.poll(() => view(page)).toBe('elder');
    const pressed = page.locator('view-switch[data-setting=view] button').first();
    await expect.poll(() => pressed.getAttribute('aria-pressed')).toBe('true');
  });

  it('made on a later page holds when 后退 brings this one back', async () => {
    await page.goto(stage.at('/about/'));
    await page.evaluate(() => {
      localStorage.setItem('sgz-view', 'elder');
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await view(page)).toBe('elder');
  });
});
