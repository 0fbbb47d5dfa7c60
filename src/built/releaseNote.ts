import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../loading/input.ts';
import type { BuiltSite } from './builtSite.ts';
import type { SiteAudit } from './pageAudit.ts';

/** The file in a released site that documents the release. */
export const RELEASE_NOTE = 'release.json';

/** The versions of this package, of Node and of Astro that made the site. */
export type Versions = Readonly<Record<'site' | 'node' | 'astro', string>>;

/** The content of release.json. It holds no time of day, so that the same input gives the same bytes. */
export interface ReleaseNote {
  readonly title: string;
  readonly kind: string;
  readonly as_at: string;
  readonly site_name: string;
  readonly url: string;
  readonly versions: Versions;
  readonly counts: Readonly<Record<string, number>>;
  readonly pages: number;
  readonly bytes: number;
  /** SHA-256 of every other file, by path, sorted. */
  readonly files: Readonly<Record<string, string>>;
}

/** The bytes and hashes of all files of a finished site, as its note lists them. */
export function filesNote({ dir, listed }: BuiltSite): Pick<ReleaseNote, 'bytes' | 'files'> {
  const files = listed.filter(({ path }) => path !== RELEASE_NOTE);
  return {
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    files: Object.fromEntries(
      files.map(({ path }) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(dir, path)))
          .digest('hex'),
      ]),
    ),
  };
}

/** Makes the note of a finished site by hashing all its files. */
export function releaseNote(
  built: BuiltSite,
  { dataset, content }: Input,
  audit: SiteAudit,
  versions: Versions,
  url: string,
): ReleaseNote {
  const { meta, site } = dataset;
  return {
    title: meta.title,
    kind: meta.kind,
    as_at: meta.asAt,
    site_name: site.siteName,
    url,
    versions,
    counts: {
      stations: dataset.stations.length,
      districts: dataset.districts.length,
      towns: dataset.towns.length,
      committees: dataset.committees.length,
      services: dataset.services.length,
      organizations: dataset.organizations.length,
      policies: content.policies.length,
      interpretations: content.interpretations.length,
      cases: audit.kinds.find(({ name }) => name === '案例')?.found ?? 0,
    },
    pages: audit.pages,
    ...filesNote(built),
  };
}

/** Writes the note into a finished site, before it is put in its final place. */
export function writeReleaseNote(folder: string, note: ReleaseNote): void {
  writeFileSync(join(folder, RELEASE_NOTE), `${JSON.stringify(note, null, 2)}\n`);
}
