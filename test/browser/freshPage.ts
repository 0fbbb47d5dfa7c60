import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openStage, pageWith, type Stage } from './chrome.ts';

/**
 * Opens one stage for the tests of a file and a page of a fresh profile for each of them; `take` is given both before
 * each test. The page is closed after it.
 */
export function eachOnFreshPage(
  take: (page: Page, stage: Stage) => unknown,
  options: BrowserContextOptions = {},
): void {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    ({ page } = await pageWith(stage, {}, options));
    await take(page, stage);
  });
  afterEach(() => page.context().close());
}
