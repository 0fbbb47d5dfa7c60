import type { ClauseRef } from '../policy/clauses.ts';

/** A field of work (领域) of 专项社工站 (notice 二（二）). */
export interface Field {
  readonly slug: string;
  readonly name: string;
  readonly fullName: string;
  readonly mark: string;
  readonly leadDepartment: string;
  readonly basis: ClauseRef;
  readonly namedIn: '通知' | '抄送单位' | '推定';
  readonly sensitive: boolean;
  readonly hotline: string | null;
  readonly summary: string;
  readonly aliases: readonly string[];
  /** Its name on the English pages, with capital letters: Drug Control; may be empty. */
  readonly english: string;
}

/** What is said of a field by where it comes from: only the first is named by the notice as a field (二（二）). */
export const FIELD_ORIGINS: Readonly<Record<Field['namedIn'], string>> = {
  通知: '通知写明的领域',
  抄送单位: '本站按抄送单位归类的领域',
  推定: '本站按工作内容归类的领域',
};

/** A kind of need in the words of residents, under which services are grouped. */
export interface Topic {
  readonly slug: string;
  readonly mark: string;
  readonly name: string;
  readonly summary: string;
}

/** A service that stations offer, as a resident is told of it. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly fields: readonly string[];
  readonly summary: string;
  readonly audience: string;
  readonly fee: string;
  readonly documents: string;
  readonly howToApply: string;
  readonly basis: ClauseRef;
  readonly aliases: readonly string[];
  /** The office that decides in the matter and the law that says so, where it is not the station; may be empty. */
  readonly decidedBy: string;
  /** Numbers of hotlines that help in the matter beside the station. */
  readonly hotlines: readonly string[];
}

/**
 * An everyday word for a need and the services and fields that it leads to; `crisis` holds the numbers to show first.
 */
export interface Need {
  readonly word: string;
  readonly topic: string;
  readonly services: readonly string[];
  readonly fields: readonly string[];
  readonly crisis: readonly string[];
}
