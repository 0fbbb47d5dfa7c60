import { Interpreter } from './interpreter.ts';
import type { Hours } from './week.ts';
import { CLOSED, HOLIDAY, takeNotes, tokenise } from './tokens.ts';

/** The opening hours read from a cell, and in Chinese what could not be read; with any fault `hours` is null. */
export interface HoursReading {
  readonly hours: Hours | null;
  readonly faults: readonly string[];
}

/**
 * Matches wordings that can mean two things: 周一闭馆（国定假日除外） may say that it opens on a Monday that is a holiday, or that
 * it closes on holidays. They are a fault.
 */
export const EITHER_WAY = new RegExp(
  `(?<=${CLOSED})[\\s,，、(（]*(?:除(?:了)?${HOLIDAY}(?:以外|之外|外)?|${HOLIDAY}除外)[)）]?|除(?:了)?${HOLIDAY}(?:以外|之外|外)[\\s,，)）]*(?=(?:每逢|[每逢])?(?:周|星期|礼拜)[一二三四五六日天]\\s*(?:全天)?(?:${CLOSED}))|[(（]除(?:了)?${HOLIDAY}(?:以外|之外|外)?[)）]\\s*(?=(?:全天)?(?:${CLOSED}))`,
  'u',
);

/**
 * Reads the opening hours in a cell, e.g. `周一至周五 9:00-11:30、13:00-17:00；周六 预约；国定假日休息`. An empty cell gives null without
 * a fault.
 */
export function parseHours(cell: string): HoursReading {
  if (cell.trim() === '') return { hours: null, faults: [] };
  const either = EITHER_WAY.exec(cell);
  if (either !== null) {
    return {
      hours: null,
      faults: [
        `“${either[0].replace(/[\s,，、()（）]/g, '')}”接着“休息”，分不清假日开不开：另写“国定假日休息”或“国定假日照常”`,
      ],
    };
  }
  const { text, notes } = takeNotes(cell);
  const interpreter = new Interpreter();
  tokenise(text).forEach((token) => interpreter.take(token));
  const week = interpreter.finish();
  const { faults, holidays } = interpreter;
  if (faults.length > 0) return { hours: null, faults };
  return { hours: { week, holidays, note: [...notes, ...interpreter.notes].join('；') }, faults };
}
