import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { boundsOf } from '../domain/map/projection.ts';
import { coastlineJson, landRings, type Box } from '../loading/register/coastline.ts';
import { PACKAGES, RegisterError, usingPackages } from '../loading/register/packages.ts';
import { pointOf } from '../loading/register/points.ts';
import { readRows } from '../loading/register/tables.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { faultOfSystem } from './failure.ts';

const USAGE = `用法：npm run coastline -- [西经度,南纬度,东经度,北纬度]
  不写范围，就取 towns.csv 里全部代表点的范围，四边各放宽约 15 公里。
  --from <文件夹>  不联网，从已装好的 node_modules 读 ${PACKAGES.coastlines.name}`;

/** The margin around the outermost 街镇 in degrees. */
const MARGIN = 0.15;
/** The box is rounded outwards to this part of a degree. */
const STEP = 20;

function boxOfTowns(folder: string): Box {
  const bounds = boundsOf(
    readRows(folder, 'towns').flatMap((row) => pointOf(row)),
    MARGIN,
  );
  if (bounds === null) throw new RegisterError(`${folder} 里没有带代表点的 towns.csv，请写出范围。\n${USAGE}`);
  const [west, south, east, north] = bounds;
  const down = (value: number) => Math.floor(value * STEP) / STEP;
  const up = (value: number) => Math.ceil(value * STEP) / STEP;
  return [down(west), down(south), up(east), up(north)];
}

function parseBox(text: string): Box {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...rest] = text
    .split(',')
    .map((part) => Math.round(Number(part) * 1e4) / 1e4);
  const inWorld = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (rest.length > 0 || !(west < east && south < north && inWorld)) {
    throw new RegisterError(`看不懂范围“${text}”。例：120.75,30.55,122.1,32\n${USAGE}`);
  }
  return [west, south, east, north];
}

function main(args: string[], folder: string, log: (line: string) => void): void {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { from: { type: 'string' } } });
  const [text, ...rest] = positionals;
  if (rest.length > 0) throw new RegisterError(USAGE);
  const box = text === undefined ? boxOfTowns(folder) : parseBox(text);
  const { coastlines } = PACKAGES;
  const json = usingPackages([coastlines], values.from, (read) =>
    coastlineJson(landRings(read(coastlines, 'map.geo.json')), box),
  );
  mkdirSync(folder, { recursive: true });
  writeTogether(folder, { 'coastline.json': json });
  log(`海岸线写好：范围 ${box.join(',')}，${Buffer.byteLength(json)} 字节。`);
}

try {
  main(process.argv.slice(2), resolve(process.env['DATA_DIR'] ?? 'data'), console.log);
} catch (error) {
  console.error(
    error instanceof RegisterError
      ? error.message
      : `没有写任何文件：${faultOfSystem(error) ?? `${String(error)}\n${USAGE}`}`,
  );
  process.exitCode = 1;
}
