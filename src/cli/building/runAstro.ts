import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { partsEnv, wantsParts } from '../../domain/site/lookupParts.ts';
import type { StageMessage } from '../../integrations/buildStages.ts';
import { remove } from '../../loading/formats/replaceTogether.ts';
import type { Input } from '../../loading/input.ts';
import { passInput } from '../../loading/passedInput.ts';
import type { Progress } from '../progress.ts';
import { astroCache, type FrozenInput } from './frozenInput.ts';

/** Environment variables by name. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Thrown when a build was stopped, failed or found faults; the message is ready to print. */
export class BuildFailedError extends Error {
  override readonly name = 'BuildFailedError';
}

/** Throws BuildFailedError where the operator has stopped the build. */
export function assertNotStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new BuildFailedError('已停止，原来的网站没有动。');
}

/** Variables that Vite would take from the environment into import.meta.env, against the configuration. */
const VITE_NAMES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'SITE', 'ASSETS_PREFIX'];

/**
 * Settings of the two allocators of Astro's process, where an operator has set none: they give freed memory back at once
 * and keep few pools. The bundler would otherwise hold 300 MB while the pages are written, for no speed.
 */
const ALLOCATORS = { MALLOC_ARENA_MAX: '2', MIMALLOC_PURGE_DELAY: '0', MIMALLOC_ARENA_EAGER_COMMIT: '0' };

/**
 * Astro's process collects its short-lived objects more often, and lets its heap grow by little over a half before it
 * collects the others: together 220 MB less at its peak, for no more processor.
 */
const HEAP = ['--max-semi-space-size=8', '--heap-growing-percent=60'];

/** Where Node keeps compiled programs between builds. */
const compiledFolder = ({ root }: FrozenInput) => join(dirname(root), 'compiled');
/** The cache of compiled programs is begun anew at so many files: those of each build's own folder are of no more use. */
const MOST_COMPILED = 10_000;

/** The environment of Astro's process: our settings, without the variables that a CI or a test runner may set. */
function astroEnv(env: Env, frozen: FrozenInput, today: string): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !VITE_NAMES.includes(name));
  return {
    ...ALLOCATORS,
    ...Object.fromEntries(kept),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    // Every build uses the same time zone and language, whatever the machine is set to.
    TZ: 'Asia/Shanghai',
    LC_ALL: 'C.UTF-8',
    DATA_DIR: frozen.data,
    CONTENT_DIR: frozen.content,
    OUT_DIR: frozen.site,
    // The folder of this build is removed after it; what is drawn stays for the next one.
    CACHE_DIR: dirname(frozen.root),
    ASTRO_CACHE_DIR: astroCache(frozen),
    // Node keeps what it has compiled of Astro and Vite; a build takes two seconds less of processor.
    NODE_COMPILE_CACHE: compiledFolder(frozen),
    SITE_TODAY: today,
  };
}

/** What shows the stages of a run, and what stops it. */
interface Run {
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Builds the frozen input, which was read as `input`, with Astro in a process of its own, and shows its stages. Rejects
 * with BuildFailedError where that fails or is stopped.
 */
export function runAstro(frozen: FrozenInput, input: Input, env: Env, today: string, run: Run): Promise<void> {
  const checked = join(frozen.root, 'input.bin');
  passInput(checked, input);
  const parts = partsEnv(wantsParts(input.dataset.stations.length, env));
  return spawnAstro(frozen, { ...env, CHECKED_INPUT: checked, ...parts }, today, run);
}

/** Runs Astro in a folder of frozen sources; what it builds is told by `env`. Rejects as `runAstro` does. */
export function spawnAstro(frozen: FrozenInput, env: Env, today: string, { progress, signal }: Run): Promise<void> {
  assertNotStopped(signal);
  const compiled = compiledFolder(frozen);
  if (existsSync(compiled) && readdirSync(compiled, { recursive: true }).length > MOST_COMPILED) remove(compiled);
  return new Promise((done, failed) => {
    const script = fileURLToPath(new URL('./astroBuild.ts', import.meta.url));
    const child = spawn(process.execPath, [...HEAP, script], {
      cwd: frozen.root,
      env: astroEnv(env, frozen, today),
      stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (message: StageMessage) => {
      if ('stage' in message) progress.stage(message.stage);
      else progress.count(message.done, message.total, '个');
    });
    let killer: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill('SIGTERM');
      killer = setTimeout(() => child.kill('SIGKILL'), 3000);
    };
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', failed);
    child.once('exit', (code) => {
      clearTimeout(killer);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) failed(new BuildFailedError('已停止，原来的网站没有动。'));
      else if (code === 0) done();
      else failed(new BuildFailedError('没有建成，原因见上面。原来的网站没有动。'));
    });
  });
}
