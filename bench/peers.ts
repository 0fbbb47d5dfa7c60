import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Progress } from '../src/cli/progress.ts';
import { measure } from './measure.ts';
import { compare, weigh, type Likeness } from './peers/compare.ts';
import { eleventy, hugo } from './peers/programs.ts';
import { writePeers } from './peers/sites.ts';
import { keepResults, stagesIn, type Built } from './results.ts';
import { ROOT, TODAY, writeSize } from './sizes.ts';

/**
 * `npm run bench:peers [-- --sizes 1k,10k --rounds 3 --from node_modules]`: builds the pages of stations, 街镇 and
 * districts and the posters with this program, with Eleventy and with Hugo, one after the other in each round. The peers'
 * templates and rows are made from our pages (bench/peers/), and what they make is compared with ours, kind by kind.
 * Prints the least of the rounds and what this program takes as a share of each peer, and keeps them in bench/results/.
 *
 * The rows give the peers what we work out from data/: hours in words, what is near, the pictures of surroundings, the
 * codes to scan. They also bundle no scripts and lower no style sheets. So the shares are rather too high than too low.
 */

/** Something that builds these pages into a folder that doesn't exist. */
interface Builder {
  readonly name: string;
  readonly build: (out: string) => ReturnType<typeof measure>;
}

const OURS = '本站';

function buildersFor(env: Readonly<Record<string, string>>, folder: string, peers: Peers): readonly Builder[] {
  const [js, go] = [join(folder, 'eleventy'), join(folder, 'hugo')];
  const { hugo: program } = peers;
  return [
    {
      name: OURS,
      build: (out) => measure([process.execPath, join(ROOT, 'bench/peers/ours.ts')], ROOT, { ...env, OUT_DIR: out }),
    },
    {
      name: 'Eleventy',
      build: (out) => measure([process.execPath, peers.eleventy, '--input=src', `--output=${out}`, '--quiet'], js),
    },
    ...(program === null
      ? []
      : [{ name: 'Hugo', build: (out: string) => measure([program, '--quiet', '--noBuildLock', '-d', out], go) }]),
  ];
}

interface Peers {
  readonly eleventy: string;
  readonly hugo: string | null;
}

/** The run that took the least processor: whatever runs beside only adds to it. */
const least = (runs: readonly Built[]) => [...runs].sort((a, b) => a.processor - b.processor)[0];

function printLikeness(size: string, name: string, likeness: readonly Likeness[]): void {
  const rows = likeness.map(({ title, pages, bytes, ratio, worst }) => [
    title,
    { 页: pages, 平均字节: Math.round(bytes / pages), 是本站的: ratio.toFixed(4), 差得最多的一页: worst.toFixed(4) },
  ]);
  console.log(`${size} ${name} 的页：`);
  console.table(Object.fromEntries(rows));
}

/** What we take, as a share of what each peer takes. */
function printRatios(results: Readonly<Record<string, Built>>, sizes: readonly string[]): void {
  const rows = sizes.flatMap((size) => {
    const ours = results[nameOf(size, OURS)];
    const peers = Object.entries(results).filter(([name]) => name.startsWith(nameOf(size, '')) && !name.endsWith(OURS));
    return ours === undefined
      ? []
      : peers.map(([name, { processor, wall, memory }]) => {
          const [first, second, third] = [ours.processor / processor, ours.wall / wall, ours.memory / memory];
          return [name, { 处理器: first.toFixed(2), 秒: second.toFixed(2), 内存: third.toFixed(2) }] as const;
        });
  });
  console.log('本站用的，是它们的几倍：');
  console.table(Object.fromEntries(rows));
}

const nameOf = (size: string, builder: string) => `${size} 同样的页 ${builder}`;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1k' },
    rounds: { type: 'string', default: '3' },
    from: { type: 'string' },
  },
});
const progress = new Progress();
const stage = (name: string) => progress.stage(name);
const folder = mkdtempSync(join(tmpdir(), 'bench-peers-'));
const results: Record<string, Built> = {};
const sizes = values.sizes.split(',');
try {
  const peers = { eleventy: eleventy(stage), hugo: hugo(stage) };
  for (const size of sizes) {
    const own = join(folder, size);
    const { data, content } = writeSize(size, own, values.from, stage);
    const builders = buildersFor({ DATA_DIR: data, CONTENT_DIR: content, SITE_TODAY: TODAY }, own, peers);
    const first = join(own, OURS);
    stage(`${size} 先建一遍`);
    await builders[0]?.build(first);
    writePeers(first, own, stage);
    const runs = new Map<string, Built[]>(builders.map(({ name }) => [name, []]));
    for (let round = 0; round < Number(values.rounds); round += 1) {
      // Each begins a round in its turn, so that none always comes after the same one.
      const turn = builders.map((_, at) => builders[(at + round) % builders.length]).filter((one) => one !== undefined);
      for (const { name, build } of turn) {
        const out = join(own, 'out');
        stage(`${size} 第 ${round + 1} 轮 ${name}`);
        const { said, ...taken } = await build(out);
        runs.get(name)?.push({ ...taken, ...weigh(out), stages: stagesIn(said) });
        if (round === 0 && name !== OURS) {
          const likeness = compare(first, out, name);
          progress.end();
          printLikeness(size, name, likeness);
        }
        if (existsSync(out)) rmSync(out, { recursive: true });
      }
    }
    for (const [name, all] of runs) {
      const best = least(all);
      if (best !== undefined) results[nameOf(size, name)] = best;
      progress.end();
      const told = all.map(
        ({ processor, wall, beside }) => `${processor.toFixed(1)}（${wall.toFixed(1)}，旁边 ${beside ?? 0}）`,
      );
      console.log(`${size} ${name} 各轮的处理器秒（秒）：${told.join('，')}`);
    }
    rmSync(own, { recursive: true });
  }
} finally {
  progress.end();
  rmSync(folder, { recursive: true, force: true });
  // What was measured before something failed counts too.
  if (Object.keys(results).length > 0) {
    const file = keepResults(results);
    printRatios(results, sizes);
    console.log(`记在 ${file}，一共用了 ${progress.took}。`);
  }
}
