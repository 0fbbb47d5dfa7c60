import type { PosterFacts } from '../views/site.ts';
import { qrPath } from './qr.ts';
import { getCityHotline, getFrame, getLifeLines } from './site.ts';

/** What every poster carries; `url` is the full address of the page that it leads to. */
export const getPosterFacts = (url: string): PosterFacts => ({
  frame: getFrame(),
  hotline: getCityHotline(),
  url,
  code: qrPath(url),
  elderCode: qrPath(`${url}?view=elder`),
  lines: getLifeLines(),
});
