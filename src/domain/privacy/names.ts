/** The commonest family names of one character; rarer ones are mostly words of every day. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫段侯龙陶黎贺顾毛郝龚邵钱覃戴莫孔汤温康施洪季樊殷庞颜倪严牛俞翁耿芦瞿葛柳';
const COMPOUND = '欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|端木|令狐';
const SURNAME = `(?:${COMPOUND}|[${SURNAMES}])`;

/** Characters that given names are made of, and that few other words begin with after a family name. */
const GIVEN =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂兰玉萍红建国华玲辉梅鹏飞斌宇浩凯健俊帆雪荣爱春琴云晨洁婷慧莹晶倩颖佳嘉欣怡雅梦思雨彤萱梓涵诗琪轩昊睿博文志刚宏伟峰龙海波鑫旭阳东林森松柏根宝福财贵发祥瑞德仁义礼智信忠孝淑珍凤菊莲翠芬香月金银花美仙妹娣囡毅坤乾炳炎焕胜利民生良善彬斐菲薇蓉蕾琳瑶璐璇珊珠珺娇婉妍媛嫣楠楚晓小子一';

const TITLES =
  '先生|女士|小姐|太太|阿姨|阿婆|阿公|阿伯|爷叔|叔叔|伯伯|爷爷|奶奶|大爷|大妈|大叔|大伯|大姐|大哥|大嫂|婆婆|老伯|老太|师傅|老师|同学|医生|护士|书记|主任|科长|所长|警官|律师|校长|院长|站长|经理|老板|某某?';

/** 对于同学, 由于先生: the character before makes a word with what looks like a family name. */
const TITLED = new RegExp(`(${SURNAME}(?:${TITLES}))`, 'gu');

const FULL = new RegExp(
  `(?<![一二三四五六七八九十两几每这那某各半数\\d])(${SURNAME}[${GIVEN}]{1,2})(?=[，。、；：！？“”（）\\s]|[说问答来去在的和是把被又也就还已住想觉告同跟向从给对家妈爸常天每不没有很先才刚今当第终渐慢只都]|$)`,
  'gmu',
);

/** 小宇, 阿珍, 老李: a name where it comes again, and no word of every day. */
const NICK = /([小阿老大])(\p{Script=Han})/gu;
const NO_NICK = new Set(
  [
    '小区小时小组小学小孩小心小事小朋小伙小姐小声小吃小说小于小型小费小路小楼小菜小店小卖小本小便小腿小半小票小块小段小步小册小名小车小院小桌小凳小黑小红小白小灯小程小额小字小包小盒小门小床小屋小街小巷小镇小村小河小雨小雪小伤小病小活小手小脚小嘴小脸小气小看小聚小结小范小幅小众小规小微小家小队小站小囡小课小讲小贴小纸小卡小礼小音小视小游小动小植小盆小花小树小草小鸟小狗小猫',
    '阿姨阿婆阿公阿哥阿妹阿弟阿伯阿爸阿妈阿尔',
    '老人老师老年老伴老家老板老公老婆老楼老旧老房老街老城老太老爷老头老伯老乡老友老早老是老实老化老式老小老底老同老邻老朋老两老一老大老二老三老客老病老手老职老党老顾老话老路老地老洋老弄老里老百老想老怕老催老说老问老去老来老在老不',
    '大家大人大爷大妈大叔大姐大哥大嫂大伯大学大门大厅大楼大概大约大多大小大声大事大力大量大部大病大雨大风大半大夫大脑大胆大方大型大会大致大专大本大众大街大道大桥大堂大件大块大礼大米大火大病大额大厦大赛大纲大于大不大的大了大呢大吗大把大包大口大腿大笑大哭大喊大吵大闹大吃大修大扫大棚大队大院大伙大女大儿大孙大妹大舅大姑大姨大年大寒大暑大雪大忙大变',
  ].flatMap((run) => [...run.matchAll(/.{2}/gu)].map(([word]) => word)),
);

const SURNAME_SIGN = new RegExp(`[${SURNAMES}]`, 'u');
const GIVEN_SIGN = new RegExp(`[${SURNAMES}${GIVEN}]`, 'u');

/** Words that a family name ends, so that what looks like a title or a name after it begins in the middle of a word. */
const INSIDE =
  /(?:对于|由于|关于|属于|终于|处于|至于|位于|等于|基于|善于|便于|勇于|黑马|斑马|木马|红叶|中叶|课程|过程|工程|里程|旅程|日程|流程|电江|长江|松江|浙江|黄金|资金|基金|奖金|现金|租金|押金|退休金|信任|主任|责任|担任|班主任|大石|基石|化石|钟表|闹钟|分钟|点钟|开始|丁点|补丁|山林|树林|园林|森林|公安|乡村|夏季|四季|季度)$/u;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - 3), at);

/** Whether the family name at this place is the end of a longer word. */
const isInside = (text: string, at: number, surname: string): boolean => INSIDE.test(before(text, at) + surname);

/** A stretch of a text that may be the name of a person. */
export interface LikelyName {
  readonly name: string;
  /** Where it stands first. */
  readonly from: number;
}

/**
 * What in a text looks like the name of a person: 李阿姨, 王建国, 小宇. It is fallible both ways and only a reminder
 * (docs/norms.md §5). `known` are names that are pseudonyms.
 */
export function likelyNames(text: string, known: readonly string[] = []): readonly LikelyName[] {
  const found = new Map<string, number>();
  const note = (name: string, from: number) => {
    const pseudonym = known.some((one) => one === name || one.includes(name) || name.includes(one));
    if (!pseudonym && !found.has(name)) found.set(name, from);
  };
  for (const { 1: name = '', index } of text.matchAll(TITLED))
    if (!isInside(text, index, name.slice(0, 1))) note(name, index);
  for (const { 1: name = '', index } of text.matchAll(FULL))
    if (!isInside(text, index, name.slice(0, 1))) note(name, index);
  for (const { 0: nick, 1: head = '', 2: given = '', index } of text.matchAll(NICK)) {
    const named = head === '小' || head === '阿' ? GIVEN_SIGN : SURNAME_SIGN;
    const again = text.indexOf(nick, index + 1) > index;
    if (again && !NO_NICK.has(nick) && named.test(given)) note(nick, index);
  }
  return [...found].map(([name, from]) => ({ name, from })).sort((a, b) => a.from - b.from);
}
