import type { FixedNet } from '../station/phone.ts';
import type { Repair } from './repairs.ts';

/** Slips and other writings of telephone numbers, put as the reader of numbers wants them. */

/** Words for numbers that nobody can call, and for telephones of elsewhere: 传真, QQ, 邮编, 香港. */
export const OTHER = [
  '传真|fax|qq|扣扣|微信|[vV]信|薇信|we-?chat|weixin|vx|wx|邮箱|电邮|e-?mail|邮编|邮政编码|抖音|钉钉|飞书|微博|公众号|小程序',
  '支付宝|网址|网站|https?|www|(?:身份)?证号|(?:统一)?(?:社会)?(?:信用)?代码|账号|帐号|编号|工号|序号|日期|香港|澳门|台湾',
].join('|');
const OTHER_HERE = `(?<![a-z-])(?:${OTHER})`;

/** Area codes of three digits after the 0 that are in use; those that are also codes of countries (855, 856, 886) are not. */
const AREAS =
  /^(?:10|2[0-57-9]|310|335|349|35\d|37\d|39[1-68]|41[1-9]|42[179]|43[1-9]|440|45[1-9]|46[4789]|47\d|48[23]|51\d|52[37]|53\d|54[36]|55\d|56[1-46]|57\d|580|59\d|63[1-5]|66[0238]|69[12]|701|71\d|72[248]|73\d|74[3-6]|75\d|76[02368]|77\d|79\d|81[236-8]|82[5-7]|83\d|85[147-9]|87[0-46-9]|88[378]|89[1-8]|90[1-369]|91\d|93\d|94[13]|95[1-5]|97\d|99\d)$/u;

/** What is told of an area code that got its 0 back. */
export const ZERO_ADDED = '区号前面补了 0';

