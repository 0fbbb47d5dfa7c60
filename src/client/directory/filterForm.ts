import { afterPicture } from '../browser/pictures.ts';

const ANY = ['q', 'district', 'field', 'type', 'open', 'verified'] as const;

/** What is chosen in the form, as the query of an address. */
export function queryOf(form: HTMLFormElement): URLSearchParams {
  const data = new FormData(form);
  const query = new URLSearchParams();
  for (const name of ANY) {
    for (const value of data.getAll(name))
      if (typeof value === 'string' && value.trim() !== '') query.append(name, value.trim());
  }
  return query;
}

/**
 * Whether the list has to be filtered as soon as its code is there: by what was chosen meanwhile (`whenTouched`), or by the
 * address, which the form then shows.
 */
export function isAsked(directory: HTMLElement, form: HTMLFormElement): boolean {
  if ('chosen' in directory.dataset) return true;
  const query = new URLSearchParams(location.search);
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox')
      control.checked = query.getAll(control.name).includes(control.value);
    else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      control.value = query.get(control.name) ?? '';
  }
  return location.search !== '';
}

/** Words as they are compared: neither width nor case nor spaces count. */
export const comparable = (words: string) => words.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

function summary(form: HTMLFormElement, query: URLSearchParams): string {
  const label = (name: string) => {
    const control = form.elements.namedItem(name);
    return control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.textContent ?? '') : '';
  };
  const parts = [
    query.get('q') ?? '',
    query.has('district') ? label('district') : '',
    query.has('field') ? label('field') : '',
    query.getAll('type').join('、'),
    query.has('open') ? '现在开放' : '',
    query.has('verified') ? '半年内核实过' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '全部' : parts.join(' · ');
}

/** What a directory found: how many, whether the search is still asked, whether the words tell an address. */
export interface Found {
  readonly count: number;
  readonly asks: boolean;
  readonly isAddress: boolean;
}

/** Says in the directory how many were found, and a moment later puts the query into the address. */
export function tellFound(
  directory: HTMLElement,
  form: HTMLFormElement,
  query: URLSearchParams,
  { count, asks, isAddress }: Found,
): void {
  const status = directory.querySelector('[role="status"]');
  const none = asks ? '正在查找……' : '没有合适的站。可以少选一项，或打12345问。';
  const words = count === 0 ? none : `${count}个站`;
  const hotline = document.documentElement.dataset['hotline'] ?? '12345';
  if (status !== null) status.textContent = words.replace('12345', hotline);
  const note = directory.querySelector('.filter-summary');
  if (note !== null) note.textContent = summary(form, query);
  // Words that match no station may tell of a personal trouble: they are kept out of the address, as doors are.
  const shared = new URLSearchParams(query);
  if (count === 0 || isAddress) shared.delete('q');
  const search = shared.toString();
  // Browsers lay a page out before they change its address: the picture of the answer comes first.
  afterPicture(() =>
    history.replaceState(history.state, '', `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`),
  );
}

/** The map is told so many milliseconds after the list has answered: of two questions in haste it gets the last. */
const MAP_LATER = 200;

/** Makes a function that tells the map a moment later which stations a directory shows; null means all. */
export function mapTeller(directory: HTMLElement): (ids: () => ReadonlySet<string> | null) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (ids) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => directory.dispatchEvent(new CustomEvent('directory-change', { bubbles: true, detail: ids() })),
      MAP_LATER,
    );
  };
}
