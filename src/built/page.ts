import { Parser } from 'htmlparser2';
import { addressOf } from './addresses.ts';

/** A link or a file named in a page, with the tag and `rel` of the element that names it. */
export interface Reference {
  readonly tag: string;
  readonly rel: string;
  readonly href: string;
}

/** A script of a page: the address that it comes from, or its text where it stands in the page. */
export interface PageScript {
  readonly src: string | null;
  readonly type: string;
  readonly text: string;
}

/** Everything that the checks ask of one page, read once for all of them. */
export interface Page {
  readonly file: string;
  /** The address below the base, e.g. `/stations/x/`. */
  readonly path: string;
  readonly lang: string;
  readonly kind: string;
  readonly title: string;
  readonly h1: readonly string[];
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly canonical: readonly string[];
  readonly csp: readonly string[];
  readonly references: readonly Reference[];
  readonly ids: readonly string[];
  readonly scripts: readonly PageScript[];
  readonly inlineStyles: number;
  readonly handlers: readonly string[];
  readonly styleElements: number;
  readonly dateTimes: readonly string[];
  /** The text of the footer and the targets of its links; null where the page has none. */
  readonly footer: { readonly text: string; readonly links: readonly string[] } | null;
  readonly text: string;
}

type Attributes = Readonly<Record<string, string>>;

/** The text in an element that is open, or was. */
interface Taken {
  readonly depth: number;
  readonly attributes: Attributes;
  readonly links: string[];
  text: string;
}

const spaced = (text: string) => text.replace(/\s+/gu, ' ');

/** The files and addresses that an element names. */
function referencesIn(tag: string, attributes: Attributes): Reference[] {
  const { rel = '', href = '', src = '', poster = '', action = '', srcset = '' } = attributes;
  const candidates = [
    ...(tag !== 'use' && tag !== 'base' ? [href] : []),
    src,
    poster,
    ...(tag === 'form' ? [action] : []),
    ...srcset.split(',').map((part) => part.trim().split(/\s/u)[0] ?? ''),
  ];
  return candidates.filter((one) => one !== '').map((one) => ({ tag, rel, href: one }));
}

/** The elements whose text is asked for. */
const WITH_TEXT = new Set(['title', 'h1', 'script', 'footer', 'body']);

/** Reads the HTML of a page in one go, as it stands: no tree is made of it, for a large site has tens of thousands. */
export function readPage(file: string, html: string): Page {
  const root: Record<string, string> = {};
  const metas = new Map<string, string[]>();
  const canonical: string[] = [];
  const csp: string[] = [];
  const ids: string[] = [];
  const handlers: string[] = [];
  const dateTimes: string[] = [];
  const references: Reference[] = [];
  const texts = new Map<string, Taken[]>([...WITH_TEXT].map((tag) => [tag, []]));
  const open: Taken[] = [];
  let [depth, inlineStyles, styleElements] = [0, 0, 0];

  const opened = (tag: string, attributes: Attributes) => {
    depth += 1;
    if (tag === 'html') Object.assign(root, attributes);
    const { id, name, rel, href, datetime, content = '' } = attributes;
    if (tag === 'meta' && name !== undefined) metas.set(name, [...(metas.get(name) ?? []), content]);
    if (tag === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy') csp.push(content);
    if (tag === 'link' && rel === 'canonical') canonical.push(href ?? '');
    if (tag === 'style') styleElements += 1;
    if (tag === 'time' && datetime !== undefined) dateTimes.push(datetime);
    if (id !== undefined) ids.push(id);
    if ('style' in attributes) inlineStyles += 1;
    for (const key of Object.keys(attributes)) if (/^on[a-z]+$/u.test(key)) handlers.push(`${tag} ${key}`);
    references.push(...referencesIn(tag, attributes));
    if (tag === 'a' && href !== undefined) for (const taken of open) taken.links.push(href);
    if (!WITH_TEXT.has(tag)) return;
    const taken: Taken = { depth, attributes, links: [], text: '' };
    texts.get(tag)?.push(taken);
    open.push(taken);
  };
  const parser = new Parser(
    {
      onopentag: opened,
      ontext: (text) => {
        for (const taken of open) taken.text += text;
      },
      onclosetag: () => {
        if (open.at(-1)?.depth === depth) open.pop();
        depth -= 1;
      },
    },
    { lowerCaseAttributeNames: false, decodeEntities: true },
  );
  parser.end(html);

  const all = (tag: string) => texts.get(tag) ?? [];
  // A blockquote may have a footer too; that of the page comes last.
  const footer = all('footer').at(-1);
  return {
    file,
    path: addressOf(file),
    lang: root['lang'] ?? '',
    kind: root['data-kind'] ?? '',
    title: all('title')[0]?.text.trim() ?? '',
    h1: all('h1').map(({ text }) => spaced(text).trim()),
    metas,
    canonical,
    csp,
    references,
    ids,
    scripts: all('script').map(({ attributes: { src, type = '' }, text }) => ({ src: src ?? null, type, text })),
    inlineStyles,
    handlers,
    styleElements,
    dateTimes,
    footer: footer === undefined ? null : { text: spaced(footer.text), links: footer.links },
    text: spaced(all('body')[0]?.text ?? ''),
  };
}
