import { type HastNode, markdownToHast, mdxToHast } from 'satteri';
import { isPlainList, LIST_ATTRIBUTES, PARTS, partsOf, type Part } from '../../domain/policy/parts.ts';
import type { TextRule } from '../../domain/rules/textRules.ts';
import { isHarmlessLink } from '../../domain/site/webLinks.ts';
import { type Fault, textFault } from '../faults/fault.ts';

/** A text with the number of the line that it begins on in its file. */
export interface Text {
  readonly file: string;
  readonly body: string;
  readonly bodyLine: number;
}

type Tell = (code: TextRule, value: string, message: string, remedy: string) => void;
type JsxNode = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The tags that may stand in Markdown, without attributes: they only set off words. */
const PLAIN_TAGS =
  'b|big|blockquote|br|code|dd|del|div|dl|dt|em|hr|i|ins|kbd|li|mark|ol|p|q|rp|rt|ruby|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul';
const PLAIN_HTML = new RegExp(`^(?:[^<]|<!--(?!-?>)(?:(?!--!?>)[\\s\\S])*-->|</?(?:${PLAIN_TAGS})\\s*/?>)*$`, 'iu');

const COMMENT = /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/u;
/** A link that the parser did not take for one, because its address is broken. */
const BROKEN_LINK = /\]\(<?(?:java|vb)script:|\]\(<?data:/iu;
/** A tag that the parser did not take for one, because it is written wrongly; browsers are not so strict. */
const BROKEN_TAG =
  /<\/?(?:audio|base|button|embed|form|iframe|img|input|link|math|meta|object|script|style|svg|textarea|video)(?=[\s/>])/iu;

const MARKDOWN_REMEDY = '删掉尖括号和里面的代码；链接、图片、加粗用 Markdown 写，视频、表单放在别的网站上再链接过去';

function tellJsx(tell: Tell, node: JsxNode, allowed: readonly Part[]): void {
  const { name } = node;
  const part = allowed.find((one) => one === name);
  if (part === undefined) {
    const own = name !== null && name !== undefined && name in PARTS;
    const remedy = allowed.length === 0 ? MARKDOWN_REMEDY : `这里只能用：${allowed.join('、')}`;
    if (own || /^[A-Z]/u.test(name ?? '')) tell('markup-component', `<${name}>`, '这里不能用这个组件', remedy);
    else tell('markup-html', `<${name ?? ''}>`, '是网页代码', MARKDOWN_REMEDY);
    return;
  }
  const known: readonly string[] = PARTS[part];
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      tell('markup-code', `{${attribute.value}}`, `<${part}> 里有代码`, '删掉大括号和里面的字');
    } else if (!known.includes(attribute.name)) {
      const remedy = known.length === 0 ? '删掉它' : `<${part}> 只能写：${known.join('、')}`;
      tell('markup-component', attribute.name, `<${part}> 没有这一项`, remedy);
    } else if (typeof attribute.value === 'object' && attribute.value !== null) {
      const { value } = attribute.value;
      if (!LIST_ATTRIBUTES.includes(attribute.name))
        tell('markup-code', `{${value}}`, `<${part}> 的 ${attribute.name} 是代码`, '写成引号里的字');
      else if (!isPlainList(value))
        tell('markup-code', `{${value}}`, `<${part}> 的 ${attribute.name} 里有代码`, '只写引号里的字和数字');
    }
  }
}

function tellNode(tell: Tell, node: HastNode, allowed: readonly Part[]): void {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return tellJsx(tell, node, allowed);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!COMMENT.test(node.value))
        tell('markup-code', `{${node.value}}`, '大括号里的字会当成代码来运行', '删掉，或写成全角的｛｝');
      return;
    case 'mdxjsEsm':
      return tell('markup-code', node.value, '以 import 或 export 开头，会当成代码来运行', '删掉，或换一个词开头');
    case 'raw':
      if (!PLAIN_HTML.test(node.value)) tell('markup-html', node.value, '是网页代码', MARKDOWN_REMEDY);
      return;
    case 'text':
      if (BROKEN_LINK.test(node.value.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '')))
        tell('markup-link', node.value, '链接会运行代码', '换成网页的地址');
      if (BROKEN_TAG.test(node.value)) tell('markup-html', node.value, '是网页代码', MARKDOWN_REMEDY);
      return;
    case 'element':
      for (const key of ['href', 'src']) {
        const address = node.properties[key];
        if (typeof address === 'string' && !isHarmlessLink(address))
          tell('markup-link', address, '不是网页的地址，可能运行代码', '换成 https:// 开头的网址，或本站的 /…… 地址');
      }
  }
}

/** The place that a message of the parser names at its beginning, `4:17: …`. */
const PLACE = /^(\d+):(\d+)/u;

function unreadable({ file, body, bodyLine }: Text, message: string): Fault {
  const [, line = '1', column = '1'] = PLACE.exec(message) ?? [];
  const written = body.split(/\r?\n/u)[Number(line) - 1] ?? '';
  // The words from the sign on that the parser stopped at.
  const from = Math.max(0, Number(column) - 1);
  const sign = /[{<][^{<]*$/u.exec(written.slice(0, from + 1))?.index ?? from;
  return {
    ...textFault(
      'markup-broken',
      file,
      written.slice(sign, sign + 20),
      '程序读不懂：{ 和 < 会当成代码的开头',
      '写成全角的｛和＜，小于写成“不到”；是组件的，检查有没有写全、前后有没有配对',
    ),
    row: bodyLine + Number(line) - 1,
  };
}

/** What in a text would act when its page is built or opened, with the line: tags, code, components, links. */
export function markupFaults(text: Text): Fault[] {
  const { file, body, bodyLine } = text;
  // The parser of the build counts from the front matter on; a second one is never skipped here.
  const options = { features: { smartPunctuation: false, frontmatter: false } };
  let tree: HastNode;
  try {
    tree = file.endsWith('.mdx') ? mdxToHast(body, options) : markdownToHast(body, options);
  } catch (error) {
    if (error instanceof Error) return [unreadable(text, error.message)];
    throw error;
  }
  const faults: Fault[] = [];
  const allowed = partsOf(file);
  const walk = (node: HastNode, above: number): void => {
    const line = node.position?.start.line ?? above;
    tellNode(
      (code, value, message, remedy) =>
        faults.push({ ...textFault(code, file, value.trim(), message, remedy), row: bodyLine + line - 1 }),
      node,
      allowed,
    );
    const isCode = node.type === 'element' && node.tagName === 'code';
    if ('children' in node && !isCode) for (const child of node.children) walk(child as HastNode, line);
  };
  walk(tree, 1);
  return faults;
}
