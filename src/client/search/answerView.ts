import type { Answer, Entry, PlaceAnswer, StationAnswer } from '../../search/types/answer.ts';
import { el, link } from '../browser/elements.ts';
import type { Ways } from './notes.ts';
import '../frame/quick-leave.ts';

export { fillGradually } from './gradually.ts';

/** One option of the list: its address, its description, and the elements that show it. */
export interface Choice {
  readonly href: string;
  /** Its kind, read out before the rest. */
  readonly kind: string;
  readonly body: readonly Node[];
  readonly weak?: boolean;
}

export type Href = (path: string) => string;

/** Creates groups of options whose ids are numbered through all groups. */
export function groupMaker(id: string) {
  let count = 0;
  return (title: string, choices: readonly Choice[], detail = '') => {
    const heading = el('p', 'search-group', title);
    heading.setAttribute('aria-hidden', 'true');
    if (detail !== '') heading.append(el('span', 'small', detail));
    const box = el('div', '', '', [heading, ...choices.map((choice) => option(choice, `${id}-${(count += 1)}`))]);
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', detail === '' ? title : `${title}，${detail}`);
    return box;
  };
}

/** The option groups of an answer; every option holds one real link. The ids of the options begin with `id`. */
export function answerOptions(answer: Answer, id: string, href: Href): HTMLElement[] {
  const group = groupMaker(id);
  const places = answer.asks
    ? [
        group(
          '名字一样，是哪一个？',
          answer.responsible.map((place) => askedChoice(place, answer, href)),
        ),
      ]
    : answer.responsible.map((place) =>
        group('负责您所在地的站（本站规则）', placeChoices(place, answer, href), place.basis.join(' → ')),
      );
  const entries = answer.groups.map(({ title, entries: rows, count: all }) =>
    group(
      answer.weak ? `${title}（可能相关）` : title,
      rows.map((row) => entryChoice(row, href)),
      all > rows.length ? `共${all}条` : '',
    ),
  );
  return [...places, ...entries];
}

function option({ href, kind, body, weak = false }: Choice, id: string): HTMLElement {
  const anchor = link(href, '', body);
  // The focus stays on the option: the link inside only holds its address.
  anchor.inert = true;
  // Browsers before Chrome 102, Safari 15.5 and Firefox 112 don't know that word.
  anchor.tabIndex = -1;
  const row = el('div', 'search-option', '', [anchor]);
  row.id = id;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  // The accessible name contains the visible text (WCAG 2.5.3); the tile counts as a picture.
  const shown = [...anchor.children].filter((part) => part.getAttribute('aria-hidden') !== 'true');
  row.setAttribute('aria-label', `${kind}，${shown.map((part) => part.textContent ?? '').join('')}`);
  if (weak) row.dataset['weak'] = '';
  return row;
}

/** The character of each type of station. */
export const MARKS = { 综合: '综', 专项: '专', 居村: '居' } as const;

function stationChoice(station: StationAnswer, { hotline }: Answer, href: Href, lead: boolean): Choice {
  const { name, phone, status, type, path } = station;
  const number = phone === '' ? hotline.number : phone;
  const state = status === '运行' ? '' : `（${status}）`;
  return {
    href: href(path),
    kind: `${type}站`,
    body: [
      tile(MARKS[type], status === '运行'),
      el('span', 'search-words', '', [
        el('b', '', `${name}${state}`),
        el('span', lead ? 'number search-phone' : 'number', number),
      ]),
    ],
  };
}

/** What is said of a real 街镇 without a 综合 station: a sample has none because nobody made one up. */
const noGeneral = () =>
  document.documentElement.dataset['kind'] === 'sample' ? '（示例里没有编综合站）' : '还没有综合社工站';

function placeChoices(place: PlaceAnswer, answer: Answer, href: Href): Choice[] {
  const { asked, general, own, special, missing, town, department } = place;
  const first = [asked, general, own].filter((station) => station !== null);
  const shown = new Set(first.map(({ id }) => id));
  const others = special.filter(({ id }) => !shown.has(id)).slice(0, 4);
  const choices = [
    ...first.map((station, at) => stationChoice(station, answer, href, at === 0)),
    ...others.map((station) => stationChoice(station, answer, href, false)),
  ];
  if (missing === null) return choices;
  const { number, name } = answer.hotline;
  const words = missing === '没有综合社工站' ? `${town.name}${noGeneral()}` : `还没有登记由谁负责${town.name}`;
  const whom = department.phone === '' ? `先打 ${number}（${name}）问` : `先问${department.name} ${department.phone}`;
  return [{ href: href(town.path), kind: '提示', body: [tile('—', false), lines(words, whom)] }, ...choices];
}

/** An option for one of several places with the same name, told apart by its district. */
function askedChoice(place: PlaceAnswer, { hotline }: Answer, href: Href): Choice {
  const { committee, town, general, own, asked } = place;
  const station = asked ?? general ?? own;
  const title = committee === null ? town.name : `${committee}（${town.name}）`;
  const whom = station === null ? `${noGeneral()}，先打热线问` : `找${station.name}`;
  const number = station === null || station.phone === '' ? hotline.number : station.phone;
  const detail = `${town.district}，${whom}`;
  return {
    href: href(station?.path ?? town.path),
    kind: '地方',
    body: [tile(station === null ? '—' : '综', station !== null), lines(title, detail, number)],
  };
}

