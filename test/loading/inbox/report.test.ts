import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inboxHtml, inboxReportName } from '../../../src/loading/inbox/report/page.ts';
import { inboxText } from '../../../src/loading/inbox/report/words.ts';
import { BODY, Desk, goodPackage } from './packages.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

const take = async (...changes: Parameters<typeof goodPackage>) =>
  desk.take({ name: '读书角.zip', bytes: await goodPackage(...changes) });

describe('the report of the inbox', () => {
  it('names the part, the line and the field of what must be mended', async () => {
    const outcome = await take({ sessions: '八' }, `${BODY}\n\n## 媒体报道\n\n登过报。`);
    const html = inboxHtml(outcome);
    expect(html).toMatch(/必须改<\/span> case\.md 第 \d+ 行 “次数”列</u);
    expect(html).toContain('>媒体报道</td>');
    expect(html).toContain('把这一页交给写稿的人');
    const line = /case\.md 第 (\d+) 行：“媒体报道”/u.exec(inboxText([outcome], false))?.[1];
    expect(Number(line)).toBeGreaterThan(50);
  });

  it('shows what was and what is, in words', async () => {
    await take();
    const html = inboxHtml(await take({ sessions: 9 }));
    expect(html).toContain('<li>原来：<del>sessions: 8</del></li>\n<li>现在：<ins>sessions: 9</ins></li>');
  });

  it('stands beside what was handed in', () => {
    expect(['稿件.zip', '稿子.docx', '第二篇'].map(inboxReportName)).toEqual([
      '稿件-收稿结果.html',
      '稿子-收稿结果.html',
      '第二篇-收稿结果.html',
    ]);
  });
});
