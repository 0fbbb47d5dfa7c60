/* The part of a build that Astro does, in a process of its own, so that it can be stopped. Started by buildSite.ts. */
import { build } from 'astro';

try {
  await build({ logLevel: process.env['VERBOSE'] === '1' ? 'info' : 'warn' });
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
