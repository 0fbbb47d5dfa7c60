import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';
import { end } from './lines.ts';

const DRIVER = fileURLToPath(new URL('qtwebengine.py', import.meta.url));

/** Whether this machine has it; where apt can install it, it always has (preflight.mjs). */
export const hasQtWebEngine = (): boolean =>
  spawnSync('/usr/bin/python3', ['-c', 'import PyQt5.QtWebEngineWidgets'], { stdio: 'ignore' }).status === 0;

/** Starts Debian's QtWebEngine, which is Chrome 87, on a screen of its own. */
export async function startQtWebEngine(): Promise<Engine> {
  const child = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', '/usr/bin/python3', DRIVER], {
    env: { ...process.env, QTWEBENGINE_DISABLE_SANDBOX: '1', QT_QUICK_BACKEND: 'software', LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const complaints: string[] = [];
  const waiting: { readonly done: (value: unknown) => void; readonly failed: (error: Error) => void }[] = [];
  createInterface(child.stdout).on('line', (line) => {
    const said = JSON.parse(line) as { readonly value?: unknown; readonly complaint?: string };
    if (said.complaint !== undefined) complaints.push(said.complaint);
    else waiting.shift()?.done(said.value);
  });
  child.once('close', (code) => {
    waiting.splice(0).forEach(({ failed }) => failed(new Error(`QtWebEngine 停了（${code}）`)));
  });
  const order = (line: Readonly<Record<string, unknown>>) =>
    new Promise<unknown>((done, failed) => {
      waiting.push({ done, failed });
      child.stdin.write(`${JSON.stringify(line)}\n`);
    });
  const engine: Engine = {
    name: 'QtWebEngine 5.15（Chrome 87）',
    open: async (url, width = 390) => {
      if ((await order({ do: 'open', url, width })) !== true) throw new Error(`没有打开 ${url}`);
    },
    run: async (script) => {
      const value = await order({ do: 'run', script });
      return typeof value === 'string' && value !== '' ? (JSON.parse(value) as unknown) : null;
    },
    picture: async (file) => void (await order({ do: 'picture', file })),
    complaints: () => complaints,
    close: async () => {
      // The screen ends with the program on it.
      const ended = new Promise<void>((done) => child.once('close', () => done()));
      child.stdin.end();
      await Promise.race([ended, new Promise((late) => setTimeout(late, 5000))]);
      await end(child);
    },
  };
  const agent = await engine.run('navigator.userAgent').catch(() => null);
  if (!/Chrome\/87\./u.test(String(agent))) {
    await engine.close();
    throw new Error('QtWebEngine 没有起来。Debian 装 python3-pyqt5.qtwebengine、xvfb、xauth 三个包。');
  }
  return engine;
}
