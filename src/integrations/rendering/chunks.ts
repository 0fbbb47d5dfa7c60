import type { renderComponent } from 'astro/compiler-runtime';

/** What Astro renders: something that writes itself into a destination. */
export type Rendered = Awaited<ReturnType<typeof renderComponent>>;
export type Destination = Parameters<Rendered['render']>[0];
/** A piece of a page: HTML, or an instruction for its end, such as to write a script once. */
export type Chunk = Parameters<Destination['write']>[0];

const decoder = new TextDecoder();

/** The HTML of a piece; null for an instruction, and for HTML that carries instructions with it. */
export function htmlOf(chunk: Chunk): string | null {
  // Numbers in a template are written as they are.
  if (typeof chunk !== 'object') return String(chunk);
  if (chunk instanceof String) return 'chunks' in chunk ? null : chunk.toString();
  return ArrayBuffer.isView(chunk) ? decoder.decode(chunk) : null;
}
