import { fileURLToPath } from 'node:url';
import { buildSite, isBuilt } from './building/buildSite.ts';
import { tellFailure } from './failure.ts';
import { onTerminal } from './onTerminal.ts';
import { serveBuilt } from './serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

try {
  if (!isBuilt(root, process.env)) {
    console.log('正在建网站……');
    await buildSite(onTerminal(root));
  }
  await serveBuilt(root, process.env);
} catch (error) {
  tellFailure(error);
}
