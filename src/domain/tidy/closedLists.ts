import { CRS, type Crs } from '../place/coordinates.ts';
import { isBlankWord, plainText } from '../language/plainText.ts';
import {
  PRECISIONS,
  PUBLISH_LEVELS,
  STATION_TYPES,
  STATUSES,
  type Precision,
  type PublishLevel,
  type StationType,
  type Status,
} from '../station/station.ts';

/** What turns, limits or puts off the word that it stands beside: 不公开, 依申请公开, 拟撤并, 除电话外. */
const TURNED =
  /[不未非免无毋勿莫没沒否拟擬待禁拒除仅僅只限涉]|暂|暫|缓|部[分份]|局部|个别|少[数量]|有条件|依|申请|审批|授权|原则|视|尚|试|预[计定]|计划|即将|将|需|须|酌|半|另|至于|[?？]/u;

/** Whether a text negates, limits or puts off what it names, so that no word of a list may be read out of it. */
export const isTurned = (text: string): boolean => TURNED.test(text);

type Wording<T extends string> = readonly (readonly [RegExp, T])[];

interface ClosedList<T extends string> {
  readonly words: readonly T[];
  /** Wordings of the whole cell. */
  readonly whole: Wording<T>;
  /** Wordings that may stand anywhere in it, unless something turns them or two of them disagree. */
  readonly within: Wording<T>;
}

const compact = (text: string) =>
  plainText(text)
    .replace(/\s/gu, '')
    .replace(/^[·•√✓:、,.。;]+|[:、,.。;!]+$/gu, '');

/** The only word that wordings find in a text; null where none does, or where they find several. */
function onlyOf<T extends string>(text: string, wordings: Wording<T>): T | null {
  const found = new Set(wordings.filter(([pattern]) => pattern.test(text)).map(([, word]) => word));
  const [word = null] = found;
  return found.size === 1 ? word : null;
}

/** The word of a closed list that a cell means; null where it is not plainly one of them. */
function wordOf<T extends string>(text: string, { words, whole, within }: ClosedList<T>): T | null {
  const plain = compact(text);
  const own = words.find((word) => word === plain);
  return own ?? onlyOf(plain, whole) ?? (isTurned(plain) ? null : onlyOf(plain, within));
}

/** Whether a cell of a closed list is as good as empty. 无 and 待定 are not: beside a list of choices they answer. */
export const saysNothing = (text: string): boolean => isBlankWord(text) && !/\p{Script=Han}/u.test(text);

/** 综合站, 综合性社工站, 街镇级 → 综合, and so on; 非专项 and 综合、专项 are none. */
export function readType(text: string): StationType | null {
  // 未保 is a field, and no negation.
  const plain = compact(text).replace(/未成年人|未保/gu, '');
  const sure = wordOf(plain, {
    words: STATION_TYPES,
    whole: [],
    within: [
      [/专项/u, '专项'],
      [/居村|村居|居委|村委|村级|居民区/u, '居村'],
      [/综合/u, '综合'],
    ],
  });
  if (sure !== null || /专项|居村|综合/u.test(plain)) return sure;
  return wordOf(plain, {
    words: STATION_TYPES,
    whole: [],
    within: [
      [/专业|领域/u, '专项'],
      [/街镇级?$|街道级|镇级/u, '综合'],
    ],
  });
}

const RUN = '(?:运行|运营|开放|营业|使用|启用)';
const STATUS: ClosedList<Status> = {
  words: STATUSES,
  whole: [
    [
      new RegExp(
        `^(?:目前|现|现在|当前)?(?:已经?|正在|在|均)?(?:正式|正常|常态化?|对外|全面)*(?:投入)?${RUN}(?:中|正常|良好|至今)?$`,
        'u',
      ),
      '运行',
    ],
    [/^(?:目前|现|一切)?正常(?:服务)?$|^服务(?:中|正常)$|^在用$|^是$/u, '运行'],
    [new RegExp(`^已?(?:建成|建立|建好|建)(?:并?(?:正式)?(?:投入)?${RUN})?$`, 'u'), '运行'],
    [/^已恢复(?:正常)?(?:运行|运营|开放)?$/u, '运行'],
    [/^(?:正在|尚在|仍在)?(?:筹建|筹备|在建|建设|规划|计划)中?$|^(?:尚|暂|还)?未(?:建|建成|启用|建设|筹建)$/u, '筹建'],
    [new RegExp(`^(?:计划|规划|拟|待|将|准备)(?:新?建|建设|建成|筹建|投入使用|${RUN})$`, 'u'), '筹建'],
    [new RegExp(`^暂时?(?:不|停|停止|未)(?:对外)?(?:${RUN}|服务|接待)$`, 'u'), '暂停'],
    [/^(?:已经?)?(?:并入|合并[到至入])[^不未拟待暂否]{1,30}$/u, '撤并'],
  ],
  within: [
    [/^(?!正在)(?!.*(?:中$|办理|程序)).*(?:撤|合并|并入|注销|取消)/u, '撤并'],
    [/筹建|筹备|在建|建设中/u, '筹建'],
    [/停止|停用|停业|停运|歇业|关闭|装修|维修/u, '暂停'],
    // Beside another word it is in doubt: 装修后恢复开放. Alone, it is no plain word.
    [/运行|运营|正常|开放|在用|启用|恢复/u, '运行'],
  ],
};

