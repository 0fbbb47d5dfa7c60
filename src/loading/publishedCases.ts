import { holdBacks, isPublished, type PublishingSite } from '../domain/case/publication.ts';
import { isSampleData } from '../domain/dataset/sample.ts';
import type { IsoDate } from '../domain/time/dates.ts';
import type { Input } from './input.ts';

const siteOf = ({ dataset }: Input, today: IsoDate): PublishingSite => ({
  today,
  official: !isSampleData(dataset.meta),
});

/** The cases that are published on a day, withdrawn ones among them. */
export const publishedCases = (input: Input, today: IsoDate) =>
  input.content.cases.filter(({ head }) => isPublished(head, siteOf(input, today)));

/** The cases that are not published on a day, each with the reasons in Chinese. */
export const heldBackCases = (input: Input, today: IsoDate) =>
  input.content.cases
    .map(({ slug, file, head }) => ({ slug, file, reasons: holdBacks(head, siteOf(input, today)) }))
    .filter(({ reasons }) => reasons.length > 0);
