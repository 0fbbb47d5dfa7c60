/** One use of a component in an MDX text, e.g. `<Cite clause="3-2">…</Cite>`. */
export interface ComponentUse {
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
  /** The whole element as written. */
  readonly source: string;
}

const spaceless = (text: string) => text.replace(/\s+/gu, '');

const attributesIn = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(([, key = '', double, single]) => [
      key,
      double ?? single ?? '',
    ]),
  );

/** The attributes of each tag that opens a component, with content or without, in order. */
export function tagsOf(name: string, text: string): Readonly<Record<string, string>>[] {
  return [...text.matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, 'gu'))].map(([, written = '']) => attributesIn(written));
}

/** The uses of a component with content, in order; attributes may stand in any order, in single or double quotes. */
export function usesOf(name: string, text: string): ComponentUse[] {
  const pattern = new RegExp(`<${name}(\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'gu');
  return [...text.matchAll(pattern)].map(([source, written = '', inner = '']) => ({
    source,
    inner,
    attributes: attributesIn(written),
  }));
}

/** How often a component is opened. More than its uses means that some of them could not be read. */
export function openingsOf(name: string, text: string): number {
  return [...text.matchAll(new RegExp(`<${name}(?=[\\s/>])`, 'gu'))].length;
}

/** The text without its quotes of an original (`<Cite>`). */
export function withoutQuotes(text: string): string {
  return usesOf('Cite', text).reduce((left, { source }) => left.replace(source, ' '), text);
}

/** The text as a reader sees it: without components, Markdown marks and addresses. */
export function plainText(text: string): string {
  return text
    .replace(/\{\/\*[\s\S]*?\*\/\}/gu, '')
    .replace(/<\/?[A-Za-z][^>]*>/gu, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^[ \t]*(?:#{1,6}|[-*+]|\d+\.|>|\|)[ \t]*/gmu, '')
    .replace(/[*_`|]/gu, '');
}

/** Whether the original contains these words, white space aside. */
export function quotes(original: string, words: string): boolean {
  return spaceless(original).includes(spaceless(words));
}
