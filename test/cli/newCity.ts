import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PACKAGES } from '../../src/loading/register/packages.ts';
import { ROOT } from '../site/builtSite.ts';

/** Lays out the recorded rows of the packages below a folder, as npm would; answers its `node_modules`. */
export function recordedPackages(home: string): string {
  const modules = join(home, 'node_modules');
  for (const { name, files } of Object.values(PACKAGES))
    for (const file of Object.keys(files)) {
      mkdirSync(dirname(join(modules, name, file)), { recursive: true });
      cpSync(join(ROOT, 'test/fixtures/register', file.replace('dist/', '')), join(modules, name, file));
    }
  return modules;
}

/** Runs `npm run city` with the recorded packages, on a fixed day. */
export function runCity(modules: string, ...args: string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/city.ts', ...args, '--from', modules, '--no-waters', '--today', '2026-11-23'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { code: status, said: stdout + stderr };
}
