import { renderSlot, spreadAttributes, type renderComponent } from 'astro/compiler-runtime';
import { htmlOf, type Chunk, type Destination, type Rendered } from './chunks.ts';

type Arguments = Parameters<typeof renderComponent>;
type Result = Arguments[0];
type Props = Arguments[3];
type Slots = NonNullable<Arguments[4]>;

const isOwn = (name: string) => !name.startsWith('client:') && !name.startsWith('server:');
/** Elements without an end. */
const VOID = /^(?:area|base|br|col|command|embed|hr|img|input|keygen|link|meta|param|source|track|wbr)$/iu;

/**
 * Whether a component is only a tag: an element with a dash in its name, or one whose name comes from a variable
 * (`<Heading>`), with nothing that Astro's own function would have to look at.
 */
export const isPlainElement = (component: unknown, props: Props, slots: Slots): component is string =>
  typeof component === 'string' &&
  /^[\w-]+$/u.test(component) &&
  Object.keys(props).every(isOwn) &&
  !('class' in props && 'class:list' in props) &&
  Object.keys(slots).every((name) => name === 'default');

/** What was written into an element: its HTML, and what Astro writes before the element. */
class Content implements Destination {
  html = '';
  /** Scripts come after everything else. */
  readonly before: Chunk[] = [];
  readonly scripts: Chunk[] = [];

  write(chunk: Chunk): void {
    const html = htmlOf(chunk);
    if (html !== null) this.html += html;
    else if (typeof chunk === 'string' || chunk instanceof Response) return;
    else if ('chunks' in chunk) {
      this.html += chunk.toString();
      this.before.push(...(chunk.instructions ?? []));
      this.scripts.push(...chunk.chunks.filter((part) => typeof part !== 'string'));
    } else if ('type' in chunk) (chunk.type === 'script' ? this.scripts : this.before).push(chunk);
  }
}

/** The attributes with that of `class:list` last, where Astro puts it. */
function withClassLast({ 'class:list': classes, ...others }: Props): Props {
  return classes === undefined ? others : { ...others, 'class:list': classes };
}

/**
 * Renders an element with a dash in its name, or one whose name comes from a variable, at once. Astro's own function
 * waits for such elements as for those of frameworks, and holds back what follows on the page.
 */
export function elementOf(result: Result, tag: string, props: Props, slot: Slots[string] | undefined): Rendered {
  const inner = slot?.(result);
  return {
    render(destination) {
      const content = new Content();
      const finish = () => {
        for (const chunk of [...content.before, ...content.scripts]) destination.write(chunk);
        const open = `<${tag}${String(spreadAttributes(withClassLast(props), tag))}`;
        const rest = content.html === '' && VOID.test(tag) ? '/>' : `>${content.html}</${tag}>`;
        destination.write(open + rest);
      };
      const waiting = inner === undefined ? undefined : renderSlot(result, () => inner).render(content);
      if (waiting instanceof Promise) return waiting.then(finish);
      finish();
      return undefined;
    },
  };
}
