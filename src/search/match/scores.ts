/*
 * What the numbers of a match mean. A name's score runs from 0 to 1000; a likeness runs from 0 to 1. Every threshold
 * of the search stands here, so that they can be compared and changed together.
 */

/**
 * The base score by where in a name the query stands: it is all of it, its stem, its beginning, or somewhere inside.
 */
export const WHOLE = 1000;
export const STEM = 960;
export const START = 820;
export const INSIDE = 700;

/**
 * From here on a name counts as found: no other spelling is tried, no further file is awaited, and texts that share a
 * few characters are left out.
 */
export const NAMED = 900;
/** From here on a station counts as asked for itself, by its name or by its field. */
export const ASKED = 910;
/** Below `GUESSED` names that sound alike are tried too; below `FAULTY` also names with one typing error. */
export const GUESSED = 690;
export const FAULTY = 640;
/** From here on an unfinished name counts: `BEGUN` for two characters, `PIECE` for three and more. */
export const BEGUN = 700;
export const PIECE = 600;
/** The same of the initials of a place. */
export const SHORT_PIECE = 520;
/** From here on the name of a place was written in full, as text or as pinyin. */
export const WRITTEN = 955;
/** From here on a matched need that is sensitive makes the whole query sensitive: it is stored nowhere. */
export const TOUCHED = 640;
/**
 * The emergency numbers of a need are shown where it scores at least `URGENT` and less than `NEARLY` below the best
 * need.
 */
export const URGENT = 620;
export const NEARLY = 120;
/** Places that score less than this below the best one count as equally good; the reader is asked which is meant. */
export const EQUAL = 45;
/** From here on a match is strong; below it the entry is marked as weak. */
export const STRONG = 520;
/** The least score for a guess to be offered as the spelling that was meant. */
export const CORRECTED = 400;

/** The least likeness for a phrase to count as a match. */
export const LEAST_LIKENESS = 0.3;
/**
 * A phrase that shares pairs with less than this share of a query's characters is doubtful, unless it is like the query
 * (`GOOD`); in queries of more than four characters only where all phrases together share less than `LEAST_KNOWN`.
 */
export const LEAST_COVERED = 0.7;
export const LEAST_KNOWN = 0.8;
/** Below this likeness a text is a weak answer; from here on no corrected spelling is tried. */
export const LIKELY = 0.5;
/** Texts below this likeness are not listed. */
export const LISTED = 0.2;
/** From here on a text is a good answer, so that the pages of places need not be searched too. */
export const GOOD = 0.6;
