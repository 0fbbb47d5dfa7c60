/* The part of a build that Astro does, in a process of its own, so that it can be stopped. Started by runAstro.ts. */
import { build } from 'astro';
import { faultOfSystem } from '../failure.ts';

// The standard input is a pipe that the parent holds: it closes when the parent ends, by whatever death.
process.stdin.once('close', () => process.exit(1)).resume();

try {
  await build({ root: process.cwd(), logLevel: process.env['VERBOSE'] === '1' ? 'info' : 'warn' });
  process.exit(0);
} catch (error) {
  console.error(faultOfSystem(error) ?? (error instanceof Error ? (error.stack ?? error.message) : error));
  process.exit(1);
}
