import { shapeOf } from '../../domain/map/marker.ts';
import { decodeHours } from '../../domain/station/hours/code.ts';
import { kindWords, type ListFile } from '../../domain/station/listing.ts';
import { type OpenState, openState } from '../../domain/station/openState.ts';
import { isStatus, STATION_TYPES, type StationType } from '../../domain/station/station.ts';
import { formatMonth } from '../../domain/time/dates.ts';
import { calendar, freshness, now } from '../browser/clock.ts';
import { el, link } from '../browser/elements.ts';
import { comparable } from './filterForm.ts';

/** One station of a long list: what filters compare, and what its row shows. */
export interface LongRow {
  readonly id: string;
  readonly name: string;
  readonly type: StationType;
  readonly mark: string;
  readonly exact: boolean;
  readonly town: string;
  readonly district: string;
  readonly districtName: string;
  readonly field: string | undefined;
  readonly kind: string;
  readonly phone: string;
  readonly tel: string;
  readonly place: string;
  readonly hours: string | undefined;
  readonly plain: string;
  readonly verified: string | undefined;
  readonly status: string;
  readonly from: string;
  readonly until: string;
  /** Everything that words are looked for in. */
  readonly text: string;
}

/** The stations of a list file, in its order. */
export function rowsOf({ districts, towns, fields, hours, rows }: ListFile): LongRow[] {
  const districtNames = new Map(districts);
  return rows.map(
    ([id, name, type, mark, exact, townAt, fieldAt, phone, tel, place, hoursAt, verified, status, from, until]) => {
      const [town = '', townName = ''] = towns[townAt] ?? [];
      const [field, fieldName] = fields[fieldAt] ?? [];
      const [code, plain = '去之前先打电话'] = hours[hoursAt] ?? [];
      const district = town.slice(0, 6);
      const districtName = districtNames.get(district) ?? '';
      const kind = kindWords(STATION_TYPES[type] ?? '综合', fieldName);
      return {
        id,
        name,
        type: STATION_TYPES[type] ?? '综合',
        mark,
        exact: exact === 1,
        town,
        district,
        districtName,
        field,
        kind,
        phone,
        tel,
        place,
        hours: code,
        plain,
        verified: verified === '' ? undefined : verified,
        status,
        from,
        until,
        text: comparable([districtName, townName, name, phone, kind, place, id].join('')),
      };
    },
  );
}

/** Answers whether a station is open now; stations of the same hours and state are worked out once. */
export function openNow(): (row: LongRow) => OpenState {
  const known = new Map<string, OpenState>();
  const [clock, holidays] = [now(), calendar()];
  return ({ hours, verified, status, from, until }) => {
    const fresh = freshness(verified);
    const key = [hours, fresh, status, from, until].join('|');
    let state = known.get(key);
    if (state === undefined) {
      state = openState(
        {
          hours: hours === undefined ? null : decodeHours(hours),
          status: isStatus(status) ? status : '运行',
          statusFrom: from === '' ? null : from,
          statusUntil: until === '' ? null : until,
          freshness: fresh,
        },
        clock,
        holidays,
      );
      known.set(key, state);
    }
    return state;
  };
}

function marker({ type, mark, exact }: LongRow): HTMLElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#${shapeOf(type, exact)}`);
  svg.append(use);
  const letter = el('span', '', mark);
  letter.setAttribute('aria-hidden', 'true');
  return el('span', exact ? 'marker' : 'marker marker-dashed', '', [svg, letter]);
}

function telephone({ phone, tel }: LongRow): HTMLElement {
  const hotline = document.documentElement.dataset['hotline'] ?? '12345';
  const [number = '', extension] = phone.split('转');
  const parts = [el('span', '', number), ...(extension === undefined ? [] : [el('span', '', `转${extension}`)])];
  if (phone !== '' && tel === '') return el('span', 'number', '', parts);
  const call = phone === '' ? link(`tel:${hotline}`, hotline) : link(`tel:${tel}`, '', parts);
  call.className = 'number';
  return call;
}

function state({ hours, verified, status, from, until, plain }: LongRow): HTMLElement {
  const element = el('open-state', 'state-line', '', [el('p', '', plain)]);
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
    const time = el('time', '', formatMonth(row.verified));
    time.dateTime = row.verified;
    verified.push(el('span', '', '', [time, '核实']));
  }
  const body = el('div', 'body', '', [
    el('h3', '', '', [link(`${base}stations/${row.id}/`, row.name)]),
    el('p', 'tel', '', [telephone(row)]),
    state(row),
    el('p', 'meta', '', [el('span', '', row.kind), address, ...verified]),
  ]);
  const item = el('li', '', '', [el('article', 'card', '', [marker(row), body])]);
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
