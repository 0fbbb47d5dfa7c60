import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../domain/dataset/dataset.ts';
import {
  isForPortals,
  MEMBER_CARD,
  MEMBER_FORMAT,
  type MemberCard,
  PAGEFIND_ENTRY,
} from '../domain/openData/memberCard.ts';
import { isClosed } from '../domain/station/station.ts';
import { byteLength, sha256Base64 } from '../loading/formats/digest.ts';
import { type BuiltSite, read } from './builtSite.ts';

/** Writes the card by which a portal takes a finished site in; `home` is the full address of its home page. */
export function writeMemberCard(built: BuiltSite, { site, meta, ...tables }: Dataset, home: string): void {
  const { dir, files } = built;
  const { version } = JSON.parse(read(built, PAGEFIND_ENTRY)) as { readonly version: string };
  const taken = [...files].filter(isForPortals).sort();
  const card: MemberCard = {
    format: MEMBER_FORMAT,
    city: site.city,
    siteName: site.siteName,
    kind: meta.kind,
    asAt: meta.asAt,
    home,
    stations: tables.stations.filter((station) => !isClosed(station)).length,
    towns: tables.towns.length,
    committees: tables.committees.length,
    pagefind: version,
    files: taken.map((path) => {
      const bytes = readFileSync(join(dir, path));
      return { path, bytes: byteLength(bytes), sha256: sha256Base64(bytes) };
    }),
  };
  writeFileSync(join(dir, MEMBER_CARD), JSON.stringify(card));
}
