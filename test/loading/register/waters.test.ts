import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backdropJson } from '../../../src/loading/register/backdrop.ts';
import type { Box, Position, Ring } from '../../../src/loading/register/coastline.ts';
import { clipLine, gmtSegments, joinLines, splitAtMouths, type Line } from '../../../src/loading/register/lines.ts';
import { namedWaters, type Names } from '../../../src/loading/register/waters.ts';
import { coastlineSchema } from '../../../src/schemas/config.ts';

const BOX: Box = [0, 0, 10, 10];
const LAND: Ring = [
  [-5, -5],
  [15, -5],
  [15, 8],
  [-5, 8],
  [-5, -5],
];
const segment = (head: string, positions: readonly Position[]) =>
  [`> ${head}`, ...positions.map((position) => position.join('\t'))].join('\n');

/** A river from west to east, cut at a tile in x = 4, and one from the south that flows into it at x = 6. */
const RIVERS = [
  segment('River Bin # 1, Level 2', [
    [-1, 5],
    [4, 5],
  ]),
  segment('River Bin # 2, Level 2', [
    [4, 5],
    [4, 5],
  ]),
  segment('River Bin # 2, Level 2', [
    [4, 5],
    [6, 5],
    [9, 6],
  ]),
  segment('River Bin # 2, Level 3', [
    [6, 1],
    [6, 5],
  ]),
].join('\n');
/** A lake in two halves, and the shore of the sea, which is no lake. */
const SHORES = [
  segment('Shore Bin # 1, Level 2', [
    [1, 1],
    [2, 1],
    [2, 2],
  ]),
  segment('Shore Bin # 2, Level 2', [
    [2, 2],
    [1, 2],
    [1, 1],
  ]),
  segment('Shore Bin # 2, Level 1', [
    [0, 8],
    [10, 8],
  ]),
].join('\n');
const NAMES: Names = [
  ['上河', 2, 5],
  ['下河', 8.99, 6],
  ['下河', 6, 2],
  ['小湖', 1.5, 1.5],
  ['北海', 5, 9],
  ['旱溪', 9, 3],
];
const lineOf = (positions: readonly Position[]) => positions.map(String).join(' ');

describe('what GMT prints', () => {
  test('comes as lines of one level, without its doubled positions and its empty segments', () => {
    expect(gmtSegments(RIVERS)).toHaveLength(3);
    expect(gmtSegments(SHORES, 2)).toHaveLength(2);
    expect(gmtSegments('')).toEqual([]);
  });

  test('has longitudes beyond 180°, which become western ones', () => {
    expect(
      gmtSegments(
        segment('x', [
          [358, 1],
          [359, 1],
        ]),
      ),
    ).toEqual([
      [
        [-2, 1],
        [-1, 1],
      ],
    ]);
  });
});

describe('joining', () => {
  test('a line cut anywhere, in any order and direction, is one again', () => {
    const cuts = fc.array(fc.record({ at: fc.nat(18), turned: fc.boolean() }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, fc.infiniteStream(fc.nat()), (places, order) => {
        const whole: Line = Array.from({ length: 20 }, (_, x): Position => [x, (x * 7) % 5]);
        const at = [0, ...new Set(places.map((place) => place.at + 1)), 19].sort((a, b) => a - b);
        const parts = [...new Set(at)].flatMap((to, index, all) => {
          const from = all[index - 1];
          return from === undefined ? [] : [whole.slice(from, to + 1)];
        });
        const shuffled = parts
          .map((part, index) => (places[index]?.turned === true ? [...part].reverse() : part))
          .map((part) => ({ part, rank: order.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ part }) => part);
        const [joined, ...rest] = joinLines(shuffled);
        expect(rest).toEqual([]);
        expect([lineOf(whole), lineOf([...whole].reverse())]).toContain(lineOf(joined ?? []));
      }),
    );
  });

  test('three ends that meet stay three lines', () => {
    const parts = splitAtMouths(joinLines(gmtSegments(RIVERS)), 0.01);
    expect(parts).toHaveLength(3);
    expect(joinLines(parts)).toHaveLength(3);
  });
});

describe('cutting a line to a box', () => {
  test('keeps what lies inside, in pieces', () => {
    const line: Line = [
      [-2, 5],
      [5, 5],
      [5, 12],
      [7, 12],
      [7, 5],
    ];
    expect(clipLine(line, BOX).map(lineOf)).toEqual(['0,5 5,5 5,10', '7,10 7,5']);
    expect(
      clipLine(
        [
          [11, 1],
          [12, 2],
        ],
        BOX,
      ),
    ).toEqual([]);
  });
});

describe('waters with their names', () => {
  const found = namedWaters({ rivers: RIVERS, shores: SHORES }, NAMES, [LAND]);

  test('a river changes its name where another one flows into it, and parts of one name are one line', () => {
    expect(found.rivers.map(([name, line]) => [name, line.length])).toEqual([
      ['上河', 3],
      ['下河', 3],
    ]);
    expect(found.rivers[1]?.[1].map(String).sort()).toEqual(['6,1', '6,5', '9,6']);
  });

  test('a lake is whole and has the name whose place lies on it; a place in the sea names the sea', () => {
    expect(found.lakes.map(([name, ring]) => [name, ring.length])).toEqual([['小湖', 5]]);
    expect(found.seas).toEqual([['北海', 5, 9]]);
  });

  test('a name near no water is told', () => {
    expect(found.unknown).toEqual(['旱溪']);
  });

  test('the file has them, cut to the box and with the names kept, and passes its schema', () => {
    const text = backdropJson([LAND], found, BOX);
    const { waters } = coastlineSchema.parse(JSON.parse(text));
    expect(waters.names).toEqual(NAMES);
    expect(waters.rivers[0]).toEqual([
      '上河',
      [
        [0, 5],
        [6, 5],
      ],
    ]);
    expect(backdropJson([LAND], namedWaters({ rivers: RIVERS, shores: SHORES }, waters.names, [LAND]), BOX)).toBe(text);
  });

  test('a file without waters has none', () => {
    const { waters } = coastlineSchema.parse(JSON.parse(backdropJson([LAND], null, BOX)));
    expect([waters.names, waters.rivers, waters.lakes, waters.seas]).toEqual([[], [], [], []]);
  });
});
