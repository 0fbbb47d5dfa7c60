/** A stretch of text, and an element around one. */
type Text = { readonly type: 'text'; readonly value: string };
interface Around {
  readonly tagName: string;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * A text with an element around each match of a pattern, as a `<span>` that takes the place of its node in the tree of a
 * page; undefined where nothing matches. `around` says which element.
 */
export function wrapped(text: string, pattern: RegExp, around: (match: RegExpExecArray) => Around) {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return undefined;
  let from = 0;
  const textOf = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);
  const children = matches.flatMap((match) => {
    const before = textOf(text.slice(from, match.index));
    from = match.index + match[0].length;
    return [...before, { type: 'element' as const, ...around(match), children: textOf(match[0]) }];
  });
  return {
    type: 'element' as const,
    tagName: 'span',
    properties: {},
    children: [...children, ...textOf(text.slice(from))],
  };
}
