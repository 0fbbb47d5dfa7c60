import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { ROOT } from '../site/builtSite.ts';
import { violations } from './axe.ts';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';

const { dataset } = load(foldersOf(process.env, ROOT));

let stage: Stage;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  ({ page } = await pageWith(stage, {}));
  complaints = complaintsOf(page);
});
afterEach(() => page.context().close());

const field = () => page.getByRole('combobox').first();
const options = () => page.getByRole('listbox').getByRole('option');
const links = () => page.locator('[role=listbox] [role=option] a[href]');

/** Types words into the field and waits until the list says that nothing more will come. */
async function search(words: string): Promise<void> {
  await field().fill(words);
  await page.locator(`[role=listbox][data-settled="${words}"]`).waitFor({ state: 'attached', timeout: 10_000 });
}

/** A committee whose name nobody shares, in a town whose 综合 station runs. */
function uniqueCommittee() {
  const general = new Map(
    dataset.stations
      .filter(({ type, status }) => type === '综合' && status === '运行')
      .map((station) => [station.townCode, station]),
  );
  const committee = dataset.committees.find(
    ({ townCode, name }) =>
      general.has(townCode) && dataset.committees.filter((other) => other.name === name).length === 1,
  );
  const station = general.get(committee?.townCode ?? '');
  if (committee === undefined || station === undefined) throw new Error('no data');
  return { committee, station };
}

const crisisNeed = () => {
  const need = dataset.needs.find(({ crisis }) => crisis.length > 0);
  if (need === undefined) throw new Error('no data');
  return need;
};

