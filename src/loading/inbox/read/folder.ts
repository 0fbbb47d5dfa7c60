import { decode } from '../../formats/decode.ts';
import { inboxFault } from '../../faults/fault.ts';
import { partName, Refused, type Parts, type Submission } from '../submission.ts';
import { readCaseText } from './caseText.ts';
import { readDocx } from './docx.ts';
import type { Known } from './headTable.ts';
import { INBOX_LIMITS } from './limits.ts';

const TEXT = /^[^/]+\.(?:md|txt|docx)$/iu;
const PICTURE = /\.(?:jpe?g|png|webp|heic|heif|gif|bmp|tiff?|svg)$/iu;
/** Files that systems and programs lay beside others. */
const USUAL = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|\.~[^/]*)$/iu;

function readMarkdown(
  name: string,
  file: string,
  bytes: Uint8Array,
): Pick<Submission, 'head' | 'lineOf' | 'body' | 'bodyLine'> {
  const textName = partName(name, file);
  if (bytes.length > INBOX_LIMITS.text)
    throw new Refused(inboxFault('text.large', textName, '', `有${Math.round(bytes.length / 1000)}KB`));
  const text = decode(bytes)?.text;
  if (text === undefined)
    throw new Refused(inboxFault('text.encoding', textName, '', '读不出文字编码', '用记事本打开，另存为UTF-8'));
  return readCaseText(textName, text);
}

/**
 * Reads a folder with one text and its pictures. The text is Markdown with front matter, or a Word document. Throws
 * Refused.
 */
export async function readFolder(name: string, all: Parts, known: Known): Promise<Submission> {
  const files = [...all].filter(([file]) => !USUAL.test(file));
  const texts = files.filter(([file]) => TEXT.test(file));
  const stranger = files.find(([file]) => !TEXT.test(file) && !PICTURE.test(file));
  if (stranger !== undefined)
    throw new Refused(inboxFault('folder.stranger', partName(name, stranger[0]), '', '不是稿子，也不是图片'));
  const [text, ...more] = texts;
  if (text === undefined) throw new Refused(inboxFault('folder.text', name, '', '里面没有稿子'));
  if (more.length > 0)
    throw new Refused(inboxFault('folder.text', name, texts.map(([file]) => file).join('、'), '里面不止一篇稿子'));
  const [file, bytes] = text;
  const pictures = new Map(
    files
      .filter(([each]) => PICTURE.test(each))
      .map(([each, picture]) => [each.replace(/^.*\//u, ''), picture] as const),
  );
  const textName = partName(name, file);
  if (!/\.docx$/iu.test(file)) return { name, textName, ...readMarkdown(name, file, bytes), pictures, notes: [] };
  const [loose] = pictures.keys();
  if (loose !== undefined)
    throw new Refused(
      inboxFault(
        'picture.extra',
        partName(name, loose),
        '',
        '稿子是Word文档，图片要插在里面',
        '插进Word文档，下面写上说明，再从文件夹里拿走',
      ),
    );
  return { ...(await readDocx(name, bytes, known)), textName };
}
