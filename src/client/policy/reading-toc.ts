/** <reading-toc>: marks the entry of the section that is being read with `aria-current`. */
class ReadingToc extends HTMLElement {
  #observer: IntersectionObserver | null = null;

  connectedCallback(): void {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (section !== null) links.set(section, link);
    }
    if (links.size === 0) throw new Error('<reading-toc> needs links to sections of this page');
    const inView = new Set<Element>();
    const follow = (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      const current = [...links.keys()].reverse().find((section) => inView.has(section));
      // Between two sections the previous mark stays.
      if (current === undefined) return;
      for (const [section, link] of links) {
        if (section === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    };
    // The section on a line a fifth down the screen counts as being read: a clause that was jumped to is there too.
    this.#observer = new IntersectionObserver(follow, { rootMargin: '-20% 0px -79% 0px' });
    for (const section of links.keys()) this.#observer.observe(section);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

customElements.define('reading-toc', ReadingToc);
