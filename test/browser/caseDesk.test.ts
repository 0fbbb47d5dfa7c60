import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { PACKAGE, type Manifest } from '../../src/domain/case/package.ts';
import { splitFront } from '../../src/domain/case/readCase.ts';
import { isBlocking } from '../../src/loading/faults/fault.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { fromDisk } from '../../src/loading/inbox/read/fromDisk.ts';
import { runInbox } from '../../src/loading/inbox/runInbox.ts';
import { inspect } from '../../src/loading/input.ts';
import { caseSchema } from '../../src/schemas/case.ts';
import { ROOT } from '../site/builtSite.ts';
import { eachOnDesk, fillRest, LINES, type Desk } from './desk.ts';
import { SECRET, wordFile } from './wordFile.ts';

let desk: Desk;
eachOnDesk((opened) => (desk = opened));

/** Mends what the check stopped, and says what is in the four pictures. */
async function mend({ page, field }: Desk): Promise<void> {
  for (const name of ['王秀英', '李建国']) {
    const row = page.locator(`[data-names] li[data-name="${name}"]`);
    await row.getByRole('button', { name: '全部换掉' }).click();
    await row.waitFor({ state: 'detached' });
  }
  await field('leftover').fill('');
  const background = await field('section:背景').inputValue();
  await field('section:背景').fill(background.replace(/，手机是[^。]*/u, '').replace(/她住在[^，]*，/u, '她独住，'));
  for (const at of [0, 1, 2, 3]) {
    await page.locator('[data-strip] button').nth(at).click();
    await field('picture:alt').fill(`第${at + 1}张：桌上一把水壶`);
    await page.getByLabel(at === 0 ? '已打马赛克' : '没有人脸', { exact: true }).check();
  }
}

describe('a case from a Word file to its package', () => {
  it('is stopped, mended, made unrecognisable, looked at and saved, and nobody is asked for anything', async () => {
    const { page, open, save, field, status, rail, asked, photographs } = desk;
    await open('稿子.docx', wordFile(LINES, photographs));
    await expect.poll(status).toContain('打开了');
    expect(asked.filter((url) => !/^http:\/\/(?:localhost|127\.0\.0\.1):\d+\/_astro\/[^/]+\.js$/u.test(url))).toEqual(
      [],
    );
    const late = asked.length;
    expect(await field('title').inputValue()).toBe('十一个星期三');
    expect(await field('section:目标').inputValue()).toContain('每个星期至少四天');
    expect(await field('leftover').inputValue()).toBe('附件\n\n家系图另附。');
    expect(await page.locator('[data-strip] li').count()).toBe(4);

    await fillRest(desk);
    await expect.poll(rail).toMatch(/手机号[\s\S]*地址/u);
    expect(await rail()).toContain('还有文字');
    const draft = await save();
    expect(draft.name).toBe('草稿-十一个星期三.zip');
    expect(Object.keys(draft.parts)).not.toContain(PACKAGE.sheet);
    expect(await status()).toContain('不能送审');

    // A press on a remark marks the words.
    await page.getByRole('button', { name: /手机号/u }).click();
    const marked = await field('section:背景').evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(marked).toBe('１３８ 0013-8000');

    await mend(desk);
    await page.locator('[data-strip] button').first().click();
    await page.getByRole('button', { name: '加马赛克' }).click();
    await expect.poll(rail).not.toMatch(/必须改|还没写/u);

    await page.getByRole('button', { name: '预览' }).click();
    const preview = page.getByRole('dialog');
    expect(await preview.locator('h1').innerText()).toBe('十一个星期三');
    expect(await preview.locator('img').count()).toBe(4);
    await preview.getByRole('button', { name: '长辈版' }).click();
    await preview.getByRole('button', { name: '回去改' }).click();

    const { name, parts, bytes } = await save();
    expect(name).toBe('稿件-十一个星期三.zip');
    expect(Object.keys(parts).sort()).toEqual(
      ['case.md', 'manifest.json', ...[1, 2, 3, 4].map((at) => `pictures/${at}.jpg`), '送审单.html'].sort(),
    );
    expect(asked.slice(late).filter((url) => !url.startsWith('blob:'))).toEqual([]);

    const { front, body } = splitFront(strFromU8(parts['case.md'] ?? new Uint8Array()));
    const head = caseSchema.parse({ ...(parse(front ?? '') as object), published_at: '2026-11-27 09:00' });
    expect(head).toMatchObject({ sessions: 11, period: { from: '2026-03', to: '2026-06' } });
    expect(head.pictures.map(({ faces }) => faces)).toEqual(['已打马赛克', '没有人脸', '没有人脸', '没有人脸']);
    for (const gone of ['王秀英', '李建国', '８', '501', SECRET]) expect(front + body, gone).not.toContain(gone);
    const sheet = strFromU8(parts[PACKAGE.sheet] ?? new Uint8Array());
    expect(sheet).toMatch(/初审[\s\S]*复审[\s\S]*终审/u);
    expect(sheet).not.toContain('王秀英');
    const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array())) as Manifest;
    for (const [part, hash] of Object.entries(manifest.files)) {
      const digest = await crypto.subtle.digest('SHA-256', (parts[part] ?? new Uint8Array()).slice());
      expect(Buffer.from(digest).toString('hex'), part).toBe(hash);
    }
    expect(bytes.includes(SECRET)).toBe(false);

    // The operator's inbox takes that package as it is, and the site would be built with it.
    const home = mkdtempSync(join(tmpdir(), 'desk-inbox-'));
    try {
      const content = join(home, 'content');
      const { data, content: texts } = foldersOf(process.env, ROOT);
      cpSync(texts, content, { recursive: true });
      writeFileSync(join(home, name), bytes);
      const handed = [{ name, read: () => fromDisk(join(home, name)) }];
      const take = () => runInbox(handed, { data, content }, { today: '2026-11-27', dryRun: false });
      const [taken] = await take();
      expect(taken?.faults.filter(isBlocking)).toEqual([]);
      expect(taken).toMatchObject({ state: 'new', title: '十一个星期三', pictures: 4 });
      expect(inspect({ data, content }, '2026-11-27').faults.filter(isBlocking)).toEqual([]);
      for (const file of readdirSync(join(content, 'cases/pictures')))
        expect(readFileSync(join(content, 'cases/pictures', file)).includes(SECRET), file).toBe(false);
      expect((await take())[0]?.state).toBe('same');
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
