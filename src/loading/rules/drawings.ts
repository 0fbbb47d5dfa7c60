import { decode } from '../formats/decode.ts';
import { readXml, type XmlTag } from '../formats/xml.ts';
import { fileFault, textFault, type Fault } from '../faults/fault.ts';

/** Elements of SVG that run or embed something, or that change an attribute later. */
const ACTING = /^(?:script|handler|listener|foreignobject|iframe|object|embed|audio|video|discard)$/iu;
/** Attributes that lead to something; it must be a piece of the same drawing, or a picture that stands in the file. */
const POINTERS = /^(?:href|src|data|action|formaction|base)$/iu;
const OWN = /^(?:#\S*|data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*)?$/u;
/** What an animation must not change. */
const NEVER_ANIMATED = /^(?:.*:)?(?:href|src|style|on.*)$/iu;
/** What styles fetch, and escapes that would hide it. */
const STYLE_LOADS = /@import|\\|image-set\s*\(|url\(\s*(?!["']?#)/iu;
/** The same in any other attribute. */
const LOADS = /(?:java|vb)script:|url\((?!["']?#)|\\.*\(/iu;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}]/gu;

/** What is wrong with one attribute; null where it only draws. */
function attributeFault(written: string, value: string): string | null {
  const key = written.replace(/^.*:/u, '');
  if (/^xmlns(?::|$)/u.test(written)) return /xhtml/iu.test(value) ? '把网页代码放进了图片' : null;
  if (/^on/iu.test(key)) return '会运行代码';
  if (/^attributename$/iu.test(key) && NEVER_ANIMATED.test(value.trim())) return '会在打开以后改链接';
  const loads = POINTERS.test(key)
    ? !OWN.test(value.trim())
    : key === 'style'
      ? STYLE_LOADS.test(value)
      : LOADS.test(value.replace(INVISIBLE, ''));
  return loads ? '用了图片以外的东西，或会运行代码' : null;
}

function tagFault({ name, attributes }: XmlTag): readonly [value: string, message: string] | null {
  if (ACTING.test(name.replace(/^.*:/u, ''))) return [`<${name}>`, '会运行代码，或嵌进别的东西'];
  for (const [written, value] of Object.entries(attributes)) {
    const message = attributeFault(written, value);
    if (message !== null) return [`${written}="${value}"`, message];
  }
  return null;
}

/** What in an SVG would run code or fetch something when somebody opens it, with the line; also what is no XML. */
export function drawingFaults(name: string, bytes: Uint8Array): Fault[] {
  const decoded = decode(bytes);
  if (decoded === null || /\.svgz$/iu.test(name))
    return [fileFault(name, '读不了这个 SVG', '解压，或用画图软件另存为“普通 SVG”（UTF-8）')];
  const faults: Fault[] = [];
  const tell = (value: string, message: string, line: number) => {
    const shown = value.replace(/\s+/gu, ' ').trim();
    faults.push({
      ...textFault('picture-acts', name, shown, message, '删掉它，或用画图软件另存为“普通 SVG”、PNG'),
      row: line,
    });
  };
  const broken = readXml(decoded.text, {
    tag: (tag) => {
      const found = tagFault(tag);
      if (found !== null) tell(...found, tag.line);
    },
    text: (text, within, line) => {
      if (/(?:^|:)style$/iu.test(within) && STYLE_LOADS.test(text)) tell(text, '样式里用了图片以外的东西', line);
    },
    instruction: (written, line) => tell(written, '会带进别的文件', line),
    doctype: (written, line) => {
      if (written.includes('[')) tell('<!DOCTYPE>', '自己定义了字符，打开时会变成别的东西', line);
    },
  });
  if (broken !== null && faults.length === 0)
    faults.push({ ...fileFault(name, '格式坏了，浏览器画不出来', '用画图软件重新存一份 SVG'), row: broken.line });
  return faults;
}
