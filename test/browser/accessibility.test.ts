import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { violations } from './axe.ts';
import { openStage, pageWith, visit, type Choices, type Stage } from './chrome.ts';

const kinds = oneOfEachKind(mainSite());

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const LOOKS: readonly { readonly name: string; readonly choices: Choices }[] = [
  { name: 'as it comes', choices: {} },
  { name: '长辈版', choices: { view: 'elder' } },
  { name: 'dark', choices: { theme: 'dark' } },
  { name: 'high contrast', choices: { contrast: 'more' } },
];

describe.each(LOOKS)('axe finds nothing, $name, 390 px', ({ choices }) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await pageWith(stage, choices));
  });
  afterAll(() => page.context().close());

  it.each(kinds)('$name', async ({ path }) => {
    await visit(page, stage.at(path));
    expect(await violations(page)).toEqual([]);
  });
});

describe('axe finds nothing, 1440 px', () => {
  const wide = kinds.filter(({ name }) =>
    ['home', 'stations', 'station', 'map', 'policy', 'case', 'progress', 'gaps', 'press', 'printed guide'].includes(
      name,
    ),
  );
  let page: Page;
  beforeAll(async () => {
    ({ page } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } }));
  });
  afterAll(() => page.context().close());

  it.each(wide)('$name', async ({ path }) => {
    await visit(page, stage.at(path));
    expect(await violations(page)).toEqual([]);
  });
});
