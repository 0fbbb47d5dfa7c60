import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const SIZES = [
  { width: 360, choices: {} },
  { width: 360, choices: { view: 'elder' } },
  { width: 768, choices: {} },
  { width: 768, choices: { view: 'elder' } },
  { width: 1440, choices: { theme: 'dark' } },
] as const;

describe('the charts of the progress page', () => {
  it.each(SIZES)('show one form each, with letters that can be read: %o', async ({ width, choices }) => {
    const { page, context } = await pageWith(stage, choices, { viewport: { width, height: 900 } });
    await page.goto(stage.at('/progress/'));
    const sections = await page.locator('.figure-sec').all();
    expect(sections.length).toBeGreaterThan(5);
    for (const section of sections) {
      const charts = section.locator('svg.chart:visible');
      expect(await charts.count()).toBe(1);
      const smallest = await charts.evaluate((svg: SVGSVGElement) => {
        const unit = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        const sizes = [...svg.querySelectorAll('[font-size]')].map((text) => Number(text.getAttribute('font-size')));
        return unit * Math.min(...sizes);
      });
      expect(smallest).toBeGreaterThanOrEqual(16);
    }
    await context.close();
  });

  it('follow the colours of the page', async () => {
    const fill = async (theme: 'light' | 'dark') => {
      const { page, context } = await pageWith(stage, { theme });
      await page.goto(stage.at('/progress/'));
      const colour = await page
        .locator('#naming svg.chart:visible g[fill="var(--main)"]')
        .evaluate((group) => getComputedStyle(group).fill);
      await context.close();
      return colour;
    };
    expect([await fill('light'), await fill('dark')]).toEqual(['rgb(13, 90, 71)', 'rgb(133, 211, 184)']);
  });

  it('can be taken along as PNG, sharp and not empty', async () => {
    const { page, context } = await pageWith(stage, {}, { acceptDownloads: true });
    const complaints = complaintsOf(page);
    await page.goto(stage.at('/progress/'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#coverage').getByRole('button', { name: 'PNG图' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/coverage\.png$/u);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1600);
    expect(bytes.length).toBeGreaterThan(20_000);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('offer table and drawing without a script', async () => {
    const { page, context } = await pageWith(stage, {}, { javaScriptEnabled: false });
    await page.goto(stage.at('/progress/'));
    const files = page.locator('#coverage .figure-files');
    expect(await files.getByRole('link').allInnerTexts()).toEqual(['CSV表格', 'SVG图']);
    expect(await files.getByRole('button').count()).toBe(0);
    await context.close();
  });
});
