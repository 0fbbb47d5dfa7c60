/**
 * <clause-notes>: closes the interpretations on a policy page, shows a button that opens or closes them all, and opens
 * them for printing. Without JavaScript they are open.
 */
class ClauseNotes extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    const notes = [...this.querySelectorAll<HTMLDetailsElement>('details.interpretation')];
    const button = this.querySelector<HTMLButtonElement>('button.all-notes');
    if (button === null) throw new Error('<clause-notes> needs button.all-notes');
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    for (const note of notes) note.open = false;
    this.dataset['ready'] = '';
    button.hidden = notes.length === 0;
    const label = () => {
      button.textContent = notes.every(({ open }) => open) ? '收起全部解读' : '展开全部解读';
    };
    label();
    button.addEventListener(
      'click',
      () => {
        const open = !notes.every((note) => note.open);
        for (const note of notes) note.open = open;
        label();
      },
      { signal },
    );
    for (const note of notes) note.addEventListener('toggle', label, { signal });
    let closed: HTMLDetailsElement[] = [];
    const forPrint = () => {
      closed = notes.filter(({ open }) => !open);
      for (const note of closed) note.open = true;
    };
    const afterPrint = () => {
      for (const note of closed) note.open = false;
    };
    window.addEventListener('beforeprint', forPrint, { signal });
    window.addEventListener('afterprint', afterPrint, { signal });
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }
}

customElements.define('clause-notes', ClauseNotes);
