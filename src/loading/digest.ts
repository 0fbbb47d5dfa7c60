import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, as hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Length of a text in UTF-8 bytes. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}