/** 27-67813010, and 2164371234 where Excel ate the 0: an area code gets its 0 back where there is such a code. */
function withZero({ areaCode, digits }: FixedNet): Repair[] {
  const own = areaCode.slice(1);
  const guess = ZERO_ADDED;
  const written: Repair = {
    pattern: /(?<![\d+(-]\s*)(?:(?:10|2\d)(?=-[2-8]\d{7}(?!\d))|[3-9]\d\d(?=-[2-8]\d{6,7}(?!\d)))/gu,
    to: (area) => (AREAS.test(area) || area === own ? `0${area}` : area),
    guess,
  };
  if (own === '') return [written];
  const local = `(?:[2-8]\\d{${digits - 1}}|000\\d{${digits - 3}})(?!\\d)`;
  return [written, { pattern: new RegExp(`(?<![\\d+(*#转-]\\s*)${own}(?=${local})`, 'gu'), to: `${areaCode}-`, guess }];
}

/** A number without its extension, alone: what stands before it with a space between is another one. */
const ONE_NUMBER = '(?<!\\d)((?:\\d{3,4}[- ])?(?:\\d{4}[- ]?\\d{4}|\\d{7,8})|\\d[\\d-]*)';
const SAME = '(?:同一|相同|一致|合一|同)(?:个|一)?(?:号码?|步)?';

/** The repairs of a cell in the order in which they are made; `net` is the city's. */
export const phoneRepairs = (net: FixedNet): readonly Repair[] => [
  { pattern: /^(\d{5,12})\.0+$/u, to: '$1', guess: '' },
  { pattern: /^\d(?:\.\d+)?[eE]\+?\d{1,2}$/u, to: (all) => String(Number(all)), guess: '科学记数还原成了号码' },
  { pattern: /(?<![a-z])[oO〇](?=\d)|(?<=\d)[oO〇](?![a-z])/gu, to: '0', guess: '字母 O 当作数字 0' },
  { pattern: /\(\s*(?:00|\+)?86[-\s]*0?(10|2\d|[3-9]\d\d)\s*\)/gu, to: '+86 $1 ', guess: '' },
  { pattern: /24\s*小时(?:服务|值班|开通)*(?!热线|电话)/gu, to: ' ', guess: '' },
  { pattern: /[×✕✱＊]/gu, to: '*', guess: '' },
  { pattern: /(?:转\s*分机号?|内线|转接|转机|分机号码?|ext)\s*[:：.]?\s*(?=\d)/giu, to: '转', guess: '' },
  // 86 before a number; 021-86400123 only begins so, and 转86 is an extension.
  {
    pattern:
      /(?<!\d-?|[转*#]\s*)(?:00|\+)?86[- )]*(?=0?(?:10|2\d)[-\s)]*[2-8]\d{3}[-\s]?\d{4}(?!\d)|0?[3-9]\d\d[-\s]?[2-8]\d{6,7}(?!\d))/gu,
    to: '+86 ',
    guess: '',
  },
  {
    pattern:
      /(?<!\d-?|[转*#]\s*)(?:\(?(?:00|0|\+)?86\)?(?:[- ]+|(?![48]00\d{3}-)))(?=1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)|[48]00(?:[-\s]?\d){7}(?!\d))/gu,
    to: '',
    guess: '',
  },
  { pattern: /(?<!\d-?|[转*#]\s*)086(?=[- ]+0\d)/gu, to: '', guess: '' },
  ...withZero(net),
  { pattern: /[*#](?=\s*[^\s\d])/gu, to: ' ', guess: '' },
  // 电话/传真：…, 电话（兼传真）：… and 64375678（传真同号） are phones too; 传真：… is not; 64375678（传真） says it afterwards.
  { pattern: /[（(]?(?:同|兼|暨|也是)\s*[作为]?(?:传真|微信|fax|qq)(?:号码?)?[)）]?/giu, to: ' ', guess: '' },
  {
    pattern: new RegExp(
      `[（(]?(?:(?:电话|传真|微信|fax|qq|手机)(?:号码?)?[、,/及和与]?)+[是为均都]?${SAME}[)）]?`,
      'giu',
    ),
    to: ' ',
    guess: '',
  },
  { pattern: /(电话|号码|tel|座机)(?: ?[/、,和及与(&]+ ?)?(?:传真|fax)\)?/giu, to: '$1', guess: '' },
  { pattern: /(?:传真|fax) ?[/、,和及与(&兼]+ ?(电话|tel|座机)\)?/giu, to: '$1', guess: '' },
  { pattern: /[^\s、,;；:：/|()（）]+@[^\s、,;；/|()（）]+/gu, to: '；$&；', guess: '' },
  { pattern: new RegExp(`${ONE_NUMBER}\\s*\\(\\s*(${OTHER})[^()\\d]*\\)`, 'giu'), to: '；$2$1；', guess: '' },
  { pattern: new RegExp(OTHER_HERE, 'giu'), to: '、$&', guess: '' },
  // Two lines of a cell that ran into one: 021-64371234021-64375678, 6437123464375678.
  {
    pattern: /([2-8]\d{7}|[2-8]\d{3}-\d{4})(?=0(?:10|2\d|[3-9]\d\d)-)/gu,
    to: '$1、',
    guess: '两个号码连在一起，拆开了',
  },
  { pattern: /(?<!\d)([2-8]\d{7})[-.]?([2-8]\d{7})(?!\d)/gu, to: '$1、$2', guess: '两个号码连在一起，拆开了' },
  {
    pattern: /(?<!\d)([2-8]\d{7})((?:[2-8]\d{7}){2,})(?!\d)/gu,
    to: (_, first: string, rest: string) => [first, ...(rest.match(/\d{8}/gu) ?? [])].join('、'),
    guess: '几个号码连在一起，拆开了',
  },
  // Out of a number with a mobile behind it, and of two mobiles, nothing may be left that looks like no number at all.
  {
    pattern: /(?<!\d)([2-8]\d{6,7}|1[3-9]\d{9})(?=1[3-9]\d{9}(?!\d))/gu,
    to: '$1、',
    guess: '两个号码连在一起，拆开了',
  },
  ...sharedParts(),
];

/** 021-69777888/999 and 0796-6552248、6555625: what the second number leaves out, the first one has. */
function sharedParts(): Repair[] {
  const AREA = '(?<!\\d)\\(?(0(?:10|2\\d|[3-9]\\d\\d))\\)?[-\\s]?';
  return [
    {
      pattern: new RegExp(`${AREA}([2-8]\\d{6,7})((?:\\s*[/、,;\\s]\\s*[2-8]\\d{6,7}(?![\\d*转-]))+)`, 'gu'),
      to: (all, area: string, first: string, rest: string) => {
        const others = rest.match(/\d+/gu) ?? [];
        return others.every(({ length }) => length === first.length)
          ? [first, ...others].map((local) => `${area}-${local}`).join('、')
          : all;
      },
      guess: '',
    },
    {
      pattern: new RegExp(`${AREA}([2-8]\\d{3}\\s?\\d{3,4})/(\\d{2,4})(?![\\d-])`, 'gu'),
      to: (_, area: string, first: string, tail: string) => {
        const local = first.replace(/\s/gu, '');
        return `${area}-${local}、${area}-${local.slice(0, -tail.length)}${tail}`;
      },
      guess: '斜线后面的几位当作另一个号码的末尾',
    },
  ];
}
