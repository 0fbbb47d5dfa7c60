import type { Language } from './parts.ts';

/** `test` for the first of several cases, `other` for the next ones; nothing where one case is for all. */
const chosen = (
  cases: readonly { letter: string; inner: string }[],
  test: (letter: string) => string,
  other: (letter: string) => string,
  end: string,
) =>
  cases.length === 1
    ? (cases[0]?.inner ?? '')
    : `${cases.map(({ letter, inner }, at) => (at === 0 ? test(letter) : other(letter)) + inner).join('')}${end}`;

/** The templates of Eleventy; texts are escaped by Nunjucks. */
export const nunjucks: Language = {
  row: (depth) => (depth === 0 ? 'p' : `e${depth}`),
  markup: (html) => (/\{[{%#]/u.test(html) ? `{% raw %}${html}{% endraw %}` : html),
  text: (row, name) => `{{ ${row}.${name} }}`,
  when: (row, name, inner) => `{% if ${row}.${name} %}${inner}{% endif %}`,
  each: (row, name, entry, cases) => {
    const inner = chosen(
      cases,
      (letter) => `{% if ${entry}.k === "${letter}" %}`,
      (letter) => `{% elif ${entry}.k === "${letter}" %}`,
      '{% endif %}',
    );
    return `{% for ${entry} in ${row}.${name} %}${inner}{% endfor %}`;
  },
};

/** The templates of Hugo; texts are escaped by Go's html/template. */
export const go: Language = {
  row: (depth) => (depth === 0 ? '$p' : `$e${depth}`),
  markup: (html) => html.replaceAll('{{', '{{ "{{" }}'),
  text: (row, name) => `{{ ${row}.${name} }}`,
  when: (row, name, inner) => `{{ if ${row}.${name} }}${inner}{{ end }}`,
  each: (row, name, entry, cases) => {
    const inner = chosen(
      cases,
      (letter) => `{{ if eq ${entry}.k "${letter}" }}`,
      (letter) => `{{ else if eq ${entry}.k "${letter}" }}`,
      '{{ end }}',
    );
    return `{{ range ${entry} := ${row}.${name} }}${inner}{{ end }}`;
  },
};
