import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { packSite } from '../../src/built/pack/packSite.ts';
import type { Dataset } from '../../src/domain/dataset/dataset.ts';
import type { BuiltSite } from './builtSite.ts';

/** Packs a site and unpacks it, as somebody would, into a folder of its own, which comes back. */
export async function unpackedPack(site: BuiltSite, { meta, site: identity }: Dataset): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  for (const [name, bytes] of Object.entries(unzipSync(await packSite(site, meta, identity.siteName)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}
