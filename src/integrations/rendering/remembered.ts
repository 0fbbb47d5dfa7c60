import type { renderComponent } from 'astro/compiler-runtime';
import { htmlOf, type Chunk, type Destination, type Rendered } from './chunks.ts';

/**
 * Components of which pages hold many alike. They depend on nothing but their props, whose objects never change: not on
 * the address of the page, not on slots.
 */
export const REMEMBERED = ['frame/Header.astro', 'frame/Footer.astro', 'station/StationRow.astro'];

/** So many of each are remembered; those of neighbouring pages come one after the other. */
const MOST = 500;

type Component = object & { readonly moduleId?: string };
type Props = Parameters<typeof renderComponent>[3];

const isListed = new WeakMap<object, boolean>();
/** Whether what a component renders is remembered. */
export function isRemembered(component: unknown): component is Component {
  if (typeof component !== 'function') return false;
  const { moduleId = '' } = component as Component;
  const known = isListed.get(component) ?? REMEMBERED.some((file) => moduleId.endsWith(`/components/${file}`));
  isListed.set(component, known);
  return known;
}

const numbers = new WeakMap<object, number>();
let last = 0;
/** The number that stands for an object while it lives. */
function numberOf(thing: object): number {
  const number = numbers.get(thing) ?? (last += 1);
  numbers.set(thing, number);
  return number;
}

/** A text that is the same for the same props: values by what they are, objects by which one it is. */
const keyOf = (props: Props): string =>
  JSON.stringify(
    Object.entries(props).map(([name, value]: [string, unknown]) => [
      name,
      typeof value,
      (typeof value === 'object' && value !== null) || typeof value === 'function' ? numberOf(value) : String(value),
    ]),
  );

/** Takes what is written, with all HTML between two instructions in one piece. */
class Taken implements Destination {
  readonly #pieces: Chunk[] = [];
  #html = '';

  write(chunk: Chunk): void {
    const html = htmlOf(chunk);
    if (html !== null) this.#html += html;
    else {
      this.#end();
      this.#pieces.push(chunk);
    }
  }

  #end(): void {
    if (this.#html !== '') this.#pieces.push(this.#html);
    this.#html = '';
  }

  get pieces(): readonly Chunk[] {
    this.#end();
    return this.#pieces;
  }
}

const memory = new WeakMap<object, Map<string, readonly Chunk[]>>();

/**
 * Renders a component, or writes once more what it rendered for the same props. `usual` renders it; where that has to wait
 * for something, this does too.
 */
export function remembered(
  component: Component,
  props: Props,
  usual: () => ReturnType<typeof renderComponent>,
): Rendered {
  const known = memory.get(component) ?? new Map<string, readonly Chunk[]>();
  memory.set(component, known);
  const key = keyOf(props);
  return {
    render(destination) {
      const kept = known.get(key);
      if (kept !== undefined) {
        for (const piece of kept) destination.write(piece);
        return undefined;
      }
      const taken = new Taken();
      const finish = () => {
        if (known.size >= MOST) known.clear();
        known.set(key, taken.pieces);
        for (const piece of taken.pieces) destination.write(piece);
      };
      const rendered = usual();
      const waiting = rendered instanceof Promise ? rendered.then((one) => one.render(taken)) : rendered.render(taken);
      if (waiting instanceof Promise) return waiting.then(finish);
      finish();
      return undefined;
    },
  };
}
