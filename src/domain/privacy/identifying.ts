import { plainText } from './plainText.ts';

/** What of a case may point to one person, each empty where nothing does. */
export interface Identifying {
  /** An age in so many years: 83岁, 八十三岁; 八十多岁 and 60岁以上 are none. */
  readonly age: string;
  /** An illness or disability by its name. */
  readonly diagnosis: string;
  /** A 居村 or housing estate by its name. */
  readonly place: string;
}

const NUMBER = '(?:\\d{1,3}|[一二三四五六七八九十百]{1,4})';
const AGE = new RegExp(
  `(?<![\\d〇一二三四五六七八九十百几到至-])${NUMBER}(?:周岁|岁)(?!以|上下|左右|多|至|到|的?时|之|开外|那)|[12]\\d{3}年(?:\\d{1,2}月)?(?:出生|生人)|生于[12]\\d{3}年`,
  'u',
);

const DIAGNOSES = [
  '精神分裂',
  '双相(?:情感)?障碍',
  '躁郁症',
  '抑郁症',
  '焦虑症',
  '强迫症',
  '妄想',
  '癔症',
  '孤独症',
  '自闭症',
  '多动症',
  '阿尔茨海默',
  '老年痴呆',
  '失智症',
  '认知障碍症',
  '帕金森',
  '癫痫',
  '脑瘫',
  '唐氏综合征',
  '智力(?:障碍|残疾)',
  '精神残疾',
  '艾滋病',
  'HIV',
  '梅毒',
  '乙肝',
  '丙肝',
  '肺结核',
  '尿毒症',
  '肾衰竭',
  '肝硬化',
  '白血病',
  '淋巴瘤',
  '骨髓瘤',
  '恶性肿瘤',
  '(?:肺|胃|肝|乳腺|肠|结肠|直肠|食管|胰腺|甲状腺|宫颈|卵巢|前列腺|膀胱|鼻咽|皮肤|骨|脑|舌|喉|肾|胆管)癌',
  '脑梗',
  '脑出血',
  '脑溢血',
  '中风',
  '偏瘫',
  '截瘫',
  '渐冻症',
  '红斑狼疮',
  '血友病',
  '糖尿病',
  '冠心病',
  '心力衰竭',
  '肌无力',
  '硬化症',
] as const;
const DIAGNOSIS = new RegExp(`${DIAGNOSES.join('|')}|(?:确诊为?|诊断为|诊断出)[^，。；、\\s]{2,12}`, 'iu');

const ESTATE = /[\p{Script=Han}\d]{2,5}(?:小区|新村|居民区|花园|公寓|家园)/u;
/** 这个小区, 老小区: no name stands before the word. */
const NO_NAME =
  /(?:这|那|同一|一|两|几|哪|某|本|各|每|整|全|老|旧|新|大|小|隔壁|附近|周边|我们|他们|她们|咱们|自己|自家|别的|其他|所在|居住|老旧|封闭|安置|动迁|商品房|的|个|座|处)(?:个|座|处|的)?(?:小区|新村|居民区|花园|公寓|家园)$/u;

const SUFFIX = /(?:社区)?(?:居民委员会|村民委员会|居委会|村委会)$/u;

/** A name of the register as people write it: in full, or without its ending where what is left is long enough. */
const asWritten = (name: string): readonly string[] => {
  const stem = name.replace(SUFFIX, '');
  return [...stem].length >= 3 ? [stem] : [name, `${stem}居民区`, `${stem}社区`, `${stem}村`];
};

/** The writings of the names of 居村 for `identifyingIn`; made once for many texts. */
export function placeWritings(committees: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(committees.flatMap(({ name }) => asWritten(name)));
}

/** The longest stretch of the text that is one of these names; only runs of Han characters and digits can be. */
function placeIn(text: string, writings: ReadonlySet<string>): string {
  const longest = Math.max(0, ...[...writings].map(({ length }) => length));
  for (const [run] of text.matchAll(/[\p{Script=Han}\d]{3,}/gu)) {
    for (let length = Math.min(longest, run.length); length >= 3; length -= 1) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const part = run.slice(at, at + length);
        if (writings.has(part)) return part;
      }
    }
  }
  const estate = ESTATE.exec(text)?.[0] ?? '';
  return NO_NAME.test(estate) ? '' : estate;
}

/**
 * What a text says of a person's exact age, exact diagnosis and village. Each alone may be told; the three together
 * point to one person (docs/norms.md §5).
 */
export function identifyingIn(text: string, writings: ReadonlySet<string>): Identifying {
  const plain = plainText(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  return {
    age: AGE.exec(plain)?.[0] ?? '',
    diagnosis: DIAGNOSIS.exec(plain)?.[0] ?? '',
    place: placeIn(plain, writings),
  };
}

const HOME = new RegExp(
  [
    '[\\p{Script=Han}]{1,8}(?:路|街|道|弄|巷|里|坊|村|苑|大道)\\s*\\d{1,5}\\s*(?:弄|号|支弄|幢|栋)',
    '\\d{1,5}\\s*(?:弄|幢|栋)\\s*\\d{1,4}\\s*(?:号|室|单元)',
    '\\d{1,4}\\s*(?:号楼|号|幢|栋|单元)\\s*\\d{3,4}\\s*室?(?!\\d)',
    '(?<!\\d)\\d{3,4}室',
  ].join('|'),
  'u',
);

/**
 * An address below the 街镇, as somebody's home has one: 示例路12号, 8幢301室; empty where there is none (docs/norms.md §5).
 */
export function homeAddressIn(text: string): string {
  return HOME.exec(plainText(text))?.[0] ?? '';
}
