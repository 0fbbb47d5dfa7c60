import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../src/built/pageAudit.ts';
import { CITY } from '../loading/city.ts';
import { ROOT, siteIn, type BuiltSite } from './builtSite.ts';

type Env = Readonly<Record<string, string>>;

/** What this run may have been started with and a build of the city must not inherit. */
const OWN = new Set(['SITE_BASE', 'SITE_URL', 'TIANDITU_KEY', 'TILE_URL', 'OUT_DIR']);

/** The environment of a build of the invented city, on a fixed day. */
function cityEnv(env: Env): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.has(name)));
  const { data, content } = CITY;
  const city = {
    DATA_DIR: data,
    CONTENT_DIR: content,
    SITE_URL: 'https://sgz.yunze.example',
    SITE_TODAY: '2026-11-23',
  };
  return { ...inherited, ...city, ...env };
}

/** How a build ended, and what it said. */
export interface BuildEnd {
  readonly code: number | null;
  readonly output: string;
}

/** A build, or a release, of the invented city that is under way. */
export function startCityBuild(
  env: Env,
  command: 'build' | 'release' = 'build',
): { readonly child: ChildProcess; readonly ended: Promise<BuildEnd> } {
  const child = spawn(process.execPath, [join(ROOT, `src/cli/${command}.ts`)], {
    cwd: ROOT,
    env: cityEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<BuildEnd>((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
  return { child, ended };
}

/** Builds the invented city; throws with the build's own words when it fails. */
export async function buildCity(env: Env): Promise<string> {
  const { code, output } = await startCityBuild(env).ended;
  if (code !== 0) throw new Error(`the build of the city ended with ${code}:\n${output}`);
  return output;
}

/** The hash of every file below a folder, by path. */
export function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map(({ path }) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

let built: Promise<BuiltSite> | null = null;

/** The invented city, built once for all tests of a run that only read it. */
export function builtCity(): Promise<BuiltSite> {
  built ??= (async () => {
    const home = mkdtempSync(join(tmpdir(), 'city-'));
    process.once('exit', () => rmSync(home, { recursive: true, force: true }));
    await buildCity({ OUT_DIR: join(home, 'dist') });
    return siteIn(join(home, 'dist'));
  })();
  return built;
}
