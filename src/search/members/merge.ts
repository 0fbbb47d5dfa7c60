import { GROUP_TITLES, SHOWN, sideBySide, withoutMostWeak } from '../answers/groups.ts';
import type { Member } from '../files/members.ts';
import { EQUAL } from '../match/scores.ts';
import type { AddressAnswer, Answer, Entry, Group, PlaceAnswer, StationAnswer } from '../types/answer.ts';

/** So many places that are equally meant are shown. */
const PLACES_SHOWN = 8;

const joined = (...words: readonly string[]) => words.filter((word) => word !== '').join(' · ');

/** The answer of one member with the addresses of its pages, and words that say which member that is and of which day. */
export function answerOf(member: Member, answer: Answer): Answer {
  const label = `${member.name}（${member.note}）`;
  const to = (path: string) => member.address.replace(/\/$/u, '') + path;
  const station = (one: StationAnswer): StationAnswer => ({ ...one, path: to(one.path) });
  const place = (one: PlaceAnswer): PlaceAnswer => ({
    ...one,
    basis: [label, ...one.basis],
    town: { ...one.town, path: to(one.town.path), district: `${label}${one.town.district}` },
    asked: one.asked && station(one.asked),
    general: one.general && station(one.general),
    own: one.own && station(one.own),
    special: one.special.map(station),
  });
  const address = (one: AddressAnswer): AddressAnswer => ({
    ...one,
    rows: one.rows.map((row) => ({ ...row, place: place(row.place) })),
  });
  const entry = (one: Entry): Entry => ({ ...one, path: to(one.path), detail: joined(label, one.detail) });
  return {
    ...answer,
    responsible: answer.responsible.map(place),
    address: answer.address && address(answer.address),
    groups: answer.groups.map((group) => ({ ...group, entries: group.entries.map(entry) })),
  };
}

/** How well an answer's best line answers. */
const bestOf = ({ responsible, groups }: Answer): number =>
  Math.max(0, ...responsible.map(({ score }) => score), ...groups.map(({ entries }) => entries[0]?.score ?? 0));

function groupsOf(answers: readonly Answer[]): readonly Group[] {
  const groups = GROUP_TITLES.flatMap((title): Group[] => {
    const same = answers.flatMap((answer) => answer.groups.filter((group) => group.title === title));
    const entries = new Map(
      same.flatMap((group) => group.entries.map((entry) => [`${entry.path} ${entry.title}`, entry])),
    );
    const best = [...entries.values()].sort((a, b) => b.score - a.score).slice(0, SHOWN[title]);
    const count = same.reduce((sum, group) => sum + group.count, 0);
    return best.length === 0 ? [] : [{ title, entries: best, count: Math.max(count, best.length) }];
  });
  const sorted = groups.sort((a, b) => (b.entries[0]?.score ?? 0) - (a.entries[0]?.score ?? 0));
  return sideBySide(withoutMostWeak(sorted));
}

/**
 * One answer from those of several members, given as `answerOf` gives them; the places that fit equally well are a question.
 * Throws where there is none.
 */
export function mergeAnswers(answers: readonly Answer[]): Answer {
  const [best, ...others] = [...answers].sort((a, b) => bestOf(b) - bestOf(a));
  if (best === undefined) throw new Error('no answers');
  if (others.length === 0) return best;
  const places = answers.flatMap(({ responsible }) => responsible).sort((a, b) => b.score - a.score);
  const equal = places.filter(({ score }) => score > (places[0]?.score ?? 0) - EQUAL);
  const groups = groupsOf(answers);
  const crisis = new Map(answers.flatMap((answer) => answer.crisis).map((line) => [line.number, line]));
  return {
    ...best,
    responsible: equal.slice(0, PLACES_SHOWN),
    moreResponsible: Math.max(0, equal.length - PLACES_SHOWN) + best.moreResponsible,
    asks: equal.length > 1,
    address: equal.length > 1 ? null : best.address,
    crisis: [...crisis.values()],
    groups,
    // A member that knows nothing of the query calls it sensitive; whether it is one is told by those that do.
    sensitive: best.sensitive || crisis.size > 0,
    weak: groups.length > 0 && groups.every(({ entries }) => entries.every(({ weak }) => weak)),
  };
}

/** The answer where more members have the name than are asked at once: the members, to choose from. */
export function membersToChoose(answer: Answer, members: readonly Member[]): Answer {
  const entries = members.map(({ name, address, note }): Entry => ({
    kind: '区',
    title: name,
    path: address,
    detail: `有这个名字，${note}。写成“${name}${answer.query.trim()}”再查`,
    phone: '',
    weak: false,
    score: 0,
  }));
  return { ...answer, groups: [{ title: '地方', entries, count: entries.length }], sensitive: false, weak: false };
}
