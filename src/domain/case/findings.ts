import { homeAddressIn, identifyingIn } from '../privacy/identifying.ts';
import { likelyNames } from '../privacy/names.ts';
import { personalDataIn } from '../privacy/personalData.ts';
import type { REMEDIES } from '../privacy/remedies.ts';

/** The rules that a text of a case may break. */
export type CaseFindingRule = keyof typeof REMEDIES;

/** Something in a text by which somebody may be known again. */
export interface CaseFinding {
  readonly rule: CaseFindingRule;
  /** The words of the text; several, joined by 、, where it is their meeting that tells. */
  readonly value: string;
  /** What is wrong, in Chinese. */
  readonly message: string;
  /** Where the words stand in the text; null where they were read in another writing. */
  readonly at: number | null;
}

/** What is known besides the text. */
export interface CaseContext {
  /** The pseudonyms of the case. */
  readonly pseudonyms: readonly string[];
  /** How the names of 居村 are written (`placeWritings`). */
  readonly places: ReadonlySet<string>;
  /** Names that must never be published. */
  readonly hidden: readonly string[];
}

/** Rules that stop a publication; the others remind. */
export const STOPPING: ReadonlySet<CaseFindingRule> = new Set([
  'personal-data',
  'case-address',
  'case-identity',
  'case-hidden-name',
]);

const SCHOOL = /(?:[^，。、；：（“\s在到去从进读念上是的]{2,6}?)(?:小学|中学|高中|实验学校|职校|技校|幼儿园)/u;
/** 附近小学, 原来的中学: no school is named. */
const NO_SCHOOL =
  /^(?:附近|当地|原来|区里|家门口|同一所|一所|这所|那所|某所?|所在|公办|民办|普通|辅读|上了|念完|刚上|从?小学|对口|哪所)/u;
const GRADE =
  /(?:小学|初中|高中)?[一二三四五六七八九1-9](?:年级|\s?[（(]\s?\d{1,2}\s?[)）]\s?班)|[初高][一二三]|预备班/u;
/** Illnesses so rare that the name alone may be enough in a small place. */
const RARE =
  /渐冻|肌萎缩侧索|血友病|成骨不全|脆骨病|白化病|苯丙酮尿|戈谢|庞贝病|法布雷|杜氏|肌营养不良|脊髓性肌萎缩|SMA|多发性硬化|系统性硬化|马凡|威尔逊病|肝豆状核|亨廷顿|结节性硬化|天使综合征|雷特综合征|瓷娃娃|蝴蝶宝贝|大疱性|艾滋|HIV|梅毒|麻风/iu;
const EXACT_DATE =
  /(?:\d{4}年)?(?:1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,3})月(?:[12]\d|3[01]|0?[1-9]|[一二三四五六七八九十]{1,3})[日号]/u;
/** A shop, workshop or home that is named: “福兴面馆”, 叫福兴面馆, 在福兴服装厂. */
const UNIT =
  /[“「《]([^”」》]{2,10}(?:店|馆|厂|公司|超市|医院|院|园|坊))[”」》]|叫[作做]?([\p{Script=Han}]{2,8}(?:店|馆|厂|公司|超市|养老院|护理院|园))|[在到去从]([\p{Script=Han}]{2,8}(?:有限公司|加工厂|服装厂|电子厂|机械厂|养老院|护理院|敬老院))/u;
const NO_UNIT = /^(?:一|这|那|某|几|哪|附近|当地|镇上|村里|街上|家|区里|别的|另)/u;

/** The first thing of a kind that a text names, unless it only says that there is one; empty where there is none. */
function named(pattern: RegExp, text: string, no?: RegExp): string {
  const [whole = '', ...groups] = pattern.exec(text) ?? [];
  const found = groups.find((group) => group !== undefined) ?? whole;
  return no?.test(found) === true ? '' : found;
}

/**
 * What in the text of a case may tell who it is about, in the order of gravity: what must not be published, and what
 * a writer should look at once more (docs/norms.md §5).
 */
export function caseFindings(text: string, { pseudonyms, places, hidden }: CaseContext): readonly CaseFinding[] {
  const findings: CaseFinding[] = [];
  const tell = (rule: CaseFindingRule, words: string | readonly string[], message: string) => {
    const all = typeof words === 'string' ? [words] : words;
    const at = text.indexOf(all[0] ?? '');
    findings.push({ rule, value: all.join('、'), message, at: at < 0 ? null : at });
  };
  for (const { kind, text: found } of personalDataIn(text)) tell('personal-data', found, `像是${kind}，不能公开`);
  for (const name of hidden)
    if (name !== '' && text.includes(name)) tell('case-hidden-name', name, '在不能公开的名单里');
  const home = homeAddressIn(text);
  if (home !== '') tell('case-address', home, '像是家里的地址');
  const { age, diagnosis, place } = identifyingIn(text, places);
  if (age !== '' && diagnosis !== '' && place !== '')
    tell('case-identity', [age, diagnosis, place], '年龄、病名、居村都写得这么准，认识的人看得出是谁');
  for (const { name } of likelyNames(text, pseudonyms)) tell('case-name', name, '像是人的名字，又不在化名里');
  const school = named(SCHOOL, text, NO_SCHOOL);
  const grade = named(GRADE, text);
  if (school !== '' && grade !== '') tell('case-school', [school, grade], '学校和年级写在一起，容易认出是谁');
  const rare = named(RARE, text);
  if (rare !== '') tell('case-illness', rare, '得这种病的人很少，写了病名容易认出是谁');
  const day = named(EXACT_DATE, text);
  if (day !== '') tell('case-date', day, '写到了哪一天');
  const unit = named(UNIT, text, NO_UNIT);
  if (unit !== '') tell('case-unit', unit, '像是一个小单位的名字');
  return findings;
}
