import type { ImportColumn } from '../../../domain/tidy/headingWords.ts';
import { isBlankWord } from '../../../domain/language/plainText.ts';
import { personalDataIn } from '../../../domain/privacy/personalData.ts';
import { tidyDate } from '../../../domain/tidy/date.ts';
import { tidyHours, type TidyHours } from '../../../domain/tidy/hours.ts';
import { tidyPhones } from '../../../domain/tidy/phones.ts';
import {
  readCount,
  readCrs,
  readPrecision,
  readPublishLevel,
  readStatus,
  tidyText,
} from '../../../domain/tidy/words.ts';
import type { Crs } from '../../../domain/place/coordinates.ts';
import type { Point } from '../../../domain/place/region.ts';
import type { ImportContext } from './context.ts';
import type { RowReader, StationColumn } from './draft.ts';
import { readPair, readPoint } from './point.ts';

const filled = (row: RowReader, column: ImportColumn) => {
  const text = tidyText(row.text(column));
  return isBlankWord(text) ? '' : text;
};

/** The text of a cell as it may go into the dataset. */
const safeText = (row: RowReader, column: ImportColumn): string => safeWords(row, column, filled(row, column));

/** Words out of a cell that may go into the dataset; those with somebody's number in them may not (norms.md §5). */
function safeWords(row: RowReader, column: ImportColumn, text: string): string {
  if (column === 'external_id' && /^\d(?:\.\d+)?e\+\d+$/iu.test(text)) {
    row.tell('cell.precision', column, '变成了科学记数，后面的数字丢了', '把这一列设成“文本”，重新填这个编号');
    return '';
  }
  const found = personalDataIn(text).filter(({ kind }) => column !== 'external_id' || kind === '身份证号');
  const [first] = found;
  if (first === undefined) {
    if (/^\s*[=+\-@\t\r]/u.test(row.text(column)) && text !== '') {
      row.tell('cell.formula', column, '开头的符号在 Excel 里会当成公式，换成了全角', '如果是多出来的符号，删掉');
    }
    return text;
  }
  const grave = first.kind === '身份证号' || first.kind === '银行卡号';
  row.tell(
    grave ? 'personal.data' : 'personal.left-out',
    column,
    `里面有${first.kind}，这一格没有导入`,
    '删掉个人信息，只写单位的',
  );
  return '';
}

const TEXTS = [
  'name',
  'address',
  'host',
  'accessibility',
  'directions',
  'status_note',
  'verified_by',
  'source',
  'external_id',
  'note',
] as const;
const DATES = ['opened_on', 'status_from', 'status_until', 'verified_on'] as const;
const COUNTS = ['staff_count', 'qualified_count'] as const;
const WORDS = { status: readStatus, publish_level: readPublishLevel, precision: readPrecision } as const;
const CHOICES = {
  status: '运行、筹建、暂停、撤并',
  publish_level: '全部、仅电话、仅街镇',
  precision: '门牌、道路、街镇',
} as const;

