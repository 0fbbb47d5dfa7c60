import { fileURLToPath } from 'node:url';
import { tellFailure } from './failure.ts';
import { portOf } from './serve.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Imported only now: Astro reads the variable when it is loaded.
const { dev } = await import('astro');

try {
  await dev({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    server: { host: process.env['HOST'] ?? '127.0.0.1', port: portOf(process.env) },
  });
} catch (error) {
  // Astro loads the configuration anew: its errors are of another class of the same name.
  if (error instanceof Error && error.name === 'DataFaultsError') {
    console.error(error.message);
    process.exitCode = 1;
  } else tellFailure(error);
}
