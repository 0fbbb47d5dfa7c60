/** A value as JSON that may stand inside a `<script>` of a page: no `<` of its texts can end it. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
