import { fileURLToPath } from 'node:url';
import { buildSite } from './building/buildSite.ts';
import { tellFailure } from './failure.ts';
import { onTerminal } from './onTerminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

try {
  await buildSite(onTerminal(root));
} catch (error) {
  tellFailure(error);
}
