import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { startChromium } from '../src/cli/browser.ts';
import { serve } from '../src/cli/serve.ts';
import type { MapFile } from '../src/domain/map/mapFile.ts';
import { measureFilters } from './pages/filters.ts';
import { manyStations } from './pages/manyStations.ts';
import { measureMap } from './pages/map.ts';

/**
 * `npm run bench:pages [-- --site dist --rate 4 --only filters,map,many]`: how soon the list and the map of a built site
 * answer in Chromium with its processor slowed, and the map with forty thousand stations. Times are those of the page's
 * own clock, in milliseconds; what is beyond its goal is marked with “!”.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'dist' },
    rate: { type: 'string', default: '4' },
    only: { type: 'string', default: 'filters,map,many' },
  },
});
const dir = resolve(ROOT, values.site);
const rate = Number(values.rate);
const parts = new Set(values.only.split(','));
const file = JSON.parse(readFileSync(join(dir, 'map/stations.json'), 'utf8')) as MapFile;
const kilobytes = (what: unknown) => (brotliCompressSync(Buffer.from(JSON.stringify(what))).length / 1024).toFixed(1);

const [server, browser] = await Promise.all([serve({ dir, base: '/', port: 0 }), startChromium()]);
console.log(`Chromium ${browser.version()}, processor slowed ${rate}×; ${dir}`);
try {
  if (parts.has('filters')) await measureFilters(browser, server.url, rate);
  if (parts.has('map')) {
    console.log(`\n${file.townSteps.length} stations on the map, ${kilobytes(file)} KB with brotli`);
    await measureMap(browser, server.url, rate, file, false);
  }
  if (parts.has('many')) {
    const many = manyStations(file);
    console.log(`\n${many.townSteps.length} stations on the map, ${kilobytes(many)} KB with brotli`);
    await measureMap(browser, server.url, rate, many, true);
  }
} finally {
  await browser.close();
  await server.close();
}
