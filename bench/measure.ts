import { spawn } from 'node:child_process';
import { cpus } from 'node:os';

/** What a command took. */
export interface Taken {
  readonly wall: number;
  /** Seconds of processor of all its processes, in user and in system mode. */
  readonly processor: number;
  /** The most memory that the largest of its processes had, in MB. */
  readonly memory: number;
  /** Seconds of processor that everything else on the machine took meanwhile. */
  readonly beside: number;
}

/** Seconds of processor that the machine has used since it was started. */
const used = () => cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0) / 1000;

/** Runs a command under GNU time, which counts its processes too, and gives what it said; throws where it failed. */
export function measure(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Taken & { readonly said: string }> {
  const before = used();
  return new Promise((done, failed) => {
    const child = spawn('/usr/bin/time', ['-f', 'measured %U %S %e %M', ...command], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) => {
      const [, user, system, wall, memory] = /measured (\S+) (\S+) (\S+) (\S+)/u.exec(said) ?? [];
      if (code !== 0 || memory === undefined) return failed(new Error(said));
      const processor = Number(user) + Number(system);
      done({
        wall: Number(wall),
        processor,
        memory: Math.round(Number(memory) / 1024),
        beside: Math.max(0, Math.round(used() - before - processor)),
        said,
      });
    });
  });
}
