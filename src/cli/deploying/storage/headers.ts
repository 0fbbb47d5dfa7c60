import { isHashed } from '../../../built/addresses.ts';
import { KEPT, TYPES } from '../../../built/servers/answers.ts';
import type { Headers } from './bucket.ts';

const BYTES = 'application/octet-stream';

/** The headers of content that is only kept. */
export const KEPT_HEADERS: Headers = { 'Content-Type': BYTES, 'Cache-Control': 'no-store' };

/** The headers that a file of the site is answered with. */
export const headersOf = (path: string): Headers => ({
  'Content-Type': TYPES[/\.([a-z]+)$/u.exec(path)?.[1] ?? ''] ?? BYTES,
  'Cache-Control': isHashed(path) ? KEPT.hashed : KEPT.other,
});
