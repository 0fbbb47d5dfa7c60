import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  clipRing,
  coastLines,
  isOnLand,
  landInBox,
  landRings,
  simplifyLine,
  simplifyRing,
  type Box,
  type Position,
  type Ring,
} from '../../../src/loading/register/coastline.ts';
import { backdropJson } from '../../../src/loading/register/backdrop.ts';
import { apart } from '../../../src/loading/register/lines.ts';
import { pointOf } from '../../../src/loading/register/points.ts';
import { readRows } from '../../../src/loading/register/tables.ts';
import { coastlineSchema } from '../../../src/schemas/config.ts';

const BOX: Box = [0, 0, 10, 10];
const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('cutting', () => {
  test('an island inside the box stays as it is, one outside is gone', () => {
    expect(clipRing(square(2, 2, 3), BOX)).toHaveLength(5);
    expect(clipRing(square(20, 2, 3), BOX)).toEqual([]);
  });

  test('land that covers the whole box becomes the box', () => {
    expect(new Set(clipRing(square(-5, -5, 30), BOX).map(String))).toEqual(new Set(['0,0', '10,0', '10,10', '0,10']));
  });

  test('land that sticks out is closed along the frame, and its coast is the rest', () => {
    const ring = clipRing(square(-5, 2, 8), BOX);
    expect(isOnLand([1, 5], [ring])).toBe(true);
    expect(isOnLand([5, 5], [ring])).toBe(false);
    expect(coastLines(ring, BOX)).toEqual([
      [
        [0, 2],
        [3, 2],
        [3, 10],
      ],
    ]);
  });

  test('a bay that the frame cuts through stays water', () => {
    const horseshoe: Ring = [
      [-5, 1],
      [8, 1],
      [8, 3],
      [-3, 3],
      [-3, 6],
      [8, 6],
      [8, 9],
      [-5, 9],
      [-5, 1],
    ];
    const ring = clipRing(horseshoe, BOX);
    expect(isOnLand([4, 2], [ring])).toBe(true);
    expect(isOnLand([4, 4.5], [ring])).toBe(false);
    expect(isOnLand([4, 7], [ring])).toBe(true);
    expect(coastLines(ring, BOX)).toHaveLength(2);
  });
});

describe('simplifying', () => {
  test('positions near the remaining line go, the ends and the corners stay', () => {
    const line: Position[] = [
      [0, 0],
      [1, 0.01],
      [2, 0],
      [2, 2],
    ];
    expect(simplifyLine(line, 0.1)).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
    ]);
  });

  test('the frame is not touched, wherever the ring begins', () => {
    const ring = clipRing(square(-5, 2, 8), BOX);
    const turned = [...ring.slice(2), ...ring.slice(1, 3)];
    for (const closed of [ring, turned]) {
      const simple = simplifyRing(closed, BOX, 0.1);
      expect(new Set(simple.map(String))).toEqual(new Set(ring.map(String)));
      expect(simple.at(0)).toEqual(simple.at(-1));
    }
  });

  test('specks of land are left out', () => {
    expect(landInBox([square(2, 2, 0.01), square(5, 5, 1)], BOX, 0.1)).toHaveLength(1);
  });

  test('the file grows no larger than its limit', () => {
    const wavy = Array.from({ length: 2000 }, (_, index): Position => {
      const angle = (index / 2000) * 2 * Math.PI;
      const radius = 3 + 0.2 * Math.sin(index);
      return [5 + radius * Math.cos(angle), 5 + radius * Math.sin(angle)];
    });
    const text = backdropJson([[...wavy, ...wavy.slice(0, 1)]], null, BOX, 4000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4000);
    expect(isOnLand([5, 5], coastlineSchema.parse(JSON.parse(text)).rings)).toBe(true);
  });

  test('the outer rings of a GeoJSON collection are its land', () => {
    const coordinates = [[square(1, 1, 5), square(2, 2, 1)], [square(8, 8, 1)]];
    const json = JSON.stringify({ type: 'GeometryCollection', geometries: [{ type: 'MultiPolygon', coordinates }] });
    expect(landRings(json)).toEqual([square(1, 1, 5), square(8, 8, 1)]);
  });
});

describe('the committed coastline of Shanghai', () => {
  const data = join(import.meta.dirname, '../../../data');
  const text = readFileSync(join(data, 'coastline.json'), 'utf8');
  const { bbox, rings, waters } = coastlineSchema.parse(JSON.parse(text));

  test('it is at most 25 KB with its waters, rounded to four decimals, closed and inside its box', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(25 * 1024);
    const [west, south, east, north] = bbox;
    for (const ring of rings) {
      expect(ring.at(0)).toEqual(ring.at(-1));
      for (const [lon, lat] of ring) {
        expect([lon, lat]).toEqual([Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4]);
        expect(lon >= west && lon <= east && lat >= south && lat <= north).toBe(true);
      }
    }
  });

  test('every town and every district stands on land', () => {
    const rows = [...readRows(data, 'towns'), ...readRows(data, 'districts')];
    const inWater = rows.filter((row) => pointOf(row).every(({ lon, lat }) => !isOnLand([lon, lat], rings)));
    expect(inWater.map(({ name }) => name)).toEqual([]);
  });

  test.each<[string, Position]>([
    ['the Yangtze between 浏河 and 崇明', [121.35, 31.6]],
    ['the channel between 崇明 and 长兴', [121.6, 31.5]],
    ['the sea east of 浦东', [122.05, 31]],
    ['杭州湾', [121.5, 30.65]],
    ['the channel between 长兴 and 外高桥', [121.62, 31.4]],
  ])('%s is water', (_, position) => {
    expect(isOnLand(position, rings)).toBe(false);
  });

  test.each<[string, Position]>([
    ['太仓, Jiangsu', [121.1, 31.45]],
    ['启东, Jiangsu', [121.65, 31.81]],
    ['平湖, Zhejiang', [121.02, 30.7]],
  ])('%s is land', (_, position) => {
    expect(isOnLand(position, rings)).toBe(true);
  });

  test.each<[string, Position, Position]>([
    ['黄浦江', [121.482, 31.239], [121.51, 31.383]],
    ['苏州河', [120.76, 31.28], [121.482, 31.239]],
  ])('%s runs from end to end in one line', (name, ...ends) => {
    const lines = waters.rivers.flatMap(([own, line]) => (own === name ? [line] : []));
    expect(lines).toHaveLength(1);
    for (const end of ends) expect(Math.min(...(lines[0] ?? []).map((at) => apart(at, end)))).toBeLessThan(0.02);
  });

  test.each<[string, Position]>([
    ['淀山湖', [120.96, 31.12]],
    ['阳澄湖', [120.8, 31.45]],
  ])('%s is a lake with its name', (name, position) => {
    const [own] = waters.lakes.find(([, ring]) => isOnLand(position, [ring])) ?? [];
    expect(own).toBe(name);
  });

  test('every name that is written by hand names something', () => {
    const used = new Set([...waters.rivers, ...waters.lakes, ...waters.seas].map(([name]) => name));
    expect(waters.names.filter(([name]) => !used.has(name))).toEqual([]);
  });
});
