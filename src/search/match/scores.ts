/*
 * What the numbers of a match mean. A name's score runs from 0 to 1000; a likeness runs from 0 to 1. Every threshold
 * of the search stands here, so that they can be compared and changed together.
 */

/** Where in a name a query stands, best first: all of it, its stem, its beginning, somewhere inside. */
export const WHOLE = 1000;
export const STEM = 960;
export const START = 820;
export const INSIDE = 700;

/** A name was found: it needs no other reading, no later file, and no text beside it that shares a few characters. */
export const NAMED = 900;
/** A station with such a score was named itself, or by its field. */
export const ASKED = 910;
/** Below the first we also guess by sound; below the second by one wrong character too. */
export const GUESSED = 690;
export const FAULTY = 640;
/** A name that is still being typed counts from here on: by its beginning, or by a long piece of it. */
export const BEGUN = 700;
export const PIECE = 600;
/** From here on a trouble that was matched counts as what was typed, and the words leave no trace. */
export const TOUCHED = 640;
/** A need has to fit this well, and be no more than `NEARLY` behind the best, for its numbers to be shown. */
export const URGENT = 620;
export const NEARLY = 120;
/** Places whose scores lie within this of the best are all asked about. */
export const EQUAL = 45;
/** From here on a match is what was meant; below it only perhaps. */
export const STRONG = 520;
/** The least score of a guess that is offered as the name that was meant. */
export const CORRECTED = 400;

/** A phrase that shares less with the question is not what was meant. */
export const LEAST_LIKENESS = 0.3;
/** Below it a text only perhaps answers; from here on no mended spelling is tried either. */
export const LIKELY = 0.5;
/** A text below this is left out. */
export const LISTED = 0.2;
/** From here on a text is a good answer, and the pages of places need not be asked too. */
export const GOOD = 0.6;
