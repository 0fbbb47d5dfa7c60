import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { Readings } from '../text/readings.ts';

/**
 * The pinyin of the common characters of GB 2312, which are ordered by it: each syllable with the number of characters
 * that are read so.
 */
const RUNS =
  'a2ai13an9ang3ao9ba18bai8ban15bang12bao17bei15ben4beng6bi24bian12biao4bie4bin6bing9bo19bu11ca1cai11can7cang5cao' +
  '5ce5ceng2cha11chai3chan10chang13chao9che6chen10cheng15chi16chong5chou12chu16chuai1chuan7chuang6chui5chun7chuo2' +
  'ci12cong6cou1cu4cuan3cui8cun3cuo6da5dai13dan15dang5dao12de3deng7di19dian16diao9die7ding9diu1dong10dou7du15duan' +
  '6dui4dun9duo12e13en1er8fa8fan17fang11fei12fen15feng15fo1fou1fu45ga2gai6gan11gang9gao10ge17gei1gen2geng7gong15g' +
  'ou9gu18gua6guai3guan11guang3gui16gun3guo6ha1hai7han19hang3hao9he18hei2hen4heng5hong9hou7hu18hua9huai5huan14hua' +
  'ng14hui21hun6huo10ji53jia17jian40jiang13jiao28jie27jin19jing26jiong2jiu17ju25juan7jue10jun11ka4kai5kan6kang7ka' +
  'o4ke15ken4keng2kong4kou4ku7kua5kuai4kuan2kuang8kui11kun4kuo4la7lai3lan15lang7lao9le2lei11leng3li34lia1lian14li' +
  'ang11liao13lie5lin12ling14liu11long9lou6lu34luan6lun9luo12ma9mai6man9mang6mao12me1mei16men3meng8mi14mian9miao8' +
  'mie2min6ming6miu1mo17mou3mu15na7nai5nan3nang1nao5ne1nei2nen1neng1ni11nian7niang2niao2nie7nin1ning6niu4nong4nu3' +
  'nuan2nuo6o1ou7pa6pai6pan8pang5pao7pei9pen2peng14pi17pian4piao4pie2pin5ping9po8pou1pu15qi36qia3qian22qiang8qiao' +
  '15qie5qin11qing13qiong2qiu8qu13quan11que8qun2ran4rang5rao3re2ren10reng2ri1rong10rou3ru10ruan2rui3run2ruo2sa3sa' +
  'i4san4sang3sao4se3sen1seng1sha9shai2shan16shang8shao11she12shen16sheng11shi47shou10shu33shua2shuai4shuan2shuan' +
  'g3shui4shun4shuo4si16song8sou4su12suan3sui11sun3suo8ta9tai9tan18tang13tao11te1teng4ti15tian8tiao5tie3ting10ton' +
  'g13tou4tu11tuan2tui6tun3tuo11wa7wai2wan17wang10wei33wen10weng3wo9wu29xi35xia13xian26xiang20xiao18xie21xin10xin' +
  'g15xiong7xiu9xu19xuan10xue6xun14ya16yan33yang17yao15ye15yi53yin16ying18yo1yong15you20yu45yuan20yue10yun12za3za' +
  'i7zan4zang3zao14ze4zei1zen1zeng4zha14zhai6zhan17zhang15zhao10zhe10zhen16zheng15zhi43zhong11zhou14zhu26zhua2zhu' +
  'ai1zhuan6zhuang7zhui6zhun2zhuo11zi15zong7zou4zu8zuan2zui4zun2zuo8';

