import { crc32, inflateRawSync } from 'node:zlib';

/**
 * How large a ZIP archive may be: unpacked size in bytes, number of entries, and how many times its size a large entry
 * may have when it is unpacked.
 */
export interface ZipLimits {
  readonly unzipped: number;
  readonly entries: number;
  readonly growth?: number;
}

/** Thrown with a message for the clerk when an archive is broken, locked or too large. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly remedy: string;
  /** Whether the archive is intact but exceeds the limits. */
  readonly tooLarge: boolean;
  /** Whether a password is needed. */
  readonly locked: boolean;

  constructor(message: string, remedy: string, { tooLarge = false, locked = false } = {}) {
    super(message);
    this.remedy = remedy;
    this.tooLarge = tooLarge;
    this.locked = locked;
  }
}

/** An entry of an archive as its directory declares it, before anything is unpacked. */
export interface ZipName {
  /** The name with `/` between folders; nothing else is mended in it. */
  readonly name: string;
  /** The size in bytes that it will have. */
  readonly unpacked: number;
  /** Whether it is a link to another file rather than a file. */
  readonly link: boolean;
}

interface Entry extends ZipName {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const MAX_COMMENT = 0xffff;
const ZIP64 = 0xffffffff;
const SYMBOLIC_LINK = 0xa;

const broken = () =>
  new ZipError('文件坏了，或没有保存、下载完整', '重新下载或再存一次，在 WPS 或 Excel 里能打开了再导入');
const tooLarge = (limit: number) =>
  new ZipError(
    `解开以后超过 ${Math.round(limit / 1e6)} MB`,
    '删掉表里的图片和空白行，只留要导入的表，另存为新的 .xlsx',
    { tooLarge: true },
  );

/** Small entries grow as they like: empty pages and settings are nothing but repetition. */
const SMALL = 10_000_000;

function endRecord(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw broken();
}

/** Reads the central directory of an archive: all entries with their declared sizes, before anything is unpacked. */
function directory(bytes: Uint8Array, limits: ZipLimits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  // Numbers that contradict each other are no count of files.
  const torn = start !== ZIP64 && (start + size > end || count * CENTRAL_SIZE > size);
  if (torn || (count > 0 && start + 4 <= end && view.getUint32(start, true) !== CENTRAL)) throw broken();
  if (count > limits.entries)
    throw new ZipError(`里面有 ${count} 个文件，太多`, '另存为新的 .xlsx 再导入', { tooLarge: true });
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new ZipError('压缩包设了密码', '去掉密码再导入', { locked: true });
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      // The kind of a file in Unix's own words, which stand in the upper half.
      link: ((view.getUint32(at + 38, true) >>> 28) & 0xf) === SYMBOLIC_LINK,
      at: view.getUint32(at + 42, true),
    };
    if ([entry.packed, entry.unpacked, entry.at].includes(ZIP64)) throw tooLarge(limits.unzipped);
    entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, { method, crc, packed, unpacked, at }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw broken();
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw broken();
  const data = bytes.subarray(from, from + packed);
  let content: Uint8Array;
  if (method === 0) content = data;
  else if (method === 8) {
    try {
      // Unpacking stops at the declared size: an entry that understates it (a zip bomb) fails here.
      content = inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
    } catch (error) {
      if (error instanceof Error) throw broken();
      throw error;
    }
  } else throw new ZipError('用了不常见的压缩方法', '在 WPS 或 Excel 里另存为新的 .xlsx');
  if (content.length !== unpacked || crc32(content) !== crc) throw broken();
  return content;
}

/** The entries of an archive, folders too, two of one name twice; nothing is unpacked. Throws ZipError. */
export const zipNames = (bytes: Uint8Array, limits: ZipLimits): readonly ZipName[] => directory(bytes, limits);

/**
 * Unpacks an archive; gives its files by name. Declared sizes are checked against the limits first; throws ZipError.
 */
export function unzip(bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, Uint8Array> {
  const entries = directory(bytes, limits).filter(({ name }) => !name.endsWith('/'));
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.unzipped) throw tooLarge(limits.unzipped);
  const { growth = Infinity } = limits;
  if (entries.some(({ packed, unpacked }) => unpacked > SMALL && unpacked > packed * growth))
    throw new ZipError(`解开以后大了 ${growth} 倍以上`, '删掉空白的行和列，只留要导入的表，另存为新的 .xlsx', {
      tooLarge: true,
    });
  return new Map(entries.map((entry) => [entry.name, unpack(bytes, entry)]));
}
