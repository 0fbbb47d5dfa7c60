import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/domain/site/paths.ts';
import { responsibilityFor } from '../../src/domain/station/responsibility.ts';
import { isClosed } from '../../src/domain/station/station.ts';
import { pageWith, type Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { dataset } from './dataset.ts';

const towns = new Map(dataset.towns.map((town) => [town.code, town]));
const stationsOf = (code: string) => dataset.stations.filter(({ townCode }) => townCode === code);

/** A place whose 街镇 has a 综合 station and a station of a sensitive field. */
const [committee, general, special] = (() => {
  for (const place of dataset.committees) {
    const town = towns.get(place.townCode);
    if (town === undefined) continue;
    const found = responsibilityFor(town, towns, stationsOf);
    const own = found.special.find(({ field }) => field === 'wei-bao');
    if (found.general !== null && own !== undefined && found.servingTown === town) return [place, found.general, own];
  }
  throw new Error('no such place');
})();
const other = dataset.fields.find(
  ({ slug }) => !stationsOf(committee.townCode).some((station) => station.field === slug && !isClosed(station)),
);

let stage: Stage;
eachOnFreshPage(async (_, on) => {
  stage = on;
  await Promise.resolve();
});

/** A page of a reader who has had the place remembered. */
async function remembering(): Promise<{ page: Page; asked: string[]; close: () => Promise<void> }> {
  const { page, context } = await pageWith(stage, {}, { viewport: { width: 390, height: 844 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(stage.at('/leave/'));
  await page.evaluate((code) => localStorage.setItem('sgz-home', code), committee.code);
  return { page, asked, close: () => context.close() };
}

describe('my station', () => {
  it('opens the home page with its phone, and the search field stays', async () => {
    const { page, close } = await remembering();
    await page.goto(stage.at('/'));
    const plate = page.locator('my-station .plate');
    await plate.waitFor();
    expect(await plate.innerText()).toContain(committee.name);
    expect(await plate.getByRole('link', { name: '看这个站' }).getAttribute('href')).toContain(general.id);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('combobox').first().isVisible()).toBe(true);
    await close();
  });

  it('stands on the page of a field: the station of that field in the reader’s own 街镇', async () => {
    const { page, close } = await remembering();
    await page.goto(stage.at(paths.field('wei-bao')));
    const row = page.locator('my-station li[data-id]');
    await row.waitFor();
    expect(await row.getAttribute('data-id')).toBe(special.id);
    expect(await page.locator('my-station search-box').isVisible()).toBe(false);
    await close();
  });

  it('is the 综合 station where the 街镇 has none for the matter', async () => {
    const { page, close } = await remembering();
    await page.goto(stage.at(paths.field(other?.slug ?? '')));
    const row = page.locator('my-station li[data-id]');
    await row.waitFor();
    expect(await row.getAttribute('data-id')).toBe(general.id);
    await close();
  });

  it('is forgotten at one press, here and on the device', async () => {
    const { page, close } = await remembering();
    await page.goto(stage.at('/'));
    await page.getByRole('button', { name: '忘掉' }).click();
    expect(await page.locator('my-station .plate').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('sgz-home'))).toBeNull();
    await page.reload();
    expect(await page.locator('my-station .plate').count()).toBe(0);
    await close();
  });

  it('leaves the page as it is where its page does not come', async () => {
    const { page, close } = await remembering();
    // A network that wants one to sign in answers with a page of its own.
    await page
      .context()
      .route('**/embed/**', (route) => route.fulfill({ body: '<h1>登录</h1>', contentType: 'text/html' }));
    await page.goto(stage.at(paths.field('wei-bao')));
    await page.getByText('现在取不到您记住的社工站').waitFor();
    await page.locator('my-station search-box').waitFor();
    expect(await page.locator('my-station li[data-id]').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('sgz-home'))).not.toBeNull();
    await page.getByRole('button', { name: '忘掉' }).click();
    expect(await page.evaluate(() => localStorage.getItem('sgz-home'))).toBeNull();
    await close();
  });

  it('is remembered by a press on an answer: the code of the 居村委 and nothing else', async () => {
    const { page, context } = await pageWith(stage, {}, { viewport: { width: 390, height: 844 } });
    await page.goto(stage.at('/'));
    const town = towns.get(committee.townCode)?.name ?? '';
    await page.getByRole('combobox').first().fill(`${town}${committee.name}`);
    await page.getByRole('button', { name: '记住我住在这里' }).click();
    await page.locator('my-station .plate').waitFor();
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(JSON.parse(stored)).toEqual({ 'sgz-home': committee.code });
    await context.close();
  });

  it('is not offered beside words that tell of a trouble, nor on a page about one', async () => {
    const { page, context } = await pageWith(stage, {}, { viewport: { width: 390, height: 844 } });
    await page.goto(stage.at(paths.field('wei-bao')));
    const field = page.locator('my-station').getByRole('combobox');
    await field.fill(committee.name);
    const list = page.locator('my-station [role=listbox][data-settled]');
    await list.waitFor();
    expect(await page.getByRole('button', { name: '记住我住在这里' }).count()).toBe(0);
    await context.close();
  });

  it('asked for on the page of a field, is the station of that field first', async () => {
    const { page, context } = await pageWith(stage, {}, { viewport: { width: 390, height: 844 } });
    await page.goto(stage.at(paths.field('wei-bao')));
    const town = towns.get(committee.townCode)?.name ?? '';
    await page.locator('my-station').getByRole('combobox').fill(town);
    const first = page.locator('my-station [role=option]').first();
    await expect.poll(() => first.innerText(), { timeout: 20_000 }).toContain(special.name);
    await context.close();
  });

  it('asks for nothing where nothing is remembered', async () => {
    const { page, context } = await pageWith(stage, {}, {});
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(stage.at('/'));
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.includes('/embed/'))).toEqual([]);
    await context.close();
  });
});
