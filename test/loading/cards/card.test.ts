import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardPng, type Card } from '../../../src/loading/cards/card.ts';

let cache: string;
beforeAll(() => (cache = mkdtempSync(join(tmpdir(), 'cards-'))));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const CARD: Card = { city: '云泽', kind: '养老服务', title: '湖边的灯', source: '荷桥街道办事处', sample: false };

/** How much of a stretch of the card is covered by dark letters, of 1. */
async function inked(png: Uint8Array, top: number, height: number): Promise<number> {
  const { data } = await sharp(png)
    .extract({ left: 72, top, width: 1056, height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((shade) => shade < 100).length / data.length;
}

describe('the card of a page', () => {
  it('is a PNG of 1200 × 630 that stays small, with its title in the middle and its source at the foot', async () => {
    const png = await cardPng(CARD, cache);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(60_000);
    expect(await inked(png, 250, 150)).toBeGreaterThan(0.02);
    expect(await inked(await cardPng({ ...CARD, title: '一' }, cache), 250, 150)).toBeLessThan(0.02);
    expect(await inked(png, 530, 60)).toBeGreaterThan(0.001);
  });

  it('keeps a long title inside', async () => {
    const png = await cardPng({ ...CARD, title: '很长的题目'.repeat(9) }, cache);
    const { data } = await sharp(png)
      .extract({ left: 1150, top: 40, width: 50, height: 580 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data.every((shade) => shade > 200)).toBe(true);
  });

  it('says 示例 on those of a sample', async () => {
    const [real, sample] = [await cardPng(CARD, cache), await cardPng({ ...CARD, sample: true }, cache)];
    const corner = (png: Uint8Array) =>
      sharp(png).extract({ left: 1000, top: 60, width: 130, height: 90 }).raw().toBuffer();
    expect((await corner(real)).equals(await corner(sample))).toBe(false);
  });

  it('is drawn once', async () => {
    const before = readdirSync(cache).length;
    const first = await cardPng({ ...CARD, title: '只画一次' }, cache);
    const file = readdirSync(cache).find((name) => statSync(join(cache, name)).size === first.length) ?? '';
    const at = statSync(join(cache, file)).mtimeMs;
    expect(Buffer.from(await cardPng({ ...CARD, title: '只画一次' }, cache)).equals(first)).toBe(true);
    expect(statSync(join(cache, file)).mtimeMs).toBe(at);
    expect(readdirSync(cache)).toHaveLength(before + 1);
  });

  it('is none where the font lacks a character, and says which', async () => {
    await expect(cardPng({ ...CARD, title: '𠮷' }, cache)).rejects.toThrow('𠮷');
  });

  it('is not tried again where the font lacked a character, and says the same', async () => {
    const lacking = { ...CARD, title: '又一个𠮷' };
    const first = await cardPng(lacking, cache).catch(String);
    const kept = readdirSync(cache).filter((name) => name.endsWith('.lacks'));
    expect(kept).not.toHaveLength(0);
    expect(await cardPng(lacking, cache).catch(String)).toBe(first);
    expect(readdirSync(cache).filter((name) => name.endsWith('.lacks'))).toEqual(kept);
  });
});
