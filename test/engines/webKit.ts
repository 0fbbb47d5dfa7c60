import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import type { Engine } from './engine.ts';
import { end } from './lines.ts';

/** A port of this machine that nobody uses. */
const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

/** Starts WebKitGTK through its WebDriver (`webkit2gtk-driver`), on a screen of its own. */
export async function startWebKit(): Promise<Engine> {
  const port = await freePort();
  const child = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', 'WebKitWebDriver', `--port=${port}`], {
    env: { ...process.env, LANG: 'C.UTF-8', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
    detached: true,
  });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (!response.ok) throw new Error(`WebKit：${path} ${JSON.stringify(value)}`);
    return value;
  };
  const patience = Date.now() + 20_000;
  for (let ready = false; !ready;) {
    ready = await ask('GET', '/status').then(
      () => true,
      () => false,
    );
    if (!ready && Date.now() > patience) {
      await end(child);
      throw new Error('WebKitWebDriver 没有起来。Debian 装 webkit2gtk-driver、xvfb、xauth 三个包。');
    }
    if (!ready) await new Promise((done) => setTimeout(done, 200));
  }
  const made = (await ask('POST', '/session', { capabilities: {} })) as { readonly sessionId: string };
  const session = `/session/${made.sessionId}`;
  return {
    name: 'WebKitGTK',
    open: async (url, width = 390) => {
      await ask('POST', `${session}/window/rect`, { width, height: 900 });
      await ask('POST', `${session}/url`, { url });
    },
    run: async (expression) => {
      const script = `return JSON.stringify((${expression}))`;
      const value = await ask('POST', `${session}/execute/sync`, { script, args: [] });
      return typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
    },
    picture: async (file) => writeFile(file, Buffer.from(String(await ask('GET', `${session}/screenshot`)), 'base64')),
    complaints: () => [],
    close: async () => {
      await ask('DELETE', session).catch(() => undefined);
      // The screen and the driver are one group of processes.
      if (child.pid !== undefined) process.kill(-child.pid);
      await end(child);
    },
  };
}
