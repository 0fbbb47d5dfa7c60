import { fileURLToPath } from 'node:url';
import { tellFailure } from './failure.ts';
import { portOf } from './serve.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Imported here, because Astro reads the variable when it is loaded.
const { dev } = await import('astro');

try {
  await dev({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    server: { host: process.env['HOST'] ?? '127.0.0.1', port: portOf(process.env) },
  });
} catch (error) {
  // Compared by name: Astro loads the configuration in a module graph of its own, whose error class is another one.
  if (error instanceof Error && error.name === 'DataFaultsError') {
    console.error(error.message);
    process.exitCode = 1;
  } else tellFailure(error);
}
