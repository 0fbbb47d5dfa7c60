import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FrozenInput } from './frozenInput.ts';

/** Variables by name, as a process has them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A build that did not come to its end; the message is ready to print. */
export class BuildFailedError extends Error {
  override readonly name = 'BuildFailedError';
}

/** Throws BuildFailedError when the operator has stopped the build. */
export function assertNotStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new BuildFailedError('已停止，原来的网站没有动。');
}

/** Names that Vite would take from the environment into import.meta.env, over what the configuration says. */
const VITE_NAMES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'SITE', 'ASSETS_PREFIX'];

/** What Astro is started with: our own words, and nothing that a CI or a test runner happens to set. */
function astroEnv(env: Env, input: FrozenInput, today: string): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !VITE_NAMES.includes(name));
  return {
    ...Object.fromEntries(kept),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    // One zone and one language for every build, whatever the machine is set to.
    TZ: 'Asia/Shanghai',
    LC_ALL: 'C.UTF-8',
    DATA_DIR: input.data,
    CONTENT_DIR: input.content,
    OUT_DIR: input.site,
    ASTRO_CACHE_DIR: `${input.root}/.astro-cache`,
    SITE_TODAY: today,
  };
}

/** Builds the frozen input with Astro in a process of its own; resolves when it has ended well, else BuildFailedError. */
export function runAstro(input: FrozenInput, env: Env, today: string, signal: AbortSignal): Promise<void> {
  assertNotStopped(signal);
  return new Promise((done, failed) => {
    const script = fileURLToPath(new URL('./astroBuild.ts', import.meta.url));
    const child = spawn(process.execPath, [script], {
      cwd: input.root,
      env: astroEnv(env, input, today),
      stdio: ['pipe', 'inherit', 'inherit'],
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
