/** Creates an element with a class, a text and children. The text is never parsed as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className?: string,
  text?: string,
  children?: readonly (Node | string)[],
): HTMLElementTagNameMap[K];
export function el(tag: string, className?: string, text?: string, children?: readonly (Node | string)[]): HTMLElement;
export function el(tag: string, className = '', text = '', children: readonly (Node | string)[] = []): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  element.append(...children);
  return element;
}

/** Creates a link. */
export function link(href: string, text = '', children: readonly (Node | string)[] = []): HTMLAnchorElement {
  const element = el('a', '', text, children);
  element.href = href;
  return element;
}

/**
 * The first element inside a custom element that matches a selector; throws an error that names the selector where
 * there is none.
 */
export function need<E extends HTMLElement>(parent: HTMLElement, selector: string): E {
  const found = parent.querySelector<E>(selector);
  if (found === null) throw new Error(`<${parent.localName}> needs ${selector}`);
  return found;
}
