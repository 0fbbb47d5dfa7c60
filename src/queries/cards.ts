import { caseMark } from '../domain/case/case.ts';
import { isSampleData } from '../domain/dataset/sample.ts';
import { paths } from '../domain/site/paths.ts';
import { siteCard, type Card } from '../loading/cards/card.ts';
import { caseLink, getCases, type Case } from './cases.ts';
import { getDataset } from './dataset.ts';
import { getInterpretations, type Interpretation } from './policies.ts';

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

/** The file name without its ending and the bytes of every card: one for each shown case and each interpretation. */
export async function getCards(): Promise<readonly (readonly [name: string, bytes: Uint8Array])[]> {
  const cases = (await getCases()).filter(({ data }) => data.withdrawn === undefined);
  const cards: (readonly [string, Card])[] = [
    ...cases.map((entry) => [`case-${entry.id}`, ofCase(entry)] as const),
    ...(await getInterpretations()).map((entry) => [`interpretation-${entry.id}`, ofInterpretation(entry)] as const),
  ];
  const drawn: (readonly [string, Uint8Array])[] = [];
  for (const [name, card] of cards) drawn.push([name, await siteCard(card)]);
  return drawn;
}
