import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { caddyRules, nginxMap, redirectFaults } from '../../src/built/redirects.ts';
import { serverProgram } from './serverPrograms.ts';

/** Long names, many, and some that differ from others in case or in one mark only. */
const ROWS = [
  { from: `/stations/${'长'.repeat(60)}/`, to: '/about/' },
  { from: '/旧/a.html', to: '/about/#a-1' },
  { from: '/Old/', to: '/about/' },
  ...Array.from({ length: 3000 }, (_, at) => ({ from: `/gone/${at}/`, to: '/about/' })),
];
const BASE = '/zt/sgz/';
const ASKED = [
  ['/zt/sgz/gone/7/', '/zt/sgz/about/'],
  ['/zt/sgz/gone/2999', '/zt/sgz/about/'],
  ['/zt/sgz/Old/', '/zt/sgz/about/'],
  [`/zt/sgz/stations/${encodeURIComponent('长'.repeat(60))}/`, '/zt/sgz/about/'],
  [`/zt/sgz/${encodeURIComponent('旧')}/a.html`, '/zt/sgz/about/#a-1'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'servers-'));
const started: ChildProcess[] = [];
afterAll(() => {
  started.forEach((child) => child.kill());
  rmSync(folder, { recursive: true, force: true });
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts a server and waits until it answers. */
async function start(command: string, args: readonly string[], port: number): Promise<void> {
  started.push(spawn(command, args, { cwd: folder, stdio: 'ignore', env: { ...process.env, HOME: folder } }));
  for (let times = 0; times < 200; times += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error(`${command} does not answer`);
}

/** What a server answers to each address that is asked for: the status and where it leads. */
async function answers(port: number) {
  return Promise.all(
    ASKED.map(async ([path]) => {
      const { status, headers } = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
      const { pathname, hash } = new URL(headers.get('location') ?? '/none', `http://127.0.0.1:${port}`);
      return [path, status, pathname + hash];
    }),
  );
}

const RIGHT = ASKED.map(([from, to]) => [from, 301, to]);

it('the rows are good ones', () => {
  expect(redirectFaults(ROWS, new Set(['about/index.html']))).toEqual([]);
});

const nginx = serverProgram('nginx');
describe.skipIf(nginx === null)('nginx', () => {
  it('takes the map without a complaint and leads old addresses on', async () => {
    if (nginx === null) return;
    const [conf, main] = [join(folder, 'map.conf'), join(folder, 'nginx.conf')];
    const port = await freePort();
    writeFileSync(conf, nginxMap(ROWS, BASE));
    mkdirSync(join(folder, 'html'), { recursive: true });
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
      .join(' ');
    const server = `server { listen 127.0.0.1:${port}; root ${folder}/html; absolute_redirect off; if ($moved_to) { return 301 $moved_to; } }`;
    writeFileSync(
      main,
      `daemon off; error_log stderr; pid ${folder}/pid; events {} http { access_log off; ${temporary} include ${conf}; ${server} }`,
    );
    const { status, stderr } = spawnSync(nginx, ['-t', '-p', folder, '-c', main], { encoding: 'utf8' });
    expect(stderr).not.toMatch(/\[(?:emerg|warn)\](?!.*user)/u);
    expect(status, stderr).toBe(0);
    await start(nginx, ['-p', folder, '-c', main], port);
    expect(await answers(port)).toEqual(RIGHT);
  });
});

const caddy = serverProgram('caddy');
describe.skipIf(caddy === null)('Caddy', () => {
  it('takes the rules and leads old addresses on', async () => {
    if (caddy === null) return;
    const [rules, main] = [join(folder, 'rules.Caddyfile'), join(folder, 'Caddyfile')];
    const port = await freePort();
    writeFileSync(rules, caddyRules(ROWS, BASE));
    writeFileSync(main, `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\timport ${rules}\n}\n`);
    const args = ['--config', main, '--adapter', 'caddyfile'];
    const { status, stderr } = spawnSync(caddy, ['validate', ...args], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    expect(status, stderr).toBe(0);
    await start(caddy, ['run', ...args], port);
    expect(await answers(port)).toEqual(RIGHT);
  });
});
