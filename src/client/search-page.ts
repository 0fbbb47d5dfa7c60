import type { Answer, Entry, Group, PlaceAnswer, StationAnswer } from '../domain/answer.ts';
import { fromContent, routes } from '../domain/routes.ts';
import { Search } from './search.ts';

const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
  className = '',
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  if (text !== '') element.textContent = text;
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
};

const link = (href: string, text: string) => {
  const element = el('a', text);
  element.href = href;
  return element;
};

/**
 * <search-page data-lookup data-committees data-pagefind data-home>: answers `?q=` from the lookup at once and with the
 * full text after it. If one of them fails, the other still answers.
 */
class SearchPage extends HTMLElement {
  #abort = new AbortController();
  #search: Search | null = null;
  #turn = 0;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (form === null || input === null) throw new Error('<search-page> needs a <form> with an <input>');
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    let composing = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    input.addEventListener('compositionstart', () => (composing = true), { signal });
    input.addEventListener('compositionend', () => (composing = false), { signal });
    input.addEventListener(
      'input',
      () => {
        clearTimeout(timer);
        timer = setTimeout(() => composing || void this.#answer(input.value, false), 150);
      },
      { signal },
    );
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        void this.#answer(input.value, true);
      },
      { signal },
    );
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    if (input.value !== '') void this.#answer(input.value, false);
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  async #answer(query: string, asked: boolean): Promise<void> {
    const turn = (this.#turn += 1);
    const error = this.querySelector<HTMLElement>('.error');
    const empty = query.trim() === '';
    if (error !== null) error.hidden = !(empty && asked);
    this.querySelector('input')?.setAttribute('aria-invalid', String(empty && asked));
    const results = this.querySelector('.results');
    const status = this.querySelector('.search-status');
    if (results === null || status === null) throw new Error('<search-page> needs .results and .search-status');
    if (empty) {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    const hotline = this.dataset['hotline'] ?? '12345';
    this.#search ??= new Search({
      lookupUrl: routes.lookup(),
      committeesUrl: routes.lookup().replace(/lookup\.json$/u, 'committees.json'),
      pagefindUrl: routes.pagefind(),
      base: routes.home(),
    });
    const answer = await this.#search.full(query, this.#abort.signal).catch(() => null);
    if (turn !== this.#turn) return;
    const sections = answer === null ? [] : answerSections(answer, hotline);
    if (sections.length === 0) sections.push(this.#nothing(query));
    results.replaceChildren(...sections);
    const count = results.querySelectorAll('li').length;
    status.textContent = count === 0 ? `没找到“${query}”` : `“${query}”有 ${count} 条结果`;
    // The address keeps the words only when nothing in them is anybody's trouble.
    const search = answer === null || answer.sensitive ? '' : `?q=${encodeURIComponent(query)}`;
    history.replaceState(history.state, '', `${location.pathname}${search}`);
  }

  #nothing(query: string): HTMLElement {
    const hotline = this.dataset['hotline'] ?? '12345';
    const phone = link(`tel:${hotline}`, hotline);
    return el('div', '', 'empty', [
      el('p', '', '', [el('b', `没找到“${query}”。`)]),
      el('p', '', '', [document.createTextNode('可以在下面按区找，或者打 '), phone, document.createTextNode(' 问。')]),
    ]);
  }
}

const section = (title: string, rows: readonly HTMLElement[]) =>
  el('section', '', 'result-group', [el('h2', title, 'h'), el('ul', '', 'list', rows)]);

function answerSections(answer: Answer, hotline: string): HTMLElement[] {
  const sections: HTMLElement[] = [];
  if (answer.crisis.length > 0) {
    const numbers = answer.crisis.flatMap(({ number }) => [
      link(`tel:${number}`, number),
      document.createTextNode(' '),
    ]);
    sections.push(el('p', '', 'urgent', [el('b', '急事先打：'), ...numbers]));
  }
  if (answer.responsible.length > 0)
    sections.push(
      section(
        '负责您所在地的站',
        answer.responsible.map((place) => placeRow(place, hotline)),
      ),
    );
  sections.push(...answer.groups.map((group: Group) => section(group.title, group.entries.map(entryRow))));
  return sections;
}

function entryRow({ title, path, detail, excerpt }: Entry): HTMLElement {
  const row = el('li', '', '', [el('h3', '', '', [link(fromContent(path), title)]), el('p', detail, 'small')]);
  if (excerpt !== undefined) row.append(markedText(excerpt));
  return row;
}

function stationLine({ id, name, phone }: StationAnswer, hotline: string): HTMLElement {
  return el('p', '', 'result-station', [
    link(routes.station(id), name),
    el('b', phone === '' ? hotline : phone, 'number'),
  ]);
}

function placeRow({ basis, town, general, special }: PlaceAnswer, hotline: string): HTMLElement {
  const row = el('li', '', '', [el('p', `${town.district} · ${basis.join(' → ')}`, 'small')]);
  if (general === null) {
    row.append(
      el('p', `${town.name}还没有综合社工站，先打 ${hotline} 问。`),
      el('p', '', '', [link(routes.town(town.code), `看${town.name}的情况`)]),
    );
  } else {
    const line = stationLine(general, hotline);
    line.classList.add('lead-answer');
    row.append(line);
  }
  if (special.length > 0) {
    const links = special.flatMap(({ id, name }, at) => [
      ...(at > 0 ? [document.createTextNode('、')] : []),
      link(routes.station(id), name),
    ]);
    row.append(el('p', '', 'small', [document.createTextNode('专门的站：'), ...links]));
  }
  return row;
}

function markedText({ text, marks }: NonNullable<Entry['excerpt']>): HTMLElement {
  const parts: Node[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(document.createTextNode(text.slice(at, from)), el('mark', text.slice(from, to)));
    at = to;
  }
  return el('p', '', '', [...parts, document.createTextNode(text.slice(at))]);
}

customElements.define('search-page', SearchPage);
