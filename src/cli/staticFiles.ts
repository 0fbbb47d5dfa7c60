import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Types by ending; what is not listed is sent as bytes. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.xml': 'application/xml;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.csv': 'text/csv;charset=utf-8',
  '.txt': 'text/plain;charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What lies at a path of a site: a folder that wants its slash, or the file on the disk; null where nothing does. */
export type Found = { readonly folder: true } | { readonly folder: false; readonly file: string };

const kindOf = async (path: string): Promise<'file' | 'folder' | null> => {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : null;
  } catch {
    return null;
  }
};

/** The names that a path of the site goes through; null where one of them is none that a site may have. */
function partsOf(path: string): readonly string[] | null {
  try {
    const parts = decodeURIComponent(path)
      .split('/')
      .filter((part) => part !== '');
    const isName = (part: string) => !/[\0\\]/u.test(part) && (!part.startsWith('.') || part === '.well-known');
    return parts.every(isName) ? parts : null;
  } catch {
    return null;
  }
}

/** Finds what a path means in a folder. Links that lead out of the folder lead nowhere. */
export async function find(dir: string, path: string): Promise<Found | null> {
  const parts = partsOf(path);
  if (parts === null) return null;
  const named = join(dir, ...parts);
  const kind = await kindOf(named);
  if (kind === 'folder' && !path.endsWith('/')) return { folder: true };
  if (kind === 'file' && path.endsWith('/')) return null;
  const asked = kind === 'folder' ? join(named, 'index.html') : kind === 'file' ? named : `${named}.html`;
  try {
    const [root, file] = await Promise.all([realpath(dir), realpath(asked)]);
    return file.startsWith(root + sep) ? { folder: false, file } : null;
  } catch {
    return null;
  }
}

/** The bytes that a request asks for: all, from one place to another, or such that the file doesn't have. */
type Range = 'all' | 'none' | { readonly start: number; readonly end: number };

/** Reads one range as RFC 9110 §14 has it; several at once, or words that are no range, mean the whole file. */
export function rangeOf(header: string | undefined, size: number): Range {
  const [all, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '') ?? [];
  if (all === undefined || (first === '' && last === '')) return 'all';
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'none' : { start, end };
}

interface State {
  readonly tag: string;
  /** Milliseconds, cut to the second as headers are. */
  readonly changed: number;
}

const names = (header: string, tag: string) =>
  header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//u, '') === tag);

/** The status that the conditions of a request lead to (RFC 9110 §13.2.2); 200 where they leave it as it is. */
function conditionOf({ headers }: IncomingMessage, { tag, changed }: State): 200 | 304 | 412 {
  const {
    'if-match': match,
    'if-none-match': noneMatch,
    'if-modified-since': modified,
    'if-unmodified-since': unmodified,
  } = headers;
  if (match !== undefined ? !names(match, tag) : unmodified !== undefined && Date.parse(unmodified) < changed)
    return 412;
  if (noneMatch !== undefined) return names(noneMatch, tag) ? 304 : 200;
  return modified !== undefined && Date.parse(modified) >= changed ? 304 : 200;
}

async function stream(
  file: FileHandle,
  response: ServerResponse,
  range: { start: number; end: number },
): Promise<void> {
  try {
    await pipeline(file.createReadStream({ ...range, autoClose: false }), response);
  } catch {
    // The reader has gone away, or the disk has: there is nobody to tell.
    response.destroy();
  }
}

/** Sends a file, or the part of it that is asked for; `status` other than 200 sends it whole. Throws where it can't be opened. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  status = 200,
): Promise<void> {
  // One handle for size and bytes: a build may put another file in this place meanwhile.
  const file = await open(path, 'r');
  try {
    const { size, mtimeMs } = await file.stat();
    const state = {
      tag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
      changed: Math.floor(mtimeMs / 1000) * 1000,
    };
    const head: Record<string, string | number> = {
      'Content-Type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'Last-Modified': new Date(state.changed).toUTCString(),
      'Cache-Control': status === 200 ? 'no-cache' : 'no-store',
      'Accept-Ranges': 'bytes',
      ETag: state.tag,
    };
    const condition = status === 200 ? conditionOf(request, state) : 200;
    if (condition !== 200) {
      response.writeHead(condition, head).end();
      return;
    }
    const ifRange = request.headers['if-range'];
    const asked = request.method === 'GET' && status === 200 && (ifRange === undefined || ifRange === state.tag);
    const range = asked ? rangeOf(request.headers.range, size) : 'all';
    if (range === 'none') {
      response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
      return;
    }
    const part = range === 'all' ? { start: 0, end: size - 1 } : range;
    if (range !== 'all') head['Content-Range'] = `bytes ${part.start}-${part.end}/${size}`;
    response.writeHead(range === 'all' ? status : 206, { ...head, 'Content-Length': part.end - part.start + 1 });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await stream(file, response, part);
  } finally {
    await file.close();
  }
}
