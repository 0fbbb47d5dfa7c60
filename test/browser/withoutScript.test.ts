import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { openStage, pageWith, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('without JavaScript', () => {
  it('a station shows its telephone, address and hours', async () => {
    const station = dataset.stations.find(
      ({ phones, verifiedOn, publishLevel, address, status, hours }) =>
        phones.length > 0 &&
        publishLevel === '全部' &&
        address !== '' &&
        status === '运行' &&
        hours !== null &&
        verifiedOn !== null &&
        verifiedOn > dataset.meta.asAt.replace(/^\d+/u, (year) => String(Number(year) - 1)),
    );
    if (station === undefined) throw new Error('no complete station in the data');
    const { page, context } = await pageWith(stage, {}, { javaScriptEnabled: false });
    await page.goto(stage.at(`/stations/${station.id}/`));
    const main = page.getByRole('main');
    expect(
      await main
        .getByText(station.phones[0]?.display ?? '', { exact: false })
        .first()
        .isVisible(),
    ).toBe(true);
    expect(await main.innerText()).toContain(station.address);
    expect(await main.getByRole('table').first().isVisible()).toBe(true);
    await context.close();
  });

  it('the list shows every station that is not closed', async () => {
    const { page, context } = await pageWith(stage, {}, { javaScriptEnabled: false });
    await page.goto(stage.at('/stations/'));
    const rows = page.locator('.district-group li[data-id]');
    const expected = dataset.stations.filter(({ status }) => status !== '撤并').length;
    expect(await rows.count()).toBe(expected);
    expect(await rows.first().isVisible()).toBe(true);
    await context.close();
  });

  it('every kind of page can be read, and offers no button that does nothing', async () => {
    const { page, context } = await pageWith(stage, {}, { javaScriptEnabled: false });
    const dead: string[] = [];
    for (const { path } of oneOfEachKind(mainSite())) {
      await page.goto(stage.at(path));
      expect((await page.getByRole('main').innerText()).length, path).toBeGreaterThan(10);
      for (const button of await page.locator('button:not([type="submit"])').all()) {
        if (await button.isVisible()) dead.push(`${path} ${await button.innerText()}`);
      }
    }
    expect(dead).toEqual([]);
    await context.close();
  });
});
