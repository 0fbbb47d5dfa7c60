import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS, contentsOf } from '../../../src/loading/attachments/fileContents.ts';
import { packFiles } from '../../../src/loading/formats/writeZip.ts';
import { writeWorkbook } from '../../../src/loading/formats/workbook/write.ts';
import { bytes } from '../city.ts';
import { line, smallPdf } from '../formats/pdf.ts';

/** Short words for what a file gives away. */
async function found(name: string, content: Uint8Array): Promise<string[]> {
  const { personal, names, metadata, unread } = await contentsOf(name, content);
  return [
    ...personal.map(({ kind, text }) => `${kind} ${text}`),
    ...names.map(({ kind, name: who }) => `${kind} ${who}`),
    ...metadata,
    ...(unread === '' ? [] : [unread]),
  ];
}

const latin = (...parts: readonly string[]) => Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));

/** A directory of one entry, the tag of places. */
const EXIF = 'Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0';
const segment = (marker: string, content: string) =>
  `\xff${marker}${String.fromCharCode((content.length + 2) >> 8, (content.length + 2) & 255)}${content}`;
const SCAN = `${segment('\xda', '\x01\x01\0\0?\0')}\x12\xff\0\x34\xff\xd0\x56`;
const jpeg = (segments: string, behind = '') => latin('\xff\xd8', segments, SCAN, '\xff\xd9', behind);
const PLACED = jpeg(segment('\xe1', EXIF));

const gif = (blocks: string, behind = '') =>
  latin(
    'GIF89a\x01\0\x01\0\x80\0\0',
    '\0\0\0\xff\xff\xff',
    blocks,
    ',\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0',
    ';',
    behind,
  );

const chunk = (type: string, content: string) =>
  `\0\0\0${String.fromCharCode(content.length)}${type}${content}\0\0\0\0`;
const png = (chunks: string, behind = '') =>
  latin('\x89PNG\r\n\x1a\n', chunk('IHDR', 'x'.repeat(13)), chunks, chunk('IEND', ''), behind);

const docx = (files: Readonly<Record<string, string | Uint8Array>>) =>
  packFiles({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...files });

describe('a picture', () => {
  it.each([
    ['a.jpg', PLACED, ['EXIF', 'GPS']],
    ['a.jpg', jpeg('', '找老周 13800138000'), ['末尾多出的内容']],
    ['a.jpg', jpeg('', '\0\0\n'), []],
    ['a.jpg', jpeg(''), []],
    ['a.jpg', latin('\xff\xd8', SCAN, segment('\xfe', 'by me'), SCAN, '\xff\xd9'), ['文字说明']],
    ['a.gif', gif('!\xfe\x05by me\0'), ['文字说明']],
    ['a.gif', gif('!\xff\x0bXMP DataXMP\x02<x\0'), ['XMP']],
    ['a.gif', gif('!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0'), []],
    ['a.gif', gif('', 'more'), ['末尾多出的内容']],
    ['a.png', png(chunk('tEXt', 'Author\0x')), ['文字说明']],
    ['a.png', png('', 'more'), ['末尾多出的内容']],
    ['a.png', png(''), []],
    ['a.webp', latin('RIFF\x04\0\0\0WEBP', 'more'), ['末尾多出的内容']],
  ])('%s #%# tells what it carries', async (name, content, expected) => {
    expect(await found(name, content)).toEqual(expected);
  });

  it.each(['word/media/image1.jpg', 'xl/media/image1.jpeg', 'ppt/media/image2.png', 'Pictures/1.bin'])(
    'is looked at where it lies in an office file as %s',
    async (place) => {
      const file = await packFiles({ '[Content_Types].xml': '<Types/>', 'content.xml': '<x/>', [place]: PLACED });
      expect(await found('a.docx', file)).toEqual(['EXIF', 'GPS']);
    },
  );
});

