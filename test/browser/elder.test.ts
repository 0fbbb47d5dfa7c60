import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageWith, type Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';

let stage: Stage;
let page: Page;
eachOnFreshPage(
  async (own, on) => {
    [page, stage] = [own, on];
    await page.goto(stage.at('/?view=elder'));
  },
  { viewport: { width: 390, height: 844 } },
);

/** A page whose device has these voices, and notes what it is told to say. */
async function withVoices(voices: readonly { lang: string; localService: boolean }[]) {
  const { page: own, context } = await pageWith(stage, { view: 'elder' }, { viewport: { width: 390, height: 844 } });
  await own.addInitScript((given) => {
    const said: string[] = [];
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => given,
      speak: (speech: { text: string; dispatchEvent: (event: Event) => boolean }) => {
        said.push(speech.text);
        if (said.length < 3) setTimeout(() => speech.dispatchEvent(new Event('end')));
      },
      cancel: () => undefined,
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'said', { value: said });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class extends EventTarget {
        text: string;
        voice = null;
        lang = '';
        rate = 1;
        constructor(text: string) {
          super();
          this.text = text;
        }
      },
    });
  }, voices);
  await own.goto(stage.at('/about/'));
  const said = () => own.evaluate(() => (window as unknown as { said: string[] }).said);
  return { own, said, close: () => context.close() };
}

describe('长辈版', () => {
  it('opens by its address, and stays', async () => {
    expect(await page.locator('html').getAttribute('data-view')).toBe('elder');
    await page.goto(stage.at('/about/'));
    expect(await page.locator('html').getAttribute('data-view')).toBe('elder');
  });

  it('begins the home page with three tasks, large enough for any thumb', async () => {
    const tasks = page.getByRole('navigation', { name: '常用' }).getByRole('link');
    expect(await tasks.allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('找我的社工站'), expect.stringContaining('打电话')]),
    );
    for (const task of await tasks.all()) {
      const box = await task.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(60);
    }
  });

  it('reads the main text out, pauses and goes on', async () => {
    const { own, said, close } = await withVoices([{ lang: 'zh-CN', localService: true }]);
    await own.getByRole('button', { name: '读给我听' }).click();
    await expect.poll(async () => (await said()).length, { timeout: 20_000 }).toBe(3);
    expect((await said())[0]).toContain(await own.getByRole('heading', { level: 1 }).innerText());
    expect(await own.locator('.read-now').count()).toBe(1);
    await own.getByRole('button', { name: '暂停' }).click();
    await own.getByRole('button', { name: '接着读' }).click();
    await expect.poll(async () => (await said()).length, { timeout: 20_000 }).toBe(4);
    // What was cut off is read again.
    const texts = await said();
    expect(texts[3]).toBe(texts[2]);
    await own.getByRole('button', { name: '停', exact: true }).click();
    expect(await own.locator('.read-now').count()).toBe(0);
    await close();
  });

  it('does not offer a voice that another server speaks with', async () => {
    const { own, close } = await withVoices([
      { lang: 'zh-CN', localService: false },
      { lang: 'en-US', localService: true },
    ]);
    await own.waitForFunction(() => customElements.get('read-aloud') !== undefined);
    expect(await own.getByRole('button', { name: '读给我听' }).isVisible()).toBe(false);
    await close();
  });
});
