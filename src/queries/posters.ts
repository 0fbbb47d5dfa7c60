import type { PosterContent, PosterFacts } from '../views/site.ts';
import { qrPath } from './qr.ts';
import { getCityHotline, getFrame, getLifeLines } from './site.ts';

/** What every poster carries; it leads to the page at `path`, e.g. `/stations/1/`, below the address `site`. */
export const getPosterContent = (path: string, site: string | URL | undefined): PosterContent => ({
  frame: getFrame(),
  hotline: getCityHotline(),
  url: new URL(path, site).href,
  lines: getLifeLines(),
});

/** The same with the codes to scan for its page. */
export const withCodes = (content: PosterContent): PosterFacts => ({
  ...content,
  code: qrPath(content.url),
  elderCode: qrPath(`${content.url}?view=elder`),
});
