import { arabicNumbers } from '../../domain/language/numerals.ts';

/** Synonyms: the word that is used for comparing, and a pattern for everything that means the same. */
const SAME: readonly (readonly [string, RegExp])[] = [
  ['孩子', /小囡|小孩子?|小朋友|囡囡|儿童|娃娃?/gu],
  ['老人', /老年人|阿婆|阿公|爷爷|奶奶|外婆|爸妈|父母|老妈|老爸|老娘|老爹|姆妈|我[爸妈]妈?爸?|老头|老太太?|长辈/gu],
  ['老公', /丈夫|男人/gu],
  ['老婆', /妻子/gu],
  ['家里', /屋里厢?/gu],
  ['不', /不肯|不愿意?|不想|不要|没有?(?!了|$)|勿/gu],
  ['钱', /钞票|经费|资金|补贴|补助|费用|出钱|拨款/gu],
  ['上学', /读书|念书|上课|[去上到进]学校?/gu],
  ['人', /工作人员|人员/gu],
  ['元', /块钱?|元钱/gu],
];

/** Words that only form the question and carry no meaning. */
const EMPTY =
  /怎么办|怎么样|怎么|怎样|如何|请问|想问|问一下|我想|我要|哪里|哪儿|哪个|哪些|什么|多少|几个|能不能|可不可以|可以|是不是|该|找谁|谁|吗|呢|啊|呀|吧|啦|了|的|您|你|我|她|他|啥|咋|侬|阿拉|案例|故事|那个|这个/gu;

/** Words for social work stations, which occur in everything here and so tell nothing apart. */
const SUBJECT = /社工站|社会工作服务站|社工/gu;

/** A phrase or question without filler words and with synonyms replaced; unchanged where nothing would be left. */
export function plainWords(key: string): string {
  let plain = arabicNumbers(key);
  for (const [word, others] of SAME) plain = plain.replace(others, word);
  const asked = plain.replace(EMPTY, '');
  const short = asked.replace(SUBJECT, '');
  return short.length >= 2 ? short : asked.length >= 2 ? asked : plain;
}

/** The text with spaces in place of question words. */
export function withoutAsking(text: string): string {
  const rest = text.replace(EMPTY, ' ');
  return rest.replace(/\s+/gu, '').length >= 2 ? rest : text;
}
