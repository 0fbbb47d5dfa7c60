import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { complaintsOf, pageWith } from './chrome.ts';
import { eachOnDesk, LINES, type Desk } from './desk.ts';
import { wordFile } from './wordFile.ts';

let desk: Desk;
eachOnDesk((opened) => (desk = opened));

describe('the desk as one file', () => {
  it('works from a file on a computer without a network', async () => {
    const { photographs, stage } = desk;
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const zip = readFileSync(join(mainSite().dir, 'help/case-desk/case-desk.zip'));
    const parts = Object.entries(unzipSync(new Uint8Array(zip)));
    const [name = '', html = new Uint8Array()] = parts.find(([part]) => part.endsWith('.html')) ?? [];
    const notices = parts.find(([part]) => part.endsWith('.txt'))?.[1] ?? new Uint8Array();
    for (const program of ['mammoth', 'fflate', 'yaml', '@noble/hashes'])
      expect(new TextDecoder().decode(notices)).toMatch(new RegExp(`^${program} [\\d.]+（`, 'mu'));
    writeFileSync(join(folder, name), html);
    const { page: own, context } = await pageWith(stage, {}, { acceptDownloads: true, offline: true });
    const complaints = complaintsOf(own);
    const asked: string[] = [];
    own.on('request', (request) => asked.push(request.url()));
    await own.goto(pathToFileURL(join(folder, name)).href);
    await own.locator('case-desk[data-ready]').waitFor();
    await own.setInputFiles('[data-open]', {
      name: '稿子.docx',
      mimeType: 'application/octet-stream',
      buffer: wordFile(LINES, photographs.slice(0, 1)),
    });
    await expect.poll(() => own.locator('[data-status]').innerText()).toContain('打开了');
    expect(await own.locator('[name=title]').inputValue()).toBe('十一个星期三');
    await expect.poll(() => own.locator('[data-rail-count]').innerText()).toContain('必须改');
    const [download] = await Promise.all([
      own.waitForEvent('download'),
      own.getByText('存稿件包', { exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('草稿-十一个星期三.zip');
    expect(asked.filter((url) => !/^(?:file|blob):/u.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
    rmSync(folder, { recursive: true });
  });
});
