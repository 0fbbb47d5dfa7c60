import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { startChromium } from './browser.ts';
import { deskScenes } from './screenshots/deskScenes.ts';
import { serve } from './serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'docs', 'screenshots');
const handbook = join(root, 'content', 'help', 'pictures');

/**
 * The screenshots of the README. The browser's clock is set to a Monday morning, so that they don't depend on the hour.
 */
const SHOTS = [
  { name: 'home', path: '/', width: 1440, height: 1500 },
  { name: 'station', path: '/stations/310101013-z/', width: 1440, height: 1400 },
  { name: 'stations', path: '/stations/', width: 1440, height: 1100 },
  { name: 'phone-elder-dark', path: '/stations/310101013-z/', width: 390, height: 844, elder: true, dark: true },
] as const;

/** The pictures of the handbook: the case desk at work, as small as they get without being hard to read. */
async function deskPictures(browser: Browser, desk: string): Promise<void> {
  for (const { name, prepare, shown } of deskScenes(join(root, 'content/cases/pictures/bag-on-a-shelf.jpg'))) {
    const context = await browser.newContext({ viewport: { width: 1120, height: 720 }, colorScheme: 'light' });
    await context.clock.setFixedTime(new Date('2026-11-23T10:00:00+08:00'));
    const page = await context.newPage();
    await page.goto(desk, { waitUntil: 'networkidle' });
    await page.clock.resume();
    await prepare(page);
    const picture = await (shown?.(page) ?? page).screenshot();
    await sharp(picture)
      .webp({ quality: 72, effort: 6 })
      .toFile(join(handbook, `${name}.webp`));
    await context.close();
    console.log(`content/help/pictures/${name}.webp`);
  }
}

for (const folder of [out, handbook]) mkdirSync(folder, { recursive: true });
const server = await serve({ dir: join(root, 'dist'), base: '/', port: 0 });
const browser = await startChromium();
try {
  for (const shot of SHOTS) {
    const { name, path, width, height } = shot;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'light' });
    await context.clock.setFixedTime(new Date('2026-11-23T10:00:00+08:00'));
    if ('elder' in shot) {
      await context.addInitScript(() => {
        localStorage.setItem('sgz-view', 'elder');
        localStorage.setItem('sgz-theme', 'dark');
      });
    }
    const page = await context.newPage();
    await page.goto(new URL(path.slice(1), server.url).href, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(out, `${name}.png`) });
    await context.close();
    console.log(`docs/screenshots/${name}.png`);
  }
  await deskPictures(browser, new URL('help/case-desk/', server.url).href);
} finally {
  await browser.close();
  await server.close();
}
