/** Signs that Markdown or HTML would take for their own. */
const SIGNS = /[\\`*_<>[\]&~|{}$]/gu;
const ESCAPED = /\\([\\`*_<>[\]&~|{}$#+=-])/gu;

/** A list as people write one; such lines stay together. */
const ITEM = /^(?:[-·•] |\d{1,2}\. )/u;

/** The paragraphs of a text that was typed or pasted: one to a line, without blanks at its ends. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One paragraph as Markdown in which every sign stands for itself. */
function escaped(line: string): string {
  const plain = line.replace(SIGNS, '\\$&').replace(/^(?=#|[+=]|-(?! ))/u, '\\');
  return plain.replace(/^[·•] /u, '- ');
}

/** A text as Markdown: each line a paragraph, lists as lists, every other sign standing for itself. */
export function proseMarkdown(text: string): string {
  return paragraphsOf(text)
    .map(
      (line, at, all) =>
        (at === 0 ? '' : ITEM.test(line) && ITEM.test(all[at - 1] ?? '') ? '\n' : '\n\n') + escaped(line),
    )
    .join('');
}

/** What stands between two lines of one paragraph: nothing between Han characters. */
const joined = (one: string, other: string): string =>
  /[\p{Script=Han}，。、；：！？“”（）]$/u.test(one) || /^[\p{Script=Han}，。、；：！？“”（）]/u.test(other)
    ? one + other
    : `${one} ${other}`;

/** The text of Markdown as a writer sees it in a field: a paragraph to a line, an empty line between them. */
export function proseText(markdown: string): string {
  const paragraphs = markdown
    .split(/\n\s*\n/u)
    .map((block) => {
      const lines: string[] = [];
      for (const line of paragraphsOf(block)) {
        const before = lines[lines.length - 1];
        if (before === undefined || ITEM.test(line)) lines.push(line);
        else lines[lines.length - 1] = joined(before, line);
      }
      return lines.map((line) => line.replace(ESCAPED, '$1')).join('\n');
    })
    .filter((block) => block !== '');
  return paragraphs.join('\n\n');
}
