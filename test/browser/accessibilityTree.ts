import type { Page } from 'playwright-core';

/** One node as DevTools tells it; what is left out here is not looked at. */
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

const LANDMARKS = new Set(['banner', 'navigation', 'main', 'contentinfo', 'complementary', 'search', 'form', 'region']);
const CONTROLS = new Set([
  'link',
  'button',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'slider',
  'spinbutton',
  'DisclosureTriangle',
  'image',
  'table',
]);
const STATES = ['expanded', 'pressed', 'checked', 'disabled', 'required', 'hasPopup'];

/** How many of a kind are written in one place before only their number is told. */
const FEW = 3;

/** A landmark or a heading with what stands in it. */
interface Part {
  readonly line: string;
  /** Landmarks by their role, headings by their level: what is counted together. */
  readonly kind: string;
  /** 0 for landmarks, else that of the heading. */
  readonly level: number;
  readonly inside: (Part | string)[];
}

function lineOf({ role, name, properties = [] }: AxNode): string {
  const value = (key: string) => properties.find((one) => one.name === key)?.value.value;
  const level = role?.value === 'heading' ? ` ${String(value('level'))}` : '';
  const states = STATES.filter((key) => ![undefined, false, 'false', ''].includes(value(key) as string)).map(
    (key) => ` [${key}${['true', true].includes(value(key) as string) ? '' : ` ${String(value(key))}`}]`,
  );
  const words = [...(name?.value ?? '').replace(/\s+/gu, ' ').trim()];
  const shown = words.length > 60 ? `${words.slice(0, 60).join('')}…` : words.join('');
  return `${role?.value ?? ''}${level}${shown === '' ? '' : ` ${shown}`}${states.join('')}`;
}

/** Landmarks hold what is in them, headings what follows until one of the same level or a higher one. */
function partsOf(nodes: ReadonlyMap<string, AxNode>, root: AxNode): Part {
  const page: Part = { line: '', kind: '', level: 0, inside: [] };
  const visit = (node: AxNode, open: Part[]): void => {
    const role = node.role?.value ?? '';
    const here = () => open.at(-1) ?? page;
    let within = open;
    if (!node.ignored && LANDMARKS.has(role)) {
      const part: Part = { line: lineOf(node), kind: role, level: 0, inside: [] };
      here().inside.push(part);
      within = [part];
    } else if (!node.ignored && role === 'heading') {
      const line = lineOf(node);
      const level = Number(/^heading (\d)/u.exec(line)?.[1]);
      while (here().level >= level) open.pop();
      const part: Part = { line, kind: `heading ${level}`, level, inside: [] };
      here().inside.push(part);
      open.push(part);
    } else if (!node.ignored && CONTROLS.has(role)) {
      here().inside.push(lineOf(node));
    }
    if (role !== 'image')
      (node.childIds ?? []).forEach((id) => nodes.has(id) && visit(nodes.get(id) as AxNode, within));
  };
  visit(root, [page]);
  return page;
}

/** The lines of a part; of many of one kind in one place only the first few, then their number. */
function linesOf({ inside }: Part, indent: string): string[] {
  const counts = new Map<string, number>();
  const shown = inside.flatMap((one) => {
    const kind = typeof one === 'string' ? (one.split(' ')[0] ?? '') : one.kind;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count > FEW && (typeof one === 'string' || one.level > 0)) return [];
    return typeof one === 'string' ? [indent + one] : [indent + one.line, ...linesOf(one, `${indent}  `)];
  });
  const more = [...counts].filter(([kind, count]) => count > FEW && !LANDMARKS.has(kind));
  return [...shown, ...more.map(([kind, count]) => `${indent}… ${count - FEW} × ${kind}`)];
}

/**
 * What screen readers are told of a page, as lines: landmarks, headings with their levels, links, buttons, fields,
 * pictures and tables, each with its name and state. Long lists are cut, so that a file of it can be read.
 */
export async function accessibilityTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  // With a screen reader at work, the browser tells what is not drawn yet too; this tool gets it only once it is drawn.
  await page.evaluate(() => {
    for (const group of document.querySelectorAll<HTMLElement>('.district-group'))
      group.style.contentVisibility = 'visible';
  });
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly AxNode[] };
  await session.detach();
  const [root] = nodes;
  if (root === undefined) throw new Error('no tree');
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  return `${lineOf(root)}\n${linesOf(partsOf(known, root), '  ').join('\n')}\n`;
}
