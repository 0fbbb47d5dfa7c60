/** Matches cells that a spreadsheet would run as a formula, also with full-width signs (docs/norms.md §5). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/**
 * Puts an apostrophe before a cell that would run as a formula. A cell that already begins with apostrophes and such a
 * sign gets one more, so that `unguarded` restores it.
 */
function guarded(value: string): string {
  return FORMULA.test(value.replace(/^'+/u, '')) && !NUMBER.test(value) ? `'${value}` : value;
}

/** Removes the apostrophe that `toCsv` added; other texts stay as they are. */
export function unguarded(value: string): string {
  return value.startsWith("'") && FORMULA.test(value.replace(/^'+/u, '')) ? value.slice(1) : value;
}

const quoted = (value: string) => (/[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

type Row = readonly (string | number | null)[];

/** Writes a CSV text (RFC 4180) in which no cell can run as a formula. */
export function plainCsv(header: readonly string[], rows: readonly Row[]): string {
  return [header, ...rows]
    .map((row) => `${row.map((value) => quoted(guarded(String(value ?? '')))).join(',')}\r\n`)
    .join('');
}

/** Writes the same CSV for Excel, with a byte order mark so that it is read as UTF-8. */
export function toCsv(header: readonly string[], rows: readonly Row[]): string {
  return `\uFEFF${plainCsv(header, rows)}`;
}
