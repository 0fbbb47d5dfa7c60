import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/cli/serve.ts';
import type { Engine } from '../engines/engine.ts';
import { startCurrentChromium } from '../engines/chromium.ts';
import { startFirefox } from '../engines/firefox.ts';
import { startQtWebEngine } from '../engines/qtWebEngine.ts';
import { startWebKit } from '../engines/webKit.ts';
import { TASKS } from '../engines/tasks.ts';
import { mainSite } from '../site/builtSite.ts';

const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  'QtWebEngine 5.15（Chrome 87）': startQtWebEngine,
  Firefox: startFirefox,
  WebKitGTK: startWebKit,
  Chromium: startCurrentChromium,
};

const site = mainSite();
let server: Serving;
beforeAll(async () => {
  server = await serve({ dir: site.dir, base: site.base, port: 0 });
});
afterAll(() => server.close());

const at = (path: string) => new URL(path.replace(/^\//u, ''), server.url).href;

for (const [name, start] of Object.entries(ENGINES))
  describe(name, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.close());

    for (const task of TASKS) it(task.name, () => task.act(engine, at));

    it('报不出一个错', () => {
      expect(engine.complaints()).toEqual([]);
    });
  });