describe('an archive', () => {
  it('is looked into to its last file, whatever that is', async () => {
    const form = smallPdf({ pages: [line('Call 13800138000')] });
    const inner = await packFiles({ 'form.pdf': form, 'lake.jpg': PLACED, 'note.txt': '110105491231002' });
    const outer = await packFiles({ 'a/inner.zip': inner, 'list.csv.gz': gzipSync('电话,138.0013.8001') });
    expect(await found('forms.zip', outer)).toEqual([
      '手机号 13800138000',
      '身份证号 110105491231002',
      '手机号 138.0013.8001',
      'EXIF',
      'GPS',
    ]);
  });

  it('with a file that no program reads stays unread', async () => {
    expect(await found('forms.zip', await packFiles({ 'form.pdf': 'no PDF at all' }))).toEqual(['程序读不了']);
    expect(await found('a.docx', await docx({ 'word/embeddings/old.doc': 'x' }))).toEqual(['程序读不了']);
    expect(await found('a.docx', await docx({ 'word/fonts/font1.odttf': 'x' }))).toEqual([]);
    expect(await found('a.gz', latin('\x1f\x8bxx'))).toEqual(['程序读不了']);
  });

  it('goes as deep as is stated and says where it went deeper', async () => {
    const nested = async (depth: number): Promise<Uint8Array> =>
      depth === 0 ? bytes('13800138000') : packFiles({ [depth === 1 ? 'a.txt' : 'a.zip']: await nested(depth - 1) });
    expect(await found('a.zip', await nested(ARCHIVE_LIMITS.depth))).toEqual(['手机号 13800138000']);
    expect(await found('a.zip', await nested(ARCHIVE_LIMITS.depth + 1))).toEqual([
      '压缩包里套压缩包，超过 4 层，程序没有读到底',
    ]);
  });

  it('is left alone where the files in all its archives are too many or too large', async () => {
    const many = (count: number) =>
      packFiles(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, ''])));
    const two = await packFiles({ 'a.zip': await many(2600), 'b.zip': await many(2600) });
    expect(await found('a.zip', two)).toEqual(['解开以后超过 100 MB 或 5000 个文件，程序没有读']);
    const large = gzipSync(Buffer.alloc(ARCHIVE_LIMITS.unzipped + 1));
    expect(await found('a.txt.gz', large)).toEqual(['解开以后超过 100 MB 或 5000 个文件，程序没有读']);
  });
});

describe('names and links', () => {
  it('of files are read like their words', async () => {
    expect(await found('content/cases/老周138-0013-8000.txt', bytes('x'))).toEqual(['手机号 138-0013-8000']);
    expect(await found('a.zip', await packFiles({ '身份证110105194912310021.txt': 'x' }))).toEqual([
      '身份证号 110105194912310021',
    ]);
    expect(await found('IMG_20211126_130000.txt', bytes('x'))).toEqual([]);
  });

  it('of sheets and behind links of a workbook are read', async () => {
    const columns = [{ title: '名称', width: 20 }];
    const sheet = await writeWorkbook([{ name: '老周13800138000', columns, rows: [['荷花社工站']] }]);
    expect(await found('a.xlsx', sheet)).toContain('手机号 13800138000');
    const relations = '<Relationships><Relationship Id="r1" Target="tel:138%200013%208001"/></Relationships>';
    expect(await found('a.xlsx', await docx({ 'xl/worksheets/_rels/sheet1.xml.rels': relations }))).toEqual([
      '手机号 138 0013 8001',
    ]);
    const run = '<w:document><w:t>138&#x200b;0013</w:t><w:t>&#45;8002</w:t></w:document>';
    expect(await found('a.docx', await docx({ 'word/document.xml': run }))).toEqual(['手机号 1380013-8002']);
    expect(await found('a.html', bytes('<a href="tel:+86-138-0013-8003">打电话</a>'))).toEqual([
      '手机号 86-138-0013-8003',
    ]);
  });

  it.each([
    ['word/comments.xml', '<w:comment w:author="王五"/>', '批注作者 王五'],
    ['word/people.xml', '<w15:person w15:author="王五"/>', '批注作者 王五'],
    ['xl/persons/person.xml', '<person displayName="王五" id="{1}"/>', '批注作者 王五'],
    ['ppt/commentAuthors.xml', '<p:cmAuthor id="1" name="王五"/>', '批注作者 王五'],
    ['content.xml', '<office:annotation><dc:creator>王五</dc:creator></office:annotation>', '批注作者 王五'],
    ['docProps/app.xml', '<Properties><Manager>王五</Manager></Properties>', '文档作者 王五'],
    ['docProps/core.xml', '<x><cp:lastModifiedBy>王\u200b五</cp:lastModifiedBy></x>', '最后修改人 王五'],
  ])('of people in %s are told', async (part, xml, expected) => {
    expect(await found('a.docx', await docx({ [part]: xml }))).toEqual([expected]);
  });
});