describe('the search box of the home page', () => {
  beforeEach(() => page.goto(stage.at('/')));

  it('answers a committee with the station responsible for it, and says why', async () => {
    const { committee, station } = uniqueCommittee();
    await search(committee.name);
    expect(await options().first().getAttribute('aria-label')).toContain(station.name);
    const basis = await page.locator('[role=group]').first().getAttribute('aria-label');
    expect(basis).toContain('负责您所在地的站');
    expect(basis).toContain(committee.name);
    expect(complaints).toEqual([]);
  });

  it('holds one real link in each option', async () => {
    await search('徐家汇');
    const count = await options().count();
    expect(count).toBeGreaterThan(1);
    expect(await links().count()).toBe(count);
    for (const href of await links().evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
      const path = (href.split('#')[0] ?? '').slice(stage.site.base.length);
      expect(stage.site.files.has(`${path}index.html`)).toBe(true);
    }
  });

  it('is worked by the keyboard alone: arrows choose, Esc closes, Enter goes', async () => {
    await search('徐家汇');
    await field().press('ArrowDown');
    const active = await field().getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active ?? ''}`).getAttribute('aria-selected')).toBe('true');
    await field().press('Escape');
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    await field().press('ArrowDown');
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    const href = await page.locator('[role=option][aria-selected=true] a').getAttribute('href');
    await field().press('Enter');
    await page.waitForURL((url) => url.pathname === href);
  });

  it('goes to the result that is clicked', async () => {
    await search('徐家汇');
    const href = await links().first().getAttribute('href');
    await options().first().click();
    await page.waitForURL((url) => url.pathname === href);
  });

  it('tells a screen reader how many there are', async () => {
    await search('徐家汇');
    expect(await page.locator('.search-box').getByRole('status').innerText()).toMatch(/找到 \d+ 条/u);
  });

  it('asks which, where names are the same', async () => {
    await search('虹桥');
    expect(await page.locator('[role=group]').first().getAttribute('aria-label')).toContain('是哪一个');
  });

  it('shows the crisis numbers first, and leaves no trace of such words', async () => {
    const { word, crisis } = crisisNeed();
    await search(word);
    expect(await page.locator('.search-panel > *').first().innerText()).toContain(crisis[0] ?? '?');
    await field().press('Enter');
    await page.waitForTimeout(300);
    expect(decodeURIComponent(page.url())).not.toContain(word);
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain(word);
    expect(decodeURIComponent(await page.evaluate(() => JSON.stringify(history.state)))).not.toContain(word);
  });

  it('remembers harmless words on this device, and forgets them on demand', async () => {
    await search('徐家汇');
    await field().press('Enter');
    await page.waitForURL(/\/search\//u);
    await page.goto(stage.at('/'));
    await field().focus();
    await page.getByRole('button', { name: '徐家汇' }).waitFor();
    await page.getByRole('button', { name: '清除' }).click();
    expect(await page.evaluate(() => localStorage.getItem('sgz-recent'))).toBeNull();
  });

  it('waits while a word is being composed', async () => {
    await field().focus();
    await field().evaluate((input: HTMLInputElement) => {
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      input.value = 'xujiahui';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    await page.waitForTimeout(500);
    expect(await options().count()).toBe(0);
    await field().evaluate((input: HTMLInputElement) => {
      input.value = '徐家汇';
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    await expect.poll(() => options().count(), { timeout: 10_000 }).toBeGreaterThan(0);
  });

  it('shows what is typed as text, never as markup', async () => {
    await search('<img src=x onerror=alert(1)>');
    expect(await page.locator('.search-panel img').count()).toBe(0);
    expect(await page.locator('.search-panel').innerText()).toContain('<img');
    expect(complaints).toEqual([]);
  });

  it('says so when there is nothing, and whom to call', async () => {
    await search('qqqqzzzz');
    expect(await page.locator('.search-panel').innerText()).toContain('没找到');
    expect(await page.locator('.search-panel a[href^="tel:"]').count()).toBe(1);
  });

  it.each(['徐家汇', '虹桥', crisisNeed().word, 'qqqqzzzz'])(
    'is clean to axe with the list open for %s',
    async (words) => {
      await search(words);
      expect(await violations(page)).toEqual([]);
    },
  );

  it('leaves the directory where the lookup does not come', async () => {
    await page.route('**/lookup.json', (route) => route.abort());
    await field().fill('徐家汇');
    await expect.poll(() => page.locator('.search-panel').innerText(), { timeout: 10_000 }).toContain('看全部社工站');
  });

  it('answers names and needs in the page itself where the worker does not come', async () => {
    await page.route('**/_astro/worker*.js', (route) => route.abort());
    await field().fill('徐家汇');
    await expect.poll(() => options().count(), { timeout: 10_000 }).toBeGreaterThan(1);
    await search('孩子不上学');
    expect(await options().count()).toBeGreaterThan(0);
  });

  it('offers the way off the page beside words that tell of a trouble, and not beside others', async () => {
    await search(crisisNeed().word);
    expect(await page.locator('.search-panel quick-leave a').count()).toBe(1);
    await search('徐家汇');
    expect(await page.locator('.search-panel quick-leave').count()).toBe(0);
  });

  it('answers names where the full text does not come', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await search('徐家汇');
    expect(await options().count()).toBeGreaterThan(0);
  });
});

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
    expect(await group.innerText()).toMatch(/[东南西北]面 [\d.]+ (?:米|公里)/u);
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
    await expect.poll(() => own.locator('.search-panel').innerText(), { timeout: 15_000 }).toMatch(words);
    expect(await own.locator('[role=option]').count()).toBe(0);
    await own.context().close();
  });
});

describe('the search page', () => {
  it('shows only what was chosen, and keeps the choice in its address', async () => {
    const [hong] = dataset.districts.filter(({ name }) => name === '闵行区');
    await page.goto(stage.at('/search/'));
    await search('虹桥');
    expect(await page.locator('[role=group]').first().getAttribute('aria-label')).toContain('是哪一个');
    await page.getByLabel('在哪个区').selectOption('闵行区');
    await expect.poll(() => page.locator('[role=listbox]').innerText()).not.toContain('虹桥街道');
    expect(await page.locator('[role=listbox]').innerText()).toContain('虹桥镇');
    await expect.poll(() => page.url()).toContain(`district=${hong?.code ?? '?'}`);
    await page.getByLabel('找什么').selectOption('政策');
    await expect.poll(() => page.locator('[role=option] a[href*="/stations/"]').count()).toBe(0);
    await expect.poll(() => page.url()).toContain('type=policies');
    await page.reload();
    expect(await page.getByLabel('找什么').inputValue()).toBe('policies');
  });

  it('finds cases alone where cases were chosen', async () => {
    await page.goto(`${stage.at('/search/')}?q=${encodeURIComponent('合唱队')}&type=cases`);
    await expect.poll(() => options().count(), { timeout: 10_000 }).toBeGreaterThan(0);
    const hrefs = await links().evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => !href.includes('/cases/'))).toEqual([]);
  });

  it('answers the words of its address', async () => {
    await page.goto(`${stage.at('/search/')}?q=${encodeURIComponent('徐家汇')}`);
    await expect.poll(() => options().count(), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('finds what stands only in the text of a policy', async () => {
    await page.goto(stage.at('/search/'));
    await search('福彩公益金');
    expect(
      await page.locator('[role=option] a[href*="/policies/"], [role=option] a[href*="/interpretations/"]').count(),
    ).toBeGreaterThan(0);
  });

  it('leaves words that tell of a trouble out of its address', async () => {
    await page.goto(`${stage.at('/search/')}?q=${encodeURIComponent(crisisNeed().word)}`);
    await expect.poll(() => options().count(), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(page.url()).not.toContain('q=');
  });

  it('is reached from the field of any page', async () => {
    await page.goto(stage.at('/about/'));
    await field().fill('徐家汇');
    await field().press('Enter');
    await page.waitForURL(/\/search\//u);
    await expect.poll(() => options().count(), { timeout: 10_000 }).toBeGreaterThan(0);
  });
});
