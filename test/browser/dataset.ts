import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { ROOT } from '../site/builtSite.ts';

/** The data of the site that is looked at. */
export const { dataset } = load(foldersOf(process.env, ROOT));
