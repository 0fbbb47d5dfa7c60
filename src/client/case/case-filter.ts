/**
 * <case-filter>: filters the list of cases in the page by topic. Owns the `hidden` attributes of the rows and `topic`
 * in the query string.
 */
class CaseFilter extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) throw new Error('<case-filter> needs a <form>');
    this.#abort = new AbortController();
    const asked = new URLSearchParams(location.search).getAll('topic');
    for (const box of form.querySelectorAll<HTMLInputElement>('input')) box.checked = asked.includes(box.value);
    form.addEventListener('input', () => this.#narrow(form, true), { signal: this.#abort.signal });
    form.hidden = false;
    this.#narrow(form, false);
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #narrow(form: HTMLFormElement, remember: boolean): void {
    const topics = new FormData(form).getAll('topic').map(String);
    let shown = 0;
    for (const row of this.querySelectorAll<HTMLElement>('li[data-topic]')) {
      row.hidden = topics.length > 0 && !topics.includes(row.dataset['topic'] ?? '');
      if (!row.hidden) shown += 1;
    }
    const status = form.querySelector('[role="status"]');
    if (status !== null) status.textContent = `${shown} 个案例`;
    if (!remember) return;
    const query = new URLSearchParams(topics.map((topic) => ['topic', topic])).toString();
    history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
  }
}

customElements.define('case-filter', CaseFilter);
