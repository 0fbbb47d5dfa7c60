import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Serving } from '../../../src/cli/serve.ts';
import { editorPolicy, editorScripts } from '../../../src/cli/studio/editor.ts';
import { serveStudio } from '../../../src/cli/studio/server.ts';
import { studioInputs } from '../../../src/loading/studio/inputs.ts';
import { CITY } from '../../loading/city.ts';

let serving: Serving;
beforeAll(async () => {
  serving = await serveStudio({ ...studioInputs(CITY, () => '2026-11-23', null), server: '', port: 0 });
});
afterAll(() => serving.close());

/** The status of a request with headers that `fetch` would not send. */
const status = (path: string, method: string, headers: Record<string, string>, body = '') =>
  new Promise<number | undefined>((done, failed) => {
    const asked = request(new URL(path, serving.url), { method, headers }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    asked.on('error', failed);
    asked.end(body);
  });

describe('the server of the studio', () => {
  it('gives the page, its scripts and its configuration', async () => {
    const page = await fetch(serving.url);
    expect(page.headers.get('content-security-policy')).toBe(editorPolicy(''));
    expect(await page.text()).toContain('src="/studio.js"');
    expect((await fetch(`${serving.url}studio.js`)).headers.get('content-type')).toContain('text/javascript');
    const config = (await (await fetch(`${serving.url}config.json`)).json()) as { collections: unknown[] };
    expect(config.collections).toHaveLength(1);
    expect((await fetch(`${serving.url}assets/../package.json`)).status).toBe(404);
    expect((await fetch(`${serving.url}assets/%2e%2e/index.js`)).status).toBe(404);
  });

  it('answers nobody but pages of its own', async () => {
    const own = serving.url.replace(/\/$/u, '');
    expect(await status('/', 'GET', { host: 'evil.example' })).toBe(403);
    expect(await status('/case', 'POST', { origin: 'http://evil.example' }, '{}')).toBe(403);
    expect(await status('/case', 'POST', {}, '{}')).toBe(403);
    expect(await status('/case', 'POST', { origin: own }, '{}')).toBe(400);
    expect(await status('/case', 'POST', { origin: own }, 'x'.repeat(3_000_000))).toBe(400);
    expect(await status('/case', 'POST', { origin: own }, '{"file":"content/cases/a.md","data":{}}')).toBe(200);
    expect(await status('/config.json', 'DELETE', { origin: own })).toBe(405);
  });

  it('takes fonts from the package, and may ask only the server of the repository', async () => {
    const scripts = await editorScripts();
    expect([...scripts].filter(([, code]) => code.includes('cdn.jsdelivr.net')).map(([name]) => name)).toEqual([]);
    expect(editorPolicy('https://git.example.org')).toContain(
      "connect-src 'self' blob: data: https://git.example.org;",
    );
    expect(editorPolicy('')).not.toContain('https:');
  });
});
