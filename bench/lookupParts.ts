import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { SearchEngine } from '../src/client/search/partsEngine.ts';
import { publicationDay } from '../src/domain/time/dates.ts';
import { foldersOf } from '../src/loading/folders.ts';
import { load } from '../src/loading/input.ts';
import { seededRandom } from '../src/loading/sample/random.ts';
import { searchFilesOf } from '../src/search/pack/searchFiles.ts';
import { p95 } from './search/speed.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const QUESTIONS = 150;
const AT = 'https://a.example/search/';
/** The most that a part may weigh. */
const MOST = 35_000;

const packed = (value: unknown) => brotliCompressSync(Buffer.from(JSON.stringify(value))).length;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
const spread = (all: readonly number[]) =>
  `median ${kilobytes([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0)}, p95 ${kilobytes(p95(all))}, most ${kilobytes(Math.max(...all))}`;

const input = load(foldersOf(process.env, ROOT));
const { dataset } = input;
const today = publicationDay(process.env);
const whole = searchFilesOf(input, today, false);
const before = packed(whole.lookup) + packed(whole.committees);
console.log(
  `${dataset.stations.length} stations, ${dataset.committees.length} 居村委, ${dataset.districts.length} districts`,
);
console.log(`whole: lookup ${kilobytes(packed(whole.lookup))} and 居村委, together ${kilobytes(before)}`);

const { lookup, words, parts: made } = searchFilesOf(input, today, true);
if (made === null) throw new Error('no parts');
const { root, names, parts } = made;
console.log(`in parts: lookup ${kilobytes(packed(lookup))}, root ${kilobytes(packed(root))}`);
const sizes = [...parts.values()].map(packed);
console.log(`${parts.size} parts: ${spread(sizes)} = ${(Math.max(...sizes) / MOST).toFixed(2)} × 35 KB`);
console.log(`${names.size} files of names: ${spread([...names.values()].map(packed))}`);

const files = new Map<string, unknown>([['parts', root]]);
for (const [key, file] of names) files.set(`names/${key}`, file);
for (const [code, file] of parts) files.set(`parts/${code}`, file);
const weights = new Map<string, number>();
const ofSite = packed(lookup);
/** The bytes of what the question at work has fetched. */
let bytes = 0;
globalThis.fetch = (url) => {
  const name = String(url).slice(AT.length, -'.json'.length);
  const file = files.get(name);
  const known = weights.get(name) ?? packed(file);
  weights.set(name, known);
  bytes += known;
  return Promise.resolve(new Response(JSON.stringify(file)));
};

/** The bytes of the first answer to a question, from the touch of the field on; those of words and program are left out. */
async function firstAnswer(query: string): Promise<number> {
  bytes = ofSite;
  const engine = new SearchEngine();
  await engine.handle({ kind: 'lookup', text: JSON.stringify(lookup), url: `${AT}lookup.json` });
  await engine.handle({ kind: 'words', text: JSON.stringify(words) });
  await engine.handle({ kind: 'quick', query, filters: {} });
  return bytes;
}

const random = seededRandom(1, 'parts bench');
const name = () => (random.chance(0.3) ? random.pick(dataset.towns) : random.pick(dataset.committees)).name;
const QUERIES: Readonly<Record<string, () => string>> = {
  'a name in full': name,
  'its first two characters': () => name().slice(0, 2),
  'an address': () => {
    const row = random.pick(dataset.places);
    return `${row.name}${row.from ?? ''}${row.unit ?? ''}`;
  },
  'a need': () => random.pick(dataset.needs).word,
};
for (const [what, query] of Object.entries(QUERIES)) {
  const all: number[] = [];
  for (let at = 0; at < QUESTIONS; at += 1) all.push(await firstAnswer(query()));
  console.log(`the first answer to ${what}: ${spread(all)} (whole ${kilobytes(before)})`);
}
