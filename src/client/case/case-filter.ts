/**
 * <case-filter>: filters the list of cases in the page. The boxes of one name are choices of which one must hold; a row
 * holds its values in `data-` attributes of these names. Owns the `hidden` attributes of the rows and these names in
 * the query string.
 */
class CaseFilter extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) throw new Error('<case-filter> needs a <form>');
    this.#abort = new AbortController();
    const asked = new URLSearchParams(location.search);
    for (const box of form.querySelectorAll<HTMLInputElement>('input'))
      box.checked = asked.getAll(box.name).includes(box.value);
    form.addEventListener('input', () => this.#narrow(form, true), { signal: this.#abort.signal });
    this.#narrow(form, false);
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #narrow(form: HTMLFormElement, remember: boolean): void {
    const chosen = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
    const names = [...new Set(chosen.map(([name]) => name))];
    let shown = 0;
    for (const row of this.querySelectorAll<HTMLElement>('.case-list > li')) {
      const fits = (name: string) => chosen.some(([one, value]) => one === name && row.dataset[name] === value);
      row.hidden = !names.every(fits);
      if (!row.hidden) shown += 1;
    }
    const status = form.querySelector('[role="status"]');
    if (status !== null) status.textContent = `${shown}个案例`;
    if (!remember) return;
    const query = new URLSearchParams(chosen.map(([name, value]) => [name, value])).toString();
    history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
  }
}

customElements.define('case-filter', CaseFilter);
