import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { checkCase, type EditedCase } from '../../loading/studio/checkCase.ts';
import type { StudioInputs } from '../../loading/studio/inputs.ts';
import { closing, listen, type Serving } from '../serve.ts';
import { find, sendFile } from '../staticFiles.ts';
import { EDITOR_ASSETS, EDITOR_PAGE, editorPolicy, editorScripts } from './editor.ts';

const ICON = fileURLToPath(new URL('../../../public/favicon.svg', import.meta.url));

/** What the editor is served with. */
export interface StudioOptions extends StudioInputs {
  /** The origin of the repository's server that the page may ask; empty for none. */
  readonly server: string;
  /** 0 takes any free one. */
  readonly port: number;
}

/** The longest case that is taken, in bytes. */
const LONGEST = 2 * 1024 * 1024;

/** The JSON in the body of a request; null where it is longer than any case. Rejects where it is no JSON. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= LONGEST) parts.push(part);
  }
  if (size > LONGEST) return null;
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** The case in the body of a request; null where there is none. */
function editedIn(body: unknown): { readonly file: string; readonly data: EditedCase } | null {
  if (typeof body !== 'object' || body === null) return null;
  const { file, data } = body as Record<string, unknown>;
  if (typeof file !== 'string' || typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  return { file: file.replace(/^content\//u, ''), data: data as EditedCase };
}

const answer = (response: ServerResponse, status: number, type: string, text: string) =>
  response
    .writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'X-Content-Type-Options': 'nosniff' })
    .end(text);

/**
 * Serves the editor of cases to this computer alone. Only pages of its own may have something checked: the name that
 * a request calls the server by must be this computer's, so that no other site can lead here.
 */
export async function serveStudio({ config, site, server, port }: StudioOptions): Promise<Serving> {
  const scripts = await editorScripts();
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const host = request.headers.host ?? '';
    if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/u.test(host))
      return answer(response, 403, 'text/plain', '只在本机用。');
    const path = (request.url ?? '/').replace(/[?#].*$/u, '');
    if (request.method === 'POST' && path === '/case') {
      if (request.headers.origin !== `http://${host}`) return answer(response, 403, 'text/plain', '只在本机用。');
      const edited = editedIn(await bodyOf(request).catch(() => null));
      if (edited === null) return answer(response, 400, 'text/plain', '不是一篇案例。');
      return answer(response, 200, 'application/json', JSON.stringify(checkCase(site(), edited.file, edited.data)));
    }
    if (request.method !== 'GET') return answer(response, 405, 'text/plain', '这里只能看。');
    const script = scripts.get(path);
    if (path === '/') {
      response.setHeader('Content-Security-Policy', editorPolicy(server));
      return answer(response, 200, 'text/html', EDITOR_PAGE);
    }
    if (path === '/config.json') return answer(response, 200, 'application/json', JSON.stringify(config()));
    if (script !== undefined) return answer(response, 200, 'text/javascript', script);
    if (path === '/favicon.svg') return sendFile(request, response, ICON);
    const asset = path.startsWith('/assets/') ? await find(EDITOR_ASSETS, path.slice('/assets'.length)) : null;
    return asset === null || asset.folder
      ? answer(response, 404, 'text/plain', '没有这一页。')
      : sendFile(request, response, asset.file);
  };
  const running = createServer((request, response) => {
    reply(request, response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      if (response.headersSent) response.destroy();
      else answer(response, 500, 'text/plain', '检查的程序出错了，原因写在运行它的窗口里。');
    });
  });
  const taken = await listen(running, port, '127.0.0.1');
  return {
    url: `http://localhost:${taken}/`,
    close: () => closing(running),
  };
}
