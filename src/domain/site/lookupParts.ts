/**
 * From more stations than this on, the lookup of the search is written in parts by district. In one file, that many
 * stations and the 居村委 of their 街镇 are some 230 KB before a 居委会 is answered; in parts an answer is a fifth of that,
 * whatever the size of the site, for two more requests one after the other. Cities stay far below.
 */
const PARTS_ABOVE = 10_000;

type Env = Readonly<Record<string, string | undefined>>;

/** Whether a build writes the lookup of so many stations in parts; `LOOKUP_PARTS_ABOVE` puts another number in the place of ours. */
export const wantsParts = (stations: number, env: Env): boolean =>
  stations > Number(env['LOOKUP_PARTS_ABOVE'] ?? PARTS_ABOVE);

/** Whether `LOOKUP_PARTS_ABOVE` is a number, or not set. */
export const isPartsNumber = (env: Env): boolean => /^\d{1,9}$/u.test(env['LOOKUP_PARTS_ABOVE'] ?? '0');

/** What tells Astro's process that the lookup of this build is in parts. */
export const partsEnv = (inParts: boolean): Env => ({ LOOKUP_IN_PARTS: inParts ? '1' : '0' });

/** Whether the lookup of this build is in parts, by what `partsEnv` has put into the environment. */
export const isInParts = (env: Env): boolean => env['LOOKUP_IN_PARTS'] === '1';

/** The root of a lookup in parts, below the base of the site; a site without it has none. */
export const PARTS_ROOT = 'search/parts.json';
