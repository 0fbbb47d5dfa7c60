import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { metadataIn } from '../../src/domain/privacy/pictureMetadata.ts';
import { pageWith } from './chrome.ts';
import { eachOnDesk, LINES, type Desk } from './desk.ts';
import { SECRET, wordFile } from './wordFile.ts';

let desk: Desk;
eachOnDesk((opened) => (desk = opened));

describe('pictures', () => {
  it('keep nothing of their files, and stand upright', async () => {
    const { page, open, choose, save, status, photographs } = desk;
    await open('稿子.docx', wordFile(LINES, photographs.slice(0, 1)));
    await expect.poll(status).toContain('打开了');
    await choose([
      {
        name: 'IMG_0042.jpg',
        mimeType: 'image/jpeg',
        buffer: photographs[1] ?? Buffer.alloc(0),
      },
    ]);
    await expect.poll(() => page.locator('[data-strip] li').count()).toBe(2);
    const { parts, bytes } = await save();
    expect(bytes.includes(SECRET)).toBe(false);
    for (const at of [1, 2]) {
      const picture = Buffer.from(parts[`pictures/${at}.jpg`] ?? []);
      expect(picture.includes(SECRET)).toBe(false);
      expect(metadataIn(picture)).toEqual([]);
      const { width, height, exif, xmp } = await sharp(picture).metadata();
      expect([width, height, exif, xmp]).toEqual([1500, 2000, undefined, undefined]);
    }
  });

  it('get their mosaic by keys and by mouse, which is in the pixels and can be taken back', async () => {
    const { page, choose, save } = desk;
    await choose([
      {
        name: 'a.jpg',
        mimeType: 'image/jpeg',
        buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
          .composite([
            { input: { create: { width: 6, height: 6, channels: 3, background: '#000' } }, left: 397, top: 297 },
          ])
          .jpeg()
          .toBuffer(),
      },
    ]);
    const dark = async () => {
      const { parts } = await save();
      const { data } = await sharp(Buffer.from(parts['pictures/1.jpg'] ?? []))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return data.reduce((least, value) => Math.min(least, value), 255);
    };
    await page.locator('[data-strip] li').waitFor();
    expect(await dark()).toBeLessThan(40);
    await page.getByRole('button', { name: '加马赛克' }).click();
    const box = page.locator('.desk-box');
    expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await dark()).toBeGreaterThan(200);
    await box.focus();
    const before = await box.boundingBox();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    const after = await box.boundingBox();
    expect((after?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(2);
    expect((after?.height ?? 0) - (before?.height ?? 0)).toBeGreaterThan(2);
    await box.focus();
    await page.keyboard.press('Delete');
    expect(await box.count()).toBe(0);
    expect(await dark()).toBeLessThan(40);
    await page.getByRole('button', { name: '退一步' }).click();
    expect(await box.count()).toBe(1);

    const stageBox = await page.locator('[data-stage]').boundingBox();
    if (stageBox === null) throw new Error('no stage');
    await page.mouse.move(stageBox.x + 20, stageBox.y + 20);
    await page.mouse.down();
    await page.mouse.move(stageBox.x + 120, stageBox.y + 90, { steps: 4 });
    await page.mouse.up();
    expect(await box.count()).toBe(2);
  });

  it('are cropped and turned, which can be taken back', async () => {
    const { page, choose, save } = desk;
    const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    await choose([{ name: 'a.png', mimeType: 'image/png', buffer }]);
    await page.locator('[data-strip] li').waitFor();
    const size = async () => {
      const { width, height } = await sharp(Buffer.from((await save()).parts['pictures/1.jpg'] ?? [])).metadata();
      return [width, height];
    };
    await page.getByRole('button', { name: '裁切' }).click();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: '就裁成这样' }).click();
    expect(await size()).toEqual([640, 480]);
    await page.getByRole('button', { name: '向右转' }).click();
    expect(await size()).toEqual([480, 640]);
    await page.getByRole('button', { name: '退一步' }).click();
    await page.getByRole('button', { name: '退一步' }).click();
    expect(await size()).toEqual([800, 600]);
    await page.getByRole('button', { name: '删掉这张' }).click();
    expect(await page.locator('[data-strip] li').count()).toBe(0);
  });

  it('are made unrecognisable by a finger', async () => {
    const { stage, photographs } = desk;
    const { page: own, context } = await pageWith(stage, {}, { hasTouch: true, isMobile: true });
    await own.goto(stage.at('/help/case-desk/'));
    await own.locator('case-desk[data-ready]').waitFor();
    await own.setInputFiles('[data-choose]', {
      name: 'a.jpg',
      mimeType: 'image/jpeg',
      buffer: photographs[0] ?? Buffer.alloc(0),
    });
    await own.getByRole('button', { name: '加马赛克' }).tap();
    const box = own.locator('.desk-box');
    await box.scrollIntoViewIfNeeded();
    const before = await box.boundingBox();
    if (before === null) throw new Error('no box');
    const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
    const session = await context.newCDPSession(own);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }] });
    await touch('touchStart', 0);
    await touch('touchMove', 20);
    await touch('touchMove', 40);
    await touch('touchEnd', 40);
    expect((await box.boundingBox())?.x).toBeGreaterThan(before.x + 20);
    await context.close();
  });

  it('are refused with what to do instead: HEIC, broken, too large', async () => {
    const { page, choose } = desk;
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), Buffer.alloc(64)]);
    await choose([
      { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic },
      { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
      { name: 'large.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(16 * 1024 * 1024) },
    ]);
    const fault = page.locator('[data-picture-fault]');
    await expect.poll(() => fault.innerText()).toMatch(/HEIC[\s\S]*JPEG[\s\S]*broken[\s\S]*15 MB/u);
    expect(await page.locator('[data-strip] li').count()).toBe(0);
  });
});
