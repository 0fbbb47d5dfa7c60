import type { AddressAnswer, AddressRow, Answer } from '../../search/types/answer.ts';
import { el, link } from '../browser/elements.ts';
import { type Choice, groupMaker, type Href, lines, noGeneral, placeChoices, WHICH_COMMITTEE } from './answerView.ts';

const WHOLE = '全部';

/** Days as 2026年11月23日. By the browser: the code of dates is on pages that never show an address, and larger when shared. */
const days = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' });

/** Where a row comes from, and of which day it is. */
const basisWords = ({ source, asAt }: AddressRow) =>
  `依据：${source}${asAt === null ? '，没有注明日期' : `，截至${days.format(new Date(asAt))}`}`;

/** The numbers of a row; with its name where other names stand beside it. */
function doorsOf({ name, extent }: AddressRow, named: boolean): string {
  if (!named) return extent;
  return extent === WHOLE ? name : name + extent;
}

/** An option for a run of numbers: the numbers left, the 居委会 right; `apart` says that other rows lie in other 街镇. */
function rowChoice(row: AddressRow, named: boolean, apart: boolean, href: Href): Choice {
  const { committee, town, general, own } = row.place;
  const station = general ?? own;
  const whom = station === null ? noGeneral() : `找${station.name}`;
  const detail = [row.parity, ...(apart ? [town.district + town.name, whom] : [])].filter((words) => words !== '');
  return {
    href: href(station?.path ?? town.path),
    kind: '门牌',
    body: [
      el('span', 'search-row', '', [
        el('span', 'search-doors', doorsOf(row, named)),
        lines(committee ?? town.name, detail.join('，'), station?.phone ?? ''),
      ]),
    ],
  };
}

function question({ written, exact, rows, more }: AddressAnswer): string {
  const [first] = rows;
  const count = new Set(rows.map(({ place }) => `${place.town.code} ${place.committee ?? ''}`)).size;
  if (!exact) return written === '' ? '没有完全一样的名字，是不是这里？' : `${written}，是不是这里？`;
  if (written !== first?.name) return `${written}登记了不止一处，是哪一处？`;
  return count === 1
    ? `${written}登记过的门牌，有没有您的？`
    : `${written}分属${more === 0 ? '' : '至少'}${count}个居委会，看您的门牌在哪一段`;
}

/** The group of options for an address: the stations where it belongs, or the places to choose from. */
function addressGroup(
  address: AddressAnswer,
  answer: Answer,
  group: ReturnType<typeof groupMaker>,
  href: Href,
): HTMLElement[] {
  const { kind, rows, more } = address;
  const [row] = rows;
  const [place] = answer.responsible;
  if (row === undefined) return [];
  if (kind === '查到' && place !== undefined) {
    const way = place.basis.join(' → ');
    return [group('负责您所在地的站（本站规则）', placeChoices(place, answer, href), way, basisWords(row))];
  }
  if (kind !== '要选') return [];
  const apart = rows.some(({ place: { town } }) => town.code !== row.place.town.code);
  const named = new Set(rows.map(({ name }) => name)).size > 1 || !address.exact || apart;
  const { town, general } = row.place;
  const all = apart ? '' : `都在${town.name}${general === null ? '' : `，找${general.name}`}`;
  const on = address.written === row.name ? '接着写门牌号' : '在前面写上区或者街道';
  const note = more === 0 ? '' : `还有${more}处没有列出，${on}`;
  return [
    group(
      question(address),
      rows.map((one) => rowChoice(one, named, apart, href)),
      all,
      [basisWords(row), note].filter((words) => words !== '').join('。'),
    ),
  ];
}

/** The note above the list where the table knows the road and not the number, or where the road is missing. */
function addressNote({ kind, written, rows }: AddressAnswer, hotline: Answer['hotline']): HTMLElement[] {
  if (kind === '缺路名')
    return [
      el('div', 'search-none', '', [
        el('p', '', '', [el('b', '', `只写了“${written}”，还不知道是哪条路。`)]),
        el('p', '', '把路名或者小区名写在前面。'),
      ]),
    ];
  if (kind !== '没有登记') return [];
  const near = rows.map((row) =>
    el('div', '', '', [
      el('dt', '', row.extent),
      el('dd', '', `${row.parity === '' ? '' : `${row.parity}，`}属${row.place.committee ?? row.place.town.name}`),
    ]),
  );
  return [
    el('div', 'search-none', '', [
      el('p', '', '', [el('b', '', `没有登记到这个门牌：${written}。`)]),
      ...(near.length === 0
        ? []
        : [el('p', '', '旁边登记过的门牌，只供参考，不一定同属一个居委会：'), el('dl', 'rows', '', near)]),
      el('p', '', '', ['打 ', link(`tel:${hotline.number}`, hotline.number), ` 问门牌属于哪个居委会。`]),
      el('p', 'small', WHICH_COMMITTEE),
    ]),
  ];
}

/** The sentence that tells a screen reader what an address came to. */
function addressStatus({ kind, written, rows, ...address }: AddressAnswer, { responsible }: Answer): string {
  const [place] = responsible;
  switch (kind) {
    case '查到':
      return place === undefined
        ? written
        : `${place.basis.join('，')}${place.general === null ? '，还没有综合社工站' : ''}`;
    case '要选':
      return `${question({ kind, written, rows, ...address })}有${rows.length}处，请选一个`;
    case '没有登记':
      return `没有登记到这个门牌：${written}${rows.length === 0 ? '' : '。上面是旁边登记过的门牌，只供参考'}`;
    case '缺路名':
      return `只写了${written}，还不知道是哪条路，请把路名写在前面`;
  }
}

/** What the panel shows of an answer to an address, before and beside what it shows of any other. */
export interface AddressParts {
  readonly before: readonly HTMLElement[];
  readonly groups: readonly HTMLElement[];
  readonly status: string;
}

/** The parts of an answer that the table of places gave; `id` begins the ids of the options. Null where it gave none. */
export function addressParts(answer: Answer, id: string, href: Href): AddressParts | null {
  const { address, hotline } = answer;
  if (address === null) return null;
  return {
    before: addressNote(address, hotline),
    groups: addressGroup(address, answer, groupMaker(`${id}-address`), href),
    status: addressStatus(address, answer),
  };
}
