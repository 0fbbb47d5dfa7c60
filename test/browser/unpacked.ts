import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { packSite } from '../../src/built/pack/packSite.ts';
import { mainSite } from '../site/builtSite.ts';
import { dataset } from './dataset.ts';

/** The pack of the main site, unpacked as somebody would unpack it. */
export interface Unpacked {
  readonly folder: string;
  /** The address of a file of it, `file://…`. */
  readonly at: (file: string) => string;
  readonly remove: () => void;
}

/** Packs the main site and unpacks it into a folder of its own. */
export async function unpackSite(): Promise<Unpacked> {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  for (const [name, bytes] of Object.entries(
    unzipSync(await packSite(mainSite(), dataset.meta, dataset.site.siteName)),
  )) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return {
    folder,
    at: (file) => pathToFileURL(join(folder, file)).href,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
