import type { GroupTitle, SearchFilters } from '../../search/types/answer.ts';

/** What the choice of a kind on the results page stands for. */
const GROUPS: Readonly<Record<string, readonly GroupTitle[]>> = {
  places: ['站点', '地方'],
  services: ['服务'],
  policies: ['政策'],
  cases: ['案例'],
};

const selects = (box: HTMLElement) => [...box.querySelectorAll('select')];

/** Chooses what an address says. */
export function restoreFilters(box: HTMLElement, address: URLSearchParams): void {
  for (const select of selects(box)) select.value = address.get(select.name) ?? '';
}

/** What is chosen, for the search; a district by its name. */
export function chosenFilters(box: HTMLElement): SearchFilters {
  const chosen = (name: string) => selects(box).find((select) => select.name === name)?.selectedOptions[0];
  const groups = GROUPS[chosen('type')?.value ?? ''];
  const district = chosen('district');
  return {
    ...(groups === undefined ? {} : { groups }),
    ...(district === undefined || district.value === '' ? {} : { district: district.textContent.trim() }),
  };
}

/** The query string for words and choices, from `?` on, or empty. */
export function addressOf(box: HTMLElement, words: string): string {
  const search = new URLSearchParams(words === '' ? {} : { q: words });
  for (const { name, value } of selects(box)) if (value !== '') search.set(name, value);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
