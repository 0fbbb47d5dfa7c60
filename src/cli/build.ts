import { fileURLToPath } from 'node:url';
import { buildSite, isForOperator } from './building/buildSite.ts';
import { untilStopped } from './signals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

try {
  await buildSite({ root, env: process.env, log: (line) => console.log(line), signal: untilStopped() });
} catch (error) {
  if (!isForOperator(error)) throw error;
  console.error(error.message);
  process.exitCode ??= 1;
}
