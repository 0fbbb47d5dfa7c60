/**
 * <term-note>: opens the definition of a word in the running text, right after it. Without JavaScript the word is a
 * link to the glossary.
 */
class TermNote extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    const word = this.querySelector('dfn');
    const text = this.querySelector<HTMLElement>('.term-text');
    if (word === null || text === null) throw new Error('<term-note> needs a <dfn> and .term-text');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'term-word';
    button.textContent = word.textContent;
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener(
      'click',
      () => {
        text.hidden = !text.hidden;
        button.setAttribute('aria-expanded', String(!text.hidden));
      },
      { signal: this.#abort.signal },
    );
    word.replaceChildren(button);
  }

  disconnectedCallback(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }
}

customElements.define('term-note', TermNote);
