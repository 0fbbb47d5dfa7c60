import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { docx, line, paragraph, picture, ROWS, run, SECTION_BLOCKS, table } from './docx.ts';
import { Desk, photo, SECRET } from './packages.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

const TITLE = line('桥下的读书角', '1');
const take = async (...made: Parameters<typeof docx>) => desk.take({ name: '稿子.docx', bytes: await docx(...made) });
const text = () => readFileSync(join(desk.content, 'cases/qiao-xia-de-du-shu-jiao-2026.md'), 'utf8');
const codes = async (...made: Parameters<typeof docx>) => (await take(...made)).faults.map(({ code }) => code);

describe('a Word document that is taken in', () => {
  it('becomes a case with its sections, its table and its picture', async () => {
    const blocks = [TITLE, table(ROWS), ...SECTION_BLOCKS, picture(1), line('图1：一张空桌子（没有人脸）')];
    expect(await take(blocks, [await photo()])).toMatchObject({ state: 'new', title: '桥下的读书角', pictures: 1 });
    expect(text().match(/^## .*/gmu)).toEqual(
      ['背景', '需求', '目标', '过程', '成效', '反思'].map((title) => `## ${title}`),
    );
    for (const part of [
      'field: wei-bao',
      'topic: children',
      "from: '2025-09'",
      'sessions: 8',
      '  - role: 督导\n    count: 1',
      'alt: 一张空桌子',
      'faces: 没有人脸',
      "on: '2026-09-20'",
      '社工先带了两张凳子。',
    ])
      expect(text()).toContain(part);
  });

  it('leaves behind who wrote it, what is hidden, deleted or remarked, and where its pictures were taken', async () => {
    const blocks = [
      TITLE,
      table(ROWS),
      ...SECTION_BLOCKS.slice(0, 2),
      paragraph(
        run('大家都看得见的一句。', '<w:vanish w:val="0"/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>') +
          run(SECRET, "<w:vanish w:val='on'></w:vanish>") +
          run(SECRET, '<w:vanish/>') +
          run(SECRET, '<w:rStyle w:val="GoneToo"/>'),
      ),
      paragraph(
        `<w:del w:author="${SECRET}"><w:r><w:delText>${SECRET}</w:delText></w:r></w:del><w:ins w:author="${SECRET}">${run('补上的一句。')}</w:ins>`,
      ),
      paragraph(
        `<w:commentRangeStart w:id="0"/>${run('批注过的一句。')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
      picture(1, SECRET),
      line('图1：一张空桌子（没有人脸）'),
      ...SECTION_BLOCKS.slice(2),
    ];
    const part = (tag: string) => `<w:${tag} xmlns:w="x"><w:p><w:r><w:t>${SECRET}</w:t></w:r></w:p></w:${tag}>`;
    const { state, faults } = await take(blocks, [await photo()], {
      'docProps/core.xml': `<cp><dc:creator>${SECRET}</dc:creator></cp>`,
      'docProps/thumbnail.jpeg': await photo(),
      'word/comments.xml': part('comments'),
      'word/header1.xml': part('hdr'),
      'word/footer1.xml': part('ftr'),
    });
    expect(state).toBe('new');
    expect(faults.map(({ code, message }) => [code, message])).toEqual([
      ['docx.left', '没有读：隐藏的文字、批注、修订里删掉的字、页眉和页脚'],
      ['case.picture', expect.any(String)],
    ]);
    expect(desk.everything().filter(([, bytes]) => bytes.includes(SECRET) || bytes.includes('IMG.jpg'))).toEqual([]);
    for (const seen of ['大家都看得见的一句。', '补上的一句。', '批注过的一句。']) expect(text()).toContain(seen);
  });

  it('is refused for a mobile number and a name of the list, in the text or in what is said of a picture', async () => {
    writeFileSync(join(desk.data, 'never-publish.txt'), '王建国\n');
    const before = desk.everything();
    const blocks = (words: string, alt: string) => [
      TITLE,
      table(ROWS),
      ...SECTION_BLOCKS,
      line(words),
      picture(1),
      line(`图1：${alt}（没有人脸）`),
    ];
    expect(await codes(blocks('打13812345678找他。', '一张空桌子'), [await photo()])).toContain('personal-data');
    expect(await codes(blocks('王建国来过。', '一张空桌子'), [await photo()])).toContain('case-hidden-name');
    expect(await codes(blocks('他来过。', '王建国的桌子'), [await photo()])).toContain('case-hidden-name');
    const named = ROWS.map(([label, value]) => [label, label === '人员' ? '社工王建国1名' : value]);
    expect(await codes([TITLE, table(named), ...SECTION_BLOCKS])).toContain('case-hidden-name');
    expect(desk.everything()).toEqual(before);
  });

  it.each([
    ['text.unplaced', [line('三年前的事。'.repeat(12)), TITLE, table(ROWS), ...SECTION_BLOCKS]],
    ['text.unplaced', [TITLE, table(ROWS), ...SECTION_BLOCKS, line('七、媒体报道', '2'), line('登过报。')]],
    ['docx.table', [TITLE, table([...ROWS, ['电话', '没有']]), ...SECTION_BLOCKS]],
    ['docx.table', [TITLE, table([...ROWS, ['标题', '另一个标题']]), ...SECTION_BLOCKS]],
    ['picture.untold', [TITLE, table(ROWS), ...SECTION_BLOCKS, picture(1), line('这是照片')]],
    ['front-matter', [TITLE, table(ROWS.filter(([label]) => label !== '同意书编号')), ...SECTION_BLOCKS]],
    ['case-sections', [TITLE, table(ROWS), ...SECTION_BLOCKS.slice(0, -2)]],
    ['docx.parts', [TITLE, table(ROWS), ...SECTION_BLOCKS, paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>')]],
  ])('is refused whole rather than losing something: %s', async (code, blocks) => {
    const before = desk.everything();
    const outcome = await take(blocks, [await photo()]);
    expect(outcome).toMatchObject({ state: 'refused' });
    expect(outcome.faults.map((fault) => fault.code)).toContain(code);
    expect(desk.everything()).toEqual(before);
  });

  it('keeps the words of a link and not where it leads', async () => {
    const link = paragraph(`<w:hyperlink r:id="rId7">${run('看这一页')}</w:hyperlink>`);
    const { state } = await take([TITLE, table(ROWS), ...SECTION_BLOCKS, link], [], {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:${SECRET}@example.org" TargetMode="External"/></Relationships>`,
    });
    expect(state).toBe('new');
    expect(text()).toContain('看这一页');
    expect(text()).not.toContain(SECRET);
  });

  it('tells everything at once', async () => {
    const found = await codes(
      [
        TITLE,
        table([...ROWS.slice(1), ['手机', '无']]),
        ...SECTION_BLOCKS.slice(0, -2),
        line('七、别的', '2'),
        picture(1),
      ],
      [await photo()],
    );
    expect(new Set(found)).toEqual(
      new Set(['docx.table', 'picture.untold', 'front-matter', 'text.unplaced', 'case.picture']),
    );
  });

  it('names what is missing in the words of its table', async () => {
    const { faults } = await take([TITLE, table(ROWS.filter(([label]) => label !== '摘要')), ...SECTION_BLOCKS]);
    expect(faults).toMatchObject([{ column: '摘要', message: '没有写' }]);
  });

  it('reads signs of Markdown as the signs that they are, lists and tables in a section too', async () => {
    const blocks = [
      TITLE,
      table(ROWS),
      ...SECTION_BLOCKS.slice(0, 8),
      line('# 1* _a_ [b](c) <d> &lt; `e` {f}'),
      table([
        ['谁', '几次'],
        ['社工', '3'],
      ]),
      line('第一次', '3'),
      ...SECTION_BLOCKS.slice(8),
    ];
    expect((await take(blocks)).faults).toEqual([]);
    expect(text()).toContain('\\# 1\\* \\_a\\_ \\[b\\](c) \\<d\\> \\&lt; \\`e\\` {f}');
    expect(text()).toContain('| 谁 | 几次 |\n| --- | --- |\n| 社工 | 3 |');
    expect(text()).toContain('\n### 第一次\n');
  });
});
