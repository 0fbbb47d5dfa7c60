import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Fault } from './faults/fault.ts';
import { drawingFaults } from './rules/drawings.ts';

/** The folders whose files are published as they are, by the name that messages give them. */
export interface PublishedFolders {
  readonly content: string;
  readonly public: string;
}

/** The faults of every SVG beside the texts and under `public`: they must show a picture and do nothing else. */
export function drawingFaultsIn({ content, public: files }: PublishedFolders): Fault[] {
  return [['content', content] as const, ['public', files] as const].flatMap(([title, folder]) =>
    (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
      .filter((entry) => entry.isFile() && /\.svgz?$/iu.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .flatMap((path) => drawingFaults([title, ...relative(folder, path).split(sep)].join('/'), readFileSync(path))),
  );
}
