import { gzipSync } from 'node:zlib';

/** The size of a text or file in bytes when it is sent with gzip. */
export const gzippedSize = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;
