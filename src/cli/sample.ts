import { resolve } from 'node:path';
import { faultLine } from '../loading/faults/lines.ts';
import type { Fault } from '../loading/faults/fault.ts';
import { fileReader } from '../loading/folders.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { sampleFiles } from '../loading/sample/sampleFiles.ts';
import { tellFailure } from './failure.ts';
import { Progress } from './progress.ts';

function main(folder: string, log: (line: string) => void): readonly Fault[] {
  const progress = new Progress();
  progress.stage('造示例');
  const { files, counts, faults } = sampleFiles(fileReader(folder));
  progress.end();
  if (files === null) return faults;
  writeTogether(folder, files);
  const { stations, organizations, places } = counts;
  log(
    `写了 ${stations} 个示例站点、${organizations} 个示例机构、${places} 行示例门牌，在 ${folder}，用了 ${progress.took}。`,
  );
  return [];
}

try {
  const faults = main(resolve(process.env['DATA_DIR'] ?? 'data'), console.log);
  for (const fault of faults) console.error(faultLine(fault));
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  tellFailure(error);
}
