/** The three dates of a document, each `YYYY-MM-DD`; null where nobody knows it yet. */
export interface PolicyDates {
  readonly written_on: string;
  readonly printed_on: string | null;
  readonly released_on: string | null;
}

/** Pairs the dates with their official names (成文日期 …), for the page of a document and its printed guide. */
export function policyDates({ written_on, printed_on, released_on }: PolicyDates) {
  return [
    { name: '成文日期', on: written_on },
    { name: '印发日期', on: printed_on },
    { name: '发布日期', on: released_on },
  ] as const;
}
