import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { cardPng } from '../src/loading/cards/card.ts';
import { pictureFiles } from '../src/loading/pictures/variants.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CITY = join(ROOT, 'test/fixtures/city');
const MODEL = 'cases/the-lamp-by-the-lake.md';
/** How many cases are added to the city in one build and in another. */
const ADDED = [0, 40, 80] as const;
const CARDS = 20;

const folder = mkdtempSync(join(tmpdir(), 'bench-cases-'));
const cardCache = join(ROOT, '.cache/cards');
const cardsIn = () => new Set(existsSync(cardCache) ? readdirSync(cardCache) : []);
const known = cardsIn();

const timed = async (run: () => unknown): Promise<number> => {
  const began = performance.now();
  await run();
  return performance.now() - began;
};

/** Seconds that a build of the city takes with so many cases more; each has a title, and so a card, of its own. */
async function build(added: number, name: string): Promise<number> {
  const content = join(folder, name, 'content');
  cpSync(join(CITY, 'content'), content, { recursive: true });
  const model = readFileSync(join(content, MODEL), 'utf8');
  for (let at = 1; at <= added; at += 1) {
    const text = model.replace(/^title: .*$/mu, `title: 湖边的第${at}盏灯（${process.pid}）`);
    writeFileSync(join(content, `cases/lamp-${at}.md`), text);
  }
  const env = {
    ...process.env,
    DATA_DIR: join(CITY, 'data'),
    CONTENT_DIR: content,
    OUT_DIR: join(folder, name, 'site'),
    SITE_TODAY: '2026-11-23',
  };
  const run = () => execFileSync(process.execPath, ['src/cli/build.ts'], { cwd: ROOT, env, stdio: 'pipe' });
  return (await timed(run)) / 1000;
}

/** Milliseconds of one card and of one picture, made and found in the cache. */
async function parts(): Promise<void> {
  const cache = join(folder, 'cards');
  const card = (at: number) => ({
    city: '云泽',
    kind: '案例 · 人物为化名',
    title: `湖边的第${at}盏灯`,
    source: '荷桥街道办事处',
    sample: false,
  });
  const all = async () => {
    for (let at = 0; at < CARDS; at += 1) await cardPng(card(at), cache);
  };
  // The first one reads the font.
  const first = await timed(() => cardPng(card(-1), cache));
  const [made, found] = [await timed(all), await timed(all)];
  const each = (sum: number) => (sum / CARDS).toFixed(1);
  console.log(`分享图：画一张 ${each(made)} 毫秒（第一张 ${first.toFixed(0)}），画过的 ${each(found)} 毫秒`);
  const picture = readFileSync(join(ROOT, 'content/cases/pictures/bag-on-a-shelf.jpg'));
  const pictures = join(folder, 'pictures');
  const [drawn, kept] = [
    await timed(() => pictureFiles(picture, pictures)),
    await timed(() => pictureFiles(picture, pictures)),
  ];
  console.log(`案例图片：画一张的各种尺寸 ${drawn.toFixed(0)} 毫秒，画过的 ${kept.toFixed(1)} 毫秒`);
}

try {
  await parts();
  const base = await build(0, 'warm');
  const times: number[] = [];
  for (const added of ADDED) times.push(await build(added, `cold-${added}`));
  const again = await build(ADDED[2], 'again');
  const [none = 0, some = 0, many = 0] = times;
  console.log('时间是钟表上的：机器忙的时候不准。');
  console.log(`建一个 12 个站的城市：${none.toFixed(1)} 秒（先建一次热身：${base.toFixed(1)} 秒）`);
  for (const [added, seconds] of [
    [ADDED[1], some],
    [ADDED[2], many],
  ] as const) {
    const each = ((seconds - none) * 1000) / added;
    console.log(
      `多 ${added} 篇案例：${seconds.toFixed(1)} 秒，每篇 ${each.toFixed(0)} 毫秒，${(seconds / none).toFixed(2)} 倍`,
    );
  }
  const cached = ((again - none) * 1000) / ADDED[2];
  console.log(`同样 ${ADDED[2]} 篇，分享图都画过：${again.toFixed(1)} 秒，每篇 ${cached.toFixed(0)} 毫秒`);
} finally {
  for (const name of cardsIn()) if (!known.has(name)) rmSync(join(cardCache, name));
  rmSync(folder, { recursive: true });
}
