import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes all files or none: beside their places first, then renamed together. */
export function writeTogether(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const moves = Object.keys(files).map(
    (name) => [join(folder, `.${name}.${process.pid}.tmp`), join(folder, name)] as const,
  );
  try {
    moves.forEach(([temporary], index) => writeFileSync(temporary, Object.values(files)[index] ?? ''));
    for (const [temporary, file] of moves) renameSync(temporary, file);
  } finally {
    for (const [temporary] of moves) rmSync(temporary, { force: true });
  }
}
