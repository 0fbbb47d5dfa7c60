import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../../site/builtSite.ts';

/** What each program is unpacked from: its Debian packages, and where the program lies in them. */
const PROGRAMS = {
  nginx: { packages: ['nginx', 'libnginx-mod-http-brotli-static', 'libbrotli1'], path: 'usr/sbin/nginx' },
  caddy: { packages: ['caddy'], path: 'usr/bin/caddy' },
  rsync: { packages: ['rsync', 'libpopt0'], path: 'usr/bin/rsync' },
} as const;
type Program = keyof typeof PROGRAMS;

const unpackedIn = (name: Program) => join(ROOT, '.cache', 'servers', name);

/** Where the libraries and modules lie that came with an unpacked program. */
export const librariesOf = (name: Program) =>
  ['usr/lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'lib/x86_64-linux-gnu', 'lib/aarch64-linux-gnu']
    .map((path) => join(unpackedIn(name), path))
    .filter((path) => existsSync(path));

/** The environment that an unpacked program needs. */
export const envOf = (name: Program): NodeJS.ProcessEnv => ({
  ...process.env,
  LD_LIBRARY_PATH: librariesOf(name).join(':'),
});

const starts = (path: string, env: NodeJS.ProcessEnv) =>
  spawnSync(path, [path.endsWith('rsync') ? '--version' : '-v'], { stdio: 'ignore', env }).error === undefined;

/**
 * Unpacks the Debian packages of a program into the cache, where they start no service. False where that can't be done:
 * no Debian, or no list of packages.
 */
function unpack(name: Program): boolean {
  const folder = unpackedIn(name);
  if (existsSync(folder)) return true;
  const part = `${folder}.part-${process.pid}`;
  mkdirSync(part, { recursive: true });
  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { cwd: part, stdio: 'ignore' }).status === 0;
  const { packages } = PROGRAMS[name];
  const fetched = run('apt-get', ['-q', 'download', ...packages]);
  const files = readdirSync(part).filter((file) => file.endsWith('.deb'));
  const done =
    fetched && files.length === packages.length && files.every((file) => run('dpkg-deb', ['-x', file, 'root']));
  if (done) renameSync(join(part, 'root'), folder);
  rmSync(part, { recursive: true, force: true });
  return done;
}

/** The path of a program: of the Debian packages in the cache, else of this machine; null where there is neither. */
export function serverProgram(name: Program): string | null {
  const path = join(unpackedIn(name), PROGRAMS[name].path);
  if (unpack(name) && existsSync(path) && starts(path, envOf(name))) return path;
  return starts(name, process.env) ? name : null;
}

/** A port that no program uses. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** A server that runs: its address without a path, and a function that ends it. */
export interface Running {
  readonly url: string;
  readonly stop: () => void;
}

async function start(name: Program, command: string, args: readonly string[], home: string, port: number) {
  const child: ChildProcess = spawn(command, args, { cwd: home, stdio: 'ignore', env: { ...envOf(name), HOME: home } });
  const url = `http://127.0.0.1:${port}`;
  for (let times = 0; times < 200; times += 1) {
    try {
      await fetch(url, { redirect: 'manual' });
      return { url, stop: () => void child.kill() };
    } catch {
      await wait(100);
    }
  }
  child.kill();
  throw new Error(`${name} does not answer`);
}

/** Asks a server program to check its configuration; throws with its own words where it complains. */
function tested(name: Program, command: string, args: readonly string[], home: string): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', env: { ...envOf(name), HOME: home } });
  const complaint = name === 'nginx' && /\[(?:emerg|warn)\](?!.*user)/u.test(stderr);
  if (status !== 0 || complaint) throw new Error(`${name} refuses its configuration:\n${stderr}`);
}

/** Starts nginx with what a deploy has put into `server`, as an operator would include it. */
export async function startNginx(command: string, server: string, home: string): Promise<Running> {
  const port = await freePort();
  const main = join(home, 'nginx.conf');
  const brotli = librariesOf('nginx')
    .map((path) => join(path, 'nginx/modules/ngx_http_brotli_static_module.so'))
    .concat(join(unpackedIn('nginx'), 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so'))
    .find((path) => existsSync(path));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${home}/${kind};`)
    .join(' ');
  writeFileSync(
    main,
    [
      ...(brotli === undefined ? [] : [`load_module ${brotli};`]),
      `daemon off; worker_processes 2; error_log stderr; pid ${home}/nginx.pid; events {}`,
      `http { access_log off; ${temporary} include ${server}/http.nginx.conf;`,
      `server { listen 127.0.0.1:${port}; ${brotli === undefined ? '' : 'brotli_static on;'} include ${server}/nginx.conf; } }`,
    ].join('\n'),
  );
  tested('nginx', command, ['-t', '-p', home, '-c', main], home);
  return start('nginx', command, ['-p', home, '-c', main], home, port);
}

/** Starts Caddy with what a deploy has put into `server`, as an operator would import it. */
export async function startCaddy(command: string, server: string, home: string): Promise<Running> {
  const port = await freePort();
  const main = join(home, 'Caddyfile');
  writeFileSync(
    main,
    `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\timport ${server}/Caddyfile\n}\n`,
  );
  const args = ['--config', main, '--adapter', 'caddyfile'];
  tested('caddy', command, ['validate', ...args], home);
  return start('caddy', command, ['run', ...args], home, port);
}
