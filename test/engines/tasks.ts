import { expect } from 'vitest';
import { dataset } from '../browser/dataset.ts';
import { until, type Engine } from './engine.ts';

/** The absolute address of a path of the served site. */
export type At = (path: string) => string;

const field = 'document.querySelector("search-box input")';

/** Types words into the search field of the page that is open, and waits for the answer to be complete. */
export async function search(engine: Engine, words: string): Promise<readonly string[]> {
  const touch = `${field}.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))`;
  await until(engine, `(${touch}, customElements.get('search-box') !== undefined)`);
  const typed = JSON.stringify(words);
  await engine.run(
    `(${field}.value = ${typed}, ${field}.dispatchEvent(new InputEvent('input', { bubbles: true, data: ${typed} })))`,
  );
  await until(engine, `(document.querySelector('.search-list').dataset.settled === ${typed})`);
  const texts = '[...document.querySelectorAll(".search-list [role=option]")].map((one) => one.textContent)';
  return (await engine.run(texts)) as readonly string[];
}

/** A committee with a name of its own, and the 综合 station of its 街镇 whose number is shown. */
export const home = (() => {
  for (const committee of dataset.committees) {
    if (dataset.committees.filter(({ name }) => name === committee.name).length > 1) continue;
    const station = dataset.stations.find(
      ({ townCode, type, status, phones }) =>
        townCode === committee.townCode && type === '综合' && status === '运行' && phones.length > 0,
    );
    if (station !== undefined) return { committee, station };
  }
  throw new Error('no data');
})();

const sizeOf = (selector: string) => `parseFloat(getComputedStyle(document.querySelector('${selector}')).fontSize)`;

/** The station page: the number stands there and is the largest text, the opening state is told, nothing sticks out. */
export async function readsStation(engine: Engine, at: At): Promise<void> {
  await engine.open(at(`/stations/${home.station.id}/`));
  await until(engine, 'document.querySelector("open-state").textContent.trim() !== ""');
  const seen = await engine.run(`({
    phone: document.querySelector('.plate .tel dd').textContent,
    phoneSize: ${sizeOf('.plate .tel dd')},
    headSize: ${sizeOf('h1')},
    textSize: ${sizeOf('body')},
    sticksOut: document.documentElement.scrollWidth > innerWidth,
    colour: getComputedStyle(document.querySelector('.plate')).backgroundColor,
  })`);
  const { phone, phoneSize, headSize, textSize, ...rest } = seen as {
    readonly phone: string;
    readonly phoneSize: number;
    readonly headSize: number;
    readonly textSize: number;
    readonly sticksOut: boolean;
    readonly colour: string;
  };
  expect(phone).toMatch(/\d{3,}/u);
  expect(textSize).toBe(18);
  expect(headSize).toBeGreaterThan(26);
  expect(phoneSize).toBeGreaterThanOrEqual(headSize);
  expect(rest).toMatchObject({ sticksOut: false, colour: expect.stringMatching(/^rgb\(\d+, \d+, \d+\)$/u) });
}

/** Find the station of a 居委会 from the home page, open it, see its number. */
async function findStation(engine: Engine, at: At): Promise<void> {
  await engine.open(at('/'));
  const options = await search(engine, home.committee.name);
  expect(options.length).toBeGreaterThan(0);
  const address = await engine.run(`document.querySelector('.search-list [role=option] a[href*="/stations/"]').href`);
  expect(address).toContain(home.station.id);
  await readsStation(engine, at);
}

/** Filter the list of all stations by type. */
async function filterList(engine: Engine, at: At): Promise<void> {
  await engine.open(at('/stations/'), 1440);
  await until(engine, '!document.querySelector(".filter-acts.awaits")');
  await engine.run(`[...document.querySelectorAll('.checks input')].find((one) => one.value === '居村').click()`);
  const expected = dataset.stations.filter(({ type, status }) => type === '居村' && status !== '撤并').length;
  const shown =
    '[...document.querySelectorAll(".district-group li[data-id]:not([hidden])")].filter((row) => !row.closest("[hidden]")).length';
  await until(engine, `(${shown} === ${expected})`);
  expect(await engine.run('location.search')).toContain('type=');
  // List and map stand side by side on a wide window.
  await until(engine, 'getComputedStyle(document.querySelector(".split")).gridTemplateColumns.split(" ").length === 2');
}

/** Open a clause of the policy by its address, and the interpretation below it. */
async function readClause(engine: Engine, at: At): Promise<void> {
  await engine.open(at('/policies/'), 1440);
  const links = '[...document.querySelectorAll("main a")].map(({ href }) => href)';
  await engine.open(String(await engine.run(`${links}.find((href) => /[/]policies[/][^/]+[/]$/.test(href))`)), 1440);
  await until(engine, 'document.querySelector("clause-notes").dataset.ready !== undefined');
  const clause = String(
    await engine.run('document.querySelector("details.interpretation").closest("[data-clause]").id'),
  );
  await engine.run(`(location.hash = ${JSON.stringify(clause)})`);
  await engine.run(`document.querySelector('button.all-notes').click()`);
  const height = `document.querySelector('details.interpretation .inner').getBoundingClientRect().height`;
  expect(await engine.run(height)).toBeGreaterThan(40);
  const top = await engine.run(`document.getElementById(${JSON.stringify(clause)}).getBoundingClientRect().top`);
  expect(Math.abs(Number(top))).toBeLessThan(900);
}

/** See the stations on the map, or the list beside it. */
async function seeMap(engine: Engine, at: At): Promise<void> {
  await engine.open(at('/map/'), 1440);
  await until(engine, 'document.querySelectorAll("station-map .leaflet-marker-icon").length > 3');
  expect(await engine.run('document.querySelector("station-map").getBoundingClientRect().height')).toBeGreaterThan(300);
}

/** Switch to 长辈版: larger at once, and still after the page is opened again; then back. */
async function switchView(engine: Engine, at: At): Promise<void> {
  await engine.open(at('/'));
  const button = 'document.querySelector("view-switch[data-setting=view] button")';
  // The element shows itself once it can be used.
  await until(engine, `!${button}.parentElement.hidden`);
  await engine.run(`${button}.click()`);
  expect(await engine.run(sizeOf('body'))).toBe(24);
  await engine.open(at('/stations/'));
  await until(engine, `(${button}.getAttribute("aria-pressed") === "true")`);
  expect(await engine.run(sizeOf('body'))).toBe(24);
  await engine.run(`${button}.click()`);
  expect(await engine.run(sizeOf('body'))).toBe(18);
}

/** What residents come for, in words, and how it is done in an engine. */
export const TASKS: readonly { readonly name: string; readonly act: (engine: Engine, at: At) => Promise<void> }[] = [
  { name: '写居委会的名字，找到站和电话', act: findStation },
  { name: '在列表里按类型筛选', act: filterList },
  { name: '打开政策的一条和它的解读', act: readClause },
  { name: '在地图上看站', act: seeMap },
  { name: '换成长辈版', act: switchView },
];
