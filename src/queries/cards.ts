import { caseMark } from '../domain/case/case.ts';
import { isSampleData } from '../domain/dataset/sample.ts';
import { paths } from '../domain/site/paths.ts';
import { isDrawn, siteCard, type Card } from '../loading/cards/card.ts';
import { caseLink, getCases, type Case } from './cases.ts';
import { derived, getDataset } from './dataset.ts';
import { getInterpretations, type Interpretation } from './policies.ts';
import { getListed } from './stations.ts';
import type { StationView } from '../views/station.ts';

/** The address of the card of a case, without the base. */
export const caseCardPath = (slug: string): string => paths.card(`case-${slug}`);

/** The address of the card of an interpretation, without the base. */
export const interpretationCardPath = (slug: string): string => paths.card(`interpretation-${slug}`);

function common(): Pick<Card, 'city' | 'sample'> {
  const { site, meta } = getDataset();
  return { city: site.city, sample: isSampleData(meta) };
}

function ofCase(entry: Case): Card {
  const { field, topic } = caseLink(entry);
  const kind = [field?.fullName ?? topic?.name ?? '案例', caseMark(entry.data)].join(' · ');
  return { ...common(), kind, title: entry.data.title, source: entry.data.author };
}

function ofInterpretation({ data }: Interpretation): Card {
  const kind = data.official ? '官方解读' : '政策解读 · 非官方';
  return { ...common(), kind, title: data.title, source: data.content_source };
}

function ofStation({ station, district, field }: StationView): Card {
  const kind = `${station.type}社工站${field === null ? '' : ` · ${field.fullName}`}`;
  return { ...common(), kind, title: station.name, source: `${district.name} · 电话、地址、开放时间见网页` };
}

/** So many cards are drawn at once: one is packed while the next one is set. */
const TOGETHER = 4;

/** What the card of each station says that has one. Their pictures stay on the disk: a province has thousands. */
const stationCards = derived(async (): Promise<ReadonlyMap<string, Card>> => {
  const cards = new Map<string, Card>();
  const waiting = [...getListed()];
  const drawNext = async () => {
    for (let view = waiting.shift(); view !== undefined; view = waiting.shift()) {
      const card = ofStation(view);
      if (await isDrawn(card)) cards.set(view.station.id, card);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, drawNext));
  return cards;
});

/** The address of the card of a station, without the base; null where it has none. */
export const stationCardPath = async (id: string): Promise<string | null> =>
  (await stationCards()).has(id) ? paths.card(`station-${id}`) : null;

/** The file of a card without its ending, what it says, and what reads or draws its picture. */
export interface NamedCard {
  readonly name: string;
  readonly card: Card;
  readonly picture: () => Promise<Uint8Array>;
}

/** Every card: of each shown case, each interpretation, each station. */
export async function getCards(): Promise<readonly NamedCard[]> {
  const cases = (await getCases()).filter(({ data }) => data.withdrawn === undefined);
  const cards: readonly (readonly [name: string, card: Card])[] = [
    ...cases.map((entry) => [`case-${entry.id}`, ofCase(entry)] as const),
    ...(await getInterpretations()).map((entry) => [`interpretation-${entry.id}`, ofInterpretation(entry)] as const),
    ...[...(await stationCards())].map(([id, card]) => [`station-${id}`, card] as const),
  ];
  return cards.map(([name, card]) => ({ name, card, picture: () => siteCard(card) }));
}
