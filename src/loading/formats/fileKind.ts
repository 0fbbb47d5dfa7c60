/** What a file is by its bytes, whatever its name says; `refused` and `remedy` are Chinese words for the clerk. */
export type FileKind = 'xlsx' | 'text' | { readonly refused: string; readonly remedy: string };

const SAVE_AS = '用 WPS 或 Excel 打开，点“另存为”，类型选“Excel 工作簿（.xlsx）”，再导入新的文件';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

/** The first bytes as Latin-1 text, to compare with signatures such as `%PDF`. */
const head = (bytes: Uint8Array, length = 1024) => Buffer.from(bytes.subarray(0, length)).toString('latin1');

/** Whether an OLE compound file (old Office format) holds a stream of this name; names are stored as UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1 << 20)).includes(name, 0, 'utf16le');
}

function refusedCompound(bytes: Uint8Array): FileKind {
  if (hasStream(bytes, 'EncryptedPackage')) {
    return { refused: '表格设了打开密码', remedy: '打开后在“文件—信息—保护工作簿”里去掉密码，保存，再导入' };
  }
  if (hasStream(bytes, 'WordDocument')) {
    return { refused: '是 Word 文档（.doc），不是表格', remedy: '把文档里的表复制到 Excel，另存为 .xlsx' };
  }
  return { refused: '是老格式的表格（.xls 或 .et）', remedy: SAVE_AS };
}

/** What kind of JSON a text is, by how it begins; null where it is none, as a cell in quotes may begin like a list. */
function jsonKind(words: string, bytes: Uint8Array): 'GeoJSON' | 'JSON' | null {
  const begins =
    /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[{[\]"]|-?[\d.]+\s*,|$)|[\w$.]{1,40}\s*\(\s*[{[]|(?:var|let|const)\s+[\w$]+\s*=\s*[{[])/u;
  if (!begins.test(words)) return null;
  return /"(?:FeatureCollection|Feature|GeometryCollection)"/u.test(head(bytes, 1 << 16)) ? 'GeoJSON' : 'JSON';
}

/**
 * Tells by its first bytes whether a file is a ZIP that may be a workbook, a text, or of a kind that an import refuses.
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { refused: '文件是空的', remedy: '检查是不是选错了文件，或没有保存完' };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'xlsx';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return refusedCompound(bytes);
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04)) {
    return { refused: '是很老的 Excel 表格（.xls）', remedy: SAVE_AS };
  }
  const words = head(bytes).replace(/^(?:\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/u, '');
  if (words.startsWith('%PDF')) return { refused: '是 PDF，不是表格', remedy: '向出表的人要 Excel 原件（.xlsx）' };
  if (words.startsWith('{\\rtf'))
    return { refused: '是 RTF 文档，不是表格', remedy: '把里面的表复制到 Excel，另存为 .xlsx' };
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*)/su.test(words)) {
    return { refused: '是图片，不是表格', remedy: '向出表的人要 Excel 原件（.xlsx）' };
  }
  if (/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/u.test(words)) return { refused: '是压缩包', remedy: '先解压，再导入里面的表格' };
  const json = jsonKind(words, bytes);
  if (json !== null)
    return {
      refused: `是 ${json}，不是表格`,
      remedy: '在 QGIS 或转换工具里另存为 CSV 或 Excel 工作簿（.xlsx），再导入',
    };
  const markup =
    /^(?:<\?xml[^>]*>\s*)?(?:<\?mso-[^>]*>\s*)?<(?:!doctype\s+html|html|table|head|meta|style|script|workbook|ss:workbook|!--)/iu;
  if (markup.test(words) || /^MIME-Version:/u.test(words)) {
    return { refused: '是网页（HTML 或 XML），只是改名叫 .xls', remedy: SAVE_AS };
  }
  return 'text';
}
