import type { Page } from 'playwright-core';
import { packMap, readMap, type MapData, type MapFile } from '../../src/domain/map/mapFile.ts';
import { dataset } from './dataset.ts';

/** The stations that the map shows. */
export const listed = dataset.stations.filter(({ status }) => status !== '撤并');
/** Those of them whose place is shown exactly. */
export const placed = listed.filter(
  ({ point, publishLevel, precision }) => point !== null && publishLevel === '全部' && precision !== '街镇',
);
/** A district and a town in it, with at least two stations whose place is not known exactly. */
const foundTown = dataset.towns.find(
  ({ code }) =>
    listed.filter(({ townCode }) => townCode === code).length >
    placed.filter(({ townCode }) => townCode === code).length + 1,
);
const foundDistrict = dataset.districts.find(({ code }) => code === foundTown?.districtCode);
if (foundTown === undefined || foundDistrict === undefined) throw new Error('no data');
export const town = foundTown;
export const district = foundDistrict;
export const inDistrict = listed.filter(({ townCode }) => townCode.startsWith(district.code));
export const inTown = listed.filter(({ townCode }) => townCode === town.code);

/** How many stations a marker or plate stands for, by its name. */
export const countIn = (name: string): number => Number(/(?:^|，)(\d+)个站/u.exec(name)?.[1] ?? 1);

/** Has a page get what `change` makes of the file of the map. */
export const withMapFile = (page: Page, change: (data: MapData) => Partial<MapData>): Promise<unknown> =>
  page.route('**/map/stations.json', async (route) => {
    const data = readMap((await (await route.fetch()).json()) as MapFile);
    await route.fulfill({ json: packMap({ ...data, ...change(data) }) });
  });

/** What tests do with the map of a page and with the list beside it. */
export function mapOn(page: Page) {
  const markers = () => page.locator('station-map .pin');
  const names = () => markers().evaluateAll((found) => found.map((marker) => marker.getAttribute('aria-label') ?? ''));
  const list = () => page.locator('area-list');
  return {
    markers,
    names,
    list,
    sum: async () => (await names()).reduce((total, name) => total + countIn(name), 0),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    title: () => list().getByRole('heading').innerText(),
    areaLink: (name: string) => list().getByRole('link', { name }).first(),
    /** Presses the plate of an area, though it may lie below a control. */
    press: (name: string) => page.locator(`station-map .pin[aria-label^="${name}，"]`).first().click({ force: true }),
    /** The rectangles of elements on the page. */
    boxesOf: (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) =>
          all
            .map((element) => element.getBoundingClientRect())
            .map(({ left, right, top, bottom }): Rectangle => ({ left, right, top, bottom })),
        ),
  };
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The pairs of rectangles that overlap, of one list or of two. */
export const overlaps = (all: readonly Rectangle[], others?: readonly Rectangle[]) =>
  all.flatMap((a, index) =>
    (others ?? all.slice(index + 1)).filter(
      (b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
    ),
  );
