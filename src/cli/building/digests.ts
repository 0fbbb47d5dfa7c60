import { createHash } from 'node:crypto';

/** Texts up to so many bytes are remembered; longer ones are those of a file and come once. */
const SHORT = 4096;

/**
 * Makes `crypto.subtle.digest` of this process answer SHA-256 of short texts from memory, otherwise at once. Astro asks
 * for it of every script and style of a page, for the Content-Security-Policy: a few texts that are the same on all
 * pages, empty where a script has a file. Each answer of its own would wait for another thread.
 */
export function rememberDigests(subtle: Pick<SubtleCrypto, 'digest'>): void {
  const usual = subtle.digest.bind(subtle);
  const known = new Map<string, ArrayBuffer>();
  subtle.digest = (algorithm, data) => {
    const bytes = ArrayBuffer.isView(data)
      ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      : Buffer.from(data);
    if (algorithm !== 'SHA-256' || bytes.length > SHORT) return usual(algorithm, data);
    const key = bytes.toString('latin1');
    let digest = known.get(key);
    if (digest === undefined) {
      digest = Uint8Array.from(createHash('sha256').update(bytes).digest()).buffer;
      known.set(key, digest);
    }
    return Promise.resolve(digest.slice(0));
  };
}
