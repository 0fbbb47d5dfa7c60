import { startChromium } from '../../src/cli/browser.ts';
import type { Engine } from './engine.ts';

/** Starts the Chromium of this machine. */
export async function startCurrentChromium(): Promise<Engine> {
  const browser = await startChromium();
  const page = await browser.newPage({ locale: 'zh-CN' });
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return {
    name: `Chromium ${browser.version()}`,
    open: async (url, width = 390) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(url);
    },
    run: (expression) => page.evaluate(`(${expression})`),
    picture: async (file) => void (await page.screenshot({ path: file })),
    complaints: () => complaints,
    close: () => browser.close(),
  };
}
