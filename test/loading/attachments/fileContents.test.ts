import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../../src/loading/attachments/fileContents.ts';
import { packFiles } from '../../../src/loading/formats/writeZip.ts';
import { writeWorkbook } from '../../../src/loading/formats/workbook/write.ts';
import { bytes } from '../city.ts';
import { line, pdfStream, smallPdf, type SmallPdf } from '../formats/pdf.ts';

/** Short words for what a file gives away. */
async function found(name: string, content: Uint8Array): Promise<string[]> {
  const { personal, names, metadata, unread } = await contentsOf(name, content);
  return [
    ...personal.map(({ kind, text }) => `${kind} ${text}`),
    ...names.map(({ kind, name: who }) => `${kind} ${who}`),
    ...metadata,
    ...(unread ? ['unread'] : []),
  ];
}

const inPdf = (pdf: SmallPdf) => found('form.pdf', smallPdf(pdf));
const page = (...lines: readonly string[]) => ({ pages: [lines.join('\n')] });

/** The fonts of a page, and another one, F2, without its letters in the file. */
const fonts = (encoding: string, ordering: string) =>
  '/Resources << /Font << /F1 3 0 R /F2 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light ' +
  `/Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /STSong-Light ` +
  `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> ` +
  '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 >> >>] >> >> >>';

const xmp = (properties: string, attributes = '') =>
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" ' +
  `xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" ${attributes}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`;

