import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { markSite } from '../../../src/built/marker.ts';
import { writePrefetchRules } from '../../../src/built/prefetchRules.ts';
import { writeRedirectPages } from '../../../src/built/redirects.ts';
import { serverFiles } from '../../../src/built/servers/files.ts';
import { ROOT } from '../../site/builtSite.ts';

/** The path that the small site is built for. */
export const BASE = '/zt/sgz/';
/** Long names, many, and some that differ from others in case or in one mark only. */
export const MOVED = [
  { from: `/stations/${'长'.repeat(60)}/`, to: '/about/' },
  { from: '/旧/a.html', to: '/about/#a-1' },
  { from: '/Old/', to: '/about/' },
  ...Array.from({ length: 3000 }, (_, at) => ({ from: `/gone/${at}/`, to: '/about/' })),
];
/** How many pages the small site has under `/stations/`. */
export const PAGES = 16;

/**
 * Writes a small built site whose every file says which version it is of; each page names a script that only this
 * version has. The configurations of servers lie beside it, as a build leaves them.
 */
export function writeSite(out: string, version: string, moved = MOVED): void {
  rmSync(out, { recursive: true, force: true });
  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  };
  const page = (title: string) =>
    `<!doctype html><html lang="zh-CN" data-kind="sample"><head><link rel="canonical" href="https://sgz.example${BASE}">` +
    `<script src="${BASE}_astro/page.${version}.js"></script></head><body><h1>${title}</h1>` +
    `${Array.from({ length: 800 }, () => `<p>${version}</p>`).join('\n')}</body></html>`;
  write('index.html', page('首页'));
  write('404.html', page('没有这一页'));
  write('about/index.html', page('关于'));
  write('embed/towns/1/index.html', page('嵌入'));
  for (let at = 0; at < PAGES; at += 1) write(`stations/${at}/index.html`, page(`站${at}`));
  write(`_astro/page.${version}.js`, `export const version = '${version}';\n`.repeat(100));
  write('_astro/same.css', 'body { color: black }\n'.repeat(100));
  write('pictures/0a1b2c3d4e5f6071-640.webp', new Uint8Array(3000).fill(7));
  write('pagefind/fragment/zh_1011f9f.pf_fragment', new Uint8Array(2000).fill(9));
  write('pagefind/pagefind.js', 'export const search = 1;\n'.repeat(100));
  write('data/stations.csv', `\uFEFF编号,站名\n${'1,站\n'.repeat(500)}`);
  write('data/stations.geojson', '{"type":"FeatureCollection","features":[]}\n');
  write('data/stations.xlsx', new Uint8Array(2000));
  write('favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  markSite(out);
  writePrefetchRules({ dir: out, base: BASE });
  const files = new Set(['index.html', 'about/index.html']);
  writeRedirectPages(out, moved.slice(0, 3), { base: BASE, site: 'https://sgz.example' }, files);
  for (const [path, text] of serverFiles(out, moved, BASE, true)) writeFileSync(path, text);
}

/** How a run of `npm run deploy` ended, and what it said. */
export interface DeployEnd {
  readonly code: number | null;
  readonly said: string;
}

/**
 * Deploys the site of a test in `out`, as `deploy` does: `good` answers what was said and fails where it ended badly;
 * `next` is the same for another version of the site.
 */
export function deploysOf(out: () => string, deploy: (...args: string[]) => Promise<DeployEnd>) {
  const good = async (...args: string[]) => {
    const { code, said } = await deploy(...args);
    expect(code, said).toBe(0);
    return said;
  };
  const next = (version: string, ...args: string[]) => {
    writeSite(out(), version, []);
    return good(...args);
  };
  return { good, next };
}

/** Starts `npm run deploy` for the site in `out`. */
export function startDeploy(out: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/deploy.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, SITE_TODAY: '2026-11-23', OUT_DIR: out, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<DeployEnd>((done) => {
    child.once('close', (code) => done({ code, said: Buffer.concat(chunks).toString('utf8') }));
  });
  return { child, ended };
}
