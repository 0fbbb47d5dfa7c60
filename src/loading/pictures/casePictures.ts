import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldersOf, keptFolder } from '../folders.ts';
import { CASE_PICTURES } from '../texts/documents.ts';
import { pictureFiles, variantBytes, type PictureFiles } from './variants.ts';

const cache = () => keptFolder('pictures', process.env);

/** The published sizes of a picture of the cases by its file name. */
export const casePictureFiles = (file: string): Promise<PictureFiles> =>
  pictureFiles(readFileSync(join(foldersOf(process.env).content, CASE_PICTURES, file)), cache());

/** The sizes with their bytes, by file name. */
export const namedBytes = (made: PictureFiles): readonly (readonly [name: string, bytes: Uint8Array])[] =>
  made.variants.map((variant) => [variant.name, variantBytes(cache(), made, variant)]);
