import { CRS, type Crs } from '../place/coordinates.ts';
import { plainText } from '../language/plainText.ts';
import { readHanNumber } from '../language/numerals.ts';
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

type Wording<T extends string> = readonly (readonly [RegExp, T])[];

/** The word of a closed list that a cell means, by the first wording that fits; null where none does. */
function wordOf<T extends string>(text: string, words: readonly T[], wordings: Wording<T>): T | null {
  const plain = plainText(text).replace(/\s/gu, '');
  return words.find((word) => word === plain) ?? wordings.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** 综合站, 综合性社工站, 街镇级 → 综合, and so on. */
export const readType = (text: string): StationType | null =>
  wordOf(text, STATION_TYPES, [
    [/专项|专业|领域/u, '专项'],
    [/居村|村居|居委|村委|村级|居民区/u, '居村'],
    [/综合|街镇级?$|街道级|镇级/u, '综合'],
  ]);

/** 正常, 已建成 → 运行; 在建 → 筹建; 停用 → 暂停; 撤销 → 撤并. */
export const readStatus = (text: string): Status | null =>
  wordOf(text, STATUSES, [
    [/撤|合并|并入|注销|取消/u, '撤并'],
    [/筹|在建|拟建|建设中|待建|未启用|未建成|计划/u, '筹建'],
    [/暂停|停用|停止|停业|歇业|关闭|装修|维修/u, '暂停'],
    [/运行|运营|正常|在用|开放|已建|启用|建成|^是$/u, '运行'],
  ]);

/** 公开 → 全部; 不公开 → 仅街镇. */
export const readPublishLevel = (text: string): PublishLevel | null =>
  wordOf(text, PUBLISH_LEVELS, [
    [/不公开|保密|内部|^否$|街镇/u, '仅街镇'],
    [/电话/u, '仅电话'],
    [/公开|全部|^是$/u, '全部'],
  ]);

/** 精确, 楼栋 → 门牌; 路段 → 道路; 约略 → 街镇. */
export const readPrecision = (text: string): Precision | null =>
  wordOf(text, PRECISIONS, [
    [/门牌|门址|精确|精准|准确|楼/u, '门牌'],
    [/道路|路段|路口/u, '道路'],
    [/街镇|约略|大概|大致|模糊/u, '街镇'],
  ]);

/** 高德, 火星坐标, GCJ-02 → GCJ02; 百度 → BD09; 天地图, 国家2000 → CGCS2000; GPS → WGS84. */
export const readCrs = (text: string): Crs | null =>
  wordOf(text, CRS, [
    [/高德|腾讯|火星|国测局|gcj/iu, 'GCJ02'],
    [/百度|bd-?09/iu, 'BD09'],
    [/天地图|2000|cgcs/iu, 'CGCS2000'],
    [/gps|wgs|84/iu, 'WGS84'],
  ]);

/** 4, 4.0, 4人, 四名 as digits; null for anything else. */
export function readCount(text: string): string | null {
  const plain = plainText(text)
    .replace(/\s/gu, '')
    .replace(/(?:个|位|名|人|余)+$/u, '')
    .replace(/^共/u, '');
  const digits = /^(\d{1,6})(?:\.0+)?$/u.exec(plain)?.[1];
  if (digits !== undefined) return String(Number(digits));
  const han = readHanNumber(plain);
  return han === null ? null : String(han);
}

/**
 * Free text of a cell: digits and Latin letters half-width, line breaks and runs of spaces closed, and none between Han
 * characters. A first character that a spreadsheet would take for a formula becomes its full-width form.
 */
export function tidyText(text: string): string {
  const plain = text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}，。；：、）]) (?=[\p{Script=Han}（])/gu, '')
    .trim();
  return plain.replace(/^[=+\-@]/u, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
