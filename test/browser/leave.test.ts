import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, pageWith, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('快速离开', () => {
  const field = dataset.fields.find(({ sensitive }) => sensitive);
  const plain = dataset.fields.find(({ sensitive }) => !sensitive);

  it('stands on sensitive subjects and leads away without a way back', async () => {
    const { page, context } = await pageWith(stage, {});
    await page.goto(stage.at('/'));
    await page.goto(stage.at(`/fields/${field?.slug ?? ''}/`));
    await page.getByRole('link', { name: '快速离开' }).click();
    await page.waitForURL(/\/leave\//u);
    expect(await page.getByRole('main').innerText()).not.toMatch(/社工|戒|毒|未保/u);
    await page.goBack();
    expect(page.url()).toBe(stage.at('/'));
    await context.close();
  });

  it('stands nowhere else', async () => {
    const { page, context } = await pageWith(stage, {});
    await page.goto(stage.at(`/fields/${plain?.slug ?? ''}/`));
    expect(await page.getByRole('link', { name: '快速离开' }).count()).toBe(0);
    await context.close();
  });
});
