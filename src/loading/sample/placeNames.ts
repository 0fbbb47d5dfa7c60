import type { PlaceNames } from './places.ts';

const ROADS = ['路', '街', '东路', '西路', '支路', '大道'] as const;
const ESTATES = ['新村', '花园', '苑', '公寓', '里', '坊'] as const;
const HAMLETS = ['宅', '浜', '桥头'] as const;

const combined = (roots: readonly string[], ends: readonly string[]) =>
  ends.flatMap((end) => roots.map((root) => `${root}${end}`));

/** Names of roads, estates and hamlets from the words that they begin with. */
export const namesFrom = (roots: readonly string[], shared: PlaceNames['shared']): PlaceNames => ({
  roads: combined(roots, ROADS),
  estates: combined(roots, ESTATES),
  hamlets: combined(roots, HAMLETS),
  shared,
});

/** Roots of the names in the sample: all begin with 示例, so that nobody takes them for real (docs/norms.md §9). */
const ROOTS =
  '春夏秋冬梅兰竹菊松柏枫桐桂杏桃李荷莲云霞星月风雪雨露晨夕山川江河湖海泉溪石玉金银铜瓷书画琴棋诗词歌舞米麦茶果花草叶枝鱼鹤雁鹿羊牛马';

/** The names of the places in the sample. */
export const SAMPLE_NAMES: PlaceNames = namesFrom(
  ['', ...ROOTS].map((root) => `示例${root}`),
  { road: '示例中路', estate: '示例家园' },
);
