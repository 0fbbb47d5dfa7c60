import type { NearStation } from '../../domain/map/nearby.ts';
import { paths } from '../../domain/site/paths.ts';
import { el, link } from '../browser/elements.ts';
import { nearMe } from '../browser/position.ts';
import { type Choice, groupMaker, type Href, lines, tile } from './answerView.ts';
import { fillGradually } from './gradually.ts';
import type { Ways } from './notes.ts';
import type { PanelContent } from './searchPanel.ts';

/** So many of the nearest stations are shown. */
const NEAREST = 6;

/** The option group of the nearest stations, which are not the ones responsible (docs/norms.md §10). */
function nearOptions(near: readonly NearStation[], id: string, href: Href): HTMLElement[] {
  const choices = near.map(({ station: { id: own, name, type, phone, exact }, words }): Choice => ({
    href: href(paths.station(own)),
    kind: `${type}站`,
    body: [tile(type.charAt(0), exact), lines(name, words, phone)],
  }));
  return [groupMaker(id)('距离最近的站', choices, '按直线距离，不一定负责您住的地方')];
}

/** The note after the nearest stations: how to find the one that is responsible. */
function nearNote({ stations }: Ways): HTMLElement {
  return el('p', '', '', ['要找负责您的站，写居委会的名字，或者', link(stations, '看全部社工站'), '。']);
}

/**
 * What the panel shows of the stations nearest to the visitor, who has pressed a button for it; `id` begins the ids of
 * the options. Returns the sentence to say instead where the position can't be told.
 */
export async function nearestContent(map: string, id: string, href: Href, ways: Ways): Promise<PanelContent | string> {
  const found = await nearMe(map);
  if (typeof found === 'string') return found;
  const near = found.slice(0, NEAREST);
  return {
    before: [],
    groups: nearOptions(near, id, href),
    fill: fillGradually,
    after: () => [nearNote(ways)],
    status: (count) => `距离最近的${count}个站，不一定负责您住的地方`,
  };
}
