import { fileURLToPath } from 'node:url';
import { buildSite } from './building/buildSite.ts';
import { tellFailure } from './failure.ts';
import { Progress } from './progress.ts';
import { untilStopped } from './signals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

try {
  await buildSite({
    root,
    env: process.env,
    log: (line) => console.log(line),
    signal: untilStopped(),
    progress: new Progress(),
  });
} catch (error) {
  tellFailure(error);
}
