import { plainText } from './plainText.ts';

/** A name that a document carries beside its words, and what it is there for. */
export interface DocumentName {
  readonly kind: '文档作者' | '最后修改人' | '批注作者';
  readonly name: string;
}

/** What programs write where they know nobody. */
const NOBODY =
  /^(?:unknown|author|user|admin|administrator|microsoft office user|作者|用户|微软用户|exceljs|openpyxl|python-docx|apache poi)$/iu;

/** The full name of a unit; a shorter one might be a person whose name ends like that. */
const UNIT = /^(?=.{5})\p{Script=Han}+(?:局|厅|委|处|办|室|中心|会|公司|政府|院|大学|社|站|街道|镇|乡)$/u;

/** The names among those in a document's properties and remarks that may be a person's; units and programs are none. */
export function documentNames(kind: DocumentName['kind'], names: Iterable<string>): DocumentName[] {
  return [...new Set([...names].map((name) => plainText(name).trim()))]
    .filter((name) => name !== '' && !NOBODY.test(name) && !UNIT.test(name))
    .map((name) => ({ kind, name }));
}
