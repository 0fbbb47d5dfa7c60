/** A cell that a spreadsheet would run as a formula, full-width signs too; a plain number is none. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/** A cell that would run gets a leading apostrophe, which makes it text; one that looks guarded already gets one more. */
function guarded(value: string): string {
  return FORMULA.test(value.replace(/^'+/u, '')) && !NUMBER.test(value) ? `'${value}` : value;
}

/** The text that `toCsv` put an apostrophe before, and any other text as it is. */
export function unguarded(value: string): string {
  return value.startsWith("'") && FORMULA.test(value.replace(/^'+/u, '')) ? value.slice(1) : value;
}

const quoted = (value: string) => (/[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

type Row = readonly (string | number | null)[];

/** A CSV text (RFC 4180) in which no cell could run as a formula. */
export function plainCsv(header: readonly string[], rows: readonly Row[]): string {
  return [header, ...rows]
    .map((row) => `${row.map((value) => quoted(guarded(String(value ?? '')))).join(',')}\r\n`)
    .join('');
}

/** The same for Excel: with a byte order mark, so that it reads UTF-8. */
export function toCsv(header: readonly string[], rows: readonly Row[]): string {
  return `\uFEFF${plainCsv(header, rows)}`;
}
