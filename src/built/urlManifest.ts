import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, fileOf, isPermanent } from './addresses.ts';
import type { IsoDate } from '../domain/time/dates.ts';
import { heldBackCases } from '../loading/publishedCases.ts';
import { paths } from '../domain/site/paths.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import type { Input } from '../loading/input.ts';

/** The file in a data folder that lists the published addresses below the base, one a line, sorted. */
export const MANIFEST = 'urls.txt';

/** The addresses in urls.txt of a data folder; null where there is none. */
export function readManifest(dataFolder: string): readonly string[] | null {
  const path = join(dataFolder, MANIFEST);
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * Writes urls.txt as a whole or not at all; addresses are sorted by code units, so that the order is the same
 * everywhere.
 */
export function writeManifest(dataFolder: string, addresses: Iterable<string>): void {
  writeTogether(dataFolder, { [MANIFEST]: `${[...new Set(addresses)].sort().join('\n')}\n` });
}

/** The addresses of a built site that must stay valid in later builds, without those of redirects.csv. */
export function lastingAddresses(files: readonly string[], { dataset }: Input): readonly string[] {
  const redirects = new Set(dataset.redirects.map(({ from }) => fileOf(from)));
  return files.filter((file) => isPermanent(file) && !redirects.has(file)).map(addressOf);
}

/**
 * Addresses of the list that a built site no longer has. A case that may not be seen today is none of them: a consent
 * that has run out takes its page away (docs/norms.md §5).
 */
export function vanished(
  manifest: readonly string[],
  files: ReadonlySet<string>,
  input: Input,
  today: IsoDate,
): readonly string[] {
  const hidden = new Set(heldBackCases(input, today).map(({ slug }) => paths.case(slug)));
  return manifest.filter((address) => !files.has(fileOf(address)) && !hidden.has(address));
}

const SHOWN = 20;

/** The message to the operator about vanished addresses; null where there are none. */
export function vanishedMessage(addresses: readonly string[]): string | null {
  if (addresses.length === 0) return null;
  return [
    `有 ${addresses.length} 个发布过的网址不见了，没有发布，原来的网站没有动：`,
    ...addresses.slice(0, SHOWN).map((address) => `  ${address}`),
    ...(addresses.length > SHOWN ? [`  ……还有 ${addresses.length - SHOWN} 个`] : []),
    '怎么改：',
    '  搬到别处的，在 redirects.csv 里加一行：from 写旧网址，to 写新网址。',
    '  不小心删掉的，把那一行数据或那篇文章加回来。',
    `  换成了另一套数据，旧网址全都不要了，运行 npm run urls -- --new，重新记 ${MANIFEST}。`,
  ].join('\n');
}