/** 正常, 已建成 → 运行; 在建 → 筹建; 停用, 暂不开放 → 暂停; 撤销 → 撤并. Only a plain word is 运行: 未运行, 试运行 are null. */
export function readStatus(text: string): Status | null {
  const plain = compact(text).replace(/\((?:自|从)?[\d年月日号./起-]+\)$/u, '');
  const whole = wordOf(plain, { ...STATUS, within: [] });
  if (whole !== null) return whole;
  // 因装修暂停开放 is one word with what it stops.
  const stopped = plain.replace(/(?:暂停|停止|关闭)(?:对外)?(?:运行|运营|开放|启用)?|暂时(?=关闭|停)/gu, '停止');
  const found = wordOf(stopped, { ...STATUS, whole: [] });
  return found === '运行' ? null : found;
}

const LEVEL: ClosedList<PublishLevel> = {
  words: PUBLISH_LEVELS,
  whole: [
    [/^(?:可以?|同意|允许|已经?|对外|[向对]?社会|全部|完全|全面|主动|全)*(?:公开|公布)$|^是$/u, '全部'],
    [/^(?:[仅只](?:能|可)?(?:公开|公布|登)?|公开)?(?:联系|办公|站点)?电话(?:公开)?$/u, '仅电话'],
    [/^(?:[仅只](?:能|可)?(?:公开|公布|登|到)?|公开)?(?:所在|所属)?(?:街镇|街道)(?:公开)?$/u, '仅街镇'],
    [/^(?:涉密|内部(?:使用|掌握|资料)?|保密|秘密|机密)$/u, '仅街镇'],
  ],
  within: [],
};

/**
 * 公开 → 全部; 不公开 → 仅街镇. Whatever turns or limits 公开 falls to 仅街镇 (依申请公开, 部分公开, 无); other words are null,
 * so that no text but a plain one shows more.
 */
export function readPublishLevel(text: string): PublishLevel | null {
  const plain = compact(text);
  const narrow = isTurned(plain) || /保密|内部|涉密|秘密|隐私|敏感|街镇/u.test(plain) || isBlankWord(plain);
  return wordOf(plain, LEVEL) ?? (narrow ? '仅街镇' : null);
}

const PRECISION: ClosedList<Precision> = {
  words: PRECISIONS,
  whole: [
    [/^(?:定位)?[到至]?(?:具体)?(?:门牌号?码?|门址|楼[栋宇号]?)(?:级别?)?$/u, '门牌'],
    [/^[很已]?(?:精确|精准|准确)(?:定位|位置|坐标)?$/u, '门牌'],
  ],
  within: [
    [/道路|路段|路口/u, '道路'],
    [/街镇|约略|大概|大致|大约|模糊|粗略/u, '街镇'],
    // Beside another word it is in doubt: 门牌或道路. Alone, it is no plain word.
    [/门牌|门址|精确|精准|准确|楼/u, '门牌'],
  ],
};

/** 精确, 楼栋 → 门牌; 路段 → 道路; 约略, 不精确 → 街镇. Only a plain word is 门牌: 门牌附近 is null. */
export function readPrecision(text: string): Precision | null {
  const plain = compact(text).replace(/^精确[到至](?=.)/u, '');
  const whole = wordOf(plain, { ...PRECISION, within: [] });
  if (whole !== null) return whole;
  if (isTurned(plain)) return /[精准]|门牌/u.test(plain) ? '街镇' : null;
  const found = wordOf(plain, { ...PRECISION, whole: [] });
  return found === '门牌' ? null : found;
}

/** 高德, 火星坐标, GCJ-02 → GCJ02; 百度 → BD09; 天地图, 国家2000 → CGCS2000; GPS → WGS84. Two systems named are none. */
export const readCrs = (text: string): Crs | null =>
  wordOf(text, {
    words: CRS,
    whole: [],
    within: [
      [/高德|腾讯|火星|国测局|gcj/iu, 'GCJ02'],
      [/百度|bd-?09/iu, 'BD09'],
      [/天地图|2000|cgcs/iu, 'CGCS2000'],
      [/gps|wgs|84/iu, 'WGS84'],
    ],
  });