describe('a PDF', () => {
  it.each([
    ['a mobile', '13800138000', '手机号'],
    ['a mobile in groups', '138 0013 8000', '手机号'],
    ['an ID number', '11010519491231002X', '身份证号'],
    ['a bank card', '6222 0212 3456 7890 128', '银行卡号'],
    ['an e-mail address', 'laozhou@example.cn', '邮箱'],
  ])('with %s in its text tells it, on whichever page', async (_, text, kind) => {
    expect(await inPdf({ pages: [line('Page one'), line(`Call ${text} now`)] })).toEqual([`${kind} ${text}`]);
  });

  it('with nothing to hide is read and tells nothing', async () => {
    expect(await inPdf({ pages: [line('Call 0389-2010014'), ''], info: { Title: '申请表', Producer: 'WPS' } })).toEqual(
      [],
    );
  });

  it('is known by its first bytes, whatever it is called', async () => {
    expect(await found('form.bin', smallPdf(page(line('13800138000'))))).toEqual(['手机号 13800138000']);
  });

  it('leaves the bytes as they were', async () => {
    const content = smallPdf(page(line('13800138000')));
    await contentsOf('form.pdf', content);
    expect(content).toEqual(smallPdf(page(line('13800138000'))));
  });

  it('has a number whole that is written in pieces', async () => {
    const kerned = { pages: ['BT /F1 12 Tf 72 720 Td [(138)-20(0013)-30(8000)] TJ ET'] };
    const placed = page(line('138'), line('00138', 92.02), line('000', 125.38));
    const twoSizes = page(line('138'), line('00138000', 92.02).replace('/F1 12', '/F1 11'));
    for (const pdf of [kerned, placed, twoSizes]) expect(await inPdf(pdf)).toEqual(['手机号 13800138000']);
    const inBoxes = page(...[...'13800138000'].map((digit, at) => line(digit, 72 + at * 16)));
    expect(await inPdf(inBoxes)).toEqual(['手机号 1 3 8 0 0 1 3 8 0 0 0']);
  });

  it('has the numbers of neighbouring cells and lines apart', async () => {
    for (const gap of [0.2, 0.5, 0.9, 1.5, 8].map((em) => em * 12)) {
      const cells = page(line('2010014'), line('13800138000', 72 + 7 * 6.672 + gap));
      expect(await inPdf(cells), `${gap}`).toEqual(['手机号 13800138000']);
    }
    expect(await inPdf(page(line('138'), line('0013', 192), line('8000', 312)))).toEqual([]);
    expect(await inPdf(page(line('1380013'), line('8000', 72, 700)))).toEqual([]);
    // The same words twice, a little aside, as some programs make bold letters.
    const bold = page(line('13800138000'), line('13800138000', 72.3));
    expect(new Set(await inPdf(bold))).toEqual(new Set(['手机号 13800138000']));
  });

  it('tells its author, unless that is a unit', async () => {
    const words = page(line('Form'));
    expect(await inPdf({ ...words, info: { Author: '张三' } })).toEqual(['文档作者 张三']);
    expect(await inPdf({ ...words, info: { Author: '云泽市民政局' } })).toEqual([]);
    const creators = '<dc:creator><rdf:Seq><rdf:li>张三</rdf:li><rdf:li>李四</rdf:li></rdf:Seq></dc:creator>';
    expect(await inPdf({ ...words, info: { Author: '张三' }, xmp: xmp(creators) })).toEqual([
      '文档作者 张三',
      '文档作者 李四',
    ]);
  });

  it('tells what stands in any of its properties', async () => {
    const words = page(line('Form'));
    for (const key of ['Title', 'Subject', 'Keywords', 'Creator', 'Producer', 'Company']) {
      expect(await inPdf({ ...words, info: { [key]: '联系13800138000' } }), key).toEqual(['手机号 13800138000']);
    }
    const title = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">13800138000</rdf:li></rdf:Alt></dc:title>';
    expect(await inPdf({ ...words, xmp: xmp(title) })).toEqual(['手机号 13800138000']);
    expect(await inPdf({ ...words, xmp: xmp('', 'pdf:Keywords="laozhou@example.cn"') })).toEqual([
      '邮箱 laozhou@example.cn',
    ]);
    const id = `xmpMM:DocumentID="uuid:1b4e28ba-2fa1-11d2-883f-138001380007"`;
    expect(await inPdf({ ...words, xmp: xmp('', id) })).toEqual([]);
  });

  it('tells what stands in remarks, links and filled fields', async () => {
    const annotation = (entries: string) => `<< /Type /Annot /Rect [0 0 9 9] ${entries} >>`;
    const annotated = (entries: string) =>
      inPdf({ ...page(line('Form')), page: `/Annots [${annotation(entries)}]`, catalog: '/AcroForm << /Fields [] >>' });
    expect(await annotated('/Subtype /Text /T (Zhang San) /Contents (Call 13800138000)')).toEqual([
      '手机号 13800138000',
      '批注作者 Zhang San',
    ]);
    expect(await annotated('/Subtype /Link /A << /S /URI /URI (mailto:laozhou@example.cn) >>')).toEqual([
      '邮箱 laozhou@example.cn',
    ]);
    expect(await annotated('/Subtype /Widget /FT /Tx /T (phone) /V (13800138000)')).toEqual(['手机号 13800138000']);
  });

  it('tells what stands in the files that lie in it', async () => {
    const holding = (name: string, content: string) =>
      inPdf({
        ...page(line('Form')),
        catalog: `/Names << /EmbeddedFiles << /Names [(${name}) << /Type /Filespec /F (${name}) /EF << /F 6 0 R >> >>] >> >>`,
        objects: [pdfStream('/Type /EmbeddedFile', content)],
      });
    expect(await holding('list.csv', 'a,13800138000')).toEqual(['手机号 13800138000']);
    expect(await holding('list.csv', 'a,b')).toEqual([]);
    expect(await holding('list.doc', 'a,b')).toEqual(['unread']);
  });

  it('is unread where it is a scan, locked or broken', async () => {
    const scan = 'q 600 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q';
    const none = '0'.repeat(64);
    const locked = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${none}> /U <${none}> >>`;
    expect(await inPdf({ pages: [''] })).toEqual(['unread']);
    expect(await inPdf({ pages: [scan] })).toEqual(['unread']);
    expect(await inPdf({ pages: [line('Form'), scan] })).toEqual(['unread']);
    expect(await inPdf({ ...page(line('Form')), trailer: locked })).toEqual(['unread']);
    expect(await found('a.pdf', bytes('%PDF-1.7'))).toEqual(['unread']);
    expect(await found('a.pdf', bytes('no PDF at all'))).toEqual(['unread']);
  });

  it('is unread where words stand on a scan that are not its own', async () => {
    const scan = 'q 600 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q';
    const mark = line('Scanned with CamScanner, the best of all scanners for your phone');
    const words = line('How to ask for help, where to go, and what to bring with you');
    expect(await inPdf({ pages: [`${scan}\n${line('Scanned with CamScanner')}`] })).toEqual(['unread']);
    expect(await inPdf({ pages: [`${scan}\n${mark}`, `${scan}\n${mark}`] })).toEqual(['unread']);
    expect(await inPdf({ pages: [words, `${scan}\n${line('Page 2')}`] })).toEqual(['unread']);
    // Letters drawn as shapes.
    expect(await inPdf({ pages: [words, '72 72 100 100 re f'] })).toEqual(['unread']);
    expect(await inPdf({ pages: [`${scan}\n${words}`] })).toEqual([]);
    expect(await inPdf({ pages: [words, '', line('The end')] })).toEqual([]);
  });

  it('is unread where its letters are known by numbers only', async () => {
    const text = 'BT /F2 12 Tf 72 720 Td <00140016001B> Tj ET';
    expect(await inPdf({ pages: [`${text}\n${line('Form')}`], page: fonts('Identity-H', 'Identity') })).toEqual([
      'unread',
    ]);
    expect(await inPdf({ pages: [`${text}\n${line('Form')}`], page: fonts('UniGB-UCS2-H', 'GB1') })).toEqual([
      'unread',
    ]);
  });
});

describe('an office file', () => {
  const core = (creator: string, editor: string) =>
    `<cp:coreProperties><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${editor}</cp:lastModifiedBy></cp:coreProperties>`;
  const office = (parts: Readonly<Record<string, string>>) =>
    packFiles(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, bytes(xml)])));

  it('tells who wrote it, who changed it and who made remarks', async () => {
    const document =
      '<w:document><w:p><w:ins w:id="1" w:author="王五"><w:r><w:t>表</w:t></w:r></w:ins></w:p></w:document>';
    expect(
      await found('a.docx', await office({ 'docProps/core.xml': core('张三', '李四'), 'word/document.xml': document })),
    ).toEqual(['文档作者 张三', '最后修改人 李四', '批注作者 王五']);
    const comments = '<comments><authors><author>王五</author></authors></comments>';
    expect(
      await found('a.xlsx', await office({ 'docProps/core.xml': core('', ''), 'xl/comments1.xml': comments })),
    ).toEqual(['批注作者 王五']);
    const meta = '<office:meta><meta:initial-creator>张三</meta:initial-creator></office:meta>';
    expect(await found('a.odt', await office({ 'meta.xml': meta }))).toEqual(['文档作者 张三']);
  });

  it('tells nobody where units and programs have written it', async () => {
    expect(await found('a.docx', await office({ 'docProps/core.xml': core('云泽市民政局', 'python-docx') }))).toEqual(
      [],
    );
    const columns = [{ title: '名称', width: 20, note: '照标牌写' }];
    expect(await found('a.xlsx', await writeWorkbook([{ name: '站点', columns, rows: [['荷花社工站']] }]))).toEqual([]);
  });
});
