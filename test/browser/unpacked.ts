import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mainSite } from '../site/builtSite.ts';
import { unpackedPack } from '../site/unpackedPack.ts';
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
  const folder = await unpackedPack(mainSite(), dataset);
  return {
    folder,
    at: (file) => pathToFileURL(join(folder, file)).href,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
