import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text in UTF-8, as hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * SHA-256 of bytes as base64: among the digits of many hexadecimal ones are some that look like a mobile number, and files
 * that are published are searched for those.
 */
export function sha256Base64(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}

/** Length in bytes, of a text in UTF-8. */
export function byteLength(content: string | Uint8Array): number {
  return Buffer.byteLength(content);
}

/** The namespace UUID that all our version 5 UUIDs are derived from; it must never change. */
const NAMESPACE = Buffer.from('5b1f3a52c0f24c7b9d4e6a8f2e7d1c90', 'hex');

/** The UUID (version 5, RFC 9562) of a name, for formats that ask for one; the same name always gives the same UUID. */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