/** Characters that have another reading in place and family names; both readings are accepted. */
const ALSO: Readonly<Record<string, string>> = {
  行: 'hang',
  莘: 'xin shen',
  圩: 'wei xu',
  弄: 'long nong',
  厦: 'xia sha',
  重: 'chong',
  长: 'zhang',
  乐: 'yue',
  朝: 'zhao',
  番: 'pan fan',
  埔: 'pu bu',
  堡: 'bao bu pu',
  柏: 'bo',
  泊: 'po',
  曾: 'ceng',
  单: 'shan',
  查: 'cha',
  解: 'xie',
  区: 'ou',
  盛: 'cheng',
  缪: 'miao mou',
  藏: 'zang',
  车: 'ju',
  都: 'dou',
  会: 'kuai',
  六: 'lu',
  大: 'dai',
  石: 'dan',
  宿: 'xiu',
  浜: 'bang bin',
  角: 'jue',
  朴: 'piao',
  甫: 'pu',
  沈: 'chen',
  尉: 'yu',
  仇: 'qiu',
  谷: 'yu',
  斜: 'xia',
  降: 'xiang',
  落: 'la',
  叶: 'xie',
  厍: 'she',
  泖: 'mao',
  柘: 'zhe',
  港: 'gang',
  塔: 'da',
  尺: 'che',
  调: 'diao',
  便: 'pian',
  参: 'shen',
  阿: 'e',
  合: 'ge',
  核: 'hu',
  泷: 'long shuang',
  传: 'zhuan',
  中: 'zhong',
  给: 'ji',
  了: 'liao',
  嘉: 'jia',
  卜: 'bo',
  茄: 'jia',
  咀: 'zui',
  嘴: 'zui',
  庙: 'miao',
  校: 'jiao',
  差: 'chai',
  更: 'geng',
  假: 'jia',
  量: 'liang',
};

const isHan = (char: string) => char.length === 1 && /\p{Script=Han}/u.test(char);

/** A syllable without its tone, ü written as u. */
const withoutTone = (syllable: string) => syllable.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('v', 'u');

/** The pinyin of the common characters, as the first argument of `Readings`. */
export const commonReadings = RUNS;

/**
 * The readings of the characters in these names that `known` (the table so far) lacks, as the second argument of
 * `Readings`.
 */
export function readingsOf(names: readonly string[], known: string): string {
  const common = new Readings(RUNS, known);
  const found = new Map<string, Set<string>>();
  const note = (char: string, syllable: string) => {
    if (!isHan(char) || !/^[a-z]+$/u.test(syllable) || common.of(char.charCodeAt(0)).includes(syllable)) return;
    const chars = found.get(syllable);
    if (chars === undefined) found.set(syllable, new Set([char]));
    else chars.add(char);
  };
  // Most characters stand in many names with the same reading, which is looked at once.
  const seen = new Set<string>();
  for (const name of new Set(names)) {
    const toned = pinyin(name, { type: 'array' });
    [...name].forEach((char, at) => {
      const pair = char + (toned[at] ?? '');
      if (seen.has(pair)) return;
      seen.add(pair);
      const syllable = withoutTone(toned[at] ?? '');
      note(char, syllable);
      // 乾溪 is simplified to 干溪 for comparing, but 乾 is still read qian.
      note(traditional().get(char) ?? char, syllable);
    });
  }
  for (const char of new Set(names.join('')))
    for (const syllable of (ALSO[char] ?? '').split(' ')) if (syllable !== '') note(char, syllable);
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, chars]) => `${syllable}${[...chars].sort().join('')}`)
    .join('');
}

const HAN_FROM = 0x3400;
const HAN_TO = 0x9fff;

let pairs: ReadonlyMap<string, string> | null = null;

/**
 * Traditional and variant characters with their simplified form, from the tables of the mainland, Taiwan and Hong Kong.
 */
function traditional(): ReadonlyMap<string, string> {
  if (pairs !== null) return pairs;
  const chars = Array.from({ length: HAN_TO - HAN_FROM + 1 }, (_, at) => String.fromCharCode(HAN_FROM + at));
  // One call for all, on lines of their own: a call for each takes three times as long.
  const simple = (['t', 'tw', 'hk'] as const).map((from) =>
    Converter({ from, to: 'cn' })(chars.join('\n')).split('\n'),
  );
  const found = new Map<string, string>();
  chars.forEach((char, at) => {
    const to = simple.map((forms) => forms[at] ?? char).find((form) => form !== char && form.length === 1);
    if (to !== undefined) found.set(char, to);
  });
  pairs = found;
  return pairs;
}

/** The traditional forms of the characters in these texts as pairs `閔闵`; pairs in `known` are left out. */
export function traditionalOf(texts: readonly string[], known = ''): string {
  const wanted = new Set(texts.join(''));
  const given = new Set([...known].filter((_, at) => at % 2 === 0));
  return [...traditional()]
    .filter(([from, to]) => wanted.has(to) && !given.has(from))
    .map(([from, to]) => from + to)
    .join('');
}
