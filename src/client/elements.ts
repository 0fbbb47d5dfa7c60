/** A new element with a class, a text and children; texts are never read as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  text = '',
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  element.append(...children);
  return element;
}

/** A new link. */
export function link(href: string, text = '', children: readonly Node[] = []): HTMLAnchorElement {
  const element = el('a', '', text, children);
  element.href = href;
  return element;
}
