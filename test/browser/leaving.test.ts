import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtCity } from '../site/cityBuild.ts';
import { mainSite } from '../site/builtSite.ts';
import { violations } from './axe.ts';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';

/** A station of the invented city, whose page leads to three maps; its site is official and asks before it does. */
const STATION = '/stations/990101001-z/';
const HOST = 'uri.amap.com';

let stage: Stage;
let page: Page;
let complaints: string[];
let asked: string[];
beforeAll(async () => {
  stage = await openStage(await builtCity());
});
afterAll(() => stage.close());
beforeEach(async () => {
  ({ page } = await pageWith(stage, {}));
  complaints = complaintsOf(page);
  asked = [];
  // Nobody is really asked: what leaves the site is noted and answered with an empty page.
  await page.context().route(
    (url) => !url.href.startsWith(stage.at('/')),
    (route) => {
      asked.push(new URL(route.request().url()).hostname);
      return route.fulfill({ contentType: 'text/html', body: '<title>别处</title>' });
    },
  );
  await page.goto(stage.at(STATION));
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

const out = () => page.locator(`a[href*="${HOST}"]`).first();
const box = () => page.getByRole('dialog', { name: '要离开本站了' });

describe('a link to the site of others, on an official site', () => {
  it('says where it leads before anything is asked of them; to stay brings the focus back', async () => {
    await out().click();
    expect(await box().innerText()).toContain(`接下来打开的是别的网站（${HOST}）`);
    expect(asked).toEqual([]);
    expect(await page.locator(':focus').innerText()).toBe('留在本站');
    await page.keyboard.press('Enter');
    await expect.poll(() => box().count()).toBe(0);
    expect(await page.locator(':focus').getAttribute('href')).toContain(HOST);
    expect(page.url()).toBe(stage.at(STATION));
  });

  it('is closed by Esc, works from the keyboard, and asks again the next time', async () => {
    for (let times = 0; times < 2; times += 1) {
      await out().focus();
      await page.keyboard.press('Enter');
      await box().waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => box().count()).toBe(0);
    }
    expect(asked).toEqual([]);
  });

  it('leads on where its reader goes on, to the same address', async () => {
    const href = await out().getAttribute('href');
    await out().click();
    expect(await box().getByRole('link', { name: '继续打开' }).getAttribute('href')).toBe(href);
    const opened = page.context().waitForEvent('request', (request) => request.url().includes(HOST));
    await box().getByRole('link', { name: '继续打开' }).click();
    expect((await opened).url()).toBe(href);
  });

  it('shows a box that axe finds nothing in, in every look', async () => {
    await out().click();
    await box().waitFor();
    expect(await violations(page)).toEqual([]);
    for (const [name, value] of [
      ['view', 'elder'],
      ['theme', 'dark'],
      ['contrast', 'more'],
    ] as const) {
      await page.evaluate(([key, set]) => document.documentElement.setAttribute(`data-${key}`, set), [
        name,
        value,
      ] as const);
      expect(await violations(page), name).toEqual([]);
    }
  });

  it('of the state, of the host site, and within this site leads there at once', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: '云泽市人民政府网站' }).click();
    await expect.poll(() => asked).toEqual(['www.yunze.example']);
    await page.goto(stage.at(STATION));
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: /泽ICP备/u })
      .click();
    await expect.poll(() => asked).toEqual(['www.yunze.example', 'beian.miit.gov.cn']);
  });

  it('works without JavaScript', async () => {
    const { page: plain, context } = await pageWith(stage, {}, { javaScriptEnabled: false });
    await context.route(new RegExp(HOST, 'u'), (route) => route.fulfill({ contentType: 'text/html', body: '别处' }));
    await plain.goto(stage.at(STATION));
    const opened = context.waitForEvent('request', (request) => request.url().includes(HOST));
    await plain.locator(`a[href*="${HOST}"]`).first().click();
    expect((await opened).url()).toContain(HOST);
    await context.close();
  });

  it('on the page of 快速离开 leads away without a question', async () => {
    await page.goto(stage.at('/leave/'));
    await page.getByRole('link', { name: '中国天气网' }).click();
    await expect.poll(() => asked).toEqual(['www.weather.com.cn']);
  });
});

it('a sample asks nothing', async () => {
  const sample = await openStage(mainSite());
  const { page: own, context } = await pageWith(sample, {});
  await own.goto(sample.at('/'));
  expect(await own.locator('html[data-leaving]').count()).toBe(0);
  await context.close();
});
