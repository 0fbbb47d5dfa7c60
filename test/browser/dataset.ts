import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { ROOT } from '../site/builtSite.ts';

/** The data and the texts of the site that is looked at. */
export const { dataset, content } = load(foldersOf(process.env, ROOT));
