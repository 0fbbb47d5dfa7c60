import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '../../src/cli/browser.ts';
import type { Serving } from '../../src/cli/serve.ts';
import { serveStudio } from '../../src/cli/studio/server.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { readYaml } from '../../src/loading/formats/yaml.ts';
import { studioInputs } from '../../src/loading/studio/inputs.ts';
import { splitFront } from '../../src/domain/case/readCase.ts';
import { caseSchema } from '../../src/schemas/case.ts';
import { complaintsOf } from './chrome.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CASES = `${ROOT}/content/cases`;
const NAME = 'seats-at-lunch.md';
const TITLE = String(/^title: (.+)$/mu.exec(readFileSync(`${CASES}/${NAME}`, 'utf8'))?.[1]);

/** Puts the cases into a folder that only this page has, and makes the picker of folders answer with it. */
async function withFolder(page: Page): Promise<void> {
  const files = Object.fromEntries(
    readdirSync(CASES)
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, readFileSync(`${CASES}/${name}`, 'utf8')]),
  );
  await page.evaluate(async (texts) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('.git', { create: true });
    const content = await root.getDirectoryHandle('content', { create: true });
    const cases = await content.getDirectoryHandle('cases', { create: true });
    for (const [name, text] of Object.entries(texts)) {
      const writing = await (await cases.getFileHandle(name, { create: true })).createWritable();
      await writing.write(text);
      await writing.close();
    }
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve(root) });
  }, files);
}

const written = (page: Page): Promise<string> =>
  page.evaluate(async (name) => {
    const content = await (await navigator.storage.getDirectory()).getDirectoryHandle('content');
    const file = await (await content.getDirectoryHandle('cases')).getFileHandle(name);
    return (await file.getFile()).text();
  }, NAME);

describe('the studio', () => {
  let browser: Browser;
  let serving: Serving;
  beforeAll(async () => {
    const inputs = studioInputs(foldersOf({}, ROOT), () => '2026-11-23', null);
    [browser, serving] = await Promise.all([startChromium(), serveStudio({ ...inputs, server: '', port: 0 })]);
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });

  it('opens a folder of cases, refuses a telephone number with the words of the check, and saves what is right', async () => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!new RegExp(`^(?:blob:)?${serving.url}`, 'u').test(request.url())) foreign.push(request.url());
    });
    await page.goto(serving.url);
    await withFolder(page);
    await page.getByRole('button', { name: '使用本地仓库' }).click();
    await page.getByText(TITLE, { exact: true }).first().click();
    const text = page.locator('[data-key-path=body] textarea');
    await text.waitFor();
    const before = await text.inputValue();
    expect(before).toMatch(/^## 背景/u);

    await text.fill(before.replace('## 需求', '她的手机是13800138000。\n\n## 需求'));
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect.poll(() => dialog.innerText()).toContain('像是手机号，不能公开');
    expect(await dialog.innerText()).toContain(`cases/${NAME}`);
    expect(await written(page)).toBe(readFileSync(`${CASES}/${NAME}`, 'utf8'));
    expect(complaints.splice(0).filter((line) => !line.includes('不能公开'))).toEqual([]);

    await dialog.getByRole('button').last().click();
    await text.fill(before.replace('## 需求', '后来多了一张桌子。\n\n## 需求'));
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => written(page)).toContain('后来多了一张桌子。');
    const { front, body } = splitFront(await written(page));
    const yaml = readYaml(front ?? '');
    const read = caseSchema.safeParse('value' in yaml ? yaml.value : null);
    expect(read.error?.issues ?? []).toEqual([]);
    expect(body).toContain('## 可复制的做法');
    expect(read.data?.title).toBe(TITLE);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  });
});
