import { performance } from 'node:perf_hooks';
import { readTable } from '../src/loading/tables/readTable.ts';
import { fileReader } from '../src/loading/folders.ts';
import { loadDataset } from '../src/loading/dataset.ts';

/** Milliseconds of the fastest of some runs: the one least disturbed by the machine. */
function fastest(run: () => unknown, runs = 5): number {
  let best = Infinity;
  for (let at = 0; at < runs; at += 1) {
    const began = performance.now();
    run();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

const read = fileReader('data');
const bytes = read('stations.csv');
if (bytes === null) throw new Error('data/stations.csv 不存在。先运行 npm run sample');
const [header = '', ...rows] = new TextDecoder().decode(bytes).trimEnd().split('\n');
const table = (times: number) =>
  new TextEncoder().encode([header, ...Array.from({ length: times }, () => rows).flat()].join('\n'));

const base = fastest(() => readTable('stations', 'stations.csv', bytes));
console.log(`读 ${rows.length} 行站点：基准 1.0`);
for (const times of [4, 16]) {
  const many = table(times);
  const ratio = fastest(() => readTable('stations', 'stations.csv', many), 3) / base;
  console.log(`读 ${rows.length * times} 行站点：${ratio.toFixed(1)} 倍（行数 ${times} 倍）`);
}
console.log(`读全部数据并核对引用：${(fastest(() => loadDataset(read), 3) / base).toFixed(1)} 倍`);
