import jsqr from 'jsqr';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRunning } from '../../src/domain/station/station.ts';
import { mainSite } from '../site/builtSite.ts';
import { openStage, pageWith, type Choices, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';

const running = Map.groupBy(
  dataset.stations.filter((station) => isRunning(station) && station.publishLevel === '全部'),
  ({ townCode }) => townCode,
);
/** The 街镇 with the most stations: its sheet is the fullest. */
const [fullest = '', fullestStations = []] = [...running].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
const casePoster = [...mainSite().files].find((file) => /^cases\/[^/]+\/poster\/index\.html$/u.test(file)) ?? '';
const POSTERS = [
  { name: 'of the 街镇 with the most stations', path: `/towns/${fullest}/poster/` },
  { name: 'of a station', path: `/stations/${fullestStations[0]?.id ?? ''}/poster/` },
  { name: 'of a case', path: `/${casePoster.replace('index.html', '')}` },
];

describe('a poster', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  async function sheets(path: string, choices: Choices = {}): Promise<string[]> {
    const { page, context } = await pageWith(stage, choices);
    await page.goto(stage.at(path));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await context.close();
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
    return text.map((sheet) => sheet.normalize('NFKC').replace(/\s+/gu, ''));
  }

  it.each(POSTERS)('$name is one sheet with its watermark and the numbers that save lives', async ({ path }) => {
    const [first = '', ...more] = await sheets(path);
    expect(more).toEqual([]);
    expect(first).toContain('示例');
    expect(first).toMatch(/110.*120/u);
  });

  it('of a 街镇 has the telephone of every station of it', async () => {
    const [sheet = ''] = await sheets(`/towns/${fullest}/poster/`);
    const phones = fullestStations.flatMap(({ phones: [phone] }) => phone?.display ?? []);
    expect(phones.length).toBeGreaterThan(4);
    expect(phones.filter((phone) => !sheet.includes(phone))).toEqual([]);
  });

  it('of a station in large print is one sheet, and its telephone is larger', async () => {
    const path = `/stations/${fullestStations[0]?.id ?? ''}/poster/`;
    expect(await sheets(path, { view: 'elder' })).toHaveLength(1);
    const heights = [];
    for (const choices of [{}, { view: 'elder' }] as const) {
      const { page, context } = await pageWith(stage, choices);
      await page.emulateMedia({ media: 'print' });
      await page.goto(stage.at(path));
      heights.push((await page.locator('.poster-phone b').boundingBox())?.height ?? 0);
      await context.close();
    }
    expect(heights[1]).toBeGreaterThan((heights[0] ?? 0) * 1.2);
  });

  it.each(POSTERS)('$name has a code that leads to its page', async ({ path }) => {
    const { page, context } = await pageWith(stage, {}, { deviceScaleFactor: 2 });
    await page.goto(stage.at(path));
    const picture = await page.locator('.poster .code:visible').screenshot();
    await context.close();
    const { data, info } = await sharp(picture)
      .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#fff' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const read = jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
    expect(new URL(read).pathname).toBe(path.replace('poster/', ''));
  });
});
