import type { Remark, Weight } from '../../domain/case/draftCheck.ts';
import { el, need } from '../browser/elements.ts';

const GROUPS: readonly { weight: Weight; title: string; tile: string; sign: string; head: string }[] = [
  { weight: 'stop', title: '必须改', tile: 'tile desk-tile-stop', sign: '改', head: 'desk-stop' },
  { weight: 'gap', title: '还没写', tile: 'tile tile-dashed', sign: '缺', head: '' },
  { weight: 'remind', title: '提醒', tile: 'tile tile-warn', sign: '提', head: 'desk-remind' },
];

/** Puts the remarks beside the text; pressing one calls `go`. */
export function showRemarks(desk: HTMLElement, remarks: readonly Remark[], go: (remark: Remark) => void): void {
  const counts = GROUPS.map(
    ({ weight, title }) => [title, remarks.filter((one) => one.weight === weight).length] as const,
  );
  const [[, stops] = ['', 0], [, gaps] = ['', 0]] = counts;
  const count = need(desk, '[data-rail-count]');
  const said =
    stops + gaps === 0 && remarks.length === 0
      ? '没有查出问题'
      : counts
          .filter(([, number]) => number > 0)
          .map(([title, number]) => `${title}${number}`)
          .join(' · ');
  if (count.textContent !== said) count.textContent = said;
  const tile = need(desk, '[data-rail-tile]');
  tile.textContent = stops > 0 ? '改' : gaps > 0 ? '缺' : '查';
  tile.className = stops > 0 ? 'tile desk-tile-stop' : gaps > 0 ? 'tile tile-dashed' : 'tile tile-line';
  const lists = GROUPS.flatMap(({ weight, title, tile: look, sign, head }) => {
    const own = remarks.filter((remark) => remark.weight === weight);
    if (own.length === 0) return [];
    const mark = el('span', look, sign);
    mark.setAttribute('aria-hidden', 'true');
    const items = own.map((remark) => {
      const button = el('button', 'copy', remark.message);
      button.type = 'button';
      button.addEventListener('click', () => go(remark));
      // What isn't written yet is explained beside its own field.
      return el('li', '', '', weight === 'gap' ? [button] : [button, el('small', '', remark.todo)]);
    });
    return [
      el('h2', head, '', [mark, `${title}（${own.length}）`]),
      el('ul', weight === 'gap' ? 'desk-gaps' : '', '', items),
    ];
  });
  const end = el('p', 'small', '检查会漏。存之前请再读一遍，最好请认识当事人的同事也读一遍。');
  need(desk, '[data-rail-lists]').replaceChildren(...lists, end);
}

/** Whether the remarks stand beside the form, and not over its foot. */
export const isWide = (desk: HTMLElement): boolean =>
  getComputedStyle(need(desk, '.desk')).gridTemplateColumns.split(' ').length > 1;

/** Goes to a field of the form, and marks the words in it. */
export function focusField(form: HTMLElement, { field, words }: Pick<Remark, 'field' | 'words'>): void {
  const name = field.replace(/^picture:\d+:/u, 'picture:');
  const control =
    form.querySelector<HTMLElement>(`#d-${CSS.escape(name.replace(/:/gu, '-'))}`) ??
    form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
  if (control === null) return;
  control.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
  if (words !== null && (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement))
    control.setSelectionRange(words.from, words.to);
}
