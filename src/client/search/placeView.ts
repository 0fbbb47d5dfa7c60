import type { Answer, PlaceAnswer, StationAnswer } from '../../search/types/answer.ts';
import { el } from '../browser/elements.ts';
import { type Choice, type Href, lines, tile } from './options.ts';

function stationChoice(station: StationAnswer, { hotline }: Answer, href: Href, lead: boolean): Choice {
  const { name, phone, status, type, path } = station;
  const number = phone === '' ? hotline.number : phone;
  const state = status === '运行' ? '' : `（${status}）`;
  return {
    href: href(path),
    kind: `${type}站`,
    body: [
      tile(type.charAt(0), status === '运行'),
      el('span', 'search-words', '', [
        el('b', '', `${name}${state}`),
        el('span', lead ? 'number search-phone' : 'number', number),
      ]),
    ],
  };
}

/** What is said of a real 街镇 without a 综合 station: a sample has none because nobody made one up. */
export const noGeneral = () =>
  document.documentElement.dataset['kind'] === 'sample' ? '（示例里没有编综合站）' : '还没有综合社工站';

/** The stations responsible for a place, or whom to ask where there is none. */
export function placeChoices(place: PlaceAnswer, answer: Answer, href: Href): Choice[] {
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
export function askedChoice(place: PlaceAnswer, { hotline }: Answer, href: Href): Choice {
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
