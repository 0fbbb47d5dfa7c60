import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { few, mainSite, read } from './builtSite.ts';
import { oneOfEachKind } from './pageKinds.ts';

const site = mainSite();

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Written by the compiler, and no matter of right or wrong.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
    // Chinese titles carry the site's name behind the page's.
    'long-title': 'off',
    // Numbers are set unbroken by the style sheet.
    'tel-non-breaking': 'off',
    // Scripts come from this site only.
    'require-sri': 'off',
    // Clause numbers are the contract: #3-2 is 三（二）.
    'valid-id': ['error', { relaxed: true }],
    // Boxes of one question share their name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // Filters answer at each change and say so; there is nothing to submit.
    'wcag/h32': 'off',
    // A custom element cannot be a <section>.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

describe('the markup of each kind of page', () => {
  it.each(oneOfEachKind(site))('$name ($path)', ({ file }) => {
    const { results } = validator.validateStringSync(read(site, file), file);
    const messages = results.flatMap((result) =>
      result.messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
    expect(few(messages)).toEqual([]);
  });
});
