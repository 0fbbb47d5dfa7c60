/** A cell that a spreadsheet would run as a formula gets a leading apostrophe, which makes it text. */
function safe(value: string): string {
  return /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
}

const quoted = (value: string) => (/[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A CSV text for Excel: byte order mark, CRLF, quoted where needed, no cell that could run as a formula. */
export function toCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = [header, ...rows].map((row) => row.map((value) => quoted(safe(String(value ?? '')))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
