import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataIn } from '../../../src/domain/privacy/pictureMetadata.ts';
import { pictureFiles, variantBytes } from '../../../src/loading/pictures/variants.ts';

let cache: string;
beforeAll(() => (cache = mkdtempSync(join(tmpdir(), 'pictures-'))));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const COMMENT = 'ZHANGSAN-SERIAL-0042';

/** A photograph that tells who took it, where and with what, lying on its side. */
const photograph = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a86' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: COMMENT, ImageDescription: COMMENT },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${COMMENT}</a></x:xmpmeta>`)
    .jpeg()
    .toBuffer();

describe('the published sizes of a picture', () => {
  it('hold nothing of the photograph but its pixels', async () => {
    const original = await photograph(2400, 1800);
    expect(metadataIn(original)).toContain('GPS');
    expect(original.includes(COMMENT)).toBe(true);
    const made = await pictureFiles(original, cache);
    for (const variant of made.variants) {
      const bytes = Buffer.from(variantBytes(cache, made, variant));
      expect(metadataIn(bytes), variant.name).toEqual([]);
      expect(bytes.includes(COMMENT), variant.name).toBe(false);
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, icc, orientation ?? 1], variant.name).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        1,
      ]);
    }
  });

  it('are upright, and as wide as pages need', async () => {
    const made = await pictureFiles(await photograph(2400, 1800), cache);
    expect(made.variants.map(({ format, width, height }) => [format, width, height])).toEqual(
      ['webp', 'jpeg'].flatMap((format) => [
        [format, 640, 853],
        [format, 960, 1280],
        [format, 1600, 2133],
      ]),
    );
  });

  it('never grow beyond the picture', async () => {
    const made = await pictureFiles(await photograph(700, 500), cache);
    expect(made.variants.filter(({ format }) => format === 'webp').map(({ width }) => width)).toEqual([500]);
  });

  it('are made once', async () => {
    const bytes = await photograph(800, 600);
    const first = await pictureFiles(bytes, cache);
    const at = statSync(join(cache, first.hash)).mtimeMs;
    const [one, other] = await Promise.all([pictureFiles(bytes, cache), pictureFiles(bytes, cache)]);
    expect(one).toEqual(first);
    expect(other).toEqual(first);
    expect(statSync(join(cache, first.hash)).mtimeMs).toBe(at);
    expect(readdirSync(cache).filter((name) => name.includes('part'))).toEqual([]);
  });

  it.each(['', 'no picture', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'])(
    'are not made of %j',
    async (text) => {
      await expect(pictureFiles(new TextEncoder().encode(text), cache)).rejects.toThrow();
      expect(readdirSync(cache).filter((name) => name.includes('part'))).toEqual([]);
    },
  );
});
