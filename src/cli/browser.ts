import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/**
 * Starts the Chromium of this machine with an empty profile and without its background requests, for tests and
 * screenshots.
 */
export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('没有找到 Chromium。先运行 node src/cli/preflight.mjs --browser');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}
