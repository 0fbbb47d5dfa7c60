import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { end, firstMatch } from './lines.ts';

interface Reply {
  readonly id?: number;
  readonly type: string;
  readonly method?: string;
  readonly params?: { readonly level?: string; readonly text?: string };
  readonly result?: Record<string, unknown>;
  readonly message?: string;
}

/** Starts Firefox (`firefox-esr`) without a window and speaks WebDriver BiDi with it. */
export async function startFirefox(): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  const child = spawn('firefox-esr', ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'], {
    env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [, address = ''] = await firstMatch(child.stderr, /BiDi listening on (ws:\S+)/u);
  const socket = new WebSocket(`${address}/session`);
  await new Promise((done, failed) => {
    socket.onopen = done;
    socket.onerror = () => failed(new Error('Firefox 不应'));
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  const complaints: string[] = [];
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
    else if (reply.method === 'log.entryAdded' && reply.params?.level === 'error')
      complaints.push(reply.params.text ?? '');
  };
  let last = 0;
  const send = (method: string, params: object) =>
    new Promise<Record<string, unknown>>((done, failed) => {
      last += 1;
      waiting.set(last, ({ type, result = {}, message }) =>
        type === 'success' ? done(result) : failed(new Error(`Firefox：${message}`)),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await send('browsingContext.getTree', {});
  const { context } = (contexts as readonly { readonly context: string }[])[0] ?? { context: '' };
  return {
    name: 'Firefox',
    open: async (url, width = 390) => {
      await send('browsingContext.setViewport', { context, viewport: { width, height: 900 } });
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    run: async (expression) => {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression: `JSON.stringify((${expression}))`,
        target: { context },
        awaitPromise: false,
      });
      if (exceptionDetails !== undefined) throw new Error(`Firefox：${JSON.stringify(exceptionDetails)}`);
      const { value } = result as { readonly value?: string };
      return value === undefined ? null : (JSON.parse(value) as unknown);
    },
    picture: async (file) => {
      const { data } = await send('browsingContext.captureScreenshot', { context });
      await writeFile(file, Buffer.from(String(data), 'base64'));
    },
    complaints: () => complaints,
    close: async () => {
      await send('browser.close', {}).catch(() => undefined);
      socket.close();
      await end(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
