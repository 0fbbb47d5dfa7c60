import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Box } from './coastline.ts';
import { RegisterError } from './packages.ts';
import type { GmtText } from './waters.ts';

/** Lakes are asked for this far beyond the box, so that their shores come whole; degrees. */
const BEYOND = 2;

const MISSING = [
  '河流和湖泊取自 GSHHG，要用 gmt 命令读。没有写任何文件。',
  '怎么改：在 Debian 或 Ubuntu 上运行 apt-get install gmt gmt-gshhg-full，再运行一次；不画河湖，加 --no-waters。',
].join('\n');

/** Asks GMT for the finest rivers and shores of a region; throws RegisterError where it or its data are missing. */
function coast(what: readonly string[], [west, south, east, north]: Box): string {
  const args = ['coast', `-R${west}/${east}/${south}/${north}`, '-Df', ...what, '-M'];
  try {
    // gmt leaves a file gmt.history in the folder where it runs.
    return execFileSync('gmt', args, {
      cwd: tmpdir(),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (cause) {
    const { code, stderr } = cause as { code?: unknown; stderr?: unknown };
    throw new RegisterError(
      code === 'ENOENT' ? MISSING : `${MISSING}\ngmt 的原话：\n${String(stderr ?? cause).trim()}`,
    );
  }
}

/** Rivers and the shores of lakes around a box, from GSHHG by way of GMT. */
export function gmtText(box: Box): GmtText {
  const [west, south, east, north] = box;
  const wide: Box = [west - BEYOND, Math.max(-90, south - BEYOND), east + BEYOND, Math.min(90, north + BEYOND)];
  return { rivers: coast(['-Ia'], box), shores: coast(['-W'], wide) };
}
