import { toCsv } from '../../domain/openData/csv.ts';
import { now } from '../browser/clock.ts';

const TITLES = ['站点编号', '站点名称', '类型', '区', '地址', '电话', '核实日期', '网址'];

const text = (row: HTMLElement, selector: string) => row.querySelector(selector)?.textContent?.trim() ?? '';

/** One row of the list as cells, in the order of the titles; its group is headed by the name of its district. */
export const cellsOf = ({
  row,
  group,
}: {
  readonly row: HTMLElement;
  readonly group: HTMLElement;
}): readonly string[] => [
  row.dataset['id'] ?? '',
  text(row, '.body a'),
  row.dataset['type'] ?? '',
  text(group, 'h2 a'),
  text(row, '[data-address]'),
  text(row, '.number'),
  row.querySelector<HTMLElement>('open-state')?.dataset['verified'] ?? '',
  row.querySelector<HTMLAnchorElement>('.body a')?.href ?? '',
];

/** Hands the reader a CSV file of these rows of cells, made in the page. */
export function downloadList(cells: readonly (readonly string[])[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toCsv(TITLES, cells)], { type: 'text/csv;charset=utf-8' }));
  const prefix = document.documentElement.dataset['kind'] === 'sample' ? 'sample-' : '';
  link.download = `${prefix}stations-${now().date}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
