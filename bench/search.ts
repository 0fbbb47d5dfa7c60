import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { normalBase } from '../src/built/addresses.ts';
import { serve } from '../src/cli/serve.ts';
import { foldersOf } from '../src/loading/folders.ts';
import { load } from '../src/loading/input.ts';
import { startChromium } from '../src/cli/browser.ts';
import { ask, openField, type Until } from './search/field.ts';
import { generated } from './search/generate.ts';
import { firstAnswer, packingHost, type FirstAnswer } from './search/network.ts';
import { handMade, type Query } from './search/query.ts';
import { misses, table } from './search/report.ts';
import { judge, shortfalls, type Outcome } from './search/score.ts';
import { deafen, keystrokes, p95 } from './search/speed.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The search waits this long for the next key before it asks the full text (docs/norms.md §13). */
const PAUSE_MS = 150;
const TYPED = ['徐家汇', 'wujiaochang', '曹杨八村', '补贴多少钱', '孩子不上学', '0000-0072', '陆家嘴精神卫生'];

interface ByteTarget {
  readonly title: string;
  readonly text: string;
  readonly until: Until;
  readonly held: RegExp | null;
  readonly bytes: number;
  readonly ms: number;
}

/** Files that a first answer has to do without. */
const FULL_TEXT = /\/pagefind\/|\/fullText/u;
const NOT_FOR_STREETS = /\/pagefind\/|\/fullText|\/search\/(?!lookup)/u;

/** The targets of docs/norms.md §13 for somebody who comes for the first time, at 80 ms and 10 Mbit/s. */
const FIRST: readonly ByteTarget[] = [
  { title: 'lookup, a street', text: '徐家汇', until: 'first', held: NOT_FOR_STREETS, bytes: 45_000, ms: 300 },
  { title: 'lookup, a 居委会', text: '斯文里', until: 'first', held: FULL_TEXT, bytes: 85_000, ms: 300 },
  { title: 'full text', text: '福彩公益金', until: 'settled', held: null, bytes: 200_000, ms: 1500 },
];

/** Without a service worker, whose own downloads would be counted among the answers. */
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', serviceWorkers: 'block' } as const;

/** Pages that ask side by side: each mostly waits for the pause after the last key. */
const SIDE_BY_SIDE = 5;
/** The first question of a page waits so long, since all pages load their index at once. */
const LOADING_MS = 60_000;
/** So many queries are asked alone first, to tell how long one takes. */
const TIMED = 120;

/** Asks queries on one page, in order. */
async function askInTurn(page: Page, home: string, base: string, queries: readonly Query[]): Promise<Outcome[]> {
  await openField(page, home);
  // The first question loads the index; it also tells whether the list says when it is done.
  const { settled } = await ask(page, '徐家汇', 'settled', base, LOADING_MS);
  const until: Until = settled ? 'settled' : 'pause';
  if (!settled) console.log('No data-settled on the list: reading it 400 ms after each query.');
  const outcomes: Outcome[] = [];
  for (const query of queries) outcomes.push(judge(query, await ask(page, query.text, until, base)));
  return outcomes;
}

