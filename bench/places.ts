import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { startChromium } from '../src/cli/browser.ts';
import type { Dataset } from '../src/domain/dataset/dataset.ts';
import type { Place } from '../src/domain/place/place.ts';
import { foldersOf } from '../src/loading/folders.ts';
import { load } from '../src/loading/input.ts';
import { seededRandom } from '../src/loading/sample/random.ts';
import { Lookup } from '../src/search/lookup.ts';
import { Places } from '../src/search/places/places.ts';
import { committeesFileOf, lookupFileOf, moreFileOf, wordsFileOf } from '../src/search/pack/files.ts';
import { placeFilesOf } from '../src/search/pack/places.ts';
import { placesFor } from './places/city.ts';
import type { Times, Work } from './places/page.ts';
import { p95 } from './search/speed.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROWS = 80_000;
const QUERIES = 1_500;
/** What one question may fetch besides the root, and how long a lookup may take on a processor slowed four times. */
const MOST_BYTES = 40_000;
const MOST_MS = 10;

const packed = (value: unknown) => brotliCompressSync(Buffer.from(JSON.stringify(value))).length;
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

/** The address of a row as somebody would type it. */
function addressOf({ name, inside, from, to, unit, parity }: Place): string {
  const first = from ?? to;
  if (first === null) return name;
  const last = to ?? first;
  const middle = first + 2 * Math.floor((last - first) / 4);
  return `${name}${inside}${parity === '全' ? middle : first}${unit ?? ''}`;
}

/** Runs the lookup in Chromium, with its processor slowed four times. */
async function inChromium(work: Work): Promise<Times> {
  const bundle = await rolldown({ input: `${ROOT}bench/places/page.ts`, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife' });
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: output[0].code });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    return await page.evaluate(
      (given) => (globalThis as unknown as { measure: (given: Work) => Times }).measure(given),
      work,
    );
  } finally {
    await browser.close();
  }
}

const input = load(foldersOf({}, ROOT));
const dataset: Dataset = { ...input.dataset, places: placesFor(input.dataset, ROWS) };
const began = performance.now();
const lookup = lookupFileOf(input);
const { root, files } = placeFilesOf(dataset, lookup);
const seconds = (performance.now() - began) / 1000;
const sizes = new Map([...files].map(([key, file]) => [key, packed(file)]));
const all = [...sizes.values()];
const total = all.reduce((sum, bytes) => sum + bytes, 0);
console.log(
  `${dataset.places.length} rows for ${dataset.committees.length} 居村委: ${files.size} files, ${kilobytes(total)} brotli in all, ` +
    `packed in ${seconds.toFixed(1)} s`,
);
console.log(`root, once: ${kilobytes(packed(root))}`);

const random = seededRandom(1, 'places bench');
const asked = Array.from({ length: QUERIES }, () => addressOf(random.pick(dataset.places)));
const engine = new Lookup(lookup);
engine.addPlaces(Places, root);
const fetched = asked.flatMap((query) => sizes.get(engine.answer(query).wants?.file ?? '') ?? []);
const most = Math.max(...all);
console.log(
  `bytes of the one file of a question (${fetched.length} of ${QUERIES} need one): mean ${kilobytes(average(fetched))}, ` +
    `p95 ${kilobytes(p95(fetched))}; the largest file ${kilobytes(most)} = ${(most / MOST_BYTES).toFixed(2)} × 40 KB`,
);

// The other split that comes to mind: a file for each district. A question seldom names its district, so that a list of
// names would have to tell it first.
const byDistrict = Map.groupBy(dataset.places, ({ committeeCode }) => committeeCode.slice(0, 6));
const districtFiles = [...byDistrict.values()].map((places) =>
  packed([...placeFilesOf({ ...dataset, places }, lookup).files.values()]),
);
const districtsOf = Map.groupBy(dataset.places, ({ name }) => name);
const names = [...districtsOf].map(([name, rows]) => [
  name,
  ...new Set(rows.map(({ committeeCode }) => committeeCode.slice(0, 6))),
]);
console.log(
  `split by district instead: ${districtFiles.length} files, mean ${kilobytes(average(districtFiles))}, the largest ` +
    `${kilobytes(Math.max(...districtFiles))}, and ${kilobytes(packed(names))} of names that tell the district`,
);

const times = await inChromium({
  lookup: JSON.stringify(lookup),
  words: JSON.stringify(wordsFileOf(input, lookup)),
  committees: JSON.stringify(committeesFileOf(input, lookup)),
  more: JSON.stringify(moreFileOf(input, '2026-11-24', lookup)),
  root: JSON.stringify(root),
  files: Object.fromEntries([...files].map(([key, file]) => [key, JSON.stringify(file)])),
  queries: asked,
});
const ms = (values: readonly number[]) =>
  `p50 ${values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]?.toFixed(1) ?? '–'}, p95 ${p95(values).toFixed(1)} ms`;
console.log('Chromium, processor slowed 4×:');
console.log(`  root read: ${times.root.toFixed(1)} ms, once`);
console.log(`  a new file read and asked: ${ms(times.files)}`);
console.log(
  `  a question with its file there: ${ms(times.answers)} = ${(p95(times.answers) / MOST_MS).toFixed(2)} × ${MOST_MS}; ` +
    `before there were places ${ms(times.without)}`,
);
if (most > MOST_BYTES) {
  console.error('below target: a file is larger than 40 KB');
  process.exitCode = 1;
}
