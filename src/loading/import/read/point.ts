import { plainText } from '../../../domain/language/plainText.ts';
import type { Point } from '../../../domain/place/region.ts';

/** A coordinate as a cell has it, still in an unknown system; `swapped` where 经度 and 纬度 stood the wrong way round. */
export interface PointReading {
  readonly point: Point | null;
  readonly swapped: boolean;
  readonly fault: string | null;
}

/** Rough bounds of the country: what lies outside is a slip. */
const isLon = (value: number) => value >= 73 && value <= 136;
const isLat = (value: number) => value >= 3 && value <= 54;

/** Degrees of 121.4365, 121.4365°E, 东经121.4365, 121°26′12″; NaN for anything else. */
function degrees(text: string): number {
  const plain = plainText(text)
    .replace(/东经|北纬|经度|纬度|[EN]$|^[EN]/giu, '')
    .replace(/[:\s]/gu, '')
    .replace(/,(?=\d{3,}$)/u, '.');
  if (/^-?\d+(?:\.\d+)?°?$/u.test(plain)) return Number(plain.replace('°', ''));
  const parts = /^(\d{1,3})[°度](\d{1,2})[′'’分](?:(\d{1,2}(?:\.\d+)?)(?:[″"”秒]|''|′′)?)?$/u.exec(plain);
  return parts === null ? NaN : Number(parts[1]) + Number(parts[2]) / 60 + Number(parts[3] ?? 0) / 3600;
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;

/** Reads 经度 and 纬度 from two cells. */
export function readPoint(lonText: string, latText: string): PointReading {
  const [first, second] = [degrees(lonText), degrees(latText)];
  const fault = (message: string): PointReading => ({ point: null, swapped: false, fault: message });
  if (lonText.trim() === '' || latText.trim() === '') return fault('经度和纬度只有一个');
  if (Number.isNaN(first) || Number.isNaN(second)) return fault('不是经纬度');
  if (first === 0 && second === 0) return fault('坐标是 0，等于没有填');
  if (isLon(first) && isLat(second))
    return { point: { lon: round(first), lat: round(second) }, swapped: false, fault: null };
  if (isLat(first) && isLon(second))
    return { point: { lon: round(second), lat: round(first) }, swapped: true, fault: null };
  return fault('坐标不在国内');
}

/** Reads both from one cell: 121.4365,31.1953. */
export function readPair(text: string): PointReading {
  const parts = plainText(text)
    .replace(/[()[\]]/gu, '')
    .split(/[,;、/\s]+/u)
    .filter((part) => part !== '');
  const [first = '', second = ''] = parts;
  return parts.length === 2 ? readPoint(first, second) : { point: null, swapped: false, fault: '不是一对经纬度' };
}
