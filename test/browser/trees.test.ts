import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { accessibilityTree } from './accessibilityTree.ts';
import { openStage, pageWith, visit, type Stage } from './chrome.ts';

/** Nothing that is told may depend on the day: opening states, ages. */
const NOW = new Date('2026-11-27T10:00:00+08:00');

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  ({ page } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } }));
  await page.clock.setSystemTime(NOW);
});
afterAll(() => stage.close());

describe('what screen readers are told', () => {
  it.each(oneOfEachKind(mainSite()))('of $name is as it was read and approved', async ({ name, path }) => {
    await visit(page, stage.at(path));
    const tree = await accessibilityTree(page);
    const nameless = tree.split('\n').filter((line) => /^ *(?:link|button|\w*box|radio|heading \d)$/u.test(line));
    expect(nameless).toEqual([]);
    await expect(tree).toMatchFileSnapshot(`trees/${name.replaceAll(' ', '-')}.txt`);
  });
});
