import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visit, type Stage } from './chrome.ts';
import { content } from './dataset.ts';
import { eachOnFreshPage } from './freshPage.ts';

let page: Page;
let stage: Stage;
eachOnFreshPage((fresh, own) => {
  page = fresh;
  stage = own;
});

const rows = () => page.locator('.case-list > li:visible');
const status = () => page.locator('.case-filter [role=status]').innerText();

describe('the list of cases', () => {
  it('stays where it is while it loads', async () => {
    await page.addInitScript(() => {
      const all: number[] = [];
      Object.assign(window, { shifts: all });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) all.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await visit(page, stage.at('/cases/'));
    await page.waitForLoadState('networkidle');
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(0.02);
  });

  it('shows what was chosen of each kind, and keeps it in its address', async () => {
    await visit(page, stage.at('/cases/'));
    const all = await rows().count();
    await page.getByRole('checkbox', { name: '小组' }).check();
    await expect.poll(() => rows().count()).toBeLessThan(all);
    const groups = await rows().count();
    expect(await status()).toBe(`${groups}个案例`);
    await page.getByRole('checkbox', { name: '社区', exact: true }).check();
    await expect.poll(() => rows().count()).toBeGreaterThan(groups);
    const both = await rows().count();
    await page.getByRole('checkbox', { name: '2026年' }).check();
    await expect.poll(() => rows().count()).toBeLessThanOrEqual(both);
    const kept = await rows().count();
    expect(new URL(page.url()).searchParams.getAll('method').sort()).toEqual(['小组', '社区'].sort());
    await page.reload();
    await expect.poll(() => rows().count()).toBe(kept);
  });

  it('puts those that are featured first', async () => {
    await visit(page, stage.at('/cases/'));
    const order = await page
      .locator('.case-list h2 a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname.split('/')[2] ?? ''));
    const featured = new Set(content.cases.filter(({ head }) => head.featured).map(({ slug }) => slug));
    expect(featured.size).toBeGreaterThan(0);
    expect(new Set(order.slice(0, featured.size))).toEqual(featured);
    const day = (slug: string) => content.cases.find((one) => one.slug === slug)?.head.published_at ?? '';
    const others = order.slice(featured.size).map(day);
    expect(others).toEqual(others.toSorted().toReversed());
  });
});
