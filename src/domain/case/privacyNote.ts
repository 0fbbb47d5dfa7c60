import type { Identifying } from '../privacy/identifying.ts';
import { formatDate, type IsoDate } from '../time/dates.ts';
import { SAMPLE_STORY, WITHDRAWN } from './case.ts';

/** The front matter of a case that says how the people in it are protected. */
export interface Protection {
  readonly sample: boolean;
  readonly pseudonyms?: readonly string[] | undefined;
  readonly consent?: { readonly until: IsoDate; readonly guardian: boolean } | undefined;
}

/** What the checks found in the text of a case: `home` is an address below the 街镇. */
export interface Found extends Identifying {
  readonly home: string;
}

const LEFT_OUT = { home: '家庭住址', age: '确切的年龄', diagnosis: '病名', place: '居村和小区的名字' } as const;

/**
 * The sentences on how the people of one case are protected. They follow from its own front matter and from what the
 * checks found in its own text, so that no page promises what its case does not keep (docs/norms.md §5).
 */
export function privacyNote({ sample, pseudonyms, consent }: Protection, found: Found): readonly string[] {
  if (sample) return [`这是${SAMPLE_STORY}，不涉及任何人的个人信息。`];
  const keys = Object.keys(LEFT_OUT) as (keyof typeof LEFT_OUT)[];
  const absent = keys.filter((key) => found[key] === '').map((key) => LEFT_OUT[key]);
  return [
    ...((pseudonyms ?? []).length > 0 ? ['人物为化名。'] : []),
    ...(absent.length > 0 ? [`检查过正文，没有写${absent.join('、')}。`] : []),
    ...(consent === undefined
      ? []
      : [
          `${consent.guardian ? '监护人' : '本人'}同意公开到${formatDate(consent.until)}。`,
          `撤回同意以后，这一页只留一句“${WITHDRAWN}”`,
        ]),
  ];
}
