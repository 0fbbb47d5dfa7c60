import type { Answer, Entry } from '../../search/types/answer.ts';
import { el, link } from '../browser/elements.ts';
import type { Ways } from './notes.ts';
import { type Choice, groupMaker, type Href, tile } from './options.ts';
import { askedChoice, noGeneral, placeChoices } from './placeView.ts';
import '../frame/quick-leave.ts';

// What shows answers is one file for the browser: parts that come later take these from here.
export { fillGradually } from './gradually.ts';
export { groupMaker, lines, tile, type Choice, type Href } from './options.ts';
export { noGeneral, placeChoices } from './placeView.ts';

/** The option groups of an answer; every option holds one real link. The ids of the options begin with `id`. */
export function answerOptions(answer: Answer, id: string, href: Href): HTMLElement[] {
  const group = groupMaker(id);
  const places =
    // An address has a group of its own (`addressParts`).
    answer.address !== null
      ? []
      : answer.asks
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

/** Marks of kinds of entries that are not the first character of their word. */
const OTHER_MARKS: Partial<Record<Entry['kind'], string>> = { 领域: '类', 服务: '办', 街镇: '镇', 网页: '页' };

function entryChoice({ kind, title, path, detail, phone, weak, excerpt }: Entry, href: Href): Choice {
  const mark = OTHER_MARKS[kind] ?? kind.charAt(0);
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

function markedText({ text, marks }: NonNullable<Entry['excerpt']>): HTMLElement {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), el('mark', '', text.slice(from, to)));
    at = to;
  }
  return el('span', 'small', '', [...parts, text.slice(at)]);
}

const FOUND_BY = { 拼音: '按拼音查的', 首字母: '按拼音首字母查的', 曾用名: '您写的是以前的名字' } as const;

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
  if (answer.sensitive && !answer.isAddress && answer.groups.length > 0 && !answer.weak) parts.push(leaveLink(leave));
  if (answer.corrected !== null) parts.push(el('p', 'search-hint', `可能写错了，按“${answer.corrected}”查的`));
  if (answer.foundBy !== null) parts.push(el('p', 'search-hint', FOUND_BY[answer.foundBy]));
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
  const whom = first?.general === null ? `，${noGeneral()}` : `，负责的是${first?.general.name ?? ''}`;
  const lead = first === undefined || answer.asks ? '' : whom;
  return `找到${options}条${lead}${answer.asks ? '，名字一样，请选一个' : ''}`;
}

/** How somebody learns which 居委会 they live in. */
export const WHICH_COMMITTEE = '不知道归哪个居委会：看楼道公告栏、门口的牌子，问物业，或者问街道、镇。';

/** Where the names are in parts, one character leads to none of them. */
const ONE_CHARACTER = '一个字找不出是哪里，再写一个字。';

/** The note for an answer without results: links to the directory by district and to the city hotline. */
function nothingFound({ query, hotline }: Answer, { stations }: Ways): HTMLElement[] {
  return [
    el('p', '', '', [el('b', '', `没找到“${query.slice(0, 40)}”。`)]),
    el('p', '', '', [
      '可以',
      link(stations, import.meta.env.OF_MEMBERS ? '按城市找' : '按区找'),
      '，或者打 ',
      link(`tel:${hotline.number}`, hotline.number),
      `（${hotline.name}）问。`,
    ]),
    el('p', 'small', import.meta.env.OF_PARTS && query.trim().length < 2 ? ONE_CHARACTER : WHICH_COMMITTEE),
  ];
}

/**
 * The elements after the list of suggestions: the link to all results, a note on sensitive queries, or the note that
 * nothing was found. Empty on the results page, unless nothing was found.
 */
export function wayOn(answer: Answer, options: number, settled: boolean, ways: Ways): HTMLElement[] {
  return [...offerLater(answer, settled, ways), ...furtherWays(answer, options, settled, ways)];
}

/** A place for the offer to remember where the reader lives; its code comes after the answer. */
function offerLater(answer: Answer, settled: boolean, ways: Ways): HTMLElement[] {
  if (!settled || answer.responsible.length !== 1) return [];
  const place = el('div');
  void import('./rememberOffer.ts')
    .then(({ rememberOffer }) => place.append(...rememberOffer(answer, ways)))
    .catch(() => undefined);
  return [place];
}

function furtherWays(answer: Answer, options: number, settled: boolean, ways: Ways): HTMLElement[] {
  if (options === 0 && answer.address === null) return settled ? nothingFound(answer, ways) : [];
  if (ways.results === '') return [];
  if (answer.isAddress)
    return [
      el('p', 'small', '', [
        '地址不会写进网址，也不存。也可以',
        link(ways.stations, import.meta.env.OF_MEMBERS ? '按城市找' : '按区找'),
        '。',
      ]),
    ];
  if (answer.sensitive) return [el('p', 'small', '这些词不会写进网址，也不存。')];
  return [el('p', '', '', [link(`${ways.results}?q=${encodeURIComponent(answer.query.trim())}`, '全部结果')])];
}
