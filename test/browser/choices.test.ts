import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, pageWith, type Stage } from './chrome.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each([
  { name: '长辈版', setting: 'view', value: 'elder' },
  { name: '深色', setting: 'theme', value: 'dark' },
  { name: '高对比', setting: 'contrast', value: 'more' },
])('$name', ({ name, setting, value }) => {
  it('is chosen with a button and stays over pages and visits', async () => {
    const { page, context } = await pageWith(
      stage,
      {},
      { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
    );
    await page.goto(stage.at('/'));
    const root = page.locator('html');
    const button = page.getByRole('button', { name, exact: true }).last();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    expect(await root.getAttribute(`data-${setting}`)).toBe(value);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.goto(stage.at('/services/'));
    expect(await root.getAttribute(`data-${setting}`)).toBe(value);
    const later = await context.newPage();
    await later.goto(stage.at('/about/'));
    expect(await later.locator('html').getAttribute(`data-${setting}`)).toBe(value);
    await later.getByRole('button', { name, exact: true }).last().click();
    expect(await later.locator('html').getAttribute(`data-${setting}`)).not.toBe(value);
    await page.goto(stage.at('/'));
    expect(await root.getAttribute(`data-${setting}`)).not.toBe(value);
    await context.close();
  });

  it('is set before anything is painted, by nothing that has to be loaded', async () => {
    const { page, context } = await pageWith(stage, { [setting]: value });
    await context.route('**/*.js', (route) => route.abort());
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.body === null) return;
        observer.disconnect();
        const { dataset } = document.documentElement;
        (window as unknown as { atBody: object }).atBody = { ...dataset };
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(stage.at('/'));
    const atBody = await page.evaluate(() => (window as unknown as { atBody: Record<string, string> }).atBody);
    expect(atBody[setting]).toBe(value);
    await context.close();
  });
});

describe('sizes', () => {
  it('are 18 px, and 24 px in 长辈版', async () => {
    for (const [choices, size] of [
      [{}, '18px'],
      [{ view: 'elder' as const }, '24px'],
    ] as const) {
      const { page, context } = await pageWith(stage, choices);
      await page.goto(stage.at('/about/'));
      expect(
        await page
          .locator('main p')
          .last()
          .evaluate((element) => getComputedStyle(element).fontSize),
      ).toBe(size);
      await context.close();
    }
  });

  it('of buttons and fields are 44 px at least, main actions 60 px in 长辈版', async () => {
    for (const [choices, least] of [
      [{}, 44],
      [{ view: 'elder' as const }, 60],
    ] as const) {
      const { page, context } = await pageWith(stage, choices);
      const small: string[] = [];
      for (const path of ['/', '/stations/', '/search/']) {
        await page.goto(stage.at(path));
        small.push(
          ...(await page.evaluate((limit) => {
            const targets = [...document.querySelectorAll<HTMLElement>('button, .btn, input[type="search"], select')];
            return targets
              .filter((element) => element.checkVisibility())
              .map((element) => ({ element, box: element.getBoundingClientRect() }))
              .filter(({ box }) => box.height < limit - 0.5)
              .map(
                ({ element, box }) =>
                  `${location.pathname} ${element.localName}.${element.className} ${Math.round(box.height)} px`,
              );
          }, least)),
        );
      }
      expect(small).toEqual([]);
      await context.close();
    }
  });
});
