import type { IsoDate } from '../time/dates.ts';
import { ON_THE_SITE, REVIEW_STEPS, type ConsentScope, type ReviewStep } from './case.ts';

/** The front matter that decides whether a case may be published. */
export interface Publication {
  readonly sample: boolean;
  readonly draft: boolean;
  readonly published_at: string;
  readonly expire_on?: IsoDate | undefined;
  /** A written story of the sample needs none. */
  readonly consent?: { readonly until: IsoDate; readonly scope: readonly ConsentScope[] } | undefined;
  readonly review: readonly { readonly step: ReviewStep; readonly on: IsoDate }[];
  readonly withdrawn?: unknown;
}

/** The site that a case may be published on: the day, and whether its data are official. */
export interface PublishingSite {
  readonly today: IsoDate;
  readonly official: boolean;
}

/** Why a case of real people may not be shown, in Chinese; empty where nothing stands against it. */
function protectionReasons({ consent, review }: Publication, { today, official }: PublishingSite): string[] {
  const missing = REVIEW_STEPS.filter((step) => !review.some((done) => done.step === step && done.on <= today));
  return [
    ...(consent === undefined ? ['没有同意'] : []),
    ...(consent !== undefined && !consent.scope.includes(ON_THE_SITE) ? [`同意的范围里没有“${ON_THE_SITE}”`] : []),
    ...(consent !== undefined && consent.until < today ? [`同意到${consent.until}为止，已经过期`] : []),
    ...(official && missing.length > 0 ? [`缺${missing.join('、')}`] : []),
  ];
}

/**
 * Why a case is not published on a day, in Chinese; empty where it is. A withdrawn case is published too, as a page
 * without its story, and needs no consent for that (docs/norms.md §5).
 */
export function holdBacks(head: Publication, site: PublishingSite): readonly string[] {
  const { draft, published_at: moment, expire_on: end, sample, withdrawn } = head;
  return [
    ...(draft ? ['是草稿'] : []),
    ...(moment.slice(0, 10) > site.today ? [`定在${moment}发布`] : []),
    ...(withdrawn === undefined && end !== undefined && end < site.today ? [`登到${end}为止`] : []),
    ...(withdrawn === undefined && !sample ? protectionReasons(head, site) : []),
  ];
}

/** Whether a case is published on a day. */
export const isPublished = (head: Publication, site: PublishingSite): boolean => holdBacks(head, site).length === 0;
