import { performance } from 'node:perf_hooks';
import { personalDataIn } from '../src/domain/privacy/personalData.ts';

/*
 * How well numbers of persons are found in prose, and what is taken for one that is none. The texts are made from a
 * fixed seed, so that two runs say the same.
 */
const COUNT = 10_000;

/** Numbers from 0 to 1 that look random and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = seeded(20_261_127);
const below = (end: number) => Math.floor(random() * end);
const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
const two = (number: number) => String(number).padStart(2, '0');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number with a right check digit. */
function identity(): string {
  const birthday = `${1930 + below(90)}${two(1 + below(12))}${two(1 + below(28))}`;
  const body = `${pick(['310101', '310115', '430102', '440106', '110105'])}${birthday}${digits(3)}`;
  const sum = [...body].reduce((all, digit, at) => all + Number(digit) * (WEIGHTS[at] ?? 0), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

const mobile = () => `1${pick(['3', '5', '7', '8', '9'])}${digits(9)}`;

const full = (text: string) => text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (text: string, groups: readonly number[], mark: string) => {
  let at = 0;
  return groups.map((length) => text.slice(at, (at += length))).join(mark);
};

/** The ways in which people write a number. */
const writings = (number: string): readonly string[] => {
  const groups = number.length === 11 ? [3, 4, 4] : [6, 4, 4, 4];
  return [
    number,
    full(number),
    ...[' ', '-', '－', '　', '.', '\u200b'].map((mark) => grouped(number, groups, mark)),
    full(grouped(number, groups, ' ')),
  ];
};

const PROSE = ['他的号码是#。', '请联系#，下午在', '（#）', '登记：#；', '说好打#', '证件#已看过'];
const inProse = (number: string) => pick(PROSE).replace('#', number);

/** Numbers that are nobody's: landlines, hotlines, codes of the register, dates, document and amount numbers. */
const HARMLESS: readonly (() => string)[] = [
  () => `021-${2 + below(7)}${digits(7)}`,
  () => `（021）${2 + below(7)}${digits(3)} ${digits(4)}`,
  () => `0${pick(['571', '512', '731', '755'])}-${2 + below(7)}${digits(6)}转${digits(3)}`,
  () => `400-${digits(3)}-${digits(4)}`,
  () => pick(['110', '120', '12345', '12356', '12355']),
  () => `310${two(1 + below(20))}1${two(below(99))}0`,
  () => `3101${digits(2)}${digits(3)}${digits(3)}`,
  () => `${2000 + below(30)}年${1 + below(12)}月${1 + below(28)}日`,
  () => `${2000 + below(30)}-${two(1 + below(12))}-${two(1 + below(28))} ${two(below(24))}:${two(below(60))}`,
  () => `沪民社工发〔20${two(below(27))}〕${1 + below(99)}号`,
  () => `${below(9999)}万元`,
  () => `${2 + below(7)}${digits(7)}`,
];

function run(): void {
  const began = performance.now();
  const missed: string[] = [];
  for (let at = 0; at < COUNT; at += 1) {
    const number = at % 2 === 0 ? identity() : mobile();
    const text = inProse(pick(writings(number)));
    if (personalDataIn(text).length === 0) missed.push(text);
  }
  const alarms: string[] = [];
  for (let at = 0; at < COUNT; at += 1) {
    const text = inProse(pick(HARMLESS)());
    if (personalDataIn(text).length > 0) alarms.push(text);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`身份证号和手机号 ${COUNT} 段文字：漏掉 ${missed.length}`);
  for (const text of missed.slice(0, 10)) console.log(`  ${text}`);
  console.log(`座机、热线、代码、日期、文号 ${COUNT} 段文字：误报 ${alarms.length}`);
  for (const text of alarms.slice(0, 10)) console.log(`  ${text}`);
  console.log(`用了 ${seconds} 秒`);
  if (missed.length > 0) process.exitCode = 1;
}

run();
