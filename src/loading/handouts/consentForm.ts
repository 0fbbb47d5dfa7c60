import { escaped } from './reportPage.ts';
import { packFiles } from '../formats/writeZip.ts';

/** A line of the form: a title, a heading, a sentence, or a line to write on. */
interface Line {
  readonly kind: '题' | '节' | '句' | '填';
  readonly text: string;
}

const title = (text: string): Line => ({ kind: '题', text });
const head = (text: string): Line => ({ kind: '节', text });
const says = (text: string): Line => ({ kind: '句', text });
const fill = (label: string): Line => ({ kind: '填', text: `${label}＿＿＿＿＿＿＿＿＿＿＿＿＿＿` });

/** What a consent to publish a case must say (docs/norms.md §5), with the scopes that the front matter knows. */
const formLines = (scopes: readonly string[], faces: readonly string[], withdrawn: string): readonly Line[] => [
  title('案例公开同意书（样张）'),
  says('这是样张。用以前，请单位里管法律事务的人看一遍，改成本单位的说法。'),
  fill('同意书编号'),
  fill('案例题目'),
  head('一、写什么，不写什么'),
  says('写：遇到了什么难处，社工和您一起做了什么，后来怎样。'),
  says('不写：真名、住址、电话、证件号码、单位和学校的名字，确切的年龄和病名。名字都换成化名。'),
  head('二、登在哪里（同意哪一样，在哪一样前面打勾）'),
  says(scopes.map((scope) => `□ ${scope}`).join('　　')),
  head('三、登到哪一天'),
  says('＿＿＿＿年＿＿月＿＿日。过了这一天，网站上自动撤下。'),
  head('四、图片'),
  says(['不用图片', ...faces].map((choice) => `□ ${choice}`).join('　　')),
  head('五、您看过稿子'),
  says('□ 要公开的稿子，已经从头到尾看过，或者听人读过。'),
  head('六、可以不同意，也可以收回'),
  says('不同意、以后收回，都不影响您得到的服务，也不用说理由。'),
  says(
    `收回请告诉社工，当天从网站上撤下，那一页只留一句“${withdrawn}”已经印出来的、被别人转走的，收不回来，请想好再签。`,
  ),
  head('七、签字'),
  fill('本人签名'),
  fill('日期'),
  fill('监护人签名（不满十八周岁、不能自己决定的人）'),
  fill('和本人的关系'),
  says('□ 孩子自己也愿意（懂事的孩子，要问他）'),
  fill('经办社工和单位（盖章）'),
  says('一式两份，您留一份，站里存一份。案例里只写编号、登在哪里、登到哪一天，不写名字，也不附这张纸。'),
];

const SIZES = { 题: 36, 节: 26, 句: 22, 填: 22 } as const;

function paragraph({ kind, text }: Line): string {
  const bold = kind === '题' || kind === '节' ? '<w:b/>' : '';
  const align = kind === '题' ? '<w:jc w:val="center"/>' : '';
  const before = kind === '节' ? 240 : 80;
  return (
    `<w:p><w:pPr><w:spacing w:before="${before}" w:after="80" w:line="360" w:lineRule="auto"/>${align}</w:pPr>` +
    `<w:r><w:rPr>${bold}<w:sz w:val="${SIZES[kind]}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The form by which somebody agrees that their case is published, as a Word file to be changed and printed. */
export function consentForm(
  scopes: readonly string[],
  faces: readonly string[],
  withdrawn: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = formLines(scopes, faces, withdrawn).map(paragraph).join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1247" w:bottom="1134" w:left="1247" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>';
  return packFiles({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}${page}</w:body></w:document>`,
  });
}
