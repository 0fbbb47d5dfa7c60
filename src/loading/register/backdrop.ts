import { clipRing, landInBox, type Box, type Ring } from './coastline.ts';
import { watersInBox, type NamedWaters } from './waters.ts';

/** One row of JSON a line, so that a change of the file can be read. */
const rows = (key: string, list: readonly unknown[], indent: string) =>
  `${indent}"${key}": [${list.map((row) => `\n${indent}  ${JSON.stringify(row)}`).join(',')}${list.length === 0 ? '' : `\n${indent}`}]`;

/**
 * The text of data/coastline.json: land and waters in the finest tolerance that stays within `limit` bytes. `waters`
 * are null where they were not asked for.
 */
export function backdropJson(land: readonly Ring[], waters: NamedWaters | null, box: Box, limit = 25_000): string {
  const nearby = land.map((ring) => clipRing(ring, box)).filter((ring) => ring.length > 0);
  for (let tolerance = 0.0005; ; tolerance *= 1.25) {
    const text = [
      '{',
      '  "source": "© OpenStreetMap 贡献者，经 npm 包 @geo-maps/earth-coastlines-100m 0.6.0",',
      '  "licence": "ODbL 1.0",',
      `  "bbox": ${JSON.stringify(box)},`,
      `${rows('rings', landInBox(nearby, box, tolerance), '  ')}${waters === null ? '' : ','}`,
      ...(waters === null ? [] : [watersText(waters, box, tolerance)]),
      '}\n',
    ].join('\n');
    if (Buffer.byteLength(text) <= limit) return text;
  }
}

function watersText(waters: NamedWaters, box: Box, tolerance: number): string {
  const { rivers, lakes } = watersInBox(waters, box, tolerance);
  return [
    '  "waters": {',
    '    "source": "GSHHG 2.3.7（World Vector Shoreline、CIA WDB-II），经 Debian 包 gmt-gshhg-full",',
    '    "licence": "LGPL 3.0",',
    [
      rows('names', waters.names, '    '),
      rows('rivers', rivers, '    '),
      rows('lakes', lakes, '    '),
      rows('seas', waters.seas, '    '),
    ].join(',\n'),
    '  }',
  ].join('\n');
}
