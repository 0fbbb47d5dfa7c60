import type { GroupTitle, SearchFilters } from '../../search/types/answer.ts';

/** The answer groups that each choice of 类型 on the results page stands for. */
const GROUPS: Readonly<Record<string, readonly GroupTitle[]>> = {
  places: ['站点', '地方'],
  services: ['服务'],
  policies: ['政策'],
  cases: ['案例'],
};

const selects = (box: HTMLElement) => [...box.querySelectorAll('select')];

/** Sets the filters of the results page from the query string of its address. */
export function restoreFilters(box: HTMLElement, address: URLSearchParams): void {
  for (const select of selects(box)) select.value = address.get(select.name) ?? '';
}

/** The filters that are chosen on the results page, and the fields that the page is about, as the search takes them. */
export function chosenFilters(box: HTMLElement): SearchFilters {
  const chosen = (name: string) => selects(box).find((select) => select.name === name)?.selectedOptions[0];
  const groups = GROUPS[chosen('type')?.value ?? ''];
  const district = chosen('district');
  const { fields } = box.dataset;
  return {
    ...(groups === undefined ? {} : { groups }),
    ...(district === undefined || district.value === '' ? {} : { district: district.textContent.trim() }),
    ...(fields === undefined ? {} : { fields: fields.split(' ') }),
  };
}

/** The query string for a query and the chosen filters, with `?`; empty where there is neither. */
export function addressOf(box: HTMLElement, words: string): string {
  const search = new URLSearchParams(words === '' ? {} : { q: words });
  for (const { name, value } of selects(box)) if (value !== '') search.set(name, value);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
