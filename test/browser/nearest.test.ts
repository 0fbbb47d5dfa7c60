import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openStage, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('the nearest stations', () => {
  const somewhere = dataset.towns.find(({ point }) => point !== null)?.point ?? { lon: 0, lat: 0 };
  const standing = async (point: { lon: number; lat: number } | null) => {
    const own = await stage.browser.newContext({
      ...(point === null ? {} : { geolocation: { longitude: point.lon, latitude: point.lat } }),
      permissions: point === null ? [] : ['geolocation'],
    });
    const opened = await own.newPage();
    await opened.goto(stage.at('/'));
    return opened;
  };

  it('are shown after a press of the button, never as those responsible, with distance and direction', async () => {
    const own = await standing(somewhere);
    const asked: string[] = [];
    own.on('request', (request) => asked.push(request.url()));
    await own.getByRole('button', { name: '看离我近的站' }).click();
    const group = own.locator('[role=listbox] [role=group]').first();
    await group.waitFor();
    expect(await group.getAttribute('aria-label')).toContain('距离最近的站');
    expect(await group.getAttribute('aria-label')).toContain('不一定负责');
    expect(await group.innerText()).toMatch(/[东南西北]面 [\d.]+(?:米|公里)/u);
    expect(await own.locator('[role=listbox] [role=option] a[href*="/stations/"]').count()).toBeGreaterThan(1);
    // The position stays on the device.
    const place = String(somewhere.lon).slice(0, 6);
    expect(asked.filter((url) => url.includes(place))).toEqual([]);
    expect(own.url()).not.toContain(place);
    expect(await violations(own)).toEqual([]);
    await own.context().close();
  });

  it('are not asked for before the button is pressed', async () => {
    const own = await standing(somewhere);
    await own.evaluate(() => {
      navigator.geolocation.getCurrentPosition = () => document.documentElement.setAttribute('data-located', '');
    });
    await own.getByRole('combobox').first().fill('徐家汇');
    await own.locator('[role=option]').first().waitFor();
    expect(await own.locator('html[data-located]').count()).toBe(0);
    await own.context().close();
  });

  it.each([
    ['without permission', null, /没有得到定位许可|定不了位/u],
    ['outside the city', { lon: 87.6, lat: 43.8 }, /不在本市/u],
  ])('are replaced by a plain message %s', async (_, point, words) => {
    const own = await standing(point);
    await own.getByRole('button', { name: '看离我近的站' }).click();
    await expect.poll(() => own.locator('.search-panel').innerText()).toMatch(words);
    expect(await own.locator('[role=option]').count()).toBe(0);
    await own.context().close();
  });
});
