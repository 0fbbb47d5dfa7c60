import { lookUp, type LookupAnswer, type LookupFile, type PlaceAnswer, type StationAnswer } from '../domain/lookup.ts';
import { routes } from '../domain/routes.ts';

interface PagefindResult {
  readonly data: () => Promise<{
    url: string;
    excerpt: string;
    meta: { title?: string };
    filters: Record<string, string[]>;
  }>;
}

interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string, options: object) => Promise<{ results: PagefindResult[] }>;
}

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

/** Places have been answered by name already: the full text is for what has to be read. */
const TEXTS = { 类型: { any: ['政策', '解读', '案例', '服务', '领域', '说明', '数据'] } };

const link = (href: string, text: string) => {
  const element = el('a', text);
  element.href = href;
  return element;
};

/**
 * <search-page data-lookup data-pagefind>: answers `?q=`. Names and needs come from the lookup file at once; policies,
 * cases and services from the full-text index after it. If one fails, the other still answers.
 */
class SearchPage extends HTMLElement {
  #abort = new AbortController();
  #lookup: Promise<LookupFile> | null = null;
  #pagefind: Promise<Pagefind> | null = null;
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
    const [names, texts] = await Promise.allSettled([this.#names(query), this.#texts(query)]);
    if (turn !== this.#turn) return;
    const answer = names.status === 'fulfilled' ? names.value : null;
    const pages = texts.status === 'fulfilled' ? texts.value : [];
    const sections = [
      ...(answer === null ? [] : nameSections(answer, this.dataset['hotline'] ?? '')),
      ...textSection(pages),
    ];
    if (sections.length === 0) sections.push(this.#nothing(query));
    results.replaceChildren(...sections);
    const count = results.querySelectorAll('li').length;
    status.textContent = count === 0 ? `没找到“${query}”` : `“${query}”有 ${count} 条结果`;
    // The address keeps the words only when nothing in them is anybody's trouble.
    const harmless = answer !== null && answer.services.length === 0 && answer.crisis.length === 0;
    const search = harmless ? `?q=${encodeURIComponent(query)}` : '';
    history.replaceState(history.state, '', `${location.pathname}${search}`);
  }

  async #names(query: string): Promise<LookupAnswer> {
    this.#lookup ??= fetch(this.dataset['lookup'] ?? '').then((response) => response.json() as Promise<LookupFile>);
    return lookUp(await this.#lookup, query);
  }

  async #texts(query: string) {
    const base = this.dataset['pagefind'] ?? '';
    this.#pagefind ??= import(/* @vite-ignore */ `${base}pagefind.js`).then(async (module: Pagefind) => {
      await module.options({ baseUrl: this.dataset['home'] ?? '/', excerptLength: 40 });
      await module.init();
      return module;
    });
    const { results } = await (await this.#pagefind).search(query, { filters: TEXTS });
    return Promise.all(results.slice(0, 10).map(({ data }) => data()));
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

function nameSections(answer: LookupAnswer, hotline: string): HTMLElement[] {
  const sections: HTMLElement[] = [];
  if (answer.crisis.length > 0) {
    const numbers = answer.crisis.flatMap((number) => [link(`tel:${number}`, number), document.createTextNode(' ')]);
    sections.push(el('p', '', 'urgent', [el('b', '急事先打：'), ...numbers]));
  }
  if (answer.places.length > 0)
    sections.push(
      section(
        '负责您所在地的站',
        answer.places.map((place) => placeRow(place, hotline)),
      ),
    );
  if (answer.services.length > 0) {
    const rows = answer.services.map(({ id, name, summary }) =>
      el('li', '', '', [el('h3', '', '', [link(routes.service(id), name)]), el('p', summary)]),
    );
    sections.push(section('您可能需要', rows));
  }
  const shown = new Set(answer.places.flatMap(({ general, special }) => [general?.id, ...special.map(({ id }) => id)]));
  const others = answer.stations.filter(({ id }) => !shown.has(id));
  if (others.length > 0)
    sections.push(
      section(
        '站点',
        others.map((station) => el('li', '', '', [stationLine(station, hotline)])),
      ),
    );
  return sections;
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

function textSection(
  pages: readonly { url: string; excerpt: string; meta: { title?: string }; filters: Record<string, string[]> }[],
) {
  if (pages.length === 0) return [];
  const rows = pages.map(({ url, excerpt, meta, filters }) =>
    el('li', '', '', [
      el('h3', '', '', [link(url, meta.title ?? url)]),
      el('p', filters['类型']?.[0] ?? '', 'small'),
      markedText(excerpt),
    ]),
  );
  return [section('文中提到的', rows)];
}

/** Pagefind's excerpt is HTML with <mark>: take its text, mark by mark, and build the elements ourselves. */
function markedText(excerpt: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html').body;
  const parts = [...parsed.childNodes].map((node) =>
    node instanceof HTMLElement && node.localName === 'mark'
      ? el('mark', node.textContent ?? '')
      : document.createTextNode(node.textContent ?? ''),
  );
  return el('p', '', '', parts);
}

customElements.define('search-page', SearchPage);
