import type { BuildOptions } from './building/buildSite.ts';
import { Progress } from './progress.ts';
import { untilStopped } from './signals.ts';

/** How a command builds: told on the terminal, with its stages, until somebody stops it. */
export const onTerminal = (root: string): BuildOptions => ({
  root,
  env: process.env,
  log: (line) => console.log(line),
  signal: untilStopped(),
  progress: new Progress(),
});