/** Asks all queries, some pages at a time; the outcomes stand in the order of the queries. */
async function askAll(browser: Browser, home: string, base: string, queries: readonly Query[]): Promise<Outcome[]> {
  const size = Math.ceil(queries.length / SIDE_BY_SIDE);
  const parts = Array.from({ length: SIDE_BY_SIDE }, (_, at) => queries.slice(at * size, (at + 1) * size));
  const asked = parts.map(async (part) => {
    // A context of its own: only one page of a window is in front, and draws.
    const context = await browser.newContext(PHONE);
    const outcomes = await askInTurn(await context.newPage(), home, base, part);
    await context.close();
    return outcomes;
  });
  return (await Promise.all(asked)).flat();
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
const against = (value: number, target: number, unit: string) =>
  `${value.toFixed(0)} ${unit} = ${(value / target).toFixed(2)} × ${target}`;

async function firstAnswers(browser: Browser, upstream: string): Promise<string[]> {
  const host = await packingHost(upstream);
  const failures: string[] = [];
  try {
    for (const { title, bytes, ms, ...asked } of FIRST) {
      const got: FirstAnswer = await firstAnswer(browser, host, asked);
      console.log(
        `first answer, ${title}: ${got.sent.length} files, ${against(got.bytes, bytes, 'bytes')}; ${against(got.ms, ms, 'ms')}`,
      );
      for (const file of got.sent) console.log(`    ${kilobytes(file.bytes).padStart(9)}  ${file.path}`);
      if (got.bytes > bytes) failures.push(`first answer, ${title}: ${got.bytes} bytes, wanted at most ${bytes}`);
    }
  } finally {
    await host.close();
  }
  return failures;
}

const hasPage = (dir: string, path: string) => existsSync(join(dir, path.replace(/#.*$/u, ''), 'index.html'));

/** Tells the times of single questions: warm ones, and keys on a slow processor. */
async function tellTimes(browser: Browser, home: string, base: string, queries: readonly Query[]): Promise<void> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const timed = await askInTurn(page, home, base, spread(queries, TIMED));
  const warm = timed.filter(({ settled }) => settled).map(({ after }) => Math.max(0, after - PAUSE_MS));
  console.log(`warm query p95 without the pause of ${PAUSE_MS} ms: ${against(p95(warm), 100, 'ms')}`);
  const keys = await keystrokes(page, TYPED);
  console.log(`keystroke p95, processor slowed 4×, ${keys.length} keys: ${against(p95(keys), 16, 'ms')}`);
  await deafen(page);
  console.log(`  of which the field and its page alone: ${p95(await keystrokes(page, TYPED)).toFixed(0)} ms`);
  await context.close();
}

/**
 * Runs the bench; the sentences that come back are targets not met. With `judged` it leaves out the times of single
 * questions, which are only told.
 */
async function bench(
  dir: string,
  base: string,
  queries: readonly Query[],
  { misses: showMisses, judged }: { readonly misses: boolean; readonly judged: boolean },
): Promise<string[]> {
  const gone = queries.flatMap(({ expect }) => expect.filter((path) => !hasPage(dir, path)));
  if (gone.length > 0) throw new Error(`queries expect pages that ${dir} has not: ${[...new Set(gone)].join(' ')}`);
  const [server, browser] = await Promise.all([serve({ dir, base, port: 0 }), startChromium()]);
  try {
    if (!judged) await tellTimes(browser, server.url, base, queries);
    const outcomes = await askAll(browser, server.url, base, queries);
    console.log(table(outcomes));
    console.log(
      'What is found and the bytes are judged. The times are only told: other work on the machine lengthens them.',
    );
    if (showMisses) console.log(`\n${misses(outcomes)}\n`);
    const late = outcomes.filter(({ settled }) => !settled).length;
    console.log(`not settled in time: ${late} of ${outcomes.length}`);
    return [...shortfalls(outcomes), ...(await firstAnswers(browser, server.url))];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** So many of the queries, evenly from all of them. */
const spread = (queries: readonly Query[], count: number): Query[] => {
  const step = Math.max(1, Math.floor(queries.length / count));
  return queries.filter((_, at) => at % step === 0);
};

const { values } = parseArgs({
  options: {
    misses: { type: 'boolean', default: false },
    judged: { type: 'boolean', default: false },
    queries: { type: 'string' },
  },
});
const dir = resolve(ROOT, process.env['SITE_DIST'] ?? join(ROOT, 'dist'));
if (!existsSync(join(dir, 'index.html'))) {
  console.error(`no site in ${dir}: run npm run build, or set SITE_DIST`);
  process.exit(1);
}
const queries =
  values.queries === undefined
    ? [...handMade(), ...generated(load(foldersOf(process.env, ROOT)).dataset)]
    : handMade(values.queries);
const failures = await bench(dir, normalBase(process.env['SITE_BASE'] ?? '/'), queries, values);
for (const failure of failures) console.error(`below target: ${failure}`);
if (failures.length > 0) process.exitCode = 1;
