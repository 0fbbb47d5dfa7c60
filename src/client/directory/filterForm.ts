import { need } from '../browser/elements.ts';

const ANY = ['q', 'district', 'field', 'type', 'open', 'verified'] as const;

/** Makes the filters of a directory ready: folded where the window is narrow, its buttons shown. */
export function readyFilters(directory: HTMLElement): void {
  const details = need<HTMLDetailsElement>(directory, 'details.filters');
  if (matchMedia('(max-width: 46rem)').matches) details.open = false;
  details.classList.remove('unready');
  for (const awaiting of directory.querySelectorAll('.awaits')) awaiting.classList.remove('awaits');
}

/** Fills the form of the filters with what stands in the address of the page. */
export function restore(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      control.checked = query.getAll(control.name).includes(control.value);
    } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = query.get(control.name) ?? '';
    }
  }
}

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

/** What a directory found: ids in their order, whether the search is still asked, whether the words tell an address. */
export interface Found {
  readonly shown: readonly string[];
  readonly asks: boolean;
  readonly isAddress: boolean;
}

/**
 * Says in the directory how many were found, and puts the query into the address. Answers how to tell the map, which may
 * take longer.
 */
export function tellFound(
  directory: HTMLElement,
  form: HTMLFormElement,
  query: URLSearchParams,
  { shown, asks, isAddress }: Found,
): () => void {
  const status = directory.querySelector('[role="status"]');
  const none = asks ? '正在查找……' : '没有合适的站。可以少选一项，或打12345问。';
  const words = shown.length === 0 ? none : `${shown.length}个站`;
  const hotline = document.documentElement.dataset['hotline'] ?? '12345';
  if (status !== null) status.textContent = words.replace('12345', hotline);
  const note = directory.querySelector('.filter-summary');
  if (note !== null) note.textContent = summary(form, query);
  const narrowed = query.toString() !== '';
  // Words that match no station may tell of a personal trouble: they are kept out of the address, as doors are.
  if (shown.length === 0 || isAddress) query.delete('q');
  const search = query.toString();
  history.replaceState(history.state, '', `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`);
  const detail = narrowed ? new Set(shown) : null;
  return () => directory.dispatchEvent(new CustomEvent('directory-change', { bubbles: true, detail }));
}
