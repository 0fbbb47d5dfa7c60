/**
 * Characters that no text needs and that break what is made of it: controls (tab and line ends aside) and lone
 * surrogates make XML ill-formed, marks of direction let words read as others.
 */
const BROKEN =
  /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/[\u202a-\u202e\u2066-\u2069]/u, '改变文字方向的符号'],
  [/[\v\f\r]/u, '特殊的换行'],
  [/\p{Cc}/u, '控制字符'],
];

/** A broken character in a text: its index, its code as `U+000B` and its kind in words. */
export interface BrokenCharacter {
  readonly at: number;
  readonly code: string;
  readonly kind: string;
}

/** The first broken character of a text; null where there is none. */
export function brokenCharacterIn(text: string): BrokenCharacter | null {
  const match = BROKEN.exec(text);
  if (match === null) return null;
  const [char] = match;
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { at: match.index, code, kind: NAMES.find(([pattern]) => pattern.test(char))?.[1] ?? '坏掉的字符' };
}
