import type { CDPSession, Page } from 'playwright-core';

/** The value below which 95 of 100 lie; 0 for none. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}

/** Longest time that the main thread was blocked after one keystroke: handler, layout, painting. */
function block(page: Page, text: string): Promise<number> {
  return page.evaluate(async (text) => {
    const input = document.activeElement as HTMLInputElement;
    const channel = new MessageChannel();
    const turn = () =>
      new Promise<void>((done) => {
        channel.port1.onmessage = () => done();
        channel.port2.postMessage(null);
      });
    const start = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    let last = performance.now();
    let longest = last - start;
    while (last - start < 100) {
      await turn();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  }, text);
}

/** Keeps the search from hearing the keys: what is left is what the field and its page cost by themselves. */
export function deafen(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.addEventListener('input', (event) => event.stopImmediatePropagation(), { capture: true });
  });
}

/** Types queries key by key on a processor slowed four times; one number of milliseconds per key. */
export async function keystrokes(page: Page, texts: readonly string[]): Promise<number[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const blocks: number[] = [];
  for (const text of texts) {
    const characters = Array.from(text);
    for (let end = 1; end <= characters.length; end += 1) {
      blocks.push(await block(page, characters.slice(0, end).join('')));
    }
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return blocks;
}
