import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { docx, line, picture, ROWS, SECTION_BLOCKS, table } from '../loading/inbox/docx.ts';
import { BODY, caseText, Desk, goodPackage, headWith, photo } from '../loading/inbox/packages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let desk: Desk;
let inbox: string;
beforeEach(() => {
  desk = new Desk();
  inbox = join(desk.folder, '收到的稿件');
  mkdirSync(inbox);
});
afterEach(() => desk.remove());

/** Runs a command: what it said, and on which exit code. */
function run(command: 'inbox' | 'check', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: desk.data, CONTENT_DIR: desk.content, INIT_CWD: inbox, SITE_TODAY: '2026-11-27' },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(inbox, name), content);
const FILE = 'cases/qiao-xia-de-du-shu-jiao-2026.md';

// Each starts a process; a busy machine takes its time.
describe('npm run inbox', { timeout: 120_000 }, () => {
  it('takes a package, says what to do next, lays a page beside it, and the check finds nothing new', async () => {
    put('稿件.zip', await goodPackage());
    const checked = run('check', '--json');
    const { code, out, err } = run('inbox', '稿件.zip');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`稿件.zip：《桥下的读书角》可以收，写好了：content/${FILE}，图片1张。`);
    expect(out).toContain('现在是草稿，不会发布');
    expect(readdirSync(inbox).sort()).toEqual(['稿件-收稿结果.html', '稿件.zip']);
    expect(readFileSync(join(inbox, '稿件-收稿结果.html'), 'utf8')).toContain('写好了');
    expect(run('check', '--json')).toEqual(checked);
    const before = desk.everything();
    expect(run('inbox', '稿件.zip')).toMatchObject({ code: 0, out: expect.stringContaining('没有变化') });
    expect(desk.everything()).toEqual(before);
    put('稿件.zip', await goodPackage({ sessions: 9 }));
    expect(run('inbox', '稿件.zip').out).toContain('    - sessions: 8\n    + sessions: 9\n');
  });

  it('takes a Word document and a folder, refuses the third, and counts them', async () => {
    const blocks = [
      line('桥下的读书角', '1'),
      table(ROWS),
      ...SECTION_BLOCKS,
      picture(1),
      line('图1：桌子（没有人脸）'),
    ];
    put('稿子.docx', await docx(blocks, [await photo()]));
    mkdirSync(join(inbox, '第二篇', '图片'), { recursive: true });
    const head = headWith({
      title: '雨天的棚子',
      consent: { ...(headWith()['consent'] as object), reference: 'YZ-78' },
    });
    const pictured = { ...head, pictures: [{ file: '1.jpg', alt: '一个棚子', faces: '没有人脸' }] };
    writeFileSync(join(inbox, '第二篇', '稿子.md'), caseText(pictured, BODY).replaceAll('\n', '\r\n'));
    writeFileSync(join(inbox, '第二篇', '图片', '1.jpg'), await photo());
    put('坏的.zip', 'PK');
    const { code, err } = run('inbox', '稿子.docx', '第二篇', '坏的.zip');
    expect(code).toBe(1);
    expect(err).toContain('共3篇：收2篇，没有变化0篇，没有收1篇。');
    expect(err).toContain('【必须改】坏的.zip：压缩包坏了，或没有传完整。怎么改：');
    expect(readdirSync(inbox).filter((name) => name.endsWith('.html'))).toHaveLength(3);
    expect(desk.everything().map(([file]) => file)).toEqual(
      expect.arrayContaining([FILE, 'cases/yu-tian-de-peng-zi-2026.md']),
    );
  });

  it('writes nothing with --dry-run, the page neither', async () => {
    put('稿件.zip', await goodPackage());
    const before = desk.everything();
    expect(run('inbox', '稿件.zip', '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('试运行，没有写'),
    });
    expect(desk.everything()).toEqual(before);
    expect(readdirSync(inbox)).toEqual(['稿件.zip']);
  });

  it('says how it is used', () => {
    expect(run('inbox')).toMatchObject({ code: 2, err: expect.stringContaining('用法：npm run inbox') });
    expect(run('inbox', 'a.zip', '--colour')).toMatchObject({ code: 2, err: expect.stringContaining('--dry-run') });
  });
});
