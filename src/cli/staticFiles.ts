import { open, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { finished } from 'node:stream/promises';
import send from 'send';

/** What a path of the site leads to: a folder that was asked for without its last slash, or a file on the disk. */
export type Found = { readonly folder: true } | { readonly folder: false; readonly file: string };

const kindOf = async (path: string): Promise<'file' | 'folder' | null> => {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : null;
  } catch {
    return null;
  }
};

/** Splits a path into decoded names; null where it can't be decoded or a name isn't served, such as `..` and `.git`. */
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

/**
 * Finds the file that a path means: itself, `index.html` in it, or `x.html` for `x`. Null where there is none, or a
 * link leads out of the folder.
 */
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

/** What `send` reports instead of sending the file: a condition or a range that isn't met, or a disk that fails. */
interface Refusal {
  readonly status: number;
  readonly headers?: Record<string, string>;
}

/** The header `Range`; a wish for more last bytes than there are means all of them (RFC 9110 §14.1.2), which `send` refuses. */
function rangeOf(header: string | undefined, size: number): string | undefined {
  const last = /^bytes=-(\d+)$/u.exec(header ?? '')?.[1];
  return last !== undefined && Number(last) > size ? 'bytes=0-' : header;
}

/**
 * Sends a file, or the part of it that the request asks for, with type, date and tag; 304, 412 and 416 come without a text.
 * Resolves when the reader has it or has gone away; rejects where the file can't be opened.
 */
export async function sendFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  // `send` looks at a path and then opens it; a build may put another file there in between. One handle is one file.
  const file = await open(path, 'r');
  try {
    const state = await file.stat();
    request.headers.range = rangeOf(request.headers.range, state.size);
    const options = { fd: file, autoClose: false, dotfiles: 'allow', index: false, cacheControl: false } as const;
    const sending = send(request, encodeURIComponent(path), options);
    sending.sendFile = () => sending.send(path, state);
    sending.on('error', ({ status, headers }: Refusal) => {
      if (response.headersSent) return response.destroy();
      sending.removeContentHeaderFields();
      return response.writeHead(status, headers).end();
    });
    response.setHeader('Cache-Control', 'no-cache');
    sending.pipe(response);
    // A reader who goes away is no failure.
    await finished(response).catch(() => undefined);
  } finally {
    await file.close();
  }
}
