import { formatMonth } from '../../domain/time/dates.ts';
import { el, link } from '../browser/elements.ts';
import type { LongRow } from './longList.ts';

function telephone({ phone, tel }: LongRow): HTMLElement {
  const hotline = document.documentElement.dataset['hotline'] ?? '12345';
  const [number = '', extension] = phone.split('转');
  const parts = extension === undefined ? [number] : [el('span', '', number), el('span', '', `转${extension}`)];
  if (phone !== '' && tel === '') return el('span', 'number', '', parts);
  const call = phone === '' ? link(`tel:${hotline}`, hotline) : link(`tel:${tel}`, '', parts);
  call.className = 'number';
  return call;
}

function state({ hours, verified, status, from, until, plain }: LongRow): HTMLElement {
  const element = el('open-state', 'state-line', plain);
  const facts = { variant: 'row', hours, verified, status, from, until };
  for (const [name, value] of Object.entries(facts)) if (value) element.dataset[name] = value;
  return element;
}

/** The row of a station, as the pages of the districts have it; `base` is the path of the site. */
export function rowElement(row: LongRow, base: string): HTMLLIElement {
  const address = el('span', '', row.place);
  address.dataset['address'] = '';
  const verified: HTMLElement[] = [];
  if (row.verified !== undefined) {
    const time = el('time', '', `${formatMonth(row.verified)}核实`);
    time.dateTime = row.verified;
    verified.push(time);
  }
  const marker = el('span', row.exact ? 'mark' : 'mark mark-dashed');
  marker.dataset['mark'] = row.mark;
  marker.setAttribute('aria-hidden', 'true');
  const body = el('div', 'body', '', [
    el('h3', '', '', [link(`${base}stations/${row.id}/`, row.name)]),
    el('p', 'tel', '', [telephone(row)]),
    state(row),
    el('p', 'meta', '', [el('span', '', row.kind), address, ...verified]),
  ]);
  const item = el('li', 'card', '', [marker, body]);
  Object.assign(item.dataset, { id: row.id, type: row.type, town: row.town });
  return item;
}

/** The row as the cells of a downloaded list, in the order of its titles. */
export const longCells = (row: LongRow, base: string): readonly string[] => [
  row.id,
  row.name,
  row.type,
  row.districtName,
  row.place,
  row.phone,
  row.verified ?? '',
  new URL(`${base}stations/${row.id}/`, location.href).href,
];
