import { fileURLToPath } from 'node:url';
import { buildSite, isBuilt } from './building/buildSite.ts';
import { tellFailure } from './failure.ts';
import { Progress } from './progress.ts';
import { serveBuilt } from './serve.ts';
import { untilStopped } from './signals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

try {
  if (!isBuilt(root, process.env)) {
    console.log('正在建网站……');
    await buildSite({
      root,
      env: process.env,
      log: (line) => console.log(line),
      signal: untilStopped(),
      progress: new Progress(),
    });
  }
  await serveBuilt(root, process.env);
} catch (error) {
  tellFailure(error);
}
