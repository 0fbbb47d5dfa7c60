/** A value as JSON that may stand inside a `<script>` of a page: no `<` of its texts can end it. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const known = new WeakMap<object, string>();

/** The same of an object that many pages show and nobody changes: written at its first page. */
export function scriptJsonOnce(value: object): string {
  const text = known.get(value) ?? scriptJson(value);
  known.set(value, text);
  return text;
}
