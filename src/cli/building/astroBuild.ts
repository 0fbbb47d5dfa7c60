/* The program that runs Astro's build. runAstro.ts starts it as a process of its own, so that it can be stopped. */
import { build } from 'astro';
import { faultOfSystem } from '../failure.ts';

// The parent holds the other end of the standard input, which closes when the parent ends, even when it is killed.
process.stdin.once('close', () => process.exit(1)).resume();

try {
  await build({ root: process.cwd(), logLevel: process.env['VERBOSE'] === '1' ? 'info' : 'warn' });
  process.exit(0);
} catch (error) {
  console.error(faultOfSystem(error) ?? (error instanceof Error ? (error.stack ?? error.message) : error));
  process.exit(1);
}
