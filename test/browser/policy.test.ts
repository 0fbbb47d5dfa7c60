import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { ROOT } from '../site/builtSite.ts';
import { violations } from './axe.ts';
import { openStage, pageWith, visit, type Stage } from './chrome.ts';

const { content } = load(foldersOf(process.env, ROOT));
const POLICY = `/policies/${content.policies[0]?.slug ?? ''}/`;
const TERMS = '/interpretations/who-runs-who-pays/';
const NOTES = content.interpretations.reduce((sum, { head }) => sum + head.explains.length, 0);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const WIDE = { viewport: { width: 1440, height: 900 } };

describe('the document to work with', () => {
  it('copies the citation of a clause in its exact form', async () => {
    const { page, context } = await pageWith(
      stage,
      {},
      { ...WIDE, permissions: ['clipboard-read', 'clipboard-write'] },
    );
    await visit(page, stage.at(POLICY));
    const clause = page.locator('[id="3-2"]');
    await clause.locator('.original').hover();
    await clause.getByRole('button', { name: '复制引用' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '《上海市民政局关于推进上海市街镇社会工作服务站建设的通知》（沪民社工发〔2021〕5号）三（二）',
    );
    await context.close();
  });

  it('shows the tools of a clause to the mouse, to the keyboard and on a touch screen', async () => {
    const { page, context } = await pageWith(stage, {}, WIDE);
    await visit(page, stage.at(POLICY));
    const opacity = (id: string) =>
      page.locator(`[id="${id}"] .clause-tools`).evaluate((tools) => getComputedStyle(tools).opacity);
    await page.mouse.move(0, 0);
    expect(await opacity('2-1')).toBe('0');
    await page.locator('[id="2-1"] .original').hover();
    expect(await opacity('2-1')).toBe('1');
    await page.mouse.move(0, 0);
    await page.locator('[id="4"]').getByRole('button', { name: '复制引用' }).focus();
    expect(await opacity('4')).toBe('1');
    await context.close();
    const touch = await pageWith(stage, {}, { hasTouch: true, isMobile: true });
    await visit(touch.page, stage.at(POLICY));
    const shown = touch.page.locator('[id="2-1"] .clause-tools');
    expect(await shown.evaluate((tools) => getComputedStyle(tools).opacity)).toBe('1');
    await touch.context.close();
  });

  it('marks in its table of contents what is being read', async () => {
    const { page, context } = await pageWith(stage, {}, WIDE);
    await visit(page, stage.at(POLICY));
    for (const id of ['2-1', '4', '5-3']) {
      await page.locator(`.toc a[href="#${id}"]`).click();
      await page.waitForSelector(`.toc a[href="#${id}"][aria-current="location"]`);
      expect(await page.locator('.toc [aria-current]').count()).toBe(1);
    }
    await context.close();
  });

  it('opens and closes its interpretations, one or all, and is clean to axe with all of them open', async () => {
    const { page, context } = await pageWith(stage, {}, WIDE);
    await visit(page, stage.at(POLICY));
    const open = page.locator('details.interpretation[open]');
    expect(await open.count()).toBe(0);
    await page.locator('[id="3-2"] summary').first().click();
    expect(await open.count()).toBe(1);
    await page.getByRole('button', { name: '展开全部解读' }).click();
    expect(await open.count()).toBe(NOTES);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '收起全部解读' }).click();
    expect(await open.count()).toBe(0);
    await context.close();
  });

  it('is printed with every interpretation open and without tools', async () => {
    const { page, context } = await pageWith(stage, {}, WIDE);
    await visit(page, stage.at(POLICY));
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details.interpretation .inner:visible').count()).toBe(NOTES);
    expect(await page.locator('.clause-tools:visible, .notes-bar:visible, .toc:visible').count()).toBe(0);
    await context.close();
  });

  it('without JavaScript shows every interpretation, and every word leads to its meaning', async () => {
    const { page, context } = await pageWith(stage, {}, { ...WIDE, javaScriptEnabled: false });
    await page.goto(stage.at(POLICY));
    expect(await page.locator('details.interpretation .inner:visible').count()).toBe(NOTES);
    await page.goto(stage.at(TERMS));
    const word = page.locator('dfn a').first();
    const target = await word.getAttribute('href');
    await word.click();
    expect(await page.locator(`[id="${target?.slice(1) ?? ''}"]`).isVisible()).toBe(true);
    await context.close();
  });

  it('still shows the interpretations when its script never comes', async () => {
    const { page, context } = await pageWith(stage, {}, WIDE);
    await page.route(/\.js$/u, (route) => route.abort());
    await page.goto(stage.at(POLICY));
    await page.waitForTimeout(2500);
    const heights = await page
      .locator('details.interpretation > .inner')
      .evaluateAll((inner) => inner.map((element) => element.getBoundingClientRect().height));
    expect(heights).toHaveLength(NOTES);
    expect(Math.min(...heights)).toBeGreaterThan(40);
    await context.close();
  });
});

describe('a word of the glossary', () => {
  it('opens its definition in the line, and closes it', async () => {
    const { page, context } = await pageWith(stage, {});
    await visit(page, stage.at(TERMS));
    const word = page.locator('term-note').first().getByRole('button');
    const meaning = page.locator('term-note .term-text').first();
    expect(await meaning.isVisible()).toBe(false);
    await word.click();
    expect(await word.getAttribute('aria-expanded')).toBe('true');
    expect(await meaning.isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await word.click();
    expect(await meaning.isVisible()).toBe(false);
    await context.close();
  });
});
