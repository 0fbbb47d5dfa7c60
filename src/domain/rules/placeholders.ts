/** Placeholders for something not yet known; none may reach an official release (docs/norms.md §5). */
const PLACEHOLDERS = [
  /XX/iu,
  /某某/u,
  /待定/u,
  /TODO/iu,
  /^null$/iu,
  /000000/u,
  /12345678/u,
  /示例/u,
  /^[-—/]+$/u,
] as const;

/** The placeholder that a text contains; null where it contains none. */
export function placeholderIn(text: string): string | null {
  for (const pattern of PLACEHOLDERS) {
    const found = pattern.exec(text.trim())?.[0];
    if (found !== undefined) return found;
  }
  return null;
}
