import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CITY, swap } from '../loading/city.ts';
import { ROOT } from '../site/builtSite.ts';
import { builtCity, hashesOf, type BuildEnd } from '../site/cityBuild.ts';

/** How long one of these tests may take, in milliseconds. */
export const LONG = 1_800_000;
export const KB = 1024;
export const MB = 1024 * KB;

/** The hashes of the city as it is built on a good day. */
export const goodDay = async (): Promise<Record<string, string>> => hashesOf((await builtCity()).dir);

/** Changes one telephone in a data folder. */
export function changePhone(data: string): void {
  const stations = join(data, 'stations.csv');
  writeFileSync(stations, swap('0389-2010023', '0389-2010088')(readFileSync(stations, 'utf8')));
}

/** Copies the data of the city into a place; answers the folder. */
export function dataIn(place: string): string {
  const data = join(place, 'data');
  cpSync(CITY.data, data, { recursive: true });
  return data;
}

/** The names in a folder but for the file that fills its disk. */
export const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name !== 'filler')
    .sort();

const TABLE = '街镇,名称,联系电话\n荷桥街道,荷桥街道社工站,0389-2010099\n';

/**
 * Starts an import of one changed telephone into `data`, from a table in `inbox`. `limit` is the most 512-byte blocks
 * that the system lets it write into a file.
 */
export function startImport(data: string, inbox: string, limit?: number) {
  mkdirSync(inbox, { recursive: true });
  const table = join(inbox, '名单.csv');
  writeFileSync(table, TABLE);
  const limited = limit === undefined ? '' : `trap "" XFSZ; ulimit -f ${limit}; `;
  const child = spawn('bash', ['-c', `${limited}exec "$0" src/cli/import.ts "$1"`, process.execPath, table], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<BuildEnd>((done) => {
    child.once('close', (code) => done({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
  return { child, ended };
}
