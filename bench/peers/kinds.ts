import { filesOf } from '../../src/built/addresses.ts';
import { paths } from '../../src/domain/site/paths.ts';

/** A kind of page that the peers build too. */
export interface PageKind {
  readonly name: string;
  readonly title: string;
  /** The file below src/pages that makes them. */
  readonly page: string;
  /** Matches their files in the site. */
  readonly files: RegExp;
}

export const KINDS: readonly PageKind[] = [
  { name: 'station', title: '站点', page: 'stations/[id]/index.astro', files: filesOf(paths.station) },
  { name: 'poster', title: '站点海报', page: 'stations/[id]/poster.astro', files: filesOf(paths.poster) },
  { name: 'town', title: '街镇', page: 'towns/[code]/index.astro', files: filesOf(paths.town) },
  { name: 'townposter', title: '街镇海报', page: 'towns/[code]/poster.astro', files: filesOf(paths.townPoster) },
  { name: 'district', title: '区', page: 'districts/[code]/index.astro', files: filesOf(paths.district) },
];
