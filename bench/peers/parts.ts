import { isVoid } from './html.ts';
import type { Attribute, Group, Shape, Slot, Template } from './shape.ts';

/** A template in no language yet; `of` is the depth of the list whose entry is meant, 0 for the page. */
export type Part =
  | { readonly kind: 'markup'; readonly html: string }
  | {
      readonly kind: 'text';
      readonly of: number;
      readonly name: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'if'; readonly of: number; readonly name: string; readonly parts: readonly Part[] }
  | { readonly kind: 'each'; readonly of: number; readonly name: string; readonly cases: readonly Case[] };

/** What is written for entries of a list that have this letter; for all of them where it is empty. */
export interface Case {
  readonly letter: string;
  readonly parts: readonly Part[];
}

/** A language of templates. */
export interface Language {
  readonly markup: (html: string) => string;
  readonly text: (row: string, name: string) => string;
  readonly when: (row: string, name: string, inner: string) => string;
  readonly each: (
    row: string,
    name: string,
    entry: string,
    cases: readonly { letter: string; inner: string }[],
  ) => string;
  /** What each row is called: the page's, and those of lists in it by depth. */
  readonly row: (depth: number) => string;
}

const markup = (html: string): Part => ({ kind: 'markup', html });
const nameOf = ({ same, name }: Slot) => same?.name ?? name;

const textPart = (slot: Slot, of: number): Part => {
  const { before, after } = slot;
  return { kind: 'text', of, name: nameOf(slot), before, after };
};

function attributeParts({ name, value, flag }: Attribute, of: number): Part[] {
  const parts =
    value === null
      ? [markup(` ${name}`)]
      : [markup(` ${name}="`), typeof value === 'string' ? markup(escaped(value)) : textPart(value, of), markup('"')];
  return flag === null ? parts : [{ kind: 'if', of, name: nameOf(flag), parts }];
}

function shapeParts(shape: Shape, of: number): Part[] {
  if (shape.kind === 'same') return [markup(shape.html)];
  if (shape.kind === 'text') return [textPart(shape.slot, of)];
  const { tag, attributes, children } = shape;
  const inner = children.flatMap((group) => groupParts(group, of));
  const end = isVoid(tag) ? [] : [markup(`</${tag}>`)];
  return [markup(`<${tag}`), ...attributes.flatMap((one) => attributeParts(one, of)), markup('>'), ...inner, ...end];
}

function groupParts({ kinds, slot }: Group, of: number): Part[] {
  const all = [...kinds.values()];
  if (slot?.kind === '一列') {
    const cases = all.map(({ letter, shape }) => ({ letter, parts: shapeParts(shape, of + 1) }));
    return [{ kind: 'each', of, name: nameOf(slot), cases }];
  }
  const parts = all.flatMap(({ shape }) => shapeParts(shape, of));
  return slot === null ? parts : [{ kind: 'if', of, name: nameOf(slot), parts }];
}

/** A template as parts. Its slots must have names. */
export const partsOf = ({ groups }: Template): readonly Part[] => groups.flatMap((group) => groupParts(group, 0));

/** A text as it stands in markup, between tags or in an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&#34;');

/** Writes parts in a language. */
export function written(parts: readonly Part[], language: Language): string {
  const write = (list: readonly Part[]) => {
    let [text, plain] = ['', ''];
    const flush = () => {
      text += language.markup(plain);
      plain = '';
    };
    for (const part of list) {
      if (part.kind === 'markup') {
        plain += part.html;
        continue;
      }
      const row = language.row(part.of);
      if (part.kind === 'text') plain += escaped(part.before);
      flush();
      if (part.kind === 'text') {
        text += language.text(row, part.name);
        plain += escaped(part.after);
      } else if (part.kind === 'if') text += language.when(row, part.name, write(part.parts));
      else {
        const cases = part.cases.map(({ letter, parts: own }) => ({ letter, inner: write(own) }));
        text += language.each(row, part.name, language.row(part.of + 1), cases);
      }
    }
    flush();
    return text;
  };
  return write(parts);
}
