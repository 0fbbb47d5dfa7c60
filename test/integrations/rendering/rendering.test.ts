import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createComponent, render, renderComponent as usual } from 'astro/compiler-runtime';
import { renderScript } from 'astro/runtime/server/index.js';
import { chunkToString } from 'astro/runtime/server/render/common.js';
import { describe, expect, it } from 'vitest';
import { REMEMBERED } from '../../../src/integrations/rendering/remembered.ts';
import { renderComponent } from '../../../src/integrations/rendering/runtime.ts';

type Arguments = Parameters<typeof usual>;
type Result = Arguments[0];

const COMPONENTS = fileURLToPath(new URL('../../../src/components/', import.meta.url));

/** What Astro keeps of one page while it renders it, as far as components look at it. */
const page = () =>
  ({
    renderers: [],
    clientDirectives: new Map(),
    componentMetadata: new Map(),
    inlinedScripts: new Map([['part.ts', 'part()']]),
    _metadata: { renderedScripts: new Set(), templateDepth: 0, hasRenderedHead: true },
  }) as unknown as Result;

/** What a component writes into a page. */
async function written(to: Result, rendered: ReturnType<typeof usual>): Promise<string> {
  let html = '';
  const instance = await rendered;
  await instance.render({ write: (chunk) => void (html += chunkToString(to, chunk as string)) });
  return html;
}

interface Element {
  readonly what: string;
  readonly tag: string;
  /** Made anew each time, because Astro changes them. */
  readonly props: () => Arguments[3];
  readonly slot?: () => unknown;
}
const ELEMENTS: readonly Element[] = [
  { what: 'an empty element', tag: 'read-aloud', props: () => ({ hidden: true }) },
  {
    what: 'attributes that are missing, false or empty',
    tag: 'open-state',
    props: () => ({ 'data-a': undefined, 'data-b': false, c: '' }),
  },
  { what: 'attributes with signs', tag: 'copy-button', props: () => ({ 'data-text': `<a href="x">&'` }) },
  {
    what: 'a list of classes before other attributes',
    tag: 'view-switch',
    props: () => ({ 'class:list': ['a', false, 'b'], id: 'x' }),
  },
  { what: 'an empty list of classes', tag: 'view-switch', props: () => ({ 'class:list': [false], id: 'x' }) },
  {
    what: 'a class and a list of classes',
    tag: 'view-switch',
    props: () => ({ class: 'z', 'class:list': ['a'], id: 'x' }),
  },
  {
    what: 'text and numbers',
    tag: 'h3',
    props: () => ({}),
    slot: () => render`<b>${'<徐家汇>'}</b>${24}${0}${null}${['a', 'b']}`,
  },
  { what: 'an element without an end', tag: 'br', props: () => ({}) },
  {
    what: 'what it has to wait for',
    tag: 'search-box',
    props: () => ({}),
    slot: () => render`<p>${Promise.resolve('later')}</p>!`,
  },
];

describe('an element that Astro takes for a component', () => {
  it.each(ELEMENTS)('has the bytes of Astro with $what', async ({ tag, props, slot }) => {
    const slots = slot === undefined ? {} : ({ default: slot } as unknown as NonNullable<Arguments[4]>);
    const [own, theirs] = [page(), page()];
    expect(await written(own, renderComponent(own, tag, tag, props(), slots))).toBe(
      await written(theirs, usual(theirs, tag, tag, props(), slots)),
    );
  });

  it('lets a script inside stand before it, once on a page', async () => {
    const slots = (to: Result) =>
      ({ default: () => render`<p>${renderScript(to, 'part.ts')}</p>` }) as unknown as NonNullable<Arguments[4]>;
    const [own, theirs] = [page(), page()];
    const twice = async (to: Result, by: typeof usual) =>
      (await written(to, by(to, 'a-b', 'a-b', {}, slots(to)))) +
      (await written(to, by(to, 'a-b', 'a-b', {}, slots(to))));
    const html = await twice(own, renderComponent);
    expect(html).toBe(await twice(theirs, usual));
    expect(html).toMatch(/^<script[^>]*>part\(\)<\/script><a-b>/u);
    expect(html.match(/<script/gu)).toHaveLength(1);
  });
});

/** A component at the place of a remembered one that counts how often it renders, and writes a script. */
function counting() {
  const seen: unknown[] = [];
  const component = createComponent(
    ((to: Result, props: Record<string, { name: string } | string>) => {
      seen.push(props);
      const { view } = props;
      return render`<li>${typeof view === 'object' ? view.name : view}</li>${renderScript(to, 'part.ts')}`;
    }) as unknown as Parameters<typeof createComponent>[0],
    `/anywhere/src/components/${REMEMBERED[0]}`,
  );
  const on = (to: Result, props: Record<string, unknown>) => written(to, renderComponent(to, 'Row', component, props));
  return { seen, on };
}

describe('a remembered component', () => {
  it('renders once for the same props, and still brings its script to each page', async () => {
    const { seen, on } = counting();
    const view = { name: '外滩' };
    const pages = [await on(page(), { view, isSample: true }), await on(page(), { view, isSample: true })];
    expect(pages[0]).toMatch(/^<li>外滩<\/li><script/u);
    expect(pages[1]).toBe(pages[0]);
    expect(seen).toHaveLength(1);
  });

  it('renders anew for each other value, also one that reads the same, and for another object that holds the same', async () => {
    const { seen, on } = counting();
    for (const props of [
      { view: '1' },
      { view: 1 },
      { view: '1', more: undefined },
      { view: '1', more: 'undefined' },
      { view: { name: '1' } },
      { view: { name: '1' } },
    ])
      expect(await on(page(), props)).toMatch(/^<li>1</u);
    expect(seen).toHaveLength(6);
  });

  /** The files of a component and of all components in it. */
  function filesOf(file: string): readonly string[] {
    const inside = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.astro)'/gu)];
    return [file, ...inside.flatMap(([, path = '']) => filesOf(join(dirname(file), path)))];
  }

  it.each(REMEMBERED)('asks for nothing but its props: %s', (name) => {
    expect(existsSync(join(COMPONENTS, name))).toBe(true);
    for (const file of filesOf(join(COMPONENTS, name)))
      expect(readFileSync(file, 'utf8'), file).not.toMatch(
        /Astro\.(?!props\b)|<slot|\bawait\b|Math\.random|Date\.now/u,
      );
  });
});