function phones(row: RowReader, context: ImportContext, completed: (count: number) => void): void {
  const text = row.text('phone');
  const tidy = tidyPhones(text, context.net.areaCode, context.net.digits);
  row.set('phone', tidy.text);
  completed(tidy.completed);
  if (tidy.mobiles.length > 0) {
    row.tell('phone.mobile', 'phone', '有手机号，可能是个人的，没有导入', '填单位的座机或热线');
  }
  if (tidy.guesses.length > 0 && tidy.text !== '') {
    row.tell(
      'phone.guessed',
      'phone',
      `按“${tidy.text}”导入：${tidy.guesses.join('；')}`,
      '看一下对不对，号码之间用顿号',
    );
  }
  if (tidy.unread.length > 0) {
    const unread = tidy.unread.join('、');
    const short = tidy.unread.some((piece) => /^[2-8]\d{6,7}$/u.test(piece.replace(/\D/gu, '')));
    const remedy =
      short && context.net.areaCode === '' ? '写上区号，如 021-64371234' : '写成 021-64371234，分机写“转801”';
    row.tell('phone.unread', 'phone', `“${unread}”不像电话号码，没有当电话导入，原文放进了内部备注`, remedy);
    // Names may stand beside a number that isn't one: digits alone are kept, and none that may be somebody's own.
    const digits = unread.replace(/[^\d\s()+*#/、转-]/gu, '').trim();
    if (digits !== '' && personalDataIn(digits.replace(/[^\d、]/gu, '')).length === 0) row.keep('phone', digits);
  }
}

/** The same few plans stand in thousands of rows. */
function tidied(text: string, { hoursSeen }: ImportContext): TidyHours {
  const seen = hoursSeen.get(text);
  if (seen !== undefined) return seen;
  const tidy = tidyHours(text);
  hoursSeen.set(text, tidy);
  return tidy;
}

function hours(row: RowReader, context: ImportContext): void {
  const text = row.text('hours');
  const tidy = tidied(text, context);
  const remarks = [safeText(row, 'hours_note')];
  row.set('hours', tidy.text);
  if (tidy.guesses.length > 0) {
    row.tell('hours.guessed', 'hours', `按“${tidy.text}”导入：${tidy.guesses.join('；')}`, '看一下对不对');
  }
  if (tidy.note !== '') {
    row.tell(
      'hours.remark',
      'hours',
      `“${tidy.note}”放进了“开放时间说明”，页面上照登`,
      '看一下对不对；不用登的，导入以后删掉',
    );
  }
  if (tidy.faults.length > 0) {
    row.tell(
      'hours.unread',
      'hours',
      `${tidy.faults.join('；')}，原话放进了“开放时间说明”，页面上照登；已有的开放时间没有动`,
      '写成：周一至周五 9:00-11:30、13:00-17:00；国定假日休息',
    );
  }
  const words = safeWords(row, 'hours', tidy.faults.length > 0 ? tidyText(text) : tidy.note);
  remarks.unshift(words);
  if (words !== '') row.keep('hours', words);
  row.set('hours_note', [...new Set(remarks)].filter((remark) => remark !== '').join('；'));
}

function dates(row: RowReader, context: ImportContext): void {
  for (const column of DATES) {
    const text = filled(row, column);
    if (text === '') continue;
    const { date, guess } = tidyDate(text);
    if (date === null) {
      row.tell(
        'date.unread',
        column,
        '不是完整的日期，没有导入，原文放进了内部备注',
        '按 2026-11-23 的样子写，年月日都要有',
      );
      row.keep(column, text);
      continue;
    }
    if (column === 'verified_on' && date > context.asAt) {
      row.tell(
        'date.future',
        column,
        `晚于数据截止日期 ${context.asAt}`,
        '改正日期，或先把 datapackage.json 的 as_at 改成这份表的日期',
      );
      continue;
    }
    row.set(column, date);
    if (guess !== null) row.tell('date.guessed', column, `按 ${date} 导入：${guess}`, '看一下对不对');
  }
}

/** The pieces of a list cell. */
const pieces = (text: string) =>
  text
    .split(/[、，,；;|/\n]/u)
    .map((piece) => tidyText(piece))
    .filter((piece) => piece !== '' && !isBlankWord(piece));

function services(row: RowReader, { services: known }: ImportContext): void {
  const found: string[] = [];
  const unknown: string[] = [];
  for (const piece of pieces(row.text('services'))) {
    const service = known.find(({ id, name, aliases }) => id === piece || name === piece || aliases.includes(piece));
    if (service === undefined) unknown.push(piece);
    else if (!found.includes(service.id)) found.push(service.id);
  }
  row.set('services', found.join('、'));
  if (unknown.length > 0) {
    row.tell(
      'service.unknown',
      'services',
      `“${unknown.join('、')}”不在服务表里，原文放进了内部备注`,
      '写服务表里的名称或编号',
    );
    row.keep('services', unknown.join('、'));
  }
}

function operator(row: RowReader, { organizations }: ImportContext): void {
  const text = filled(row, 'operator');
  if (text === '') return;
  const found = organizations.find(({ id, name }) => id === text || name === text);
  if (found !== undefined) {
    row.set('operator', found.id);
    return;
  }
  row.tell(
    'operator.unknown',
    'operator',
    '不在机构表里，原文放进了内部备注',
    '先在 organizations.csv 里加上这个机构，再导入一次',
  );
  row.keep('operator', text);
}

function successor(row: RowReader, { known }: ImportContext): void {
  const text = filled(row, 'successor');
  if (text === '') return;
  const byId = known.byId.get(text);
  const named = byId === undefined ? (known.byName.get(text) ?? []) : [byId];
  const [only] = named;
  if (named.length === 1 && only !== undefined) row.set('successor', only.id);
  else {
    row.tell('successor.unknown', 'successor', '找不到这个站，原文放进了内部备注', '填接续站点的编号');
    row.keep('successor', text);
  }
}

function words(row: RowReader): void {
  for (const column of ['status', 'publish_level', 'precision'] as const) {
    const text = filled(row, column);
    if (text === '') continue;
    const found = WORDS[column](text);
    if (found === null) {
      row.tell(`${column}.unknown`, column, '不在可选的范围里', `只能填：${CHOICES[column]}`);
      continue;
    }
    row.set(column, found);
    if (found !== text)
      row.tell(`${column}.guessed`, column, `当作“${found}”`, `看一下对不对；可以填：${CHOICES[column]}`);
  }
  for (const column of COUNTS) {
    const text = filled(row, column);
    if (text === '') continue;
    const found = readCount(text);
    if (found !== null) row.set(column, found);
    else {
      row.tell('count.unread', column, '不是人数，没有导入', '只写数字，不写姓名');
    }
  }
}

/** Reads every cell that says something of the station itself into the row's values. */
export function readValues(row: RowReader, context: ImportContext, completedPhones: (count: number) => void): void {
  for (const column of TEXTS) row.set(column as StationColumn, safeText(row, column));
  row.set('former_names', pieces(safeText(row, 'former_names')).join('、'));
  phones(row, context, completedPhones);
  hours(row, context);
  dates(row, context);
  words(row);
  services(row, context);
  operator(row, context);
  successor(row, context);
}

/** The coordinate of a row as written, and the system that its own cell names. */
export function readCoordinate(row: RowReader): { readonly point: Point | null; readonly crs: Crs | null } {
  const [lon, lat, both, system] = [filled(row, 'lon'), filled(row, 'lat'), filled(row, 'lon_lat'), filled(row, 'crs')];
  const crs = system === '' ? null : readCrs(system);
  if (system !== '' && crs === null) {
    row.tell(
      'crs.unknown',
      'crs',
      '不认识的坐标系',
      '填坐标是从哪里取的：GCJ02（高德、腾讯）、BD09（百度）、CGCS2000（天地图）、WGS84（手机定位）',
    );
  }
  if (lon === '' && lat === '' && both === '') return { point: null, crs: null };
  const column = lon === '' && lat === '' ? 'lon_lat' : 'lon';
  const { point, swapped, fault } = column === 'lon_lat' ? readPair(both) : readPoint(lon, lat);
  const written = column === 'lon_lat' ? both : `${lon}，${lat}`;
  if (fault !== null) {
    row.tell(
      'point.unread',
      column,
      `${fault}，没有导入，原文放进了内部备注`,
      '写成 121.4365 和 31.1953 这样，不知道就留空',
      written,
    );
    row.keep(column, written);
  } else if (swapped) {
    row.tell('point.swapped', column, '经度和纬度写反了，换过来导入', '下次经度（121…）写在“经度”列', written);
  }
  return { point, crs };
}
