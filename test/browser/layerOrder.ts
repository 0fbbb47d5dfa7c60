import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { selectorSpecificity } from '@csstools/selector-specificity';
import postcss, { type AtRule, type Container, type Declaration, type Rule } from 'postcss';
import parser from 'postcss-selector-parser';
import { LAYERS } from '../../src/integrations/styles/flatLayers.ts';
import { ROOT } from '../site/builtSite.ts';

/** What one selector of one layer says, `!important` and the rest apart. */
export interface Saying {
  readonly selector: string;
  /** The selector of the elements that may obey it, whatever the pointer and the keyboard do. */
  readonly elements: string;
  /** The pseudo-element, '' for the element itself. */
  readonly part: string;
  readonly layer: number;
  readonly sheet: string;
  readonly order: number;
  readonly weight: number;
  readonly important: boolean;
  readonly print: boolean;
  readonly says: ReadonlyMap<string, string>;
}

/** What changes without a change of the page's elements. */
const PASSING = /^:(?:hover|focus|focus-visible|focus-within|active|target|checked|disabled|empty)$/u;
const PART = /^::|^:(?:before|after)$/u;

/** The sheet that stands before all others on a page that has it. */
export const FIRST_SHEET = 'vendor.css';

/** All sheets as they are written, each with its layers. */
function sheets(): ReadonlyMap<string, postcss.Root> {
  const folder = join(ROOT, 'src/styles');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const imported = (text: string) =>
    text.replace(
      /@import '(.+?)' layer\((\w+)\);/gu,
      (_, file: string, layer: string) =>
        `@layer ${layer} {${file.startsWith('.') ? read(file) : readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')}}`,
    );
  const names = [FIRST_SHEET, 'layers.css', 'desk/form.css', 'desk/pictures.css', 'desk/out.css'];
  return new Map(names.map((name) => [name, postcss.parse(imported(read(name)))]));
}

function around(rule: Rule): AtRule[] {
  const all: AtRule[] = [];
  for (
    let at: Container | undefined = rule.parent as Container | undefined;
    at;
    at = at.parent as Container | undefined
  )
    if (at.type === 'atrule') all.push(at as unknown as AtRule);
  return all;
}

function readSelector(text: string): Pick<Saying, 'elements' | 'part' | 'weight'> {
  const root = parser().astSync(text);
  const { a, b, c } = selectorSpecificity(root.first);
  let part = '';
  root.walkPseudos((pseudo) => {
    if (PART.test(pseudo.value)) part = pseudo.value.replace(/^::?/u, '');
    else if (!PASSING.test(pseudo.value)) return;
    if (pseudo.next()?.type === undefined && (pseudo.prev()?.type ?? 'combinator') === 'combinator')
      pseudo.replaceWith(parser.universal({ value: '*' }));
    else pseudo.remove();
  });
  root.walkAttributes((attribute) => {
    if (attribute.attribute === 'open') attribute.remove();
  });
  const elements = root
    .toString()
    .replace(/:is\(\s*,[^)]*\)|:not\(\s*\)/gu, '')
    .trim();
  return { elements: elements === '' ? '*' : elements, part, weight: a * 10_000 + b * 100 + c };
}

/** Everything that the sheets say. */
export function sayings(): readonly Saying[] {
  return [...sheets()].flatMap(([sheet, root]) => {
    const all: Saying[] = [];
    root.walkRules((rule) => {
      const ats = around(rule);
      if (ats.some(({ name }) => /keyframes|page/u.test(name))) return;
      const layer = LAYERS.indexOf(ats.find(({ name }) => name === 'layer')?.params ?? '');
      const print = ats.some(({ name, params }) => name === 'media' && /print/u.test(params));
      const declarations = rule.nodes.filter((node): node is Declaration => node.type === 'decl');
      for (const selector of rule.selectors)
        for (const important of [true, false]) {
          const own = declarations.filter((one) => (one.important ?? false) === important);
          if (own.length === 0) continue;
          const says = new Map(own.flatMap(({ prop, value }) => longhands(prop).map((name) => [name, value] as const)));
          all.push({ selector, ...readSelector(selector), layer, sheet, order: all.length, important, print, says });
        }
    });
    return all;
  });
}

const SIDES = ['top', 'right', 'bottom', 'left'];
const LOGICAL: Readonly<Record<string, readonly string[]>> = { block: ['top', 'bottom'], inline: ['left', 'right'] };

/** The parts that a property sets, coarser than CSS has them: two that share none can't compete. */
function longhands(property: string): readonly string[] {
  if (property === 'font') return ['font-size', 'font-weight', 'font-family', 'font-style', 'line-height'];
  if (property === 'gap') return ['row-gap', 'column-gap'];
  const family = /^(?:background|outline|text-decoration|flex|grid-template|list-style)(?=-|$)/u.exec(property);
  if (family !== null) return [family[0]];
  const box =
    /^(margin|padding|border)(?:-(top|right|bottom|left|block|inline))?(?!-(?:radius|collapse|spacing))/u.exec(
      property,
    );
  if (box === null) return [property];
  const [, name = '', side] = box;
  return (side === undefined ? SIDES : (LOGICAL[side] ?? [side])).map((one) => `${name}-${one}`);
}

/**
 * Whether two sayings that meet on an element come out differently without layers: the one in the stronger layer says
 * something else, and weighs less, or no more without standing later in the same sheet.
 */
export function turnsRound(one: Saying, other: Saying): boolean {
  if (one.layer === other.layer || one.important !== other.important || one.part !== other.part) return false;
  const isStronger = one.layer > other.layer !== one.important;
  const [winner, loser] = isStronger ? [one, other] : [other, one];
  const competes = [...winner.says].some(([name, value]) => loser.says.has(name) && loser.says.get(name) !== value);
  if (!competes) return false;
  const later = winner.sheet === loser.sheet ? winner.order > loser.order : loser.sheet === FIRST_SHEET;
  return later ? winner.weight < loser.weight : winner.weight <= loser.weight;
}