const KIND_MARKS: Partial<Record<Entry['kind'], string>> = {
  综合站: '综',
  专项站: '专',
  居村站: '居',
  机构: '机',
  领域: '类',
  服务: '办',
  政策: '政',
  条款: '条',
  解读: '解',
  案例: '案',
  区: '区',
  街镇: '镇',
  居委会: '居',
  村委会: '村',
};

function entryChoice({ kind, title, path, detail, phone, weak, excerpt }: Entry, href: Href): Choice {
  const mark = KIND_MARKS[kind] ?? '页';
  const body = el('span', 'search-words', '', [el('b', '', title)]);
  if (phone !== '') body.append(el('span', 'number', phone));
  // The second line of a case says that it is a written story: a passage stands below it, never in its place.
  if (detail !== '' && (excerpt === undefined || kind === '案例')) body.append(el('span', 'small', detail));
  if (excerpt !== undefined) body.append(markedText(excerpt));
  return {
    href: href(path),
    kind,
    body: [tile(mark, !weak), body],
    weak,
  };
}

/** A tile that shows a kind as one character; the style sheet draws it, so that it is no part of the name. */
export function tile(mark: string, solid: boolean): HTMLElement {
  const box = el('span', solid ? 'tile tile-line' : 'tile tile-dashed');
  box.dataset['mark'] = mark;
  box.setAttribute('aria-hidden', 'true');
  return box;
}

export const lines = (title: string, detail: string, number = '') =>
  el('span', 'search-words', '', [
    el('b', '', title),
    el('span', 'small', detail),
    ...(number === '' ? [] : [el('span', 'number', number)]),
  ]);

function markedText({ text, marks }: NonNullable<Entry['excerpt']>): HTMLElement {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), el('mark', '', text.slice(from, to)));
    at = to;
  }
  return el('span', 'small', '', [...parts, text.slice(at)]);
}

/** The link 快速离开, for queries that may tell of a personal trouble. */
function leaveLink(leave: string): HTMLElement {
  return el('quick-leave', '', '', [link(leave, '快速离开')]);
}

/**
 * The elements above the list: emergency numbers, 快速离开, and how the query was understood. `leave` is the address of the
 * neutral page.
 */
export function answerPreface(answer: Answer, leave: string): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (answer.crisis.length > 0) {
    parts.push(
      el('p', 'urgent', '', [
        el('b', '', '有危险先打电话'),
        ...answer.crisis.map(({ number, purpose }) =>
          el('span', 'crisis', '', [link(`tel:${number}`, number), purpose.split('；')[0] ?? '']),
        ),
      ]),
    );
  }
  if (answer.sensitive && answer.groups.length > 0 && !answer.weak) parts.push(leaveLink(leave));
  if (answer.corrected !== null) parts.push(el('p', 'search-hint', `按“${answer.corrected}”查的`));
  if (answer.weak && (answer.groups.length > 0 || answer.responsible.length > 0)) {
    parts.push(el('p', 'search-hint', '没有完全匹配，下面的可能相关'));
  }
  if (answer.needsBuild) parts.push(el('p', 'search-hint', '开发时没有全文索引：npm run build 以后才查得到正文'));
  return parts;
}

/** The sentence that tells a screen reader how many options an answer has. */
export function answerStatus(answer: Answer, options: number): string {
  if (options === 0) return `没找到“${answer.query}”`;
  const [first] = answer.responsible;
  const lead = first === undefined || answer.asks ? '' : `，负责的是${first.general?.name ?? '还没有的站'}`;
  return `找到${options}条${lead}${answer.asks ? '，名字一样，请选一个' : ''}`;
}

/** The note for an answer without results: links to the directory by district and to the city hotline. */
function nothingFound({ query, hotline }: Answer, { stations }: Ways): HTMLElement[] {
  return [
    el('p', '', '', [el('b', '', `没找到“${query.slice(0, 40)}”。`)]),
    el('p', '', '', [
      '可以',
      link(stations, '按区找'),
      '，或者打 ',
      link(`tel:${hotline.number}`, hotline.number),
      `（${hotline.name}）问。`,
    ]),
  ];
}

/**
 * The elements after the list of suggestions: the link to all results, a note on sensitive queries, or the note that
 * nothing was found. Empty on the results page, unless nothing was found.
 */
export function wayOn(answer: Answer, options: number, settled: boolean, ways: Ways): HTMLElement[] {
  if (options === 0) return settled ? nothingFound(answer, ways) : [];
  if (ways.results === '') return [];
  if (answer.sensitive) return [el('p', 'small', '这些词不会写进网址，也不存。')];
  return [el('p', '', '', [link(`${ways.results}?q=${encodeURIComponent(answer.query.trim())}`, '全部结果')])];
}
