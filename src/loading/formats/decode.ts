/** Text of a file and the encoding it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

const tryDecode = (bytes: Uint8Array, encoding: Decoded['encoding']): Decoded | null => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/** Whether bytes are UTF-8 that was damaged in a few places: as GB18030 they would be read, every word as another. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  // Words in GB18030 hold three bytes that would be one character of UTF-8 only by chance, and rarely.
  return count(/[\u0800-\ufffc]/gu) > 4 * count(/\ufffd/gu);
}

/**
 * Reads bytes as UTF-16 where a byte order mark says so, else as UTF-8, else as GB18030, strictly in that order;
 * null when they are none of these. A byte order mark is not part of the text.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode(bytes, 'utf-16be');
  return tryDecode(bytes, 'utf-8') ?? (isDamagedUtf8(bytes) ? null : tryDecode(bytes, 'gb18030'));
}

/**
 * The first line, from 1, of bytes that `decode` can't read, for messages: one that is no text in either encoding, else
 * one that is none in UTF-8.
 */
export function brokenLine(bytes: Uint8Array): number {
  let first = 0;
  for (let line = 1, start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (tryDecode(part, 'utf-8') === null) {
      if (tryDecode(part, 'gb18030') === null) return line;
      first ||= line;
    }
    start += part.length + 1;
  }
  return first || 1;
}

/** The line, from 1, of a place in a text. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
