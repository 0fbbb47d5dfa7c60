import { packFiles } from '../../../src/loading/formats/writeZip.ts';
import type { Files } from './packages.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run of words; `format` is XML of its properties. */
export const run = (text: string, format = ''): string =>
  `<w:r>${format === '' ? '' : `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, with the id of its style. */
export const paragraph = (runs: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;

/** A line of plain words. */
export const line = (text: string, style = ''): string => paragraph(run(text), style);

/** A paragraph with a picture, by its number from 1. */
export const picture = (number: number, description = ''): string =>
  paragraph(
    `<w:r><w:drawing><wp:inline><wp:docPr id="${number}" name="C:\\王建国\\IMG.jpg" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId${100 + number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  );

/** A table of cells. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${line(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const STYLES = `${XML}<w:styles ${W}>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="GoneToo"><w:name w:val="GoneToo"/><w:basedOn w:val="Gone"/></w:style>
</w:styles>`;

/** A Word document of these blocks and pictures; `more` are further parts, or others in place of those. */
export function docx(
  blocks: readonly string[],
  pictures: readonly Uint8Array[] = [],
  more: Files = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const media = pictures.map((bytes, at) => [`word/media/image${at + 1}.jpeg`, bytes] as const);
  const relations = pictures.map(
    (_, at) => `<Relationship Id="rId${101 + at}" Type="${RELATIONSHIPS}/image" Target="media/image${at + 1}.jpeg"/>`,
  );
  return packFiles({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/>${relations.join('')}</Relationships>`,
    'word/styles.xml': STYLES,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${blocks.join('')}</w:body></w:document>`,
    ...Object.fromEntries(media),
    ...more,
  });
}

/** The table of a case that the city accepts. */
export const ROWS: readonly (readonly [string, string])[] = [
  ['摘要', '放学以后没有地方去的孩子，在桥下有了一张桌子。'],
  ['领域', '未保'],
  ['事项', '孩子不上学、没人管'],
  ['方法', '小组'],
  ['站点', '不写'],
  ['不写站点的原因', '这一篇没有写是哪个站。'],
  ['起止', '2025年9月至2026年3月'],
  ['次数', '8次'],
  ['人员', '社工2名、督导1名'],
  ['单位', '荷桥街道办事处'],
  ['前后对比', '一周来几天；签到本；一天；四天；2026年3月'],
  ['插图', 'table'],
  ['插图说明', '一张长桌子'],
  ['同意书编号', 'YZ-2026-077'],
  ['公开范围', '网站公开、公众号'],
  ['同意到', '2099年12月31日'],
  ['监护人签的', '是'],
  ['化名', '没有'],
  ['初审', '荷桥街道办事处，2026年9月20日'],
  ['别名', '放学没人管、孩子没地方去、写作业、读书角、暑假'],
];

/** Six sections under the headings of the ministry's format. */
export const SECTION_BLOCKS: readonly string[] = [
  ['一、案例背景', '孩子们放学以后在桥下写作业。'],
  ['二、分析预估', '他们要一张桌子。'],
  ['三、服务计划', '每周四个下午有人在。'],
  ['四、服务计划实施过程', '社工先带了两张凳子。'],
  ['五、总结评估', '来的日子从一天变成四天。'],
  ['六、专业反思', '下雨天怎么办，到现在没有想好。'],
].flatMap(([heading = '', text = '']) => [line(heading, '2'), line(text)]);
